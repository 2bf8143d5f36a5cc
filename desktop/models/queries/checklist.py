"""What a topic's checklist asks of whom: the parts the readiness queries share.

What counts is the version of the topic's checklist in force, and of each item in each region the latest report on
any version of it (by the day it speaks of, then by entry; of an item that repeats, of the newest period). A report
of another institution than the one responsible counts only where there is no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import Case, fn

from desktop.base.reporting import PERIOD_LENGTHS
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Assessment,
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    Institution,
    InstitutionRegion,
    Region,
    Topic,
)


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
    """The id of the version in force of the checklist of `param("topic")`: the newest that is no draft."""
    return (
        ChecklistTemplate.select(ChecklistTemplate.id)
        .where(
            ChecklistTemplate.topic_id == param("topic"),
            ChecklistTemplate.state == "berlaku",
            live(ChecklistTemplate),
        )
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


def same_thread() -> Any:
    """The ids of all versions of an item."""
    version = ChecklistItem.alias("version")
    return version.select(version.id).where(
        (version.thread_id == ChecklistItem.thread_id) | (version.id == ChecklistItem.id)
    )


def latest_report() -> Any:
    """The seq of the report that counts for an item in a region."""
    report = Assessment.alias("report")
    own = report.institution_id.is_null() | is_responsible(report.institution_id)
    return fn.COALESCE(_newest(report).where(own), _newest(report))


def own_latest_report(institution: Any) -> Any:
    """The seq of the latest report of one institution on an item in a region."""
    report = Assessment.alias("report")
    return _newest(report).where(report.institution_id == institution)


def _newest(report: Any) -> Any:
    return (
        report.select(report.seq)
        .where(report.item_id.in_(same_thread()), report.region_id == Region.id, live(report))
        .order_by(period_that_counts(report).desc(), report.as_of.desc(), report.seq.desc())
        .limit(1)
    )


def period_that_counts(report: Any) -> Any:
    """The period of a report on an item that repeats so often; "" where it has none of that kind."""
    once = Case(None, ((ChecklistItem.repeats.is_null(), 0),), fn.LENGTH(report.period))
    length = Case(ChecklistItem.repeats, tuple(PERIOD_LENGTHS.items()), once)  # other words: by its unit
    return Case(None, ((fn.LENGTH(report.period) == length, report.period),), "")


def is_responsible(institution: Any) -> Any:
    """Whether an institution is the one the item names, or one of those in the region.

    "Polda Jatim" is named by itself; "KPU Kabupaten/Kota" and "Polres" mean those whose names begin so and that
    serve the region. Who reported is not always noted: such a report is the office's own entry and counts as well.
    """
    teller, served = Institution.alias("teller"), InstitutionRegion.alias("served")
    words = fn.LOWER(ChecklistItem.responsible)
    beginning = fn.REPLACE(words, " kabupaten/kota", "").concat(" ")
    serves = fn.EXISTS(
        served.select(served.seq).where(
            served.institution_id == teller.id, served.region_id == Region.id, live(served)
        )
    )
    begins = fn.SUBSTR(fn.LOWER(teller.name).concat(" "), 1, fn.LENGTH(beginning)) == beginning
    return fn.EXISTS(
        teller.select(teller.seq).where(
            teller.id == institution,
            (fn.LOWER(teller.name) == words) | (fn.LOWER(teller.short_name) == words) | (begins & serves),
        )
    )


KINDS_IN_ORDER = Case(Region.kind, (("provinsi", 1), ("wilayah_kerja", 2)), 0)
"""Kabupaten and kota first, then the province, then the working area."""
LATEST = Assessment.alias("latest")
"""The report that counts; join it on `LATEST.seq == latest_report()`."""
