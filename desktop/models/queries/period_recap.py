"""What meetings of a period brought: their seats with who came, and their follow-ups with how far each is.

A period's meetings may be those of one topic or of one forum. Seats and follow-ups come as bare rows, institutions
in the order of protocol; they are counted in `services.papers.period_recap`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN

from desktop.base.periods import Period
from desktop.models.queries.attendance import group_seat, guest_seat
from desktop.models.queries.typed import DAY, listed, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Institution, Meeting, Participant


class MeetingOfPeriod(NamedTuple):
    """A meeting that was to be held in the period; `key` is what its seats and follow-ups name it by."""

    key: int
    held_on: date
    title: str
    cancelled: bool


class SeatOfPeriod(NamedTuple):
    """A seat of a meeting that was not cancelled; `state` is a word of `ATTENDANCE`."""

    meeting: int
    institution: str | None
    institution_key: int | None
    label: str | None
    state: str
    is_guest: bool
    is_group: bool


class TaskOfPeriod(NamedTuple):
    """A follow-up given in a meeting, once for each addressee; without any, once with `state` None."""

    meeting: int
    commitment: int
    due_date: date | None
    due_source: str | None
    institution: str | None
    institution_key: int | None
    label: str | None
    state: str | None


def _given(which: Any) -> tuple[Any, ...]:
    held = (listed(Meeting), Meeting.held_on.between(param("first"), param("last")))
    return held if which is None else (*held, which == param("which"))


def _meetings(which: Any) -> Any:
    return (
        Meeting.select(Meeting.seq, Meeting.held_on, Meeting.title, Meeting.cancelled)
        .where(*_given(which))
        .order_by(Meeting.held_on, Meeting.seq)
    )


def _seats(which: Any) -> Any:
    return (
        Participant.select(
            Meeting.seq, Institution.name, Institution.seq, Participant.label, Participant.state, guest_seat(),
            group_seat(),
        )
        .join(Meeting, on=(Participant.meeting_id == Meeting.id))
        .join_from(Participant, Institution, JOIN.LEFT_OUTER, on=(Participant.institution_id == Institution.id))
        .where(*_given(which), live(Participant), Meeting.cancelled == False)  # noqa: E712 - an SQL expression
        .order_by(*_by_protocol(), Participant.seq)
    )  # fmt: skip


def _tasks(which: Any) -> Any:
    return (
        Commitment.select(
            Meeting.seq, Commitment.seq, Commitment.due_date, Commitment.due_source, Institution.name,
            Institution.seq, Addressee.label, Addressee.state,
        )
        .join(Meeting, on=(Commitment.meeting_id == Meeting.id))
        .join_from(
            Commitment, Addressee, JOIN.LEFT_OUTER,
            on=((Addressee.commitment_id == Commitment.id) & live(Addressee)),
        )
        .join_from(Addressee, Institution, JOIN.LEFT_OUTER, on=(Addressee.institution_id == Institution.id))
        .where(*_given(which), live(Commitment))
        .order_by(*_by_protocol(), Commitment.seq, Addressee.seq)
    )  # fmt: skip


def _by_protocol() -> tuple[Any, ...]:
    return Institution.seq.is_null(), Institution.protocol_rank, Institution.sort_key, Institution.seq


def _three(build: Callable[[Any], Any]) -> tuple[Statement, Statement, Statement]:
    """The question for all meetings, for those of a topic, for those of a forum."""
    every, of_topic, of_forum = (partial(build, one) for one in (None, Meeting.topic_id, Meeting.forum_id))
    return Statement(every), Statement(of_topic), Statement(of_forum)


_MEETINGS, _MEETINGS_OF_TOPIC, _MEETINGS_OF_FORUM = _three(_meetings)
_SEATS, _SEATS_OF_TOPIC, _SEATS_OF_FORUM = _three(_seats)
_TASKS, _TASKS_OF_TOPIC, _TASKS_OF_FORUM = _three(_tasks)
_ALL = (_MEETINGS, _SEATS, _TASKS)
_OF_TOPIC = (_MEETINGS_OF_TOPIC, _SEATS_OF_TOPIC, _TASKS_OF_TOPIC)
_OF_FORUM = (_MEETINGS_OF_FORUM, _SEATS_OF_FORUM, _TASKS_OF_FORUM)


class PeriodRows(NamedTuple):
    """All that is known of a period."""

    meetings: list[MeetingOfPeriod]
    seats: list[SeatOfPeriod]
    tasks: list[TaskOfPeriod]


def rows_of_period(
    store: Store, period: Period, *, topic: UUID | None = None, forum: UUID | None = None
) -> PeriodRows:
    """The meetings of a period with seats and follow-ups; those of a topic or forum, if one is named."""
    asked = _OF_TOPIC if topic else _OF_FORUM if forum else _ALL
    values: dict[str, Any] = {"first": period.first, "last": period.last, "which": topic or forum}
    meetings, seats, tasks = (statement.rows(store, **values) for statement in asked)
    return PeriodRows(
        [MeetingOfPeriod(row[0], _day(row[1]), row[2], bool(row[3])) for row in meetings],
        [SeatOfPeriod._make((*row[:5], bool(row[5]), bool(row[6]))) for row in seats],
        [TaskOfPeriod._make((*row[:2], DAY.python_value(row[2]), *row[3:])) for row in tasks],
    )


def _day(value: Any) -> date:
    found = DAY.python_value(value)
    assert found is not None
    return found
