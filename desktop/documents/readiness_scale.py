"""How ready a cell is, at a glance: a light colour for its score, a circle filled as far as items are ready.

Each step is clearly darker than the one before it, so that a grey copy reads like the coloured sheet; black stays
readable on all of them. What nobody reported has no colour and is hatched: it is unknown, not bad. A good score of
which less than half was reported has no colour either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.base.readiness_levels import GOOD_FROM, HALF_WAY_FROM, Level, level_of, ready_share
from desktop.documents.readiness_content import ReadinessCell
from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.page import Book, Page, Sheet, Tint
from desktop.documents.typesetting.text import text_width, wrap


class Step(NamedTuple):
    """From a score of `least` percent on: the colour, and the words of the legend."""

    least: int
    tint: Tint
    words: str


STEPS = (
    Step(100, (0.867, 0.953, 0.875), "skor 100%"),
    Step(GOOD_FROM, (0.922, 0.863, 0.557), "75–99%"),
    Step(HALF_WAY_FROM, (0.937, 0.710, 0.435), "50–74%"),
    Step(0, (0.859, 0.561, 0.424), "0–49%"),
)
_CIRCLES = ((100, "⬤"), (75, "◕"), (50, "◑"), (0, "◔"))
_NONE_READY = "◯"
OLD_MARK = "↻"
"""Beside it stands how many answers have grown old."""
_SILENT = "belum ada laporan"
_UNCOLOURED = (
    ("", "75–99%, belum separuh"),
    ("", _SILENT),
    ("–", "tidak berlaku"),
    (OLD_MARK, "perlu dikonfirmasi"),
)
_FRAME = 0.5  # grey


def tint_of(cell: ReadinessCell) -> Tint | None:
    """The colour of a cell; None where nothing, or too little to call it good, was reported."""
    if cell.percent is None or level_of(cell.percent, cell.reported, cell.total) is Level.LITTLE:
        return None
    return next(step.tint for step in STEPS if cell.percent >= step.least)


def circle_of(cell: ReadinessCell) -> str:
    """A circle filled as far as items that apply are ready: full only where all are, empty only where none is."""
    share = ready_share(cell.ready, cell.total)
    return next(mark for least, mark in _CIRCLES if share >= least) if cell.ready else _NONE_READY


def legend(book: Book, sheet: Sheet) -> list[Strip]:
    """What the colours and marks stand for, in as many lines as they need; stays with what follows."""
    face, size = book.family.regular, book.size - 2
    box, after, between = size * 2.1, size * 0.5, size
    strips, x = [Strip(size * 1.8, before=book.size * 0.8, keeps=True)], 0.0
    boxes: list[list[float]] = [[]]
    for mark, words, tint in [*(("", step.words, step.tint) for step in STEPS),
                              *((mark, words, None) for mark, words in _UNCOLOURED)]:  # fmt: skip
        width = box + after + text_width(words, face, size)
        if x and x + width > sheet.measure:
            strips.append(Strip(size * 1.8, keeps=True))
            boxes.append([])
            x = 0.0
        strip = strips[-1]
        strip.marks += _marks(mark, x + (box - text_width(mark, face, size)) / 2, face, size)
        strip.marks += _marks(words, x + box + after, face, size)
        boxes[-1].append(x)
        if tint is not None:
            strip.tints = [*strip.tints, (x, box, tint)]
        if words == _SILENT:
            strip.hatches = [*strip.hatches, (x, box)]
        x += width + between
    for strip, places in zip(strips, boxes, strict=True):
        strip.draw = _frames(places, box, strip.height)
    return strips


def _marks(text: str, x: float, face: Face, size: float) -> list[Mark]:
    return [Mark(line, x, size * 1.25, size) for line in wrap(text, face, size, 1000.0)]


def _frames(places: Sequence[float], width: float, height: float) -> Callable[[Page, float, float], None]:
    def draw(page: Page, left: float, top: float) -> None:
        for x in places:
            page.box(left + x, top - height, width, height, _FRAME)

    return draw
