"""Days that hold for single regions in place of an item's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ChecklistItem, DueOverride, Region


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """The day by which a region is to be ready with an item, what it rests on, and where it comes from."""

    id: UUID
    region_id: UUID
    region: str
    due_on: date
    due_basis: str
    source: str


_OF_ITEM = Statement(
    lambda: (
        DueOverride.select(
            DueOverride.id, Region.id, Region.name, DueOverride.due_on, DueOverride.due_basis, DueOverride.source
        )
        .join(Region, on=(DueOverride.region_id == Region.id))
        .where(DueOverride.item_id == param("item"), live(DueOverride), live(Region))
        .order_by(Region.order_no, Region.seq, DueOverride.seq)
    )
)
_COUNTED = Statement(
    lambda: (
        DueOverride.select(DueOverride.item_id)
        .join(ChecklistItem, on=(DueOverride.item_id == ChecklistItem.id))
        .where(ChecklistItem.template_id == param("template"), live(DueOverride))
    )
)


def due_overrides(store: Store, item: UUID) -> list[OverrideRow]:
    """Those of an item, in the order of the regions."""
    return [OverrideRow(*typed(row, (ID, ID, None, DAY, None, None))) for row in _OF_ITEM.rows(store, item=item)]


def items_with_overrides(store: Store, template: UUID) -> frozenset[UUID]:
    """The items of a version that have any."""
    return frozenset(typed(row, (ID,))[0] for row in _COUNTED.rows(store, template=template))
