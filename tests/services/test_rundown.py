"""Susunan acara: times follow from the lengths, the usual lines are put only on an empty list."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput, NotFound
from desktop.models.queries.records import fields_of
from desktop.models.queries.rundown import RundownRow, clock_times, rundown
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting, delete_meeting
from desktop.services.rundown import (
    USUAL,
    add_rundown_line,
    delete_rundown_line,
    move_rundown_line,
    start_from_usual,
    update_rundown_line,
)
from tests.engines import on_sqlite_alone


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 10))[0]


def _lines(desk: Desk, meeting: UUID) -> list[RundownRow]:
    return rundown(desk.store, meeting)


def test_the_usual_lines_are_one_action(desk: Desk, meeting: UUID) -> None:
    history = History()
    history.note(start_from_usual(desk, meeting))
    assert [(row.title, row.planned_minutes) for row in _lines(desk, meeting)] == list(USUAL)
    history.undo(desk)
    assert _lines(desk, meeting) == []


def test_the_usual_lines_never_mix_with_written_ones(desk: Desk, meeting: UUID) -> None:
    add_rundown_line(desk, meeting, title="Doa")
    with pytest.raises(InvalidInput, match="sudah berisi"):
        start_from_usual(desk, meeting)


def test_lines_move_change_and_go(desk: Desk, meeting: UUID) -> None:
    first, _ = add_rundown_line(desk, meeting, title="Doa", planned_minutes=5)
    second, _ = add_rundown_line(desk, meeting, title="Pembukaan", officer=" Sdr. Rangga ")
    move_rundown_line(desk, second, 0)
    update_rundown_line(desk, first, starts_at=time(9, 30), note="berdiri")
    assert [(row.title, row.officer, row.starts_at) for row in _lines(desk, meeting)] == [
        ("Pembukaan", "Sdr. Rangga", None),
        ("Doa", None, time(9, 30)),
    ]
    delete_rundown_line(desk, second)
    assert [row.title for row in _lines(desk, meeting)] == ["Doa"]


@on_sqlite_alone
@pytest.mark.parametrize("values", [{"title": " "}, {"planned_minutes": 0}, {"planned_minutes": 1441}])
def test_what_no_programme_can_hold_is_refused(desk: Desk, meeting: UUID, values: dict[str, object]) -> None:
    line, _ = add_rundown_line(desk, meeting, title="Doa")
    with pytest.raises(InvalidInput):
        update_rundown_line(desk, line, **values)


def test_the_lines_go_and_come_back_with_their_meeting(desk: Desk, meeting: UUID) -> None:
    line, _ = add_rundown_line(desk, meeting, title="Doa")
    history = History()
    history.note(delete_meeting(desk, meeting))
    with pytest.raises(NotFound):
        fields_of(desk.store, "rundown_item", line)
    history.undo(desk)
    assert [row.id for row in _lines(desk, meeting)] == [line]


def _row(minutes: int | None, starts_at: time | None = None) -> RundownRow:
    return RundownRow(UUID(int=0), 1, starts_at, minutes, "Acara", None, None)


def test_times_follow_from_the_start_and_the_lengths() -> None:
    rows = [_row(5), _row(10), _row(None), _row(5), _row(20, time(10, 0)), _row(5)]
    assert clock_times(rows, time(9, 0)) == [
        (time(9, 0), time(9, 5)),
        (time(9, 5), time(9, 15)),
        (time(9, 15), None),
        (None, None),
        (time(10, 0), time(10, 20)),
        (time(10, 20), time(10, 25)),
    ]


def test_times_stay_unknown_without_a_start_and_pass_midnight() -> None:
    assert clock_times([_row(5)], None) == [(None, None)]
    assert clock_times([_row(30)], time(23, 45)) == [(time(23, 45), time(0, 15))]
