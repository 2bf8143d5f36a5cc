"""What a topic's checklist asks of whom: the parts the readiness queries share.

What counts is the version of the topic's checklist in force, and of each item in each region the report that
counts (`report_that_counts`), whatever version it was given to. Both are kept by the write door
(`readiness_standing`), so that old versions and old reports cost nothing.
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
from desktop.models.tables import (
    Assessment,
    ChecklistItem,
    ChecklistTemplate,
    Institution,
    ReadinessStanding,
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


def newest_template(topic: Any = None) -> Any:
    """The id of the version in force of the checklist of a topic, `param("topic")` without one.

    It is the newest that is no draft.
    """
    newest = ChecklistTemplate.alias("newest")
    return (
        newest.select(newest.id)
        .where(
            newest.topic_id == (param("topic") if topic is None else topic),
            newest.state == "berlaku",
            live(newest),
        )
        .order_by(newest.version.desc(), newest.seq.desc())
        .limit(1)
    )


def asked_of_region() -> Any:
    """The condition that an item of the version in force is asked of a region."""
    return fn.EXISTS(_standing(ReadinessStanding.seq))


def latest_report() -> Any:
    """The seq of the report that counts for an item of the version in force in a region."""
    return _standing(ReadinessStanding.report)


def _standing(column: Any) -> Any:
    return ReadinessStanding.select(column).where(
        ReadinessStanding.item == ChecklistItem.seq,
        ReadinessStanding.region == Region.seq,
        ReadinessStanding.institution == 0,
    )


def is_responsible(institution: Any) -> Any:
    """Whether an institution answers for an item of the version in force in a region."""
    answers = Institution.alias("answers")
    return fn.EXISTS(
        ReadinessStanding.select(ReadinessStanding.seq)
        .join(answers, on=(answers.seq == ReadinessStanding.institution))
        .where(
            ReadinessStanding.item == ChecklistItem.seq, ReadinessStanding.region == Region.seq,
            answers.id == institution,
        )
    )  # fmt: skip


def same_thread() -> Any:
    """The ids of all versions of an item."""
    version = ChecklistItem.alias("version")
    return version.select(version.id).where(version.thread_id == ChecklistItem.thread_id)


KINDS_IN_ORDER = Case(Region.kind, (("provinsi", 1), ("wilayah_kerja", 2)), 0)
"""Kabupaten and kota first, then the province, then the working area."""
WHOLE_KINDS = ("provinsi", "wilayah_kerja")
"""Kinds of regions for which a figure of all their regions together can be reported."""
LATEST = Assessment.alias("latest")
"""The report that counts; join it on `LATEST.seq == latest_report()`."""
