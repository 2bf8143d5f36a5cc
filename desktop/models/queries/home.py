"""What the first page asks beyond the lists: the meetings around today, and the stages a topic is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from peewee import fn

from desktop.models.queries.commitment_states import is_late
from desktop.models.queries.typed import CLOCK, DAY, ID, listed, live, typed
from desktop.models.statements import Statement, param, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Commitment, CommitmentStanding, Meeting, Stage
from desktop.models.words import PROMISED_DUE


@dataclass(frozen=True, slots=True)
class MeetingBrief:
    """A meeting as an appointment."""

    id: UUID
    title: str
    held_on: date
    starts_at: time | None
    zone: str
    place: str | None
    state: str


def _meetings_query(*conditions: Any) -> Any:
    return Meeting.select(
        Meeting.id, Meeting.title, Meeting.held_on, Meeting.starts_at, Meeting.zone, Meeting.place, Meeting.state
    ).where(listed(Meeting), Meeting.cancelled == False, *conditions)  # noqa: E712 - an SQL expression


_COMING = Statement(
    lambda: (
        _meetings_query(Meeting.held_on >= param("today"))
        .order_by(Meeting.held_on, Meeting.starts_at, Meeting.seq)
        .limit(param("limit"))
    )
)
_LAST = Statement(
    lambda: (
        _meetings_query(Meeting.held_on < param("today"))
        .order_by(Meeting.held_on.desc(), Meeting.starts_at.desc(), Meeting.seq.desc())
        .limit(1)
    )
)
_MEETING_TYPES = (ID, None, DAY, CLOCK, None, None, None)


_ANY = Statement(
    lambda: Meeting.select(Meeting.seq).where(listed(Meeting)).order_by(Meeting.held_on, Meeting.seq).limit(1)
)


def has_meetings(store: Store) -> bool:
    """Whether any meeting was ever noted, one called off included."""
    return _ANY.one(store) is not None


def coming_meetings(store: Store, today: date, limit: int) -> list[MeetingBrief]:
    """The next meetings that were not called off, those of today included, the nearest first."""
    return [MeetingBrief(*typed(row, _MEETING_TYPES)) for row in _COMING.rows(store, today=today, limit=limit)]


def last_meeting(store: Store, today: date) -> MeetingBrief | None:
    """The meeting held last before today."""
    row = _LAST.one(store, today=today)
    return None if row is None else MeetingBrief(*typed(row, _MEETING_TYPES))


@dataclass(frozen=True, slots=True)
class StageRow:
    """A step of a topic with its days."""

    id: UUID
    name: str
    starts_on: date
    ends_on: date | None
    lead: str | None


def _stages_query(*conditions: Any) -> Any:
    return Stage.select(Stage.id, Stage.name, Stage.starts_on, Stage.ends_on, Stage.lead).where(
        Stage.topic_id == param("topic"), live(Stage), *conditions
    )


_NOW = Statement(
    lambda: _stages_query(Stage.starts_on <= param("today"), Stage.ends_on >= param("today")).order_by(
        Stage.ends_on, Stage.order_no, Stage.seq
    )
)
_NEXT = Statement(
    lambda: (
        _stages_query(Stage.starts_on > param("today"))
        .order_by(Stage.starts_on, Stage.order_no, Stage.seq)
        .limit(1)
    )
)
_STAGE_TYPES = (ID, None, DAY, DAY, None)


def stages_now(store: Store, topic: UUID, today: date) -> list[StageRow]:
    """The stages that run today, the one that ends first in front; stages without both days are left out."""
    return [StageRow(*typed(row, _STAGE_TYPES)) for row in _NOW.rows(store, topic=topic, today=today)]


def next_stage(store: Store, topic: UUID, today: date) -> StageRow | None:
    """The stage that begins next."""
    row = _NEXT.one(store, topic=topic, today=today)
    return None if row is None else StageRow(*typed(row, _STAGE_TYPES))


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """An open follow-up in a line: to whom (the first of `addressees` as said), and until when if promised."""

    id: UUID
    text: str
    addressee: str | None
    addressees: int
    due_on: date | None
    late: bool


def _follow_ups_query(order: tuple[Any, ...], *conditions: Any) -> Any:
    row = CommitmentStanding
    return (
        row.select(row.commitment_id, Commitment.text, row.addressee, row.said, row.due_date, row.due_source)
        .join(Commitment, on=(Commitment.seq == row.seq))
        .where(row.unfinished == True, *conditions)  # noqa: E712 - an SQL expression
        .order_by(*order, row.seq)
        .limit(param("most"))
    )


def _pressing() -> Any:
    return CommitmentStanding.promised_on <= param("near")


_PRESSING = Statement(lambda: _follow_ups_query((CommitmentStanding.promised_on,), _pressing()))
_OTHERS = Statement(
    lambda: _follow_ups_query(unknown_last(CommitmentStanding.due_date), ~fn.COALESCE(_pressing(), False))
)
_FOLLOW_UP_TYPES = (ID, None, None, None, DAY, None)


def foremost_follow_ups(store: Store, today: date, near: date, most: int) -> list[FollowUpLine]:
    """The open follow-ups to look at first: those promised for a day up to `near`, then the others in their order.

    An internal date is left out, as nobody was told of it.
    """
    rows = _PRESSING.rows(store, near=near, most=most)
    if len(rows) < most:
        rows += _OTHERS.rows(store, near=near, most=most - len(rows))
    return [_line(typed(row, _FOLLOW_UP_TYPES), today) for row in rows]


def _line(values: list[Any], today: date) -> FollowUpLine:
    one, text, addressee, addressees, due, source = values
    promised = due if source in PROMISED_DUE else None
    return FollowUpLine(one, text, addressee, addressees, promised, is_late(promised, source, True, today))
