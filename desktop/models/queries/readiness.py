"""How ready a topic's regions are: the matrix of regions and categories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.queries.checklist import (
    KINDS_IN_ORDER,
    LATEST,
    asked_of_region,
    latest_report,
    newest_template,
)
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.score import Answer, Tally, tally, value_of
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ChecklistCategory, ChecklistItem, Region, TopicRegion


@dataclass(frozen=True, slots=True)
class Head:
    """A row or column of the matrix: a region or a category."""

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
    """A region and category, or a total: the tally of its items, the newest report's day, the worst item."""

    tally: Tally = field(default_factory=Tally)
    updated_on: date | None = None
    worst: Worst | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the checklist asks nothing here."""
        return not (self.tally.applicable or self.tally.left_out)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Regions by categories; `cells[row][column]`, with the totals of rows, of columns and of all."""

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
_MATRIX = Statement(
    lambda: TopicRegion.select(
        Region.id, Region.name, ChecklistItem.category_id, ChecklistItem.code, ChecklistItem.text,
        ChecklistItem.order_no, ChecklistItem.target_value, ChecklistItem.evidence.is_null(False),
        ChecklistItem.weight, LATEST.state, LATEST.value, LATEST.as_of,
    )
    .join(Region, on=(TopicRegion.region_id == Region.id))
    .join_from(
        Region, ChecklistItem, JOIN.LEFT_OUTER,
        on=(
            (ChecklistItem.template_id == newest_template()) & live(ChecklistItem) & asked_of_region()
        ),
    )
    .join_from(ChecklistItem, LATEST, JOIN.LEFT_OUTER, on=(LATEST.seq == latest_report()))
    .where(TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region))
    .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq, ChecklistItem.order_no)
)  # fmt: skip


def matrix(store: Store, topic: UUID) -> Matrix:
    """The matrix of a topic: kabupaten and kota in the office's order, then the province and the working area."""
    categories = _CATEGORIES.rows(store, topic=topic)
    columns = {raw: place for place, (raw, _name) in enumerate(categories)}
    regions: list[Head] = []
    cells: list[list[list[Cell]]] = []
    known: Any = None
    for region, name, category, *item in _MATRIX.rows(store, topic=topic):
        if region != known:
            known = region
            regions.append(Head(_id(region), name))
            cells.append([[] for _ in categories])
        if category in columns:
            cells[-1][columns[category]].append(_cell_of_item(*item))
    heads = tuple(Head(_id(raw), name) for raw, name in categories)
    return _with_totals(tuple(regions), heads, tuple(tuple(map(pooled, row)) for row in cells))


def pooled(cells: Iterable[Cell]) -> Cell:
    """The cell of all items of these cells together."""
    found = list(cells)
    return Cell(
        reduce(Tally.__add__, (cell.tally for cell in found), Tally()),
        max((cell.updated_on for cell in found if cell.updated_on), default=None),
        min((cell.worst for cell in found if cell.worst), default=None),
    )


def _cell_of_item(
    code: str, text: str, order_no: int, target: float | None, needs_evidence: Any, weight: float,
    state: str | None, value: float | None, as_of: Any,
) -> Cell:  # fmt: skip
    answer = Answer(state, value, target, bool(needs_evidence), weight)
    worth, worst = value_of(answer), None
    if state is not None and worth is not None and worth < 1:
        worst = Worst((worth, -weight, order_no), code, text, state)
    return Cell(tally(answer), DAY.python_value(as_of), worst)


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
