"""Susunan acara: what the MC announces, line by line, with the times that follow from the lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from desktop.models.queries.typed import CLOCK, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import RundownItem

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class RundownRow:
    """One line; `starts_at` only where the line was given a time of its own."""

    id: UUID
    order_no: int
    starts_at: time | None
    planned_minutes: int | None
    title: str
    officer: str | None
    note: str | None


_RUNDOWN = Statement(
    lambda: RundownItem.select(
        RundownItem.id, RundownItem.order_no, RundownItem.starts_at, RundownItem.planned_minutes,
        RundownItem.title, RundownItem.officer, RundownItem.note,
    )
    .where(RundownItem.meeting_id == param("meeting"), live(RundownItem))
    .order_by(RundownItem.order_no, RundownItem.seq)
)  # fmt: skip
_TYPES = (ID, None, CLOCK, None, None, None, None)


def rundown(store: Store, meeting: UUID) -> list[RundownRow]:
    """The lines in their order."""
    return [RundownRow(*typed(row, _TYPES)) for row in _RUNDOWN.rows(store, meeting=meeting)]


def clock_times(rows: Sequence[RundownRow], start: time | None) -> list[tuple[time | None, time | None]]:
    """When each line begins and ends, None where nobody can say.

    The first line begins with the meeting, each other one when the line before it ends; a line with a time of
    its own begins then.
    """
    found: list[tuple[time | None, time | None]] = []
    now = start
    for row in rows:
        begin = row.starts_at or now
        now = _later(begin, row.planned_minutes)
        found.append((begin, now))
    return found


def _later(clock: time | None, minutes: int | None) -> time | None:
    if clock is None or minutes is None:
        return None
    total = (clock.hour * 60 + clock.minute + minutes) % _DAY
    return time(total // 60, total % 60)
