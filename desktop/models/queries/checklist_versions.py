"""The versions of a topic's checklist: what each asks, and how many reports were given under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import SQL, fn

from desktop.models.fields import BoolField
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Assessment,
    ChecklistCategory,
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    Region,
)

_YES = BoolField()
DRAFT, IN_FORCE, FORMER = "konsep", "berlaku", "lama"
"""What a version is: still written, the one that counts, or one that counted before."""


@dataclass(frozen=True, slots=True)
class ChecklistVersion:
    """A version of a checklist with the number of its items; `standing` is DRAFT, IN_FORCE or FORMER."""

    id: UUID
    topic_id: UUID
    name: str
    version: int
    state: str
    in_force_on: date | None
    based_on_id: UUID | None
    note: str | None
    items: int
    standing: str = DRAFT

    @property
    def is_draft(self) -> bool:
        """Whether it is still written, and asked of nobody."""
        return self.standing == DRAFT


def _versions_query() -> Any:
    items = ChecklistItem.select(fn.COUNT(ChecklistItem.seq)).where(
        ChecklistItem.template_id == ChecklistTemplate.id, live(ChecklistItem)
    )
    return (
        ChecklistTemplate.select(
            ChecklistTemplate.id, ChecklistTemplate.topic_id, ChecklistTemplate.name, ChecklistTemplate.version,
            ChecklistTemplate.state, ChecklistTemplate.in_force_on, ChecklistTemplate.based_on_id,
            ChecklistTemplate.note, items,
        )
        .where(ChecklistTemplate.topic_id == param("topic"), live(ChecklistTemplate))
        .order_by(ChecklistTemplate.version.desc(), ChecklistTemplate.seq.desc())
    )  # fmt: skip


_VERSIONS = Statement(_versions_query)
_VERSION_TYPES = (ID, ID, None, None, None, DAY, ID, None, None)


def versions(store: Store, topic: UUID) -> list[ChecklistVersion]:
    """All versions of a topic's checklist, the newest first."""
    found, counting = [], False
    for row in _VERSIONS.rows(store, topic=topic):
        values = typed(row, _VERSION_TYPES)
        standing = DRAFT if values[4] == "konsep" else FORMER if counting else IN_FORCE
        counting = counting or standing == IN_FORCE
        found.append(ChecklistVersion(*[*values, standing]))
    return found


def version_in_force(store: Store, topic: UUID) -> ChecklistVersion | None:
    """The version that counts; None where nothing is asked yet."""
    return next((one for one in versions(store, topic) if one.standing == IN_FORCE), None)


def draft_of(store: Store, topic: UUID) -> ChecklistVersion | None:
    """The version that is being written; None where there is none."""
    return next((one for one in versions(store, topic) if one.is_draft), None)


MOST_COUNTED = 10_000
"""Reports are counted up to here: each has to be looked at, for those taken back are still there."""


def _reports_query() -> Any:
    some = (
        Assessment.select(Assessment.seq)
        .join(ChecklistItem, on=(Assessment.item_id == ChecklistItem.id))
        .where(ChecklistItem.template_id == param("template"), live(Assessment))
        .limit(MOST_COUNTED)
        .alias("some")
    )
    return Assessment.select(fn.COUNT(SQL("*"))).from_(some)


_REPORTS = Statement(_reports_query)


def reports_under(store: Store, template: UUID) -> int:
    """How many reports were given under a version; `MOST_COUNTED` stands for that many or more."""
    row = _REPORTS.one(store, template=template)
    return int(row[0]) if row else 0


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A group of items."""

    id: UUID
    name: str


_CATEGORIES = Statement(
    lambda: (
        ChecklistCategory.select(ChecklistCategory.id, ChecklistCategory.name)
        .where(ChecklistCategory.template_id == param("template"), live(ChecklistCategory))
        .order_by(ChecklistCategory.order_no, ChecklistCategory.seq)
    )
)


def categories(store: Store, template: UUID) -> list[CategoryRow]:
    """The categories of a version in their order."""
    return [CategoryRow(*typed(row, (ID, None))) for row in _CATEGORIES.rows(store, template=template)]


@dataclass(frozen=True, slots=True)
class VersionItem:
    """An item as a version has it; `regions` are those it names beside the kinds of region, by id and name."""

    id: UUID
    thread_id: UUID | None
    category_id: UUID
    category: str
    code: str
    text: str
    responsible: str
    related: str | None
    for_regency: bool
    for_province: bool
    for_working_area: bool
    target_kind: str
    target: str
    target_value: float | None
    unit: str | None
    repeats: str | None
    due_offset: int | None
    due_basis: str
    evidence: str | None
    weight: float
    regions: tuple[tuple[UUID, str], ...] = ()


_ITEMS = Statement(
    lambda: ChecklistItem.select(
        ChecklistItem.id, ChecklistItem.thread_id, ChecklistCategory.id, ChecklistCategory.name,
        ChecklistItem.code, ChecklistItem.text, ChecklistItem.responsible, ChecklistItem.related,
        ChecklistItem.for_regency, ChecklistItem.for_province, ChecklistItem.for_working_area,
        ChecklistItem.target_kind, ChecklistItem.target, ChecklistItem.target_value, ChecklistItem.unit,
        ChecklistItem.repeats, ChecklistItem.due_offset, ChecklistItem.due_basis, ChecklistItem.evidence,
        ChecklistItem.weight,
    )
    .join(ChecklistCategory, on=(ChecklistItem.category_id == ChecklistCategory.id))
    .where(ChecklistItem.template_id == param("template"), live(ChecklistItem), live(ChecklistCategory))
    .order_by(
        ChecklistCategory.order_no, ChecklistCategory.seq, ChecklistItem.order_no, ChecklistItem.seq
    )
)  # fmt: skip
_ITEM_TYPES = (ID, ID, ID, *(None,) * 5, _YES, _YES, _YES, *(None,) * 9)
_NAMED = Statement(
    lambda: (
        ChecklistItemRegion.select(ChecklistItemRegion.item_id, Region.id, Region.name)
        .join(ChecklistItem, on=(ChecklistItemRegion.item_id == ChecklistItem.id))
        .join_from(ChecklistItemRegion, Region, on=(ChecklistItemRegion.region_id == Region.id))
        .where(ChecklistItem.template_id == param("template"), live(ChecklistItemRegion), live(Region))
        .order_by(Region.order_no, Region.seq)
    )
)


def version_items(store: Store, template: UUID) -> list[VersionItem]:
    """The items of a version, by category, in their order."""
    named: dict[UUID, list[tuple[UUID, str]]] = {}
    for row in _NAMED.rows(store, template=template):
        item, region, name = typed(row, (ID, ID, None))
        named.setdefault(item, []).append((region, name))
    rows = (typed(row, _ITEM_TYPES) for row in _ITEMS.rows(store, template=template))
    return [VersionItem(*[*values, tuple(named.get(values[0], ()))]) for values in rows]
