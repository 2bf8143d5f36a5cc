"""Long lists, read as they are looked at: order and filter in SQL, four bytes a row, pages by number.

A listing gives the first rows at once, then the `seq` of every row in order, and the rows of any page by their
`seq`; so page 400 costs what page 1 costs, and a million rows take four megabytes.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import peewee

from desktop.base.folding import fold
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Record, Table

_CHUNK = 5_000  # rows of the key array taken at once: some milliseconds, half a megabyte on the way
_PAGE = 256  # rows of one page
_SIZES = (16, 64, _PAGE)  # rows one statement asks for; each is compiled and kept
_MOST_WORDS, _MOST_LETTERS = 40, 200  # of a text searched for; engines take no pattern of any length

Row = tuple[Any, ...]
Where = tuple[peewee.Node, ...]


@dataclass(frozen=True)
class View:
    """What one kind of list shows: its columns, how they join, by what it can be ordered.

    `columns` maps column names to expressions; `seq` is put in front. `joins` adds the joins those need. An order
    is one expression or several; what may be unknown is ordered by `unknown_last`.
    """

    table: type[Table]
    columns: Mapping[str, Any]
    orders: Mapping[str, Any]
    joins: Callable[[Any], Any] = lambda query: query
    _kept: dict[object, Statement] = field(default_factory=dict, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of a row's values, `seq` first."""
        return ("seq", *self.columns)

    def kept(self, name: object, build: Callable[[], Any]) -> Statement:
        """A statement of this view, built and compiled at its first use."""
        found = self._kept.get(name)
        if found is None:
            found = self._kept[name] = Statement(build)
        return found

    def page_statement(self, size: int = _PAGE) -> Statement:
        """So many rows by their seq, which are its last parameters."""
        return self.kept(size, lambda: self.rows_query().where(self.table.seq.in_([param("seq")] * size)))

    def page(self, store: Store, seqs: Sequence[int]) -> list[Row]:
        """The rows with these seq, a page of them at most, in no order."""
        size = _SIZES[bisect_left(_SIZES, len(seqs))]
        text, parameters = self.page_statement(size).compiled(store)
        again = [seqs[0]] * (size - len(seqs))
        return store.rows(text, [*parameters[:-size], *seqs, *again])

    def rows_query(self) -> Any:
        """All columns of the view, unfiltered."""
        return self.joins(self.table.select(self.table.seq, *self.columns.values()))


class Listing:
    """One list as the user filtered and ordered it."""

    def __init__(
        self, store: Store, view: View, *, order: str, descending: bool = False, where: Where = ()
    ) -> None:
        self._store, self._view = store, view
        table = view.table
        self._filtered, self._order_name = bool(where), (order, descending)
        self._where = (table.deleted == False, *where) if issubclass(table, Record) else where  # noqa: E712 - SQL
        key = view.orders[order]
        keys = (*(key if isinstance(key, tuple) else (key,)), table.seq)
        self._order = tuple(one.desc() if descending else one.asc() for one in keys)

    def head(self, limit: int = _PAGE) -> list[Row]:
        """The first rows, for the first paint; what is filtered and must be sorted is sorted by its keys alone."""
        if self._filtered:
            first = self._ordered(self._view.table.select(self._view.table.seq)).limit(limit)
            return self.rows([seq for (seq,) in self._store.rows(*compiled_once(self._store, first))])
        return self._store.rows(
            *self._sql(("head", limit), lambda: self._ordered(self._view.rows_query()).limit(limit))
        )

    def key_chunks(self) -> Iterator[array[int]]:
        """The seq of all rows in order, some thousand at a time."""
        table = self._view.table
        cursor = self._store.execute(*self._sql("keys", lambda: self._ordered(table.select(table.seq))))
        try:
            while chunk := cursor.fetchmany(_CHUNK):
                yield array("I", [row[0] for row in chunk])
        finally:
            cursor.close()

    def rows(self, seqs: Sequence[int]) -> list[Row]:
        """The rows with these seq, in the order given; rows that are gone are left out."""
        if not 0 < len(seqs) <= _PAGE:
            return [row for part in _parts(seqs) for row in self.rows(part)]
        found = {row[0]: row for row in self._view.page(self._store, seqs)}
        if len(found) == len(seqs):
            return list(map(found.__getitem__, seqs))
        return [found[seq] for seq in seqs if seq in found]

    def count(self) -> int:
        """How many rows there are."""
        table = self._view.table
        counted = table.select(peewee.fn.COUNT(table.seq))
        row = self._store.one(*self._sql("count", lambda: self._found(counted)))
        return int(row[0]) if row else 0

    def _ordered(self, query: Any) -> Any:
        return self._found(query).order_by(*self._order)

    def _found(self, query: Any) -> Any:
        return query.where(*self._where) if self._where else query

    def _sql(self, asked: object, build: Callable[[], Any]) -> tuple[str, list[Any]]:
        """The SQL of a question about this list, kept unless it holds what was searched for."""
        if self._filtered:
            return compiled_once(self._store, build())
        return self._view.kept((asked, self._order_name), build).sql(self._store, {})


def _parts(seqs: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(seqs), _PAGE):
        yield seqs[start : start + _PAGE]


def containing(column: Any, text: str) -> Where:
    """Conditions that every word typed stands somewhere in a folded column; none where no word was typed.

    Of a pasted page the first `_MOST_WORDS` words count, of a word the first `_MOST_LETTERS` letters.
    """
    words = list(dict.fromkeys(fold(text).split()))[:_MOST_WORDS]
    return tuple(column.contains(word[:_MOST_LETTERS]) for word in words)
