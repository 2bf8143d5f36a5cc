"""Stamps of the points of an agenda: one ends as the next begins, corrected by hand where they are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from desktop.base.clock import HeldClock, frozen
from desktop.base.errors import InvalidInput
from desktop.models.queries.discussion import AgendaRow, agenda
from desktop.models.store import Store
from desktop.services.agenda import add_agenda_item, update_agenda_item
from desktop.services.agenda_times import end_of, minutes_between, start_item, stop_item
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting


@pytest.fixture(autouse=True)
def clock() -> Iterator[HeldClock]:
    with frozen(datetime(2024, 10, 3, 9, 0, 40, tzinfo=ZoneInfo("Asia/Jakarta"))) as held:
        yield held


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    one, _ = create_meeting(desk, title="Rakor", held_on=date(2024, 10, 3))
    for title in ("Satu", "Dua"):
        add_agenda_item(desk, one, title=title)
    return one


def stamps(desk: Desk, meeting: UUID) -> list[tuple[time | None, time | None]]:
    return [(row.started_at, row.ended_at) for row in agenda(desk.store, meeting)]


def test_one_point_ends_when_the_next_begins(desk: Desk, meeting: UUID, clock: HeldClock) -> None:
    one, two = (row.id for row in agenda(desk.store, meeting))
    start_item(desk, meeting, one)
    clock.move(timedelta(minutes=12))
    start_item(desk, meeting, two, after=one)
    assert stamps(desk, meeting) == [(time(9), time(9, 12)), (time(9, 12), None)]


def test_a_point_taken_up_again_keeps_its_beginning(desk: Desk, meeting: UUID, clock: HeldClock) -> None:
    one, two = (row.id for row in agenda(desk.store, meeting))
    start_item(desk, meeting, one)
    start_item(desk, meeting, two, after=one)
    clock.move(timedelta(minutes=5))
    start_item(desk, meeting, one, after=two)
    assert stamps(desk, meeting) == [(time(9), None), (time(9), time(9, 5))]


def test_only_what_runs_is_ended(desk: Desk, meeting: UUID) -> None:
    one = agenda(desk.store, meeting)[0].id
    assert not stop_item(desk, meeting, one)
    assert stamps(desk, meeting)[0] == (None, None)


def test_a_point_of_another_meeting_is_refused(desk: Desk, meeting: UUID) -> None:
    other, _ = create_meeting(desk, title="Lain", held_on=date(2024, 10, 3))
    with pytest.raises(InvalidInput):
        start_item(desk, other, agenda(desk.store, meeting)[0].id)


def test_stamps_are_corrected_by_hand_and_an_end_needs_a_beginning(desk: Desk, meeting: UUID) -> None:
    one = agenda(desk.store, meeting)[0].id
    with pytest.raises(InvalidInput):
        update_agenda_item(desk, one, ended_at=time(9, 30))
    update_agenda_item(desk, one, started_at=time(9, 5))
    update_agenda_item(desk, one, ended_at=time(9, 30))
    assert stamps(desk, meeting)[0] == (time(9, 5), time(9, 30))


def test_minutes_run_past_midnight() -> None:
    assert (minutes_between(time(9), time(9, 12)), minutes_between(time(23, 50), time(0, 10))) == (12, 20)


def points(*times: tuple[str, str]) -> list[AgendaRow]:
    """Points of an agenda with their stamps, "" for none."""
    return [
        AgendaRow(uuid4(), number, f"Acara {number}", None, None, *(_time(one) for one in stamped))
        for number, stamped in enumerate(times, start=1)
    ]


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("times", "end"),
    [
        ([("09:00", "09:20"), ("09:20", "11:52")], "11:52"),
        ([("", ""), ("09:20", "11:52")], "11:52"),  # a point that was left out
        ([("09:30", "10:00"), ("09:00", "09:20")], "10:00"),  # not in the order of the list
        ([("23:00", "23:50"), ("23:50", "00:20")], "00:20"),
    ],
)
def test_an_agenda_is_through_when_its_last_point_ended(times: list[tuple[str, str]], end: str) -> None:
    assert end_of(points(*times)) == _time(end)


@pytest.mark.parametrize(
    "times",
    [
        [],
        [("", "")],
        [("09:00", "09:20"), ("", "")],
        [("09:00", "09:20"), ("09:20", "")],
        [("09:00", ""), ("09:20", "09:40")],
    ],
)
def test_nothing_is_said_of_the_end_while_a_point_is_open(times: list[tuple[str, str]]) -> None:
    assert end_of(points(*times)) is None
