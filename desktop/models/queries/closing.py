"""What is still open in a topic when it is to be closed: follow-ups, problems, questions, minutes, forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.fields import BoolField, InstantField
from desktop.models.queries.of_topic import held_for_topic, in_topic
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Commitment,
    CommitmentStanding,
    Forum,
    Institution,
    Issue,
    Meeting,
    OutgoingForm,
    Region,
    Topic,
)
from desktop.models.words import MEETING_STATES, OPEN_ISSUE_STATES

_INSTANT = InstantField()
LEFT_OPEN = ("notula", "formulir")
"""Kinds of open items that are not ended in their records but left as they are, for a reason the closing keeps."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing of a topic that has no end yet.

    `kind` is one of `words.OPEN_ITEM_KINDS`, `table` and `id` the record: a question to the head (`arahan`) is of
    its follow-up or problem. `on` is the day that matters: until when, when it happened, was held or given out.
    `who` is to whom or where; `asks` says that the head's word is still wanted. `form_of` is what a form is about,
    `tindak_lanjut` or `kesiapan`.
    """

    kind: str
    table: str
    id: UUID
    text: str
    on: date | None = None
    who: str = ""
    done: int = 0
    parts: int = 0
    asks: bool = False
    form_of: str = ""

    @property
    def key(self) -> tuple[str, UUID]:
        """What tells it from the others, also as they change."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class EndRow:
    """How a follow-up ended: `how` of `words.ENDS`, the words noted with it, and the topic it went on in."""

    how: str
    note: str
    topic: str


@dataclass(frozen=True, slots=True)
class EndedHere:
    """How one follow-up ended, in which other one it goes on, and which one it took over.

    `is_closed` says that its topic was closed; `how` is "" where it was given no end of its own.
    """

    is_closed: bool = False
    how: str = ""
    on: date | None = None
    note: str = ""
    successor_id: UUID | None = None
    successor_topic: str = ""
    predecessor_id: UUID | None = None
    predecessor_topic: str = ""


_Successor = Commitment.alias("successor")
_OwnTopic, _NextTopic = Topic.alias("own_topic"), Topic.alias("next_topic")
_END = Statement(
    lambda: (
        Commitment.select(
            _OwnTopic.state, Commitment.ended_how, Commitment.ended_on, Commitment.ended_note, _Successor.id,
            _NextTopic.name,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .join_from(Meeting, Forum, JOIN.LEFT_OUTER, on=(Meeting.forum_id == Forum.id))
        .join_from(
            Commitment, _OwnTopic, JOIN.LEFT_OUTER,
            on=(_OwnTopic.id == fn.COALESCE(Commitment.topic_id, Meeting.topic_id, Forum.topic_id)),
        )
        .join_from(
            Commitment, _Successor, JOIN.LEFT_OUTER,
            on=((Commitment.successor_id == _Successor.id) & live(_Successor)),
        )
        .join_from(_Successor, _NextTopic, JOIN.LEFT_OUTER, on=(_Successor.topic_id == _NextTopic.id))
        .where(Commitment.id == param("commitment"), live(Commitment))
    )
)  # fmt: skip
_TAKEN_OVER = Statement(
    lambda: (
        Commitment.select(Commitment.id, Topic.name)
        .join(Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .join_from(
            Commitment, Topic, JOIN.LEFT_OUTER, on=(Topic.id == fn.COALESCE(Commitment.topic_id, Meeting.topic_id))
        )
        .where(Commitment.successor_id == param("commitment"), live(Commitment))
        .limit(1)
    )
)


def end_of_follow_up(store: Store, commitment: UUID) -> EndedHere:
    """How a follow-up ended, if it did."""
    row = _END.one(store, commitment=commitment)
    if row is None:
        return EndedHere()
    state, how, on, note, successor, onward = typed(row, (None, None, DAY, None, ID, None))
    before, origin = typed(_TAKEN_OVER.one(store, commitment=commitment) or (None, None), (ID, None))
    return EndedHere(state == "closed", how or "", on, note or "", successor, onward or "", before, origin or "")


_ENDS = Statement(
    lambda: (
        Commitment.select(Commitment.id, Commitment.ended_how, Commitment.ended_note, Topic.name)
        .join(_Successor, JOIN.LEFT_OUTER, on=(Commitment.successor_id == _Successor.id))
        .join_from(_Successor, Topic, JOIN.LEFT_OUTER, on=(_Successor.topic_id == Topic.id))
        .where(in_topic(param("topic")), live(Commitment), Commitment.ended_how.is_null(False))
    )
)
_MEETINGS = Statement(
    lambda: (
        Meeting.select(Meeting.id, Meeting.held_on, Meeting.title, Meeting.place, Meeting.cancelled)
        .where(held_for_topic(param("topic")), live(Meeting))
        .order_by(Meeting.held_on, Meeting.seq)
    )
)


_OF_MEETING = Statement(
    lambda: (
        Meeting.select(Topic.state, Topic.closed_on)
        .join(Forum, JOIN.LEFT_OUTER, on=(Meeting.forum_id == Forum.id))
        .join_from(Meeting, Topic, on=(Topic.id == fn.COALESCE(Meeting.topic_id, Forum.topic_id)))
        .where(Meeting.id == param("meeting"), live(Topic))
    )
)


def closing_of_meeting(store: Store, meeting: UUID) -> tuple[bool, date | None]:
    """Whether the topic of a meeting is closed, and since when."""
    state, day = typed(_OF_MEETING.one(store, meeting=meeting) or ("open", None), (None, DAY))
    return state == "closed", day


def ends_in_topic(store: Store, topic: UUID) -> dict[UUID, EndRow]:
    """The follow-ups of a topic that were given an end, and which."""
    rows = (typed(row, (ID, None, None, None)) for row in _ENDS.rows(store, topic=topic))
    return {one: EndRow(how, note or "", name or "") for one, how, note, name in rows}


@dataclass(frozen=True, slots=True)
class TopicMeeting:
    """A meeting of a topic in a line."""

    id: UUID
    held_on: date
    title: str
    place: str | None
    cancelled: bool


def meetings_in_topic(store: Store, topic: UUID) -> list[TopicMeeting]:
    """The meetings of a topic in the order they were held, cancelled ones too."""
    rows = (typed(row, (ID, DAY, None, None, BoolField())) for row in _MEETINGS.rows(store, topic=topic))
    return [TopicMeeting(*row) for row in rows]


def _asks(table: Any) -> Any:
    return table.escalated_on.is_null(False) & table.directed_on.is_null()


def _follow_ups_query(*conditions: Any) -> Any:
    return (
        Commitment.select(
            Commitment.id, Commitment.text, Commitment.due_date, CommitmentStanding.addressee,
            CommitmentStanding.said, CommitmentStanding.done, CommitmentStanding.total, Commitment.escalated_on,
            Commitment.directed_on, Commitment.escalation,
        )
        .join(CommitmentStanding, on=(CommitmentStanding.seq == Commitment.seq))
        .join_from(Commitment, Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .where(in_topic(param("topic")), live(Commitment), *conditions)
        .order_by(Commitment.due_date.is_null(), Commitment.due_date, Meeting.held_on, Commitment.seq)
    )  # fmt: skip


def _issues_query(*conditions: Any) -> Any:
    return (
        Issue.select(
            Issue.id, Issue.text, Issue.happened_on, Region.name, Issue.escalated_on, Issue.directed_on,
            Issue.escalation,
        )
        .join(Region, JOIN.LEFT_OUTER, on=(Issue.region_id == Region.id))
        .where(Issue.topic_id == param("topic"), live(Issue), *conditions)
        .order_by(Issue.happened_on, Issue.seq)
    )  # fmt: skip


_UNFINISHED = CommitmentStanding.unfinished == True  # noqa: E712 - an SQL expression
_FOLLOW_UPS = Statement(lambda: _follow_ups_query(_UNFINISHED))
_ASKED_OF_FOLLOW_UPS = Statement(lambda: _follow_ups_query(~_UNFINISHED, _asks(Commitment)))
_FOLLOW_UP_TYPES = (ID, None, DAY, None, None, None, None, DAY, DAY, None)
_PROBLEMS = Statement(lambda: _issues_query(Issue.state.in_(OPEN_ISSUE_STATES)))
_ASKED_OF_PROBLEMS = Statement(lambda: _issues_query(~Issue.state.in_(OPEN_ISSUE_STATES), _asks(Issue)))
_ISSUE_TYPES = (ID, None, DAY, None, DAY, DAY, None)
_MINUTES = Statement(
    lambda: (
        Meeting.select(Meeting.id, Meeting.title, Meeting.held_on, Meeting.state)
        .where(
            held_for_topic(param("topic")), live(Meeting), Meeting.cancelled == False,  # noqa: E712 - SQL
            Meeting.state != "ditandatangani",
        )
        .order_by(Meeting.held_on, Meeting.seq)
    )
)  # fmt: skip
_FORMS = Statement(
    lambda: (
        OutgoingForm.select(
            OutgoingForm.id, OutgoingForm.code, OutgoingForm.made_at, Institution.name, Region.name,
            OutgoingForm.kind,
        )
        .join(Institution, JOIN.LEFT_OUTER, on=(OutgoingForm.institution_id == Institution.id))
        .join_from(OutgoingForm, Region, JOIN.LEFT_OUTER, on=(OutgoingForm.region_id == Region.id))
        .where(OutgoingForm.topic_id == param("topic"), OutgoingForm.returned_at.is_null(), live(OutgoingForm))
        .order_by(OutgoingForm.made_at, OutgoingForm.seq)
    )
)  # fmt: skip


def open_items(store: Store, topic: UUID) -> list[OpenItem]:
    """What has no end yet, kind by kind, what is due or happened first in front.

    An unanswered question to the head of something that is still open shows there; of something that is done it
    stands for itself.
    """
    return [
        *(_follow_up(row) for row in _FOLLOW_UPS.rows(store, topic=topic)),
        *(_problem(row) for row in _PROBLEMS.rows(store, topic=topic)),
        *(_question("commitment", row) for row in _ASKED_OF_FOLLOW_UPS.rows(store, topic=topic)),
        *(_question("issue", row) for row in _ASKED_OF_PROBLEMS.rows(store, topic=topic)),
        *(_minutes(row) for row in _MINUTES.rows(store, topic=topic)),
        *(_form(row) for row in _FORMS.rows(store, topic=topic)),
    ]


def _follow_up(row: tuple[Any, ...]) -> OpenItem:
    one, text, due, first, said, done, parts, asked, answered, _ = typed(row, _FOLLOW_UP_TYPES)
    more = f" +{said - 1}" if said > 1 else ""
    asks = asked is not None and answered is None
    return OpenItem("tindak_lanjut", "commitment", one, text, due, f"{first or ''}{more}", done, parts, asks)


def _problem(row: tuple[Any, ...]) -> OpenItem:
    one, text, day, region, asked, answered, _ = typed(row, _ISSUE_TYPES)
    return OpenItem("kendala", "issue", one, text, day, region or "", asks=asked is not None and answered is None)


def _question(table: str, row: tuple[Any, ...]) -> OpenItem:
    types = _FOLLOW_UP_TYPES if table == "commitment" else _ISSUE_TYPES
    one, text, *_, asked, _answered, question = typed(row, types)
    return OpenItem("arahan", table, one, question or text, asked, asks=True)


def _minutes(row: tuple[Any, ...]) -> OpenItem:
    one, title, day, state = typed(row, (ID, None, DAY, None))
    return OpenItem("notula", "meeting", one, title, day, MEETING_STATES[state])


def _form(row: tuple[Any, ...]) -> OpenItem:
    one, code, made, institution, region, kind = typed(row, (ID, None, _INSTANT, None, None, None))
    to = " · ".join(filter(None, (institution, region)))
    return OpenItem("formulir", "outgoing_form", one, code, made.date() if made else None, to, form_of=kind)
