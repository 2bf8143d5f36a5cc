"""Takes a record away together with the rows that belong to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.journal import Write
from desktop.models.queries.children import live_children
from desktop.models.tables import Record

Children = tuple[tuple[type[Record], str] | tuple[type[Record], str, Any], ...]
"""The tables of such rows, each with the column that names the record, and the rows' own `Children`."""


def delete_with_children(write: Write, table: type[Record], record: UUID, children: Children) -> None:
    """Delete a record after the rows that belong to it."""
    for child, column, *below in children:
        for one in live_children(write.store, child, column, record):
            delete_with_children(write, child, one, below[0] if below else ())
    write.delete(table, record)
