"""What a topic is begun with: its stages, checklist and review points, from a shipped list or another topic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.journal import Write
from desktop.models.tables import (
    ChecklistCategory,
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    ReviewPoint,
    Stage,
)

Ids = Callable[..., UUID]
"""Makes the id of a record from its table and what tells it apart: `ids("stage", "S06")`."""


@dataclass(frozen=True, slots=True)
class StagePlan:
    """A step of a topic; days that are not fixed are None."""

    code: str
    name: str
    starts_on: date | None
    ends_on: date | None
    lead: str | None
    confidence: str | None


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """An item of a checklist; the fields are those of `tables.ChecklistItem`, `regions` are those it names."""

    category: str
    code: str
    text: str
    responsible: str
    related: str | None
    for_regency: bool
    for_province: bool
    for_working_area: bool
    target: str
    target_value: float | None
    unit: str | None
    repeats: str | None
    due_offset: int | None
    due_basis: str
    evidence: str | None
    confidence: str | None
    weight: float
    target_kind: str
    regions: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """What a topic is begun with; `checklist` is the name of its checklist."""

    checklist: str = ""
    stages: tuple[StagePlan, ...] = ()
    items: tuple[ItemPlan, ...] = ()
    review_offsets: tuple[int, ...] = ()


def insert_plan(write: Write, topic: UUID, plan: TopicPlan, ids: Ids) -> None:
    """Write a plan under a topic; its checklist is in force at once, as version 1."""
    insert_stages(write, topic, plan.stages, ids)
    for offset in plan.review_offsets:
        write.insert(ReviewPoint, ids("review_point", offset), topic_id=topic, day_offset=offset)
    if plan.items:
        _insert_checklist(write, topic, plan, ids)


def insert_stages(write: Write, topic: UUID, stages: Sequence[StagePlan], ids: Ids, after: int = -1) -> list[UUID]:
    """Write stages under a topic, in their order behind the number `after`; returns their ids."""
    return write.insert_rows(
        Stage,
        ("topic_id", "code", "name", "starts_on", "ends_on", "lead", "confidence", "order_no"),
        [
            (topic, one.code, one.name, one.starts_on, one.ends_on, one.lead, one.confidence, number)
            for number, one in enumerate(stages, start=after + 1)
        ],
        [ids("stage", one.code) for one in stages],
    )


def _insert_checklist(write: Write, topic: UUID, plan: TopicPlan, ids: Ids) -> None:
    template = write.insert(
        ChecklistTemplate,
        ids("checklist_template"),
        topic_id=topic,
        name=plan.checklist,
        version=1,
        state="berlaku",
    )
    names = list(dict.fromkeys(one.category for one in plan.items))
    categories = {name: ids("checklist_category", template, name) for name in names}
    write.insert_rows(
        ChecklistCategory,
        ("template_id", "name", "order_no"),
        [(template, name, number) for number, name in enumerate(names)],
        list(categories.values()),
    )
    item_ids = [ids("checklist_item", one.code) for one in plan.items]
    write.insert_rows(
        ChecklistItem,
        (
            "template_id", "category_id", "code", "text", "responsible", "related", "for_regency", "for_province",
            "for_working_area", "target", "target_value", "unit", "repeats", "due_offset", "due_basis", "evidence",
            "confidence", "weight", "order_no", "thread_id", "target_kind",
        ),
        [
            (
                template, categories[one.category], one.code, one.text, one.responsible, one.related,
                one.for_regency, one.for_province, one.for_working_area, one.target, one.target_value, one.unit,
                one.repeats, one.due_offset, one.due_basis, one.evidence, one.confidence, one.weight, number,
                item, one.target_kind,
            )
            for number, (item, one) in enumerate(zip(item_ids, plan.items, strict=True))
        ],
        item_ids,
    )  # fmt: skip
    named = [(item, region) for item, one in zip(item_ids, plan.items, strict=True) for region in one.regions]
    write.insert_rows(
        ChecklistItemRegion,
        ("item_id", "region_id"),
        named,
        [ids("checklist_item_region", *ends) for ends in named],
    )
