"""Puts a row at another place among its siblings."""

from __future__ import annotations

from uuid import UUID

from desktop.models.journal import Write
from desktop.models.queries.children import live_children
from desktop.models.tables import Record


def move(write: Write, table: type[Record], column: str, parent: UUID, one: UUID, to: int) -> None:
    """Put a row at the place `to` (0 first) among its siblings and number them anew."""
    ids = live_children(write.store, table, column, parent)
    ids.remove(one)
    ids.insert(max(0, min(to, len(ids))), one)
    for number, sibling in enumerate(ids, start=1):
        write.update(table, sibling, order_no=number)
