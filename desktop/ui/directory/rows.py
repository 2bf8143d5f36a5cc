"""A list that is in memory already, for tables of a handful of rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from desktop.ui.widgets.columns import Row


class RowsListing:
    """Rows as a table takes them; the first value of each is its seq."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = list(rows)

    def head(self, limit: int) -> Sequence[Row]:
        """The first rows."""
        return self._rows[:limit]

    def key_chunks(self) -> Iterator[array[int]]:
        """All seq at once."""
        yield array("I", (row[0] for row in self._rows))

    def rows(self, seqs: Sequence[int]) -> Sequence[Row]:
        """The rows with these seq."""
        by_seq = {row[0]: row for row in self._rows}
        return [by_seq[seq] for seq in seqs if seq in by_seq]
