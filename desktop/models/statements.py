"""Queries built once and asked many times.

Building a joined query costs Peewee close to a millisecond, more than SQLite takes to answer it. A
`Statement` keeps the SQL per engine; `param("name")` marks where a value goes each time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import peewee

from desktop.models.store import Store


class _Slot:
    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


def param(name: str) -> peewee.Value:
    """The place of a value given when the statement is asked."""
    return peewee.Value(_Slot(name), converter=lambda slot: slot)


class Statement:
    """One question to the database, compiled for each engine at its first use."""

    def __init__(self, build: Callable[[], peewee.Query]) -> None:
        self._build = build
        self._compiled: dict[str, tuple[str, list[Any]]] = {}  # by engine: nothing else of a store is in it

    def sql(self, store: Store, values: dict[str, Any]) -> tuple[str, list[Any]]:
        """The SQL text and its parameters with the values filled in."""
        text, parameters = self.compiled(store)
        return text, [values[p.name] if type(p) is _Slot else p for p in parameters]

    def compiled(self, store: Store) -> tuple[str, list[Any]]:
        """The SQL text and its parameters, with a mark where a value is to be filled in."""
        found = self._compiled.get(store.engine)
        if found is None:
            context = store.database.get_sql_context()
            found = self._compiled[store.engine] = context.sql(self._build()).query()
        return found

    def rows(self, store: Store, **values: Any) -> list[tuple[Any, ...]]:
        """All rows, as tuples in the order of the query's columns."""
        return store.rows(*self.sql(store, values))

    def one(self, store: Store, **values: Any) -> tuple[Any, ...] | None:
        """The first row, or None."""
        return store.one(*self.sql(store, values))


def compiled_once(store: Store, query: Any) -> tuple[str, list[Any]]:
    """The SQL of a query asked only now, such as a search: compiled, and not kept."""
    text, parameters = store.database.get_sql_context().sql(query).query()
    return text, parameters


def text_of(column: Any) -> Any:
    """A day or time as ISO text from both engines (SQLite keeps it so, PostgreSQL casts)."""
    return column.cast("text")


def unknown_last(column: Any) -> tuple[Any, Any]:
    """The order of a column that may be empty: what is known first, on both engines, by an index of both parts."""
    return (column.is_null(), column)
