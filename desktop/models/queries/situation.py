"""Situasi Harian: how each region of a topic is on a day, by what was reported of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.checklist import KINDS_IN_ORDER
from desktop.models.queries.typed import CLOCK, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Institution, Issue, Region, RegionSituation, TopicRegion
from desktop.models.words import SITUATIONS

_HEAVINESS = {state: weight for weight, state in enumerate(SITUATIONS)}
_TELLING = tuple(SITUATIONS)[1:]
"""What makes a problem speak for its whole region; that one event left it calm says nothing of the rest."""


@dataclass(frozen=True, slots=True)
class RegionState:
    """A region on a day: what was noted of it, and what happened there.

    `noted` is None where nobody said how it is; `happened` is the heaviest that an event of the day made of it,
    None where none did; `events` counts them.
    """

    region_id: UUID
    region: str
    noted: str | None = None
    reported_at: time | None = None
    institution_id: UUID | None = None
    institution: str | None = None
    source: str | None = None
    note: str | None = None
    happened: str | None = None
    events: int = 0

    @property
    def state(self) -> str | None:
        """How the region is: as was said of it, else by the heaviest event; None without a word on it."""
        return self.noted or self.happened

    @property
    def is_heavier(self) -> bool:
        """Whether something happened that weighs more than what was said of the region."""
        return (
            self.noted is not None
            and self.happened is not None
            and _HEAVINESS[self.happened] > _HEAVINESS[self.noted]
        )


_OF_DAY = (
    (RegionSituation.topic_id == param("topic"))
    & (RegionSituation.region_id == Region.id)
    & (RegionSituation.day == param("day"))
    & live(RegionSituation)
)
_TAKES_PART = (TopicRegion.topic_id == param("topic")) & (TopicRegion.region_id == Region.id) & live(TopicRegion)
_TOLD_BY = RegionSituation.institution_id == Institution.id
_REGIONS = Statement(
    lambda: (
        Region.select(
            Region.id, Region.name, RegionSituation.state, RegionSituation.reported_at,
            RegionSituation.institution_id, Institution.name, RegionSituation.source, RegionSituation.note,
        )
        .join(TopicRegion, JOIN.LEFT_OUTER, on=_TAKES_PART)
        .join_from(Region, RegionSituation, JOIN.LEFT_OUTER, on=_OF_DAY)
        .join_from(RegionSituation, Institution, JOIN.LEFT_OUTER, on=_TOLD_BY)
        .where(
            live(Region),
            (TopicRegion.seq.is_null(False) & Region.kind.in_(("kabupaten", "kota")))
            | RegionSituation.seq.is_null(False),
        )
        .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
    )
)  # fmt: skip
_TYPES = (ID, None, None, CLOCK, ID, None, None, None)
_EVENTS = Statement(
    lambda: (
        Issue.select(Issue.region_id, Issue.situation, fn.COUNT(Issue.seq), fn.MAX(Issue.happened_at))
        .where(Issue.topic_id == param("topic"), Issue.happened_on == param("day"), live(Issue))
        .group_by(Issue.region_id, Issue.situation)
    )
)
_NOTED = Statement(
    lambda: RegionSituation.select(RegionSituation.region_id, RegionSituation.id).where(
        RegionSituation.topic_id == param("topic"), RegionSituation.day == param("day"), live(RegionSituation)
    )
)


_TAKING_PART = Statement(
    lambda: (
        TopicRegion.select(Region.id, Region.name)
        .join(Region, on=(TopicRegion.region_id == Region.id))
        .where(TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region))
        .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
    )
)


def taking_part(store: Store, topic: UUID) -> dict[UUID, str]:
    """The regions of a topic with their names, in the office's order; province and working area last."""
    return dict(typed(row, (ID, None)) for row in _TAKING_PART.rows(store, topic=topic))


def region_states(store: Store, topic: UUID, day: date) -> list[RegionState]:
    """The kabupaten and kota of a topic, and what else was reported on, in the office's order, as of a day."""
    events = _events(store, topic, day)
    found = []
    for row in _REGIONS.rows(store, topic=topic, day=day):
        one, *told = typed(row, _TYPES)
        happened = events.get(one, {})
        heaviest = next((state for state in reversed(_TELLING) if state in happened), None)
        found.append(RegionState(*[one, *told, heaviest, sum(happened.values())]))
    return found


def last_word_at(store: Store, topic: UUID, day: date) -> time | None:
    """The latest time of a day at which something was reported or happened, None where none is known."""
    noted = (row[3] for row in _REGIONS.rows(store, topic=topic, day=day))
    happened = (row[3] for row in _EVENTS.rows(store, topic=topic, day=day))
    clocks = (CLOCK.python_value(at) for at in (*noted, *happened))
    return max((at for at in clocks if at is not None), default=None)


def noted_on(store: Store, topic: UUID, day: date) -> dict[UUID, UUID]:
    """The records of a day, by region."""
    return dict(typed(row, (ID, ID)) for row in _NOTED.rows(store, topic=topic, day=day))


def _events(store: Store, topic: UUID, day: date) -> dict[Any, dict[str, int]]:
    found: dict[Any, dict[str, int]] = {}
    for region, situation, count, _latest in _EVENTS.rows(store, topic=topic, day=day):
        found.setdefault(ID.python_value(region), {})[situation] = int(count)
    return found
