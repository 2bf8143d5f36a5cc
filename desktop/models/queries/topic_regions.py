"""The regions that take part in a topic, in the office's order, and what was reported for each."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from peewee import fn

from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, ChecklistTemplate, Region, TopicRegion


@dataclass(frozen=True, slots=True)
class TakingPart:
    """A region of a topic."""

    id: UUID
    name: str
    kind: str


_REGIONS = Statement(
    lambda: (
        Region.select(Region.id, Region.name, Region.kind)
        .join(TopicRegion, on=(TopicRegion.region_id == Region.id))
        .where(TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region))
        .order_by(Region.order_no, Region.seq)
    )
)
_REPORTS = Statement(
    lambda: (
        Assessment.select(fn.COUNT(Assessment.seq))
        .join(ChecklistItem, on=(ChecklistItem.id == Assessment.item_id))
        .join(ChecklistTemplate, on=(ChecklistTemplate.id == ChecklistItem.template_id))
        .where(
            Assessment.region_id == param("region"),
            ChecklistTemplate.topic_id == param("topic"),
            live(Assessment),
        )
    )
)


def topic_regions(store: Store, topic: UUID) -> list[TakingPart]:
    """The regions that take part."""
    return [TakingPart(*typed(row, (ID, None, None))) for row in _REGIONS.rows(store, topic=topic)]


def count_reports(store: Store, topic: UUID, region: UUID) -> int:
    """How many reports on the topic's checklists, of any version, there are for a region."""
    row = _REPORTS.one(store, topic=topic, region=region)
    return int(row[0]) if row else 0
