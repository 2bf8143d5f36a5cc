"""Which topic is in hand where nobody has chosen one: the same on the first page and on those of a topic."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.office import TopicSummary

T = TypeVar("T", TopicRow, TopicSummary)


def foremost(topics: Iterable[T], day: date) -> T | None:
    """The topic whose day comes next; one without a day, or whose day has passed, only where there is no other."""
    return min(topics, key=lambda topic: _distance(topic.event_date, day), default=None)


def _distance(event: date | None, day: date) -> tuple[int, int]:
    if event is None:
        return (2, 0)
    left = (event - day).days
    return (0, left) if left >= 0 else (1, -left)
