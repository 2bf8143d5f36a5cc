"""Finds seats by the beginnings of words: of a name, post, institution or region; the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from desktop.base.folding import fold
from desktop.models.queries.attendance import ParticipantRow

_NOT_MARKED_FIRST = {"belum_dicatat": 0, "berhalangan": 1, "tidak_hadir": 1}
# Dr. H. R. before a name, S.H. after it without a comma: nobody is called by them.
_DEGREE = re.compile(r"\S*\.\S*")
_TITLES = frozenset({"h", "hj", "dr", "drs", "dra", "ir", "prof", "kh", "r"})

Regions = Mapping[UUID, Collection[str]]
"""The kabupaten and kota each institution serves, by institution."""


class _Entry(NamedTuple):
    row: ParticipantRow
    text: str  # all folded words, a blank before each
    name: str  # those of the name alone, without degrees


class SeatSearch:
    """The seats of one meeting, their words folded once."""

    def __init__(self) -> None:
        self._entries: dict[UUID, _Entry] = {}

    def set_rows(self, rows: Iterable[ParticipantRow], regions: Regions) -> None:
        """Search among these; only what changed is folded again."""
        known = self._entries
        self._entries = {row.id: _entry(row, known.get(row.id), regions) for row in rows}

    def find(self, typed: str) -> list[ParticipantRow]:
        """Seats in which each typed word begins a word; those not marked yet first, then as people are called."""
        words = [f" {word}" for word in fold(typed).split()]
        if not words:
            return []
        hits = list(self._entries.values())
        for word in words:
            hits = [entry for entry in hits if word in entry.text]
        return [entry.row for entry in sorted(hits, key=lambda entry: _rank(entry, words))]


def _entry(row: ParticipantRow, known: _Entry | None, regions: Regions) -> _Entry:
    if known is not None and known.row == row:
        return known
    name = row.name or row.invited_name or ""
    parts = (
        name, row.invited_name, row.present_name, row.invited_title, row.present_title, row.institution,
        row.region, row.present_institution, row.label, *regions.get(row.institution_id or row.id, ()),
    )  # fmt: skip
    return _Entry(row, f" {fold(' '.join(filter(None, parts)))}", f" {fold(_called(name))}")


def _called(name: str) -> str:
    """The part of a name that is spoken: without titles and degrees."""
    words = name.partition(",")[0].split()
    return " ".join(
        word for word in words if not (_DEGREE.fullmatch(word) and len(word) > 1) and fold(word) not in _TITLES
    )


def _rank(entry: _Entry, words: Sequence[str]) -> tuple[int, int, int, int]:
    """Not marked yet; begins as the name begins; typed words found in the name; typed words that are whole."""
    in_name = sum(word in entry.name for word in words)
    begins = entry.name.startswith(words[0])
    whole = sum(f"{word} " in f"{entry.name} " for word in words)
    return (_NOT_MARKED_FIRST.get(entry.row.state, 2), not begins, -in_name, -whole)
