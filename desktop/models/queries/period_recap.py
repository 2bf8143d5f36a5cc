"""What meetings of a period brought, counted: seats by what became of them, and how many follow-ups.

A period may be that of one topic or one forum. SQL counts by meeting and by institution, so that only as much is
read as the paper says.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.base.periods import Period
from desktop.models.queries.attendance import group_seat, guest_seat
from desktop.models.queries.typed import DAY, listed, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Commitment, Institution, Meeting, Participant


class MeetingOfPeriod(NamedTuple):
    """A meeting that was to be held in the period; `key` is what its numbers name it by."""

    key: int
    held_on: date
    title: str
    cancelled: bool


class SeatsOfMeeting(NamedTuple):
    """How many seats of a meeting are in a state (a word of `ATTENDANCE`): those invited, and guests."""

    meeting: int
    state: str
    invited: int
    guests: int


class SeatsOfInstitution(NamedTuple):
    """How many seats an institution was invited to are in a state; `label` where no institution is known."""

    key: int | None
    institution: str | None
    label: str | None
    state: str
    invited: int


class TasksOfMeeting(NamedTuple):
    """How many follow-ups a meeting gave."""

    meeting: int
    given: int


class PeriodRows(NamedTuple):
    """All that is counted of a period; meetings that were cancelled have no seats."""

    meetings: list[MeetingOfPeriod]
    seats: list[SeatsOfMeeting]
    attendance: list[SeatsOfInstitution]
    given: list[TasksOfMeeting]


_OTHER_SEAT = Participant.alias("other_seat")
_PROTOCOL = (Institution.protocol_rank, Institution.sort_key, Institution.seq)


def _in_period(query: Any, *conditions: Any) -> Any:
    """Of the meetings asked for: all of the period, or those of a topic or forum."""
    return query.where(
        listed(Meeting),
        Meeting.held_on.between(param("first"), param("last")),
        param("every") | (Meeting.topic_id == param("topic")) | (Meeting.forum_id == param("forum")),
        *conditions,
    )


def _meetings() -> Any:
    found = Meeting.select(Meeting.seq, Meeting.held_on, Meeting.title, Meeting.cancelled)
    return _in_period(found).order_by(Meeting.held_on, Meeting.seq)


def _counted(condition: Any) -> Any:
    return fn.SUM(Case(None, ((condition, 1),), 0))


def _invited() -> Any:
    """The condition that a seat counts as invited; a group counts by its institutions once any is noted."""
    member = _OTHER_SEAT.select(_OTHER_SEAT.seq).where(
        _OTHER_SEAT.meeting_id == Participant.meeting_id, _OTHER_SEAT.label == Participant.label,
        _OTHER_SEAT.institution_id.is_null(False), live(_OTHER_SEAT),
    )  # fmt: skip
    return ~guest_seat() & ~(group_seat() & fn.EXISTS(member))


def _of_institutions(query: Any, table: Any) -> Any:
    return query.join_from(table, Institution, JOIN.LEFT_OUTER, on=(table.institution_id == Institution.id))


def _by_protocol(query: Any, by: tuple[Any, ...], first: Any) -> Any:
    """Grouped, the institutions in their order, then those the directory has not, as they came."""
    return query.group_by(*by, *_PROTOCOL).order_by(Institution.seq.is_null(), *_PROTOCOL, fn.MIN(first))


def _seats(*selected: Any) -> Any:
    return Participant.select(*selected).join(Meeting, on=(Participant.meeting_id == Meeting.id))


def _seats_of_meetings() -> Any:
    seats = _seats(Meeting.seq, Participant.state, _counted(_invited()), _counted(guest_seat()))
    return _in_period(seats, live(Participant), ~Meeting.cancelled).group_by(Meeting.seq, Participant.state)


def _seats_of_institutions() -> Any:
    by = (Institution.seq, Institution.name, Participant.label, Participant.state)
    seats = _of_institutions(_seats(*by, fn.COUNT(Participant.seq)), Participant)
    asked = _in_period(seats, live(Participant), ~Meeting.cancelled, _invited())
    return _by_protocol(asked, by, Participant.seq)


def _tasks_of_meetings() -> Any:
    tasks = Commitment.select(Meeting.seq, fn.COUNT(Commitment.seq))
    asked = _in_period(tasks.join(Meeting, on=(Commitment.meeting_id == Meeting.id)), live(Commitment))
    return asked.group_by(Meeting.seq)


_MEETINGS, _SEATS = Statement(_meetings), Statement(_seats_of_meetings)
_ATTENDANCE = Statement(_seats_of_institutions)
_GIVEN = Statement(_tasks_of_meetings)


def rows_of_period(
    store: Store, period: Period, *, topic: UUID | None = None, forum: UUID | None = None
) -> PeriodRows:
    """The meetings of a period, those of a topic or forum if one is named, and their counts."""
    values: dict[str, Any] = {
        "first": period.first, "last": period.last, "every": not (topic or forum), "topic": topic, "forum": forum,
    }  # fmt: skip
    return PeriodRows(
        [MeetingOfPeriod(row[0], _day(row[1]), row[2], bool(row[3])) for row in _MEETINGS.rows(store, **values)],
        [SeatsOfMeeting._make(row) for row in _SEATS.rows(store, **values)],
        [SeatsOfInstitution._make(row) for row in _ATTENDANCE.rows(store, **values)],
        [TasksOfMeeting._make(row) for row in _GIVEN.rows(store, **values)],
    )


def _day(value: Any) -> date:
    found = DAY.python_value(value)
    assert found is not None
    return found
