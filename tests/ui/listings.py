"""Lists without a database, for the parts that only show them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

Row = tuple[Any, ...]


class MemoryListing:
    """Rows in memory; counts how often it was asked."""

    def __init__(self, rows: Sequence[Row], chunk: int = 20_000) -> None:
        self.order = [row[0] for row in rows]
        self.by_seq = {row[0]: row for row in rows}
        self.chunk = chunk
        self.heads = 0
        self.fetched: list[int] = []
        self.fault: Exception | None = None

    def head(self, limit: int) -> list[Row]:
        self.heads += 1
        return [self.by_seq[seq] for seq in self.order[:limit]]

    def key_chunks(self) -> Iterator[array[int]]:
        for start in range(0, len(self.order), self.chunk):
            yield array("I", self.order[start : start + self.chunk])

    def rows(self, seqs: Sequence[int]) -> list[Row]:
        if self.fault is not None:
            raise self.fault
        self.fetched += seqs
        return [self.by_seq[seq] for seq in seqs if seq in self.by_seq]
