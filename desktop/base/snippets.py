"""The part of a text that shows what was searched for: as it was written, with those words marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from desktop.base.folding import fold
from desktop.base.search_words import LONGEST_WORD, Wanted

_BEFORE = 4  # one part in this many of the room stands before the first marked word
_RUN = re.compile("[^ ]+")
_JOINER, _REGIONAL = "\u200d", range(0x1F1E6, 0x1F200)
_EXTENDING = frozenset({"Mn", "Me", "Mc", "Cf"})
_SKIN, _SARA_AM = range(0x1F3FB, 0x1F400), "\u0e33\u0eb3"
_LEADING = (range(0x1100, 0x1160), range(0xA960, 0xA980))  # letters of Korean syllables
_SYLLABLES = (range(0x1100, 0x1200), range(0xA960, 0xA980), range(0xAC00, 0xD800))
_FOLLOWING = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))


class Snippet(NamedTuple):
    """A piece of a text on one line; `marks` are the places (from, to) in it that were searched for."""

    text: str
    marks: tuple[tuple[int, int], ...]


class _Blanks(dict[int, int]):
    """Letter by letter: a blank for what parts words, the letter itself for what belongs to one."""

    def __missing__(self, code: int) -> int:
        parts = " " in fold(f"a{chr(code)}a")
        kept = self[code] = 32 if parts else code
        return kept


_BLANKS = _Blanks()


def snippet(text: str, wanted: Wanted, room: int = 160) -> Snippet:
    """The piece of about `room` letters with the most of what is wanted; the beginning when nothing is.

    It begins and ends between words; a word longer than the room is cut between two signs as one sees them.
    """
    line = "".join(" " if char.isspace() else char for char in text).strip()
    runs = [run.span() for run in _RUN.finditer(line.translate(_BLANKS))]
    hits = _hits(line, runs, wanted)
    start, end = _window(line, runs, hits, room)
    before, after = ("… " if start else ""), (" …" if end < len(line) else "")
    marks = ((max(first, start), min(last, end)) for first, last in hits if first < end and last > start)
    shift = len(before) - start
    return Snippet(
        f"{before}{line[start:end].rstrip()}{after}", tuple((first + shift, last + shift) for first, last in marks)
    )


def _hits(line: str, runs: Sequence[tuple[int, int]], wanted: Wanted) -> list[tuple[int, int]]:
    known: dict[str, bool] = {}
    found = []
    for first, last in runs:
        written = line[first:last]
        hit = known.get(written)
        if hit is None:
            hit = known[written] = any(wanted.marks(word[:LONGEST_WORD]) for word in fold(written).split())
        if hit:
            found.append((first, last))
    return found


def _window(
    line: str, runs: Sequence[tuple[int, int]], hits: Sequence[tuple[int, int]], room: int
) -> tuple[int, int]:
    if len(line) <= room:
        return 0, len(line)
    start = _start(line, runs, hits, room)
    if len(line) - start <= room:
        return start, len(line)
    ends = [last for _, last in runs if start < last <= start + room]
    return start, ends[-1] if ends else cut_before(line, start + room)


def _start(line: str, runs: Sequence[tuple[int, int]], hits: Sequence[tuple[int, int]], room: int) -> int:
    """Where the piece begins: a little before the hit that is followed by the most others."""
    if not hits:
        return 0
    reach = room - room // _BEFORE
    best = max(range(len(hits)), key=lambda at: (_distinct(line, hits, at, reach), -at))
    hit = hits[best][0]
    if hits[best][1] <= room and hit <= room // 2:
        return 0
    starts = [first for first, _ in runs if hit - room // _BEFORE <= first <= hit]
    return starts[0] if starts else hit


def _distinct(line: str, hits: Sequence[tuple[int, int]], at: int, reach: int) -> int:
    first, found = hits[at][0], set()
    for start, end in hits[at : at + 20]:
        if end > first + reach:
            break
        found.add(line[start:end].lower())
    return len(found)


def cut_before(text: str, at: int) -> int:
    """The place at or before `at` where a text may be cut without taking apart what one sees as one sign."""
    if at >= len(text):
        return len(text)
    place = at
    while place > 0 and not _parts(text, place):
        place -= 1
    return place or at


def _parts(text: str, at: int) -> bool:
    """Whether two signs meet here, by the rules of UAX 29 as far as they concern text people write."""
    before, after = text[at - 1], text[at]
    code, last = ord(after), ord(before)
    if before == _JOINER or after in _SARA_AM or code in _SKIN or unicodedata.category(after) in _EXTENDING:
        return False
    if code in _REGIONAL and last in _REGIONAL:
        count = 0
        while count < at and ord(text[at - 1 - count]) in _REGIONAL:
            count += 1
        return count % 2 == 0
    if any(code in letters for letters in _FOLLOWING):
        return not any(last in letters for letters in _SYLLABLES)
    if any(last in letters for letters in _LEADING):
        return not any(code in letters for letters in _SYLLABLES)
    return True
