"""Puts a row at another place among its siblings."""

from __future__ import annotations

from uuid import UUID

from desktop.models.journal import Write
from desktop.models.queries.children import children_values
from desktop.models.tables import Record


def move(write: Write, table: type[Record], column: str, parent: UUID, one: UUID, to: int) -> None:
    """Put a row at the place `to` (0 first) among its siblings and number them anew."""
    numbers: dict[UUID, int] = dict(children_values(write.store, table, column, parent, ("id", "order_no")))
    ids = [sibling for sibling in numbers if sibling != one]
    ids.insert(max(0, min(to, len(ids))), one)
    for number, sibling in enumerate(ids, start=1):
        if numbers[sibling] != number:
            write.update(table, sibling, order_no=number)
