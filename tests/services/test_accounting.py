"""Kelengkapan SPJ: a usual list to change; what is known to be there is proposed and ticked only when asked."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.exchange.attached import Taken, take_picture
from desktop.models.queries.accounting import AccountingRow, accounting_items
from desktop.models.store import Store
from desktop.services.accounting import (
    USUAL,
    add_accounting_item,
    delete_accounting_item,
    known_papers,
    move_accounting_item,
    start_from_usual,
    tick_known,
    update_accounting_item,
)
from desktop.services.attachments import add_files
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting
from desktop.services.papers.accounting import accounting_content
from tests.exchange.attached import made

SCAN = Taken("hadir.pdf", "application/pdf", made.PDF)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 10))[0]


def items(desk: Desk, meeting: UUID) -> list[AccountingRow]:
    return accounting_items(desk.store, meeting)


def test_the_usual_list_is_a_start_with_nothing_ticked(desk: Desk, meeting: UUID) -> None:
    add_files(desk, meeting, "daftar_hadir", [SCAN])
    start_from_usual(desk, meeting)
    assert [(one.text, one.done) for one in items(desk, meeting)] == [(text, False) for text in USUAL]
    with pytest.raises(InvalidInput):
        start_from_usual(desk, meeting)


def test_lines_are_added_changed_moved_and_removed_with_undo(desk: Desk, meeting: UUID) -> None:
    first, _ = add_accounting_item(desk, meeting, "Kuitansi konsumsi")
    second, _ = add_accounting_item(desk, meeting, "Surat tugas")
    update_accounting_item(desk, first, text="Nota konsumsi", done=True, note="menyusul")
    move_accounting_item(desk, second, 0)
    assert [(one.text, one.done, one.note) for one in items(desk, meeting)] == [
        ("Surat tugas", False, None), ("Nota konsumsi", True, "menyusul"),
    ]  # fmt: skip
    history = History()
    history.note(delete_accounting_item(desk, second))
    assert len(items(desk, meeting)) == 1
    history.undo(desk)
    assert len(items(desk, meeting)) == 2


def test_a_line_without_words_is_refused(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput):
        add_accounting_item(desk, meeting, "  ")


def test_what_is_among_the_files_is_proposed_and_ticked_only_when_asked(desk: Desk, meeting: UUID) -> None:
    start_from_usual(desk, meeting)
    add_files(desk, meeting, "bahan", [Taken("KPU.pdf", "application/pdf", made.PDF + b"1")])
    add_files(desk, meeting, "foto", [take_picture(made.photo(), "a.jpg")])
    add_files(
        desk, meeting, "notula", [Taken("konsep.pdf", "application/pdf", made.PDF + b"2")]
    )  # nobody signed it
    by_id = {one.id: one.text for one in items(desk, meeting)}
    known = {by_id[one]: name for one, name in known_papers(desk.store, meeting).items()}
    assert known == {"Dokumentasi foto": "a.jpg", "Bahan paparan": "KPU.pdf"}
    assert not any(one.done for one in items(desk, meeting))
    tick_known(desk, meeting)
    assert [one.text for one in items(desk, meeting) if one.done] == ["Dokumentasi foto", "Bahan paparan"]


def test_one_scan_is_proposed_for_one_line(desk: Desk, meeting: UUID) -> None:
    start_from_usual(desk, meeting)
    add_files(desk, meeting, "daftar_hadir", [SCAN])
    assert list(known_papers(desk.store, meeting).values()) == ["hadir.pdf"]


def test_the_paper_shows_the_usual_list_unticked_until_there_is_one(desk: Desk, meeting: UUID) -> None:
    assert [(line.text, line.done) for line in accounting_content(desk.store, meeting).lines] == [
        (text, False) for text in USUAL
    ]
    one, _ = add_accounting_item(desk, meeting, "Surat tugas")
    update_accounting_item(desk, one, done=True, note="lengkap")
    (line,) = accounting_content(desk.store, meeting).lines
    assert (line.text, line.done, line.note) == ("Surat tugas", True, "lengkap")
