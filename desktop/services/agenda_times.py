"""How long the points of an agenda take: stamped while the meeting runs, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from uuid import UUID

from desktop.base.clock import now_here
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.discussion import AgendaRow
from desktop.models.queries.records import fields_of
from desktop.models.tables import AgendaItem
from desktop.services.belonging import require_own_parts
from desktop.services.desk import Desk

Times = tuple[time | None, time | None]


def clock_now(zone: str) -> time:
    """The time of day in a meeting's zone, in whole minutes."""
    return now_here(zone).time().replace(second=0, microsecond=0)


def start_item(desk: Desk, meeting: UUID, item: UUID, *, after: UUID | None = None) -> ChangeSet:
    """Stamp that a point begins now and, where `after` is running, that it ends; one taken up again goes on.

    The first beginning of a point stays. A point that runs already is left as it is.
    """
    with writing(desk.store, "agenda.start", by=desk.user) as write:
        require_own_parts(desk.store, meeting, {"agenda_item_id": item})
        now = clock_now(fields_of(desk.store, "meeting", meeting)["zone"])
        if after is not None and after != item:
            _stop(write, after, now)
        began = fields_of(desk.store, "agenda_item", item)["started_at"]
        write.update(AgendaItem, item, started_at=began or now, ended_at=None)
        return write.finish()


def stop_item(desk: Desk, meeting: UUID, item: UUID) -> ChangeSet:
    """Stamp that a point ends now; one that is not running is left as it is."""
    with writing(desk.store, "agenda.stop", by=desk.user) as write:
        require_own_parts(desk.store, meeting, {"agenda_item_id": item})
        _stop(write, item, clock_now(fields_of(desk.store, "meeting", meeting)["zone"]))
        return write.finish()


def minutes_between(start: time, end: time) -> int:
    """How many minutes lie between two times of day, past midnight too."""
    return ((end.hour - start.hour) * 60 + end.minute - start.minute) % (24 * 60)


def end_of(points: Sequence[AgendaRow]) -> time | None:
    """When an agenda was through; None while its last point has no end, or any point still runs.

    Points taken up out of their order count too, and so does what goes on past midnight.
    """
    starts = [one.started_at for one in points if one.started_at is not None]
    ends = [one.ended_at for one in points if one.ended_at is not None]
    if not points or points[-1].ended_at is None or len(ends) < len(starts):
        return None
    first = min(starts, key=lambda start: max(minutes_between(start, end) for end in ends))
    return max(ends, key=lambda end: minutes_between(first, end))


def _stop(write: Write, item: UUID, now: time) -> None:
    values = fields_of(write.store, "agenda_item", item)
    if values["started_at"] is not None and values["ended_at"] is None:
        write.update(AgendaItem, item, ended_at=now)
