"""Perlu arahan pimpinan: what the head was asked about follow-ups and problems, and what is still awaited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Commitment, CommitmentStanding, Issue, Region, Topic


@dataclass(frozen=True, slots=True)
class Escalation:
    """One question to the head; `table` says what it is about, `place` whom or which region it concerns.

    `directed_on` and `direction` are None while the answer is awaited.
    """

    table: str
    id: UUID
    seq: int
    text: str
    place: str
    topic_id: UUID | None
    asked_on: date
    question: str
    directed_on: date | None
    direction: str | None


def _of_commitments(*conditions: Any) -> Any:
    return (
        Commitment.select(
            Commitment.id, Commitment.seq, Commitment.text, CommitmentStanding.addressee, Commitment.topic_id,
            Commitment.escalated_on, Commitment.escalation, Commitment.directed_on, Commitment.direction,
        )
        .join(CommitmentStanding, on=(CommitmentStanding.seq == Commitment.seq))
        .join_from(Commitment, Topic, JOIN.LEFT_OUTER, on=(Commitment.topic_id == Topic.id))
        .where(live(Commitment), Commitment.escalated_on.is_null(False), *conditions)
        .order_by(Commitment.escalated_on, Commitment.seq)
    )  # fmt: skip


def _of_issues(*conditions: Any) -> Any:
    return (
        Issue.select(
            Issue.id, Issue.seq, Issue.text, Region.name, Issue.topic_id, Issue.escalated_on, Issue.escalation,
            Issue.directed_on, Issue.direction,
        )
        .join(Topic, on=(Issue.topic_id == Topic.id))
        .join_from(Issue, Region, JOIN.LEFT_OUTER, on=(Issue.region_id == Region.id))
        .where(live(Issue), Issue.escalated_on.is_null(False), *conditions)
        .order_by(Issue.escalated_on, Issue.seq)
    )  # fmt: skip


_LAST_DAY = date(9999, 12, 31)
_IS_OPEN = Topic.id.is_null() | (Topic.state == "open")
_WAITING = {
    "commitment": Statement(
        lambda: _of_commitments(
            # By its index: SQLite would not look up what is merely not empty.
            Commitment.seq.in_(
                CommitmentStanding.select(CommitmentStanding.seq).where(
                    CommitmentStanding.waiting_since <= param("last")
                )
            ),
            _IS_OPEN,
        )
    ),
    "issue": Statement(lambda: _of_issues(Issue.directed_on.is_null(), _IS_OPEN)),
}
_ANSWERED = {
    "commitment": Statement(lambda: _of_commitments(Commitment.directed_on.is_null(False))),
    "issue": Statement(lambda: _of_issues(Issue.directed_on.is_null(False))),
}
_ONE = {
    "commitment": Statement(lambda: _of_commitments(Commitment.id == param("record"))),
    "issue": Statement(lambda: _of_issues(Issue.id == param("record"))),
}
_TYPES = (ID, None, None, None, ID, DAY, None, DAY, None)


def awaited_directions(store: Store, topic: UUID | None = None) -> list[Escalation]:
    """What the head has not answered yet, of one topic or of all that are open, the longest awaited first."""
    found = sorted(_read(store, _WAITING, last=_LAST_DAY), key=lambda one: one.asked_on)
    return [one for one in found if topic is None or one.topic_id == topic]


def given_directions(store: Store) -> list[Escalation]:
    """What the head has answered, the newest first."""
    return sorted(_read(store, _ANSWERED), key=lambda one: one.directed_on or date.min, reverse=True)


def escalation_of(store: Store, table: str, record: UUID) -> Escalation | None:
    """What the head was asked about a record; None where nothing."""
    row = _ONE[table].one(store, record=record)
    return None if row is None else _escalation(table, row)


def _saying(topic: Any) -> Statement:
    return Statement(
        lambda: (
            Commitment.select(Commitment.seq)
            .where(topic, Commitment.kind == "arahan", Commitment.text == param("text"), live(Commitment))
            .limit(1)
        )
    )


_OF_TOPIC, _OF_NO_TOPIC = _saying(Commitment.topic_id == param("topic")), _saying(Commitment.topic_id.is_null())


def became_follow_up(store: Store, topic: UUID | None, direction: str) -> bool:
    """Whether a follow-up of this topic, or of none, says just what the head said."""
    if topic is None:
        return _OF_NO_TOPIC.one(store, text=direction) is not None
    return _OF_TOPIC.one(store, topic=topic, text=direction) is not None


def _read(store: Store, asked: dict[str, Statement], **values: Any) -> list[Escalation]:
    found = ((table, row) for table, statement in asked.items() for row in statement.rows(store, **values))
    return [_escalation(table, row) for table, row in found]


def _escalation(table: str, row: tuple[Any, ...]) -> Escalation:
    one, seq, text, place, *rest = typed(row, _TYPES)
    return Escalation(table, one, seq, text, place or "", *rest)
