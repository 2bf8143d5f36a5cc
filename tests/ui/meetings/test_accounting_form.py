"""Kelengkapan SPJ beside its paper: ticked, added to, put in order by keyboard; nothing ticks itself."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.exchange.attached import Taken
from desktop.models.queries.accounting import accounting_items
from desktop.services.attachments import add_files
from desktop.ui.meetings.accounting_form import AccountingForm
from desktop.ui.session import Session
from tests.exchange.attached import made


@pytest.fixture
def form(session: Session, meeting: UUID, qtbot: QtBot) -> AccountingForm:
    made_form = AccountingForm(session)
    qtbot.addWidget(made_form)
    made_form.show_meeting(meeting, fresh=True)
    return made_form


def lines(session: Session, meeting: UUID) -> list[tuple[str, bool]]:
    return [(one.text, one.done) for one in accounting_items(session.store, meeting)]


def test_lines_are_typed_ticked_with_space_moved_and_removed(
    form: AccountingForm, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    for words in ("Surat tugas", "Nota konsumsi"):
        qtbot.keyClicks(form.line, words)
        qtbot.keyClick(form.line, Qt.Key.Key_Return)
    qtbot.keyClick(form.list, Qt.Key.Key_Space)
    assert lines(session, meeting) == [("Surat tugas", False), ("Nota konsumsi", True)]
    qtbot.keyClick(form.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert lines(session, meeting)[0] == ("Nota konsumsi", True)
    qtbot.keyClick(form.list, Qt.Key.Key_Delete)
    assert lines(session, meeting) == [("Surat tugas", False)]


def test_a_remark_saves_itself_and_is_for_the_paper_before(
    form: AccountingForm, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    form.empty.wanted.emit()
    with qtbot.waitSignal(form.typing):
        qtbot.keyClicks(form.details.field("note"), "menyusul")
    first = accounting_items(session.store, meeting)[0]
    assert (form.typed(), first.note) == ({"id": first.id, "note": "menyusul"}, None)
    form.flush()
    assert form.typed() == {}
    assert accounting_items(session.store, meeting)[0].note == "menyusul"


def test_what_is_among_the_files_is_told_and_ticked_only_when_pressed(
    form: AccountingForm, session: Session, meeting: UUID
) -> None:
    session.run(
        lambda: add_files(session.desk, meeting, "bahan", [Taken("KPU.pdf", "application/pdf", made.PDF)])[1]
    )
    form.empty.wanted.emit()
    assert any("berkas rapat: KPU.pdf" in form.list.item(row).text() for row in range(form.list.count()))
    assert not any(done for _, done in lines(session, meeting))
    form.known_button.click()
    assert [text for text, done in lines(session, meeting) if done] == ["Bahan paparan"]
    assert form.known_button.isHidden()
