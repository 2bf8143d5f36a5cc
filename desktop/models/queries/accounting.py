"""Kelengkapan SPJ: what the accountant wants of a meeting, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import AccountingItem


@dataclass(frozen=True, slots=True)
class AccountingRow:
    """One thing that is wanted, and whether somebody ticked it."""

    id: UUID
    order_no: int
    text: str
    done: bool
    note: str | None


_NAMES = ("id", "order_no", "text", "done", "note")
_ITEMS = Statement(
    lambda: (
        AccountingItem.select(
            AccountingItem.id,
            AccountingItem.order_no,
            AccountingItem.text,
            AccountingItem.done,
            AccountingItem.note,
        )
        .where(AccountingItem.meeting_id == param("meeting"), live(AccountingItem))
        .order_by(AccountingItem.order_no, AccountingItem.seq)
    )
)


def accounting_items(store: Store, meeting: UUID) -> list[AccountingRow]:
    """The lines in their order."""
    rows = (typed(row, (ID, None, None, None, None)) for row in _ITEMS.rows(store, meeting=meeting))
    return [AccountingRow(one, order, text, bool(done), note) for one, order, text, done, note in rows]
