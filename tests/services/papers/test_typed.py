"""What is being typed beside a paper stands on it as it will once it is kept; nothing is kept by looking."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.models.journal import ChangeSet
from desktop.models.queries.accounting import accounting_items
from desktop.models.store import Store
from desktop.models.tables import RECORDS
from desktop.services.accounting import start_from_usual, update_accounting_item
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk
from desktop.services.letters import update_letter
from desktop.services.meetings import update_meeting
from desktop.services.minutes_life import make_ready
from desktop.services.papers import minutes
from desktop.services.papers.catalogue import gathered

Keep = Callable[[Desk, UUID, Mapping[str, Any]], ChangeSet]


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def in_meeting(desk: Desk, meeting: UUID, typed: Mapping[str, Any]) -> ChangeSet:
    return update_meeting(desk, meeting, **typed)


def in_letter(kind: str) -> Keep:
    return lambda desk, meeting, typed: update_letter(desk, meeting, kind, **typed)


@pytest.mark.parametrize(
    ("kind", "keep", "typed"),
    [
        ("minutes", in_meeting, {"minutes_number": " 005/9 ", "minutes_date": date(2024, 9, 27), "opening": "Dibuka ",
                                 "closing": "", "closed_at": None, "archive_code": "200.2.1"}),
        ("invitation", in_letter("undangan"), {"number": "005/ 1", "dated_on": date(2024, 9, 20), "urgency": "Segera",
                                               "addressee": "Bupati Tuban\ndi Tuban", "note": " Batik ", "closing": "-"}),
        ("nota-dinas", in_letter("nota_dinas"), {"sender": "Kepala  Bidang", "basis": "1. Surat\n2. Disposisi"}),
        ("report", in_letter("laporan"), {"subject": "Pilkada\ndi Tuban", "purpose": None, "suggestion": "Lanjutkan"}),
    ],
)  # fmt: skip
def test_what_is_typed_looks_as_it_will_once_it_is_kept(
    desk: Desk, example: UUID, kind: str, keep: Keep, typed: Mapping[str, Any]
) -> None:
    before = gathered(desk.store, kind, example)
    looked = gathered(desk.store, kind, example, typed=typed)
    assert looked != before
    assert gathered(desk.store, kind, example) == before
    keep(desk, example, typed)
    assert gathered(desk.store, kind, example) == looked


def test_a_line_of_the_accountants_list_is_typed(desk: Desk, example: UUID) -> None:
    start_from_usual(desk, example)
    line = accounting_items(desk.store, example)[2].id
    looked = gathered(desk.store, "accounting", example, typed={"id": line, "note": " dua lembar "})
    update_accounting_item(desk, line, note=" dua lembar ")
    assert gathered(desk.store, "accounting", example) == looked


def test_what_could_not_be_kept_is_left_out_and_the_rest_is_shown(desk: Desk, example: UUID) -> None:
    typed = {"closing": "x" * 100_001, "opening": "Dibuka"}
    content = gathered(desk.store, "minutes", example, typed=typed)[1]
    assert (content.opening, content.closing) == ("Dibuka", gathered(desk.store, "minutes", example)[1].closing)


def test_frozen_minutes_show_nothing_that_is_typed(desk: Desk, example: UUID) -> None:
    make_ready(desk, example)
    frozen = gathered(desk.store, "minutes", example)
    assert gathered(desk.store, "minutes", example, typed={"minutes_number": "005/9"}) == frozen


def test_what_others_record_meanwhile_is_on_the_paper(desk: Desk, example: UUID) -> None:
    before = gathered(desk.store, "minutes", example)[1]
    add_commitment(desk, kind="permintaan", text="Kirim data TPS", meeting_id=example)
    after = gathered(desk.store, "minutes", example)[1]
    assert after.follow_ups[:-1] == before.follow_ups
    assert after.follow_ups[-1].text == "Kirim data TPS"


def test_whatever_the_recalled_part_of_the_minutes_reads_is_watched(
    desk: Desk, example: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = Store._execute
    monkeypatch.setattr(Store, "_execute", lambda self, sql, *more: asked.append(sql) or execute(self, sql, *more))
    minutes._told.__wrapped__(desk.store, example)  # type: ignore[attr-defined]  # nothing is recalled
    named = {name for sql in asked for name in re.findall(r'"(\w+)"', sql)} & RECORDS.keys()
    # Follow-ups are read with the title and day of their meeting, which no row of the paper has.
    assert named - {"meeting"} == set(minutes.READ)
