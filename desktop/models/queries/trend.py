"""How readiness went from day to day, for charts: recounted where that is cheap, else from the positions kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from desktop.models.position import Position
from desktop.models.queries.moments import now_moment, position_of
from desktop.models.queries.positions import Course, courses
from desktop.models.queries.records import fields_of
from desktop.models.queries.snapshots import kept_position, kept_positions
from desktop.models.store import Store

_LOOK_AHEAD = timedelta(days=120)  # a topic's day farther away than this does not squeeze what was into a corner


@dataclass(frozen=True, slots=True)
class Trends:
    """All together first, then each region; a chart of them runs from `first` to `last`, its lines until `until`.

    `first` is None while nothing was reported. `recounted` tells that every day counts, not only the kept ones.
    """

    courses: tuple[Course, ...]
    first: date | None
    until: date
    last: date
    recounted: bool = True


def trends(store: Store, topic: UUID) -> Trends:
    """The way of a topic until now, with room until its day where that is near."""
    now = now_moment(store, topic)
    found = courses(store, topic, now.day)
    recounted = found is not None
    if found is None:
        kept = [kept_position(store, one.id) for one in kept_positions(store, topic)]
        found = _of_positions([*kept, position_of(store, topic, now)])
    days = [day for one in found for day, _ in one.steps]
    event = fields_of(store, "topic", topic)["event_date"]
    ahead = event is not None and now.day < event <= now.day + _LOOK_AHEAD
    return Trends(tuple(found), min(days, default=None), now.day, event if ahead else now.day, recounted)


def _of_positions(positions: Sequence[Position]) -> list[Course]:
    """All together and each region, by name as it is called in the newest position."""
    names = {region: name for one in positions for region, name in one.regions}
    tallies = [dict(zip((region for region, _ in one.regions), one.by_region, strict=True)) for one in positions]
    days = [one.day for one in positions]
    together = Course(None, "", tuple(zip(days, (one.total for one in positions), strict=True)))
    return [
        together,
        *(
            Course(
                region,
                name,
                tuple((day, found[region]) for day, found in zip(days, tallies, strict=True) if region in found),
            )
            for region, name in names.items()
        ),
    ]
