"""Jawaban undangan: noted for one or many, with whom they send; the attendance stays a matter of its own."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.store import Store
from desktop.services.answers import note_answers
from desktop.services.attendance import invite, mark
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    meeting, _ = create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 10))
    invite(desk, meeting, [{"label": "Tokoh"}, {"label": "Paguyuban"}])
    return meeting


def _seats(desk: Desk, meeting: UUID) -> list[ParticipantRow]:
    return participants(desk.store, meeting)


def test_many_answers_are_one_step(desk: Desk, meeting: UUID) -> None:
    history = History()
    history.note(note_answers(desk, [seat.id for seat in _seats(desk, meeting)], "akan_hadir"))
    assert {(seat.answer, seat.state) for seat in _seats(desk, meeting)} == {("akan_hadir", "belum_dicatat")}
    history.undo(desk)
    assert {seat.answer for seat in _seats(desk, meeting)} == {"belum"}


def test_who_is_announced_is_expected_and_stays_an_invited_seat(desk: Desk, meeting: UUID) -> None:
    seat = _seats(desk, meeting)[0]
    note_answers(desk, [seat.id], "diwakili", present_name="Rangga", present_title="Sekretaris")
    row = _seats(desk, meeting)[0]
    assert (row.name, row.title, row.represents) == ("Rangga", "Sekretaris", "Tokoh")
    assert (row.is_guest, row.is_present) == (False, False)
    note_answers(desk, [seat.id], "akan_hadir")
    assert _seats(desk, meeting)[0].present_name is None


def test_the_one_announced_is_noted_when_they_come(desk: Desk, meeting: UUID, store: Store) -> None:
    institution = store.one("SELECT id FROM institution WHERE name = 'KPU Kabupaten Tuban'")
    assert institution is not None
    invite(desk, meeting, [{"institution_id": institution[0]}])
    seat = _seats(desk, meeting)[2]
    note_answers(desk, [seat.id], "diwakili", present_name="Rangga")
    mark(desk, [seat.id], "diwakili")
    assert _seats(desk, meeting)[2].name == "Rangga"
    note_answers(desk, [seat.id], "akan_hadir")
    assert _seats(desk, meeting)[2].name == "Rangga"


def test_whoever_comes_in_person_after_all_is_not_the_one_announced(
    desk: Desk, meeting: UUID, store: Store
) -> None:
    institution = store.one("SELECT id FROM institution WHERE name = 'KPU Kabupaten Tuban'")
    assert institution is not None
    invite(desk, meeting, [{"institution_id": institution[0]}])
    seat = _seats(desk, meeting)[2]
    note_answers(desk, [seat.id], "diwakili", present_name="Rangga")
    mark(desk, [seat.id], "hadir")
    assert _seats(desk, meeting)[2].name is None


def test_an_unknown_answer_is_refused(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput):
        note_answers(desk, [_seats(desk, meeting)[0].id], "mungkin")
