"""What a topic's checklist asks of whom: the parts the readiness queries share.

What counts is the newest version of the topic's checklist, and of each item in each region the latest report
(by the day it speaks of, then by entry). It is looked up by index, so old reports cost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import Case, fn

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, ChecklistItemRegion, ChecklistTemplate, Region, Topic


@dataclass(frozen=True, slots=True)
class TopicRow:
    """What is coordinated, and its day."""

    id: UUID
    name: str
    event_label: str
    event_date: date | None


_OPEN_TOPICS = Statement(
    lambda: (
        Topic.select(Topic.id, Topic.name, Topic.event_label, Topic.event_date)
        .where(live(Topic), Topic.state == "open")
        .order_by(Topic.sort_key, Topic.seq)
    )
)


def open_topics(store: Store) -> list[TopicRow]:
    """The topics still worked on, by name."""
    return [TopicRow(*typed(row, (ID, None, None, DAY))) for row in _OPEN_TOPICS.rows(store)]


def newest_template() -> Any:
    """The id of the newest version of the checklist of `param("topic")`."""
    return (
        ChecklistTemplate.select(ChecklistTemplate.id)
        .where(ChecklistTemplate.topic_id == param("topic"), live(ChecklistTemplate))
        .order_by(ChecklistTemplate.version.desc(), ChecklistTemplate.seq.desc())
        .limit(1)
    )


def asked_of_region() -> Any:
    """The condition that an item concerns a region: by the kind of region, or because it is named."""
    named = ChecklistItemRegion.select(ChecklistItemRegion.seq).where(
        ChecklistItemRegion.item_id == ChecklistItem.id,
        ChecklistItemRegion.region_id == Region.id,
        live(ChecklistItemRegion),
    )
    return (
        (Region.kind.in_(("kabupaten", "kota")) & (ChecklistItem.for_regency == True))  # noqa: E712 - SQL
        | ((Region.kind == "provinsi") & (ChecklistItem.for_province == True))  # noqa: E712
        | ((Region.kind == "wilayah_kerja") & (ChecklistItem.for_working_area == True))  # noqa: E712
        | fn.EXISTS(named)
    )


def latest_report() -> Any:
    """The seq of the report that counts for an item in a region: one step in the index `assessment_latest`."""
    report = Assessment.alias("report")
    return (
        report.select(report.seq)
        .where(report.item_id == ChecklistItem.id, report.region_id == Region.id, live(report))
        .order_by(report.as_of.desc(), report.seq.desc())
        .limit(1)
    )


KINDS_IN_ORDER = Case(Region.kind, (("provinsi", 1), ("wilayah_kerja", 2)), 0)
"""Kabupaten and kota first, then the province, then the working area."""
LATEST = Assessment.alias("latest")
"""The report that counts; join it on `LATEST.seq == latest_report()`."""
