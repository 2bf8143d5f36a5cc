"""The register in groups, in the same table: a heading for each, which can be folded, and below it its rows.

A follow-up may stand in several groups, so a row goes by a number of its own in place of its seq: the rows of all
groups counted through from 1, headings from `_HEADINGS` on. Both stay the same while groups are folded.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, TypeVar

from desktop.base.numbers import grouped
from desktop.models.queries.register_groups import GroupedRegister
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.windowed_model import Listing

_HEADINGS = 0x4000_0000  # signals of Qt carry 31 bits
_CHUNK = 5_000
T = TypeVar("T")


class GroupedListing:
    """A `Listing` of headings and rows; `folded` are the keys of the groups whose rows are left out."""

    def __init__(self, listing: Listing, register: GroupedRegister, folded: Collection[str] = ()) -> None:
        self._listing, self._register, self.groups = listing, register, register.groups
        self.folded = frozenset(folded) & {one.key for one in self.groups}
        self._starts = list(accumulate((one.count for one in self.groups), initial=1))

    def head(self, limit: int) -> Sequence[Row]:
        return self.rows(next(self._keys(limit), array("I")))

    def key_chunks(self) -> Iterator[array[int]]:
        return self._keys(_CHUNK)

    def rows(self, seqs: Sequence[int]) -> Sequence[Row]:
        wanted = {key: seq for key in seqs if (seq := self.seq_of(key)) is not None}
        found = {row[0]: row for row in self._listing.rows(list(dict.fromkeys(wanted.values())))}
        made: list[Row] = []
        for key in seqs:
            if key not in wanted:
                made.append((key, self.groups[key - _HEADINGS]))
            elif wanted[key] in found:
                made.append((key, *found[wanted[key]][1:]))
        return made

    def seq_of(self, key: int) -> int | None:
        """The follow-up of a row; None for a heading."""
        if key >= _HEADINGS:
            return None
        number = bisect_right(self._starts, key) - 1
        return self.groups[number].seqs[key - self._starts[number]]

    def seqs_of(self, key: int) -> list[int]:
        """The follow-ups a row stands for: of a heading all below it."""
        seq = self.seq_of(key)
        return list(self.groups[key - _HEADINGS].seqs) if seq is None else [seq]

    def keys_of(self, seq: int) -> list[int]:
        """The rows of a follow-up, one in each of its groups."""
        keys = self._register.groups_of(seq)
        return [
            start + group.seqs.index(seq)
            for start, group in zip(self._starts, self.groups, strict=False)
            if group.key in keys and seq in group.seqs
        ]

    def shown_key_of(self, seq: int) -> int:
        """Where a follow-up is first seen: its row, the heading it is folded under, or 0."""
        key = next(iter(self.keys_of(seq)), 0)
        return self.heading_of(key) if key and self.is_folded(key) else key

    def heading_like(self, other: GroupedListing, key: int) -> int:
        """The heading that stood above a row of another listing; 0 where its group is gone."""
        wanted = other.groups[other.heading_of(key) - _HEADINGS].key
        return next((_HEADINGS + number for number, one in enumerate(self.groups) if one.key == wanted), 0)

    def heading_of(self, key: int) -> int:
        """The heading above a row."""
        return key if key >= _HEADINGS else _HEADINGS + bisect_right(self._starts, key) - 1

    def is_folded(self, key: int) -> bool:
        """Whether the rows below the heading of a row are left out."""
        return self.groups[self.heading_of(key) - _HEADINGS].key in self.folded

    def with_folded(self, folded: Collection[str]) -> GroupedListing:
        """The same with other groups folded."""
        return GroupedListing(self._listing, self._register, folded)

    def toggled(self, key: int) -> GroupedListing:
        """The same with the group of a row folded, or unfolded."""
        return self.with_folded(self.folded ^ {self.groups[self.heading_of(key) - _HEADINGS].key})

    def _keys(self, most: int) -> Iterator[array[int]]:
        chunk = array("I")
        for number, (start, group) in enumerate(zip(self._starts, self.groups, strict=False)):
            chunk.append(_HEADINGS + number)
            if group.key not in self.folded:
                chunk.extend(range(start, start + group.count))
            while len(chunk) >= most:
                yield chunk[:most]
                chunk = chunk[most:]
        if chunk:
            yield chunk


def is_heading(key: int) -> bool:
    """Whether a row's number is that of a heading."""
    return key >= _HEADINGS


def heading_words(row: Row) -> str:
    """What a heading says: its group and how many are in it."""
    return f"{row[1].name} ({grouped(row[1].count)})"


def with_headings(columns: Sequence[Column]) -> list[Column]:
    """The same columns for rows among which there are headings: those speak in the first column only."""
    return [_with_headings(column, first=number == 0) for number, column in enumerate(columns)]


def _with_headings(column: Column, *, first: bool) -> Column:
    def but(make: Callable[[Row], T] | None, otherwise: T) -> Any:
        return None if make is None else lambda row: otherwise if is_heading(row[0]) else make(row)

    text = column.text
    shown = (lambda row: heading_words(row) if is_heading(row[0]) else text(row)) if first else but(text, "")
    return replace(
        column, text=shown, tone=but(column.tone, None), symbol=but(column.symbol, ""), tip=but(column.tip, ""),
        value=but(column.value, None), spoken=but(column.spoken, ""),
    )  # fmt: skip
