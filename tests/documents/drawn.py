"""What our pages draw, read from their content streams: each line as it was set, glyph by glyph from left to right.

Readers of PDF that copy text put words into an order of their own where right-to-left letters are about: PDFium turns
whole lines round, columns beside them included. What was drawn is told exactly by the operators and by the map that
each font carries from its codes to characters (ToUnicode); nothing of the program is asked for it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>")
_ONE_SIDE = str.maketrans(")]}>»", "([{<«")


Upright = tuple[float, float, float]
"""x, lower and upper end."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """Text set by one matrix: where it begins in points, and its letters as `letters_of` gives them.

    `turned` tells that it holds right-to-left letters: which letters stand on it is then known, not their order.
    """

    x: float
    y: float
    text: str
    turned: bool


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page's width in points, and its lines as they are drawn, those without visible letters left out."""

    width: float
    lines: list[DrawnLine]


def drawn_pages(pdf: bytes) -> list[DrawnPage]:
    """What is drawn on each page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [DrawnPage(float(page.mediabox[2]), list(_lines(page))) for page in document.pages]


def letters_of(text: str) -> str:
    """A text as typed and drawn can be compared: no white space, no case, letters apart from their marks."""
    apart = "".join(unicodedata.normalize("NFKD", character) for character in text)
    return "".join(apart.replace("\N{FRACTION SLASH}", "/").casefold().split())


def one_sided(text: str) -> str:
    """A text without the difference between left and right brackets: among right-to-left letters they change."""
    return text.translate(_ONE_SIDE)


def in_columns(pages: Sequence[DrawnPage], uprights: Sequence[Sequence[Upright]]) -> list[list[DrawnLine]]:
    """The lines of a paper in the ways in which they can belong together, `uprights` being the rules of each page.

    First all of them; then, over all pages, those between two upright rules that run beside them, those that begin
    at the same distance from the left, and those that begin in the same half: cells and columns whose lines take
    turns.
    """
    columns: dict[object, list[DrawnLine]] = {}
    for page, rules in zip(pages, uprights, strict=True):
        for line in page.lines:
            edges = sorted({round(x) for x, low, high in rules if low <= line.y <= high})
            between, half = bisect_left(edges, line.x), line.x > page.width / 2
            for column in ("all", ("between", between), ("beginning", round(line.x)), ("half", half)):
                columns.setdefault(column, []).append(line)
    return list(columns.values())


def holds(lines: Sequence[DrawnLine], words: str, *, most_gaps: int = 0) -> bool:
    """Whether a text is there: it may begin and end inside a line, and fills all lines in between.

    It goes on with the next line, or after at most `most_gaps` gaps with the beginning of a later one (a row of a
    table goes on below the head of the next page). On a turned line it must find its letters, in whatever order; a
    line in between must have no others.
    """
    if not words:
        return True
    at_end: dict[
        int, int
    ] = {}  # how much of the words is read at the end of the line before, with the fewest gaps
    waiting: dict[int, int] = {}  # the same of any line before
    for line in lines:
        going_on = dict(at_end)
        for read, gaps in waiting.items():
            if gaps < most_gaps and going_on.get(read, most_gaps + 1) > gaps + 1:
                going_on[read] = gaps + 1
        if _ends_in(line, words) or any(_ends_at_front(line, words[read:]) for read in going_on):
            return True
        size = len(line.text)
        at_end = dict.fromkeys(_begun(line, words), 0)
        for read, gaps in going_on.items():
            if _is_all(line, words[read : read + size]):
                at_end[read + size] = min(gaps, at_end.get(read + size, gaps))
        for read, gaps in at_end.items():
            waiting[read] = min(gaps, waiting.get(read, gaps))
    return False


def _lines(page: pikepdf.Page) -> Iterator[DrawnLine]:
    maps = {name: _text_map(font) for name, font in page.Resources.get("/Font", {}).items()}
    x = y = 0.0
    drawn: list[str] = []
    meant: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                meant = maps[str(operands[0])]
            case "Tm" | "ET":
                yield from _line(x, y, drawn)
                drawn = []
                if str(operator) == "Tm":
                    x, y = float(operands[4]), float(operands[5])
            case "Tj":
                drawn += [meant[code] for code in bytes(operands[0])]


def _line(x: float, y: float, drawn: Sequence[str]) -> Iterator[DrawnLine]:
    text = "".join(drawn)
    letters = letters_of(text)
    if letters:
        turned = any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text)
        yield DrawnLine(x, y, one_sided(letters) if turned else letters, turned)


def _text_map(font: Any) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(character.decode()).decode("utf-16-be")
        for code, character in _PAIR.findall(font.ToUnicode.read_bytes())
    }


def _begun(line: DrawnLine, words: str) -> list[int]:
    """How much of a text may stand at the end of a line."""
    most = min(len(line.text), len(words))
    if not line.turned:
        return [size for size in range(1, most + 1) if line.text.endswith(words[:size])]
    left, found = Counter(line.text), []
    for size, letter in enumerate(one_sided(words[:most]), 1):
        left[letter] -= 1
        if left[letter] < 0:
            break
        found.append(size)
    return found


def _ends_in(line: DrawnLine, words: str) -> bool:
    return _has(line, words) if line.turned else words in line.text


def _ends_at_front(line: DrawnLine, rest: str) -> bool:
    return _has(line, rest) if line.turned else line.text.startswith(rest)


def _has(line: DrawnLine, words: str) -> bool:
    return len(words) <= len(line.text) and not Counter(one_sided(words)) - Counter(line.text)


def _is_all(line: DrawnLine, words: str) -> bool:
    if line.turned:
        return Counter(one_sided(words)) == Counter(line.text)
    return words == line.text
