"""The plan of a topic as it stands: what another topic can begin with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import Any
from uuid import UUID

from desktop.models.queries.checklist import newest_template
from desktop.models.queries.office import stages
from desktop.models.queries.review_points import review_points
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement
from desktop.models.store import Store
from desktop.models.tables import ChecklistCategory, ChecklistItem, ChecklistItemRegion, ChecklistTemplate
from desktop.models.topic_plan import ItemPlan, StagePlan, TopicPlan

_FIELDS = tuple(one.name for one in fields(ItemPlan) if one.name not in ("category", "regions"))


def _column(name: str) -> Any:
    return ChecklistItem._meta.fields[name]


def _in_force(template: Any) -> Any:
    return template == newest_template()


_NAME = Statement(lambda: ChecklistTemplate.select(ChecklistTemplate.name).where(_in_force(ChecklistTemplate.id)))
_ITEMS = Statement(
    lambda: (
        ChecklistItem.select(ChecklistItem.id, ChecklistCategory.name, *map(_column, _FIELDS))
        .join(ChecklistCategory, on=(ChecklistCategory.id == ChecklistItem.category_id))
        .where(_in_force(ChecklistItem.template_id), live(ChecklistItem), live(ChecklistCategory))
        .order_by(ChecklistCategory.order_no, ChecklistCategory.seq, ChecklistItem.order_no, ChecklistItem.seq)
    )
)
_NAMED = Statement(
    lambda: (
        ChecklistItemRegion.select(ChecklistItemRegion.item_id, ChecklistItemRegion.region_id)
        .join(ChecklistItem, on=(ChecklistItem.id == ChecklistItemRegion.item_id))
        .where(_in_force(ChecklistItem.template_id), live(ChecklistItemRegion), live(ChecklistItem))
        .order_by(ChecklistItemRegion.seq)
    )
)


def plan_of_topic(store: Store, topic: UUID) -> TopicPlan:
    """The stages, the checklist in force and the review points of a topic."""
    named: dict[UUID, list[UUID]] = defaultdict(list)
    for row in _NAMED.rows(store, topic=topic):
        item, region = typed(row, (ID, ID))
        named[item].append(region)
    name = _NAME.one(store, topic=topic)
    return TopicPlan(
        str(name[0]) if name else "",
        tuple(
            StagePlan(one.code, one.name, one.starts_on, one.ends_on, one.lead, one.confidence)
            for one in stages(store, topic)
        ),
        tuple(_item(row, named) for row in _ITEMS.rows(store, topic=topic)),
        tuple(one.day_offset for one in review_points(store, topic)),
    )


def _item(row: tuple[Any, ...], named: dict[UUID, list[UUID]]) -> ItemPlan:
    (item,) = typed(row[:1], (ID,))
    kept = {name: _column(name).python_value(value) for name, value in zip(_FIELDS, row[2:], strict=True)}
    return ItemPlan(category=row[1], regions=tuple(named.get(item, ())), **kept)
