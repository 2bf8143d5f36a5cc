"""The rows that belong to a record, or point to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.store import Store
from desktop.models.tables import RECORDS, Record


def live_children(store: Store, table: type[Record], column: str, parent: UUID) -> list[UUID]:
    """The ids of the rows under a parent, in their order."""
    return [one for (one,) in children_values(store, table, column, parent, ("id",))]


def count_children(store: Store, table: str, column: str, parent: UUID) -> int:
    """How many rows of a table point to a record."""
    row = store.one(f"SELECT count(*) {_under(store, RECORDS[table], column)}", (parent, False))
    return int(row[0]) if row else 0


def next_order(store: Store, table: type[Record], column: str, parent: UUID) -> int:
    """The number after the last row under a parent."""
    row = store.one(f"SELECT max(order_no) {_under(store, table, column)}", (parent, False))
    return (int(row[0]) if row and row[0] is not None else 0) + 1


def children_values(
    store: Store, table: type[Record], column: str, parent: UUID, names: tuple[str, ...]
) -> list[tuple[Any, ...]]:
    """Some values of each row under a parent, in their order."""
    listed = ", ".join(f'"{name}"' for name in names)
    fields = [table._meta.fields[name] for name in names]
    order = "order_no, seq" if "order_no" in table._meta.fields else "seq"
    rows = store.rows(f"SELECT {listed} {_under(store, table, column)} ORDER BY {order}", (parent, False))
    return [tuple(f.python_value(value) for f, value in zip(fields, row, strict=True)) for row in rows]


def _under(store: Store, table: type[Record], column: str) -> str:
    return f'FROM "{table._meta.table_name}" WHERE "{column}" = {store.mark} AND deleted = {store.mark}'
