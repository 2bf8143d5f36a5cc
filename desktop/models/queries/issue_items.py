"""The readiness items that problems and news can tell of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.models.queries.checklist import newest_template
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ChecklistItem, ChecklistTemplate


@dataclass(frozen=True, slots=True)
class IssueItem:
    """A readiness item that problems and news can tell of."""

    id: UUID
    code: str
    text: str
    responsible: str
    repeats: str | None
    topic_id: UUID


def _items_query(*conditions: Any) -> Any:
    return (
        ChecklistItem.select(
            ChecklistItem.id, ChecklistItem.code, ChecklistItem.text, ChecklistItem.responsible,
            ChecklistItem.repeats, ChecklistTemplate.topic_id,
        )
        .join(ChecklistTemplate, on=(ChecklistItem.template_id == ChecklistTemplate.id))
        .where(live(ChecklistItem), *conditions)
        .order_by(ChecklistItem.order_no, ChecklistItem.seq)
    )  # fmt: skip


_ITEM_TYPES = (ID, None, None, None, None, ID)
_ITEM = Statement(lambda: _items_query(ChecklistItem.id == param("item")))
_ITEMS = Statement(lambda: _items_query(ChecklistItem.template_id == newest_template()))


def issue_item(store: Store, item: UUID) -> IssueItem | None:
    """One readiness item; None where it is gone."""
    row = _ITEM.one(store, item=item)
    return None if row is None else IssueItem(*typed(row, _ITEM_TYPES))


def issue_items(store: Store, topic: UUID) -> list[IssueItem]:
    """The readiness items of a topic in their order."""
    return [IssueItem(*typed(row, _ITEM_TYPES)) for row in _ITEMS.rows(store, topic=topic)]
