"""Rows that are all at hand, for a table of a few dozen: no query behind it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from desktop.ui.widgets.columns import Row


class RowsAtHand:
    """A `Listing` over a list; column 0 of a row is its number."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._rows = {row[0]: row for row in rows}

    def replace(self, rows: Sequence[Row]) -> bool:
        """Hold newer rows; False when they are others or in another order, so that the table must start anew."""
        same = list(self._rows) == [row[0] for row in rows]
        self._rows = {row[0]: row for row in rows}
        return same

    def all(self) -> list[Row]:
        """Every row in its order."""
        return list(self._rows.values())

    def head(self, limit: int) -> list[Row]:
        return self.all()[:limit]

    def key_chunks(self) -> Iterator[array[int]]:
        yield array("I", self._rows)

    def rows(self, seqs: Sequence[int]) -> list[Row]:
        return [self._rows[seq] for seq in seqs if seq in self._rows]
