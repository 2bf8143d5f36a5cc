"""Titik tinjau of a topic: the days on which the position is kept, counted from the topic's day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.base.day_offsets import day_at
from desktop.models.queries.typed import DAY, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ReviewPoint as Kept
from desktop.models.tables import Topic

USUAL_OFFSETS = (-30, -14, -7, -1)
"""The review points of a topic for which nothing else was decided."""


@dataclass(frozen=True, slots=True)
class ReviewPoint:
    """A review point: -30 is H-30, 0 the topic's day; `day` is None while the topic's day is not known."""

    day_offset: int
    day: date | None


_EVENT = Statement(lambda: Topic.select(Topic.event_date).where(Topic.id == param("topic"), live(Topic)))
_OFFSETS = Statement(
    lambda: (
        Kept.select(Kept.day_offset).where(Kept.topic_id == param("topic"), live(Kept)).order_by(Kept.day_offset)
    )
)


def review_points(store: Store, topic: UUID) -> list[ReviewPoint]:
    """The review points of a topic, the earliest first; the usual four where none were chosen."""
    row = _EVENT.one(store, topic=topic)
    event = DAY.python_value(row[0]) if row else None
    chosen = [int(offset) for (offset,) in _OFFSETS.rows(store, topic=topic)]
    return [ReviewPoint(offset, day_at(event, offset)) for offset in chosen or USUAL_OFFSETS]
