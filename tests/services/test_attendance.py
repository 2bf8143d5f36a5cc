"""Kehadiran: any state may follow any other, and who came is neither lost nor invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput
from desktop.models.queries.attendance import ParticipantRow, participants, regions_of_seats
from desktop.models.queries.directory import search_positions
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import ATTENDANCE
from desktop.services.attendance import add_guest, invite, mark, update_participant
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.meetings import create_meeting
from tests.engines import on_sqlite_alone

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


@on_sqlite_alone
@pytest.mark.parametrize(("first", "then"), [*permutations(ATTENDANCE, 2)])
def test_a_guest_goes_from_any_state_to_any_other(store: Store, meeting: UUID, first: str, then: str) -> None:
    desk = Desk(store, "Uji")
    add_guest(desk, meeting, name="Bagus Pratama", title="Ketua", institution="Karang Taruna")
    seat = participants(store, meeting)[0]
    for state in (first, then):
        mark(desk, [seat.id], state)
    found = participants(store, meeting)[0]
    assert (found.state, found.name, found.title, found.label) == (then, "Bagus Pratama", "Ketua", "Karang Taruna")


def test_who_came_late_and_left_early_is_present_with_both_times(store: Store, meeting: UUID) -> None:
    seat, desk = _invited(store, meeting), Desk(store, "Uji")
    mark(desk, [seat.id], "hadir", arrived_at=time(9, 40))
    update_participant(desk, seat.id, left_at=time(10, 15), reason="Dipanggil Bupati")
    kept = fields_of(store, "participant", seat.id)
    assert [kept[name] for name in ("state", "arrived_at", "left_at", "reason")] == [
        "hadir", time(9, 40), time(10, 15), "Dipanggil Bupati",
    ]  # fmt: skip


def test_whoever_was_not_there_after_all_has_no_times(store: Store, meeting: UUID) -> None:
    seat, desk = _invited(store, meeting), Desk(store, "Uji")
    mark(desk, [seat.id], "hadir", arrived_at=time(9, 40), left_at=time(10, 15))
    mark(desk, [seat.id], "tidak_hadir")
    kept = fields_of(store, "participant", seat.id)
    assert (kept["arrived_at"], kept["left_at"]) == (None, None)


@on_sqlite_alone
@pytest.mark.parametrize(
    ("state", "values", "field", "words"),
    [
        ("hadir", {"arrived_at": time(10), "left_at": time(9)}, "left_at", "sesudah waktu datang"),
        ("berhalangan", {"arrived_at": time(9)}, "arrived_at", "peserta ini berhalangan"),
        ("belum_dicatat", {"left_at": time(9)}, "left_at", "hanya untuk yang hadir"),
        ("terlambat", {}, "state", "tidak dikenal"),
        ("", {}, "state", "belum diisi"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    store: Store, meeting: UUID, state: str, values: dict[str, Any], field: str, words: str
) -> None:
    seat, desk = _invited(store, meeting), Desk(store, "Uji")
    with pytest.raises(InvalidInput, match=words) as refused:
        mark(desk, [seat.id], state, **values)
    assert refused.value.field == field
    assert participants(store, meeting)[0].state == "belum_dicatat"


def test_a_guest_cannot_lose_their_name(store: Store, meeting: UUID) -> None:
    desk = Desk(store, "Uji")
    add_guest(desk, meeting, name="Bagus Pratama")
    with pytest.raises(InvalidInput, match="tidak akan bernama"):
        update_participant(desk, participants(store, meeting)[0].id, present_name=" ")


def test_a_post_is_invited_once_whoever_holds_it(store: Store, meeting: UUID) -> None:
    seat = _invited(store, meeting)
    invite(Desk(store, "Uji"), meeting, [{"position_id": seat.position_id, "institution_id": seat.institution_id}])
    assert len(participants(store, meeting)) == 1


def test_the_moment_of_each_mark_is_kept_and_goes_with_it(store: Store, meeting: UUID) -> None:
    seat, desk = _invited(store, meeting), Desk(store, "Uji")
    with frozen(datetime(2024, 10, 3, 2, 7, tzinfo=UTC)) as clock:
        mark(desk, [seat.id], "hadir")
        assert fields_of(store, "participant", seat.id)["marked_at"] == clock.moment
        clock.move(timedelta(minutes=5))
        mark(desk, [seat.id], "berhalangan")
        assert fields_of(store, "participant", seat.id)["marked_at"] == clock.moment
    mark(desk, [seat.id], "belum_dicatat")
    assert fields_of(store, "participant", seat.id)["marked_at"] is None


def test_a_guest_whose_name_nobody_can_read_needs_none(store: Store, meeting: UUID) -> None:
    desk = Desk(store, "Uji")
    add_guest(desk, meeting, title="Lurah", unreadable=True)
    found = participants(store, meeting)[0]
    assert (found.is_guest, found.is_present, found.name, found.title) == (True, True, None, "Lurah")


def test_the_regions_of_the_invited_are_those_of_institutions_of_one_regency(store: Store, meeting: UUID) -> None:
    seat = _invited(store, meeting)
    assert regions_of_seats(store, meeting) == {seat.institution_id: ("Kabupaten Tuban",)}
