"""Meetings: the list, and a meeting's own data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.listing import Listing, View, Where, containing
from desktop.models.queries.of_topic import held_for_topic
from desktop.models.queries.typed import CLOCK, DAY, ID, listed, live, typed
from desktop.models.statements import Statement, param, text_of, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Commitment, Forum, Meeting, Participant, Person, Topic
from desktop.models.words import PRESENT

MEETING_LIST = View(
    Meeting,
    columns={
        "held_on": text_of(Meeting.held_on),
        "title": Meeting.title,
        "place": Meeting.place,
        "state": Meeting.state,
        "cancelled": Meeting.cancelled,
        "present": Participant.select(fn.COUNT(Participant.seq)).where(
            Participant.meeting_id == Meeting.id, live(Participant), Participant.state.in_(PRESENT)
        ),
        "commitments": Commitment.select(fn.COUNT(Commitment.seq)).where(
            Commitment.meeting_id == Meeting.id, live(Commitment)
        ),
    },
    orders={
        "held_on": Meeting.held_on,
        "title": Meeting.sort_key,
        "place": unknown_last(Meeting.place),
        "state": Meeting.state,
    },
)


def meeting_list(
    store: Store,
    *,
    text: str = "",
    states: tuple[str, ...] = (),
    topic: UUID | None = None,
    order: str = "held_on",
    descending: bool = True,
) -> Listing:
    """Rapat as searched, filtered and ordered."""
    where: Where = containing(Meeting.search_text, text)
    if states:
        where += (Meeting.state.in_(states),)
    if topic is not None:
        where += (Meeting.topic_id == topic,)
    return Listing(store, MEETING_LIST, order=order, descending=descending, where=where)


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """A meeting's own data with the names of what it points to."""

    id: UUID
    title: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    zone: str
    place: str | None
    purpose: str | None
    invitation_number: str | None
    invitation_date: date | None
    minutes_number: str | None
    minutes_date: date | None
    co_organiser: str | None
    forum: str | None
    topic_id: UUID | None
    topic: str | None
    secretary: str | None
    minute_taker: str | None
    minute_taker_id: UUID | None
    opening: str | None
    closing: str | None
    closed_at: time | None
    state: str
    source_note: str | None
    cancelled: bool = False


_Secretary, _MinuteTaker = Person.alias("secretary"), Person.alias("minute_taker")

_HEAD = Statement(
    lambda: Meeting.select(
        Meeting.id, Meeting.title, Meeting.held_on, Meeting.starts_at, Meeting.ends_at, Meeting.zone,
        Meeting.place, Meeting.purpose, Meeting.invitation_number, Meeting.invitation_date,
        Meeting.minutes_number, Meeting.minutes_date, Meeting.co_organiser, Forum.name, Topic.id, Topic.name,
        _Secretary.name, _MinuteTaker.name, _MinuteTaker.id, Meeting.opening, Meeting.closing,
        Meeting.closed_at, Meeting.state, Meeting.source_note, Meeting.cancelled,
    )
    .join(Forum, JOIN.LEFT_OUTER, on=(Meeting.forum_id == Forum.id))
    .join_from(Meeting, Topic, JOIN.LEFT_OUTER, on=(Meeting.topic_id == Topic.id))
    .join_from(Meeting, _Secretary, JOIN.LEFT_OUTER, on=(Meeting.secretary_id == _Secretary.id))
    .join_from(Meeting, _MinuteTaker, JOIN.LEFT_OUTER, on=(Meeting.minute_taker_id == _MinuteTaker.id))
    .where(Meeting.id == param("meeting"), live(Meeting))
)  # fmt: skip
_HEAD_TYPES = (
    ID, None, DAY, CLOCK, CLOCK, None, None, None, None, DAY, None, DAY, None, None, ID, None,
    None, None, ID, None, None, CLOCK, None, None, None,
)  # fmt: skip


def meeting_head(store: Store, meeting: UUID) -> MeetingHead | None:
    """One meeting, None where there is none or it was deleted."""
    row = _HEAD.one(store, meeting=meeting)
    return None if row is None else MeetingHead(*typed(row, _HEAD_TYPES))


_LATEST = Statement(
    lambda: (
        Meeting.select(Meeting.id)
        .where(listed(Meeting))
        .order_by(Meeting.held_on.desc(), Meeting.seq.desc())
        .limit(1)
    )
)


def latest_meeting(store: Store) -> UUID | None:
    """The meeting held last."""
    row = _LATEST.one(store)
    return ID.python_value(row[0]) if row else None


_SAME = Statement(
    lambda: Meeting.select(Meeting.id).where(
        Meeting.held_on == param("held_on"), Meeting.sort_key == param("sort_key"), listed(Meeting)
    )
)


def same_meeting(store: Store, held_on: date, sort_key: str) -> UUID | None:
    """A meeting of that day with that title."""
    row = _SAME.one(store, held_on=held_on, sort_key=sort_key)
    return ID.python_value(row[0]) if row else None


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in one line."""

    id: UUID
    number: str | None
    title: str
    held_on: date
    place: str | None
    state: str


def _line_query(*, undeleted: Any = listed) -> Any:
    return Meeting.select(
        Meeting.id,
        fn.COALESCE(Meeting.minutes_number, Meeting.invitation_number),
        Meeting.title,
        Meeting.held_on,
        Meeting.place,
        Meeting.state,
    ).where(undeleted(Meeting))


_ALL = Statement(lambda: _line_query().order_by(Meeting.held_on.desc(), Meeting.seq.desc()))
_OF_TOPIC = Statement(
    lambda: (
        _line_query(undeleted=live)
        .where(held_for_topic(param("topic")), Meeting.cancelled == False)  # noqa: E712 - SQL
        .order_by(Meeting.held_on.desc(), Meeting.seq.desc())
    )
)
_NUMBERED = Statement(
    lambda: _line_query().where(
        (Meeting.minutes_number == param("number")) | (Meeting.invitation_number == param("number"))
    )
)
_LINE_TYPES = (ID, None, None, DAY, None, None)


def all_meetings(store: Store) -> list[MeetingLine]:
    """Every meeting, the newest first."""
    return [MeetingLine(*typed(row, _LINE_TYPES)) for row in _ALL.rows(store)]


def meetings_of_topic(store: Store, topic: UUID) -> list[MeetingLine]:
    """The meetings of a topic that were not called off, the newest first."""
    return [MeetingLine(*typed(row, _LINE_TYPES)) for row in _OF_TOPIC.rows(store, topic=topic)]


def meetings_numbered(store: Store, number: str) -> list[MeetingLine]:
    """The meetings whose minutes or invitation bear a number."""
    return [MeetingLine(*typed(row, _LINE_TYPES)) for row in _NUMBERED.rows(store, number=number)]
