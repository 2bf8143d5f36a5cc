"""KONSEP stands on every page of a paper that must not be signed yet, and on no other."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from uuid import UUID

import pytest

from desktop.models.queries.issued import issued_of
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.issued import note_issued
from desktop.services.meetings import update_meeting
from desktop.services.minutes_life import make_ready, revise, sign
from desktop.services.papers.catalogue import PAPERS, printed_profile
from desktop.services.rundown import start_from_usual
from tests.documents.reading import page_texts

SIGNED_WITH_THE_MINUTES = {"minutes", "attendance-list", "nota-dinas", "report", "action-matrix", "extract"}
"""What rests on the minutes; all others are signed as they come from the printer, or not at all."""
STATES = {
    "konsep": True, "dikoreksi": True, "dibatalkan": True, "siap": False, "ditandatangani": False, "perbaikan": True,
}  # fmt: skip
"""The states of the minutes, and whether what rests on them says KONSEP."""


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return Desk(sqlite_store, "Uji")


def bring_to(desk: Desk, meeting: UUID, state: str) -> None:
    if state == "dikoreksi":
        update_meeting(desk, meeting, state=state)
    if state == "dibatalkan":
        update_meeting(desk, meeting, cancelled=True)
    if state in {"siap", "ditandatangani", "perbaikan"}:
        make_ready(desk, meeting)
    if state in {"ditandatangani", "perbaikan"}:
        sign(desk, meeting, how="basah", signed_on=date(2024, 9, 27))
    if state == "perbaikan":
        revise(desk, meeting, "Nama keliru")


@pytest.mark.parametrize("state", STATES)
def test_what_must_not_be_signed_yet_says_so_and_is_noted_as_a_draft(
    desk: Desk, example: UUID, state: str
) -> None:
    update_meeting(desk, example, topic_id=fixed_id("topic", PILKADA))
    start_from_usual(desk, example)
    bring_to(desk, example, state)
    said = {}
    for kind, paper in PAPERS.items():
        render = import_module(f"desktop.documents.{paper.job.replace('-', '_')}").render
        pdf = render(paper.gather(desk.store, example), printed_profile(desk.store, kind, example))
        marked = {"KONSEP" in page for page in page_texts(pdf)}
        assert len(marked) == 1, kind
        said[kind] = marked.pop()
        note_issued(desk, kind, paper.name, "cetak", pdf, meeting=example)
    assert said == {kind: STATES[state] and kind in SIGNED_WITH_THE_MINUTES for kind in PAPERS}
    assert {one.kind: one.is_draft for one in issued_of(desk.store, example)} == said
