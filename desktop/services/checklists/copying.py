"""A version of a checklist copied into the next one: categories, items, the regions they name.

The id of a copied item follows from the version and the item it was copied from (`copied_id`), so that an item
of a draft always tells which item of the version before it was.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.fixed_ids import fixed_id
from desktop.models.journal import Write
from desktop.models.queries.children import children_values, live_children
from desktop.models.tables import (
    BOOKKEEPING,
    ChecklistCategory,
    ChecklistItem,
    ChecklistItemRegion,
    DueOverride,
    Record,
)

_FOLLOWS = frozenset({"template_id", "category_id", "thread_id", "search_text"})


def copied_id(template: UUID, item: UUID) -> UUID:
    """The id an item gets in the version `template` it is copied into."""
    return fixed_id("checklist_item", template, item)


def copied_category(template: UUID, category: UUID) -> UUID:
    """The same for a category."""
    return fixed_id("checklist_category", template, category)


def copy_content(write: Write, source: UUID, target: UUID) -> None:
    """Copy all a version asks into an empty one; what was reported on its items counts for their copies."""
    categories = _copy_categories(write, source, target)
    columns = _columns(ChecklistItem)
    ids: dict[UUID, UUID] = {}
    rows = []
    for one, category, thread, *values in children_values(
        write.store, ChecklistItem, "template_id", source, ("id", "category_id", "thread_id", *columns)
    ):
        ids[one] = copied_id(target, one)
        rows.append((target, categories[category], thread or one, *values))
    write.insert_rows(
        ChecklistItem, ("template_id", "category_id", "thread_id", *columns), rows, list(ids.values())
    )
    _copy_below(write, ChecklistItemRegion, ids, fixed=True)


def copy_overrides(write: Write, source: UUID, target: UUID) -> None:
    """Copy the dates of single regions from a version to the items copied from it that are still asked."""
    asked = set(live_children(write.store, ChecklistItem, "template_id", target))
    ids = {one: copied_id(target, one) for one in live_children(write.store, ChecklistItem, "template_id", source)}
    _copy_below(write, DueOverride, {one: made for one, made in ids.items() if made in asked})


def _copy_categories(write: Write, source: UUID, target: UUID) -> dict[UUID, UUID]:
    rows = children_values(write.store, ChecklistCategory, "template_id", source, ("id", "name", "order_no"))
    ids = {one: copied_category(target, one) for one, *_ in rows}
    write.insert_rows(
        ChecklistCategory,
        ("template_id", "name", "order_no"),
        [(target, *values) for _, *values in rows],
        list(ids.values()),
    )
    return ids


def _copy_below(write: Write, table: type[Record], ids: dict[UUID, UUID], *, fixed: bool = False) -> None:
    """Copy the rows that belong to items; a relation gets the id of its ends."""
    columns = tuple(name for name in table._meta.fields if name not in {*BOOKKEEPING, "item_id"})
    rows: list[tuple[Any, ...]] = [
        (made, *values)
        for one, made in ids.items()
        for values in children_values(write.store, table, "item_id", one, columns)
    ]
    named = [fixed_id(table._meta.table_name, *row) for row in rows] if fixed else None
    write.insert_rows(table, ("item_id", *columns), rows, named)


def _columns(table: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in table._meta.fields if name not in BOOKKEEPING | _FOLLOWS)
