"""Positions that were kept, and the days a topic's positions are looked at from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peewee import fn

from desktop.base.errors import NotFound
from desktop.models.fields import JsonField
from desktop.models.position import Position, from_plain
from desktop.models.queries.closing import TopicMeeting, meetings_in_topic
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, ChecklistTemplate, ReadinessSnapshot, Topic

_CONTENT = JsonField()


@dataclass(frozen=True, slots=True)
class KeptPosition:
    """A position that was kept: the day it is of, what it is called, and why: review point, meeting, by hand."""

    id: UUID
    taken_on: date
    label: str
    day_offset: int | None
    meeting_id: UUID | None
    taken_by: str


_OF_TOPIC = Statement(
    lambda: ReadinessSnapshot.select(
        ReadinessSnapshot.id, ReadinessSnapshot.taken_on, ReadinessSnapshot.label, ReadinessSnapshot.day_offset,
        ReadinessSnapshot.meeting_id, ReadinessSnapshot.taken_by,
    )
    .where(ReadinessSnapshot.topic_id == param("topic"), live(ReadinessSnapshot))
    .order_by(ReadinessSnapshot.taken_on, ReadinessSnapshot.seq)
)  # fmt: skip
_POSITION = Statement(
    lambda: ReadinessSnapshot.select(ReadinessSnapshot.content).where(
        ReadinessSnapshot.id == param("id"), live(ReadinessSnapshot)
    )
)
_FIRST_REPORT = Statement(
    lambda: (
        Assessment.select(fn.MIN(Assessment.as_of))
        .join(ChecklistItem, on=(Assessment.item_id == ChecklistItem.id))
        .join_from(ChecklistItem, ChecklistTemplate, on=(ChecklistItem.template_id == ChecklistTemplate.id))
        .where(ChecklistTemplate.topic_id == param("topic"), live(Assessment))
    )
)


def kept_positions(store: Store, topic: UUID) -> list[KeptPosition]:
    """The positions kept of a topic, the earliest day first."""
    types = (ID, DAY, None, None, ID, None)
    return [KeptPosition(*typed(row, types)) for row in _OF_TOPIC.rows(store, topic=topic)]


def kept_position(store: Store, snapshot: UUID) -> Position:
    """What a kept position says; NotFound where it was deleted, NewerFile where a newer Rakor kept it."""
    row = _POSITION.one(store, id=snapshot)
    if row is None:
        raise NotFound("Posisi ini sudah dihapus.", "Pilih posisi lain.")
    return from_plain(_CONTENT.python_value(row[0]))


@dataclass(frozen=True, slots=True)
class KeptOfTopic:
    """A kept position and the name of its topic."""

    id: UUID
    topic: str
    taken_on: date
    label: str


def kept_among(store: Store, snapshots: Collection[UUID]) -> list[KeptOfTopic]:
    """Those of these positions that were not taken away, the earliest day first."""
    query = (
        ReadinessSnapshot.select(
            ReadinessSnapshot.id, Topic.name, ReadinessSnapshot.taken_on, ReadinessSnapshot.label
        )
        .join(Topic, on=(ReadinessSnapshot.topic_id == Topic.id))
        .where(ReadinessSnapshot.id.in_(list(snapshots)), live(ReadinessSnapshot))
        .order_by(ReadinessSnapshot.taken_on, ReadinessSnapshot.seq)
    )
    return [KeptOfTopic(*typed(row, (ID, None, DAY, None))) for row in store.rows(*compiled_once(store, query))]


def first_report_day(store: Store, topic: UUID) -> date | None:
    """The earliest day anything was reported of; None while nothing was."""
    row = _FIRST_REPORT.one(store, topic=topic)
    return DAY.python_value(row[0]) if row and row[0] is not None else None


def last_meeting_before(store: Store, topic: UUID, day: date) -> TopicMeeting | None:
    """The last meeting of a topic held before a day; None where none was."""
    held = [one for one in meetings_in_topic(store, topic) if not one.cancelled and one.held_on < day]
    return held[-1] if held else None
