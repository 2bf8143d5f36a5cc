"""Lists that are all at hand, for tables of a few dozen or hundred rows: no query behind them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from desktop.ui.widgets.columns import Row

T = TypeVar("T")


class RowsAtHand:
    """A `Listing` over rows; column 0 of a row is its number."""

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


class LinesAtHand(Generic[T]):
    """A `Listing` over things of one kind, known by their places: a row is (place, thing)."""

    def __init__(self, lines: Sequence[T] = ()) -> None:
        self.lines = list(lines)

    def at(self, seq: int | None) -> T | None:
        """What stands in a row; None where there is none."""
        return None if seq is None or seq >= len(self.lines) else self.lines[seq]

    def head(self, limit: int) -> Sequence[Row]:
        return self.rows(range(min(limit, len(self.lines))))

    def key_chunks(self) -> Iterator[array[int]]:
        yield array("I", range(len(self.lines)))

    def rows(self, seqs: Sequence[int]) -> Sequence[Row]:
        return [(seq, self.lines[seq]) for seq in seqs if seq < len(self.lines)]
