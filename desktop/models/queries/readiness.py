"""How ready a topic's regions are: the matrix of regions and categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from desktop.base import clock
from desktop.models.queries.checklist import (
    KINDS_IN_ORDER,
    asked_of_region,
    is_responsible,
    newest_template,
)
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.score import Tally, tally, value_of
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ChecklistCategory, ChecklistItem, Institution, Region, Topic, TopicRegion


@dataclass(frozen=True, slots=True)
class Head:
    """A row or column of the matrix: a region, an institution or a category."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Worst:
    """The reported item that most holds a set back; of two, the lesser stands first in order."""

    rank: tuple[Any, ...]
    code: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A region and category, or a total: the tally of its items, the newest report's day, the worst item.

    `to_confirm` counts reports too old for the nearness of the topic's day, `late` those that say not ready though
    the day for it has passed.
    """

    tally: Tally = field(default_factory=Tally)
    updated_on: date | None = None
    worst: Worst | None = None
    to_confirm: int = 0
    late: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the checklist asks nothing here."""
        return not (self.tally.applicable or self.tally.left_out)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Regions or institutions by categories; `cells[row][column]`, with totals of rows, of columns and of all."""

    regions: tuple[Head, ...]
    categories: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    by_region: tuple[Cell, ...]
    by_category: tuple[Cell, ...]
    total: Cell


_CATEGORIES = Statement(
    lambda: (
        ChecklistCategory.select(ChecklistCategory.id, ChecklistCategory.name)
        .where(ChecklistCategory.template_id == newest_template(), live(ChecklistCategory))
        .order_by(ChecklistCategory.order_no, ChecklistCategory.seq)
    )
)
_ITEMS = Statement(
    lambda: (
        ChecklistItem.select(ChecklistItem.id, ChecklistItem.code.concat(" · ").concat(ChecklistItem.text))
        .join(ChecklistCategory, on=(ChecklistItem.category_id == ChecklistCategory.id))
        .where(ChecklistItem.template_id == newest_template(), live(ChecklistItem), live(ChecklistCategory))
        .order_by(ChecklistCategory.order_no, ChecklistItem.order_no, ChecklistItem.seq)
    )
)
_CLOSED_ON = Statement(lambda: Topic.select(Topic.closed_on).where(Topic.id == param("topic")))
_REGIONS = Statement(
    lambda: TopicRegion.select(Region.id, Region.name)
    .join(Region, on=(TopicRegion.region_id == Region.id))
    .where(TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region))
    .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
)  # fmt: skip
_RESPONSIBLE = Institution.alias("responsible")
_INSTITUTIONS = Statement(
    lambda: Institution.select(Institution.id, Institution.name)
    .where(
        live(Institution),
        Institution.id.in_(
            TopicRegion.select(_RESPONSIBLE.id)
            .join(Region, on=(TopicRegion.region_id == Region.id))
            .join_from(Region, ChecklistItem, on=asked_of_region())
            .join_from(ChecklistItem, _RESPONSIBLE, on=is_responsible(_RESPONSIBLE.id))
            .where(
                TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region), live(ChecklistItem),
                ChecklistItem.template_id == newest_template(),
            )
        ),
    )
    .order_by(Institution.protocol_rank, Institution.sort_key, Institution.seq)
)  # fmt: skip


def matrix(store: Store, topic: UUID, today: date | None = None) -> Matrix:
    """The matrix of a topic: kabupaten and kota in the office's order, then the province and the working area.

    What is late or to be confirmed is seen from `today`; without it from the day the topic was closed, else today.
    """
    rows = regions_of_topic(store, topic)
    return _counted(store, topic, today, rows, ((one.region_id, one) for one in items(store, topic)))


def institution_matrix(store: Store, topic: UUID, today: date | None = None) -> Matrix:
    """The same with the institutions responsible for something as rows, by protocol: what each reported itself."""
    rows = responsible_institutions(store, topic)
    told = ((head.id, one) for head in rows for one in items(store, topic, institution=head.id))
    return _counted(store, topic, today, rows, told)


def regions_of_topic(store: Store, topic: UUID) -> tuple[Head, ...]:
    """The regions that take part, in the order of the matrix."""
    return _heads(_REGIONS.rows(store, topic=topic))


def responsible_institutions(store: Store, topic: UUID) -> tuple[Head, ...]:
    """The institutions responsible for something in a region that takes part, by protocol."""
    return _heads(_INSTITUTIONS.rows(store, topic=topic))


def items_of_topic(store: Store, topic: UUID) -> tuple[Head, ...]:
    """The items of the version in force by code and text, category after category."""
    return _heads(_ITEMS.rows(store, topic=topic))


def _counted(
    store: Store, topic: UUID, today: date | None, rows: tuple[Head, ...], told: Iterable[tuple[UUID, ItemRow]]
) -> Matrix:
    categories = _heads(_CATEGORIES.rows(store, topic=topic))
    found: dict[tuple[UUID, UUID], list[Cell]] = defaultdict(list)
    day = today or _seen_from(store, topic)
    for row, one in told:
        found[row, one.category_id].append(_cell_of_item(one, day))
    cells = tuple(tuple(pooled(found[row.id, category.id]) for category in categories) for row in rows)
    return _with_totals(rows, categories, cells)


def _seen_from(store: Store, topic: UUID) -> date:
    row = _CLOSED_ON.one(store, topic=topic)
    closed_on = None if row is None else DAY.python_value(row[0])
    return closed_on or clock.today()


def _heads(rows: Iterable[tuple[Any, ...]]) -> tuple[Head, ...]:
    return tuple(Head(_id(raw), name) for raw, name in rows)


def pooled(cells: Iterable[Cell]) -> Cell:
    """The cell of all items of these cells together."""
    found = list(cells)
    return Cell(
        reduce(Tally.__add__, (cell.tally for cell in found), Tally()),
        max((cell.updated_on for cell in found if cell.updated_on), default=None),
        min((cell.worst for cell in found if cell.worst), default=None),
        sum(cell.to_confirm for cell in found),
        sum(cell.late for cell in found),
    )


def _cell_of_item(one: ItemRow, today: date) -> Cell:
    worth, worst = value_of(one.answer), None
    if one.state is not None and worth is not None and worth < 1:
        worst = Worst((worth, -one.weight, one.order_no), one.code, one.text, one.state)
    return Cell(tally(one.answer), one.as_of, worst, int(one.needs_confirmation(today)), int(one.is_late(today)))


def _with_totals(
    regions: tuple[Head, ...], categories: tuple[Head, ...], cells: tuple[tuple[Cell, ...], ...]
) -> Matrix:
    by_region = tuple(pooled(row) for row in cells)
    by_category = tuple(pooled(row[place] for row in cells) for place in range(len(categories)))
    return Matrix(regions, categories, cells, by_region, by_category, pooled(by_region))


def _id(value: Any) -> UUID:
    found = ID.python_value(value)
    assert found is not None
    return found
