"""Kehadiran: any state may follow any other, and who came is neither lost nor invented."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.directory import search_positions
from desktop.models.store import Store
from desktop.models.words import ATTENDANCE
from desktop.services.attendance import add_guest, invite, mark
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.meetings import create_meeting

_DAY = date(2024, 10, 3)


@pytest.fixture
def meeting(store: Store) -> UUID:
    return create_meeting(Desk(store, "Uji"), title="Rapat Koordinasi Banjir", held_on=_DAY)[0]


def _invited(store: Store, meeting: UUID) -> ParticipantRow:
    """The head of KPU Tuban, an invented person, on the list."""
    desk, post = Desk(store, "Uji"), search_positions(store, "ketua kpu tuban", _DAY)[0]
    person, _ = save_person(desk, name="Sekar Ayu")
    seat = {"position_id": post.id, "institution_id": post.institution_id, "person_id": person}
    invite(desk, meeting, [seat])
    return participants(store, meeting)[0]


def test_hadir_means_the_person_invited(store: Store, meeting: UUID) -> None:
    seat = _invited(store, meeting)
    mark(Desk(store, "Uji"), [seat.id], "hadir")
    assert participants(store, meeting)[0].present_name == "Sekar Ayu"


def test_diwakili_without_a_name_is_nobody_known_yet(store: Store, meeting: UUID) -> None:
    seat, desk = _invited(store, meeting), Desk(store, "Uji")
    mark(desk, [seat.id], "hadir")
    mark(desk, [seat.id], "diwakili")
    assert participants(store, meeting)[0].present_name is None


def test_who_was_represented_and_then_came_is_there_in_person(store: Store, meeting: UUID) -> None:
    seat, desk = _invited(store, meeting), Desk(store, "Uji")
    mark(desk, [seat.id], "diwakili", present_name="Bagus Pratama", present_title="Sekretaris")
    mark(desk, [seat.id], "hadir")
    found = participants(store, meeting)[0]
    assert (found.present_name, found.present_title) == ("Sekar Ayu", "Ketua")


def test_marking_diwakili_again_keeps_who_came(store: Store, meeting: UUID) -> None:
    seat, desk = _invited(store, meeting), Desk(store, "Uji")
    mark(desk, [seat.id], "diwakili", present_name="Bagus Pratama")
    mark(desk, [seat.id], "diwakili")
    assert participants(store, meeting)[0].present_name == "Bagus Pratama"


@pytest.mark.parametrize("state", ATTENDANCE)
def test_a_guest_keeps_their_name_in_every_state(store: Store, meeting: UUID, state: str) -> None:
    desk = Desk(store, "Uji")
    add_guest(desk, meeting, name="Bagus Pratama", institution="Karang Taruna")
    seat = participants(store, meeting)[0]
    mark(desk, [seat.id], state)
    found = participants(store, meeting)[0]
    assert (found.state, found.name, found.label) == (state, "Bagus Pratama", "Karang Taruna")


def test_a_post_is_invited_once_whoever_holds_it(store: Store, meeting: UUID) -> None:
    seat = _invited(store, meeting)
    invite(Desk(store, "Uji"), meeting, [{"position_id": seat.position_id, "institution_id": seat.institution_id}])
    assert len(participants(store, meeting)) == 1
