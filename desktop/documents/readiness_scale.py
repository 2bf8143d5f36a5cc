"""How ready a cell is, at a glance: a light colour, a filled part of a circle, and the number.

Each step is clearly darker than the one before it, so that a grey copy reads like the coloured sheet; black stays
readable on all of them. What nobody reported has no colour and is hatched: it is unknown, not bad.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.page import Book, Page, Sheet, Tint
from desktop.documents.typesetting.text import text_width, wrap


class Step(NamedTuple):
    """From `least` percent on: the mark, the colour, and the words of the legend."""

    least: int
    mark: str
    tint: Tint
    words: str


_DARKEST: Tint = (0.859, 0.561, 0.424)
STEPS = (
    Step(100, "⬤", (0.867, 0.953, 0.875), "100%"),
    Step(75, "◕", (0.922, 0.863, 0.557), "75–99%"),
    Step(50, "◑", (0.937, 0.710, 0.435), "50–74%"),
    Step(1, "◔", _DARKEST, "1–49%"),
    Step(0, "◯", _DARKEST, "0%"),
)
OLD_MARK = "↻"
"""Beside it stands how many answers have grown old."""
_SILENT = "belum ada laporan"
_UNCOLOURED = (("", _SILENT), ("–", "tidak berlaku"), (OLD_MARK, "jawaban yang perlu dikonfirmasi"))
_FRAME = 0.5  # grey


def step_of(percent: int) -> Step:
    """The step a score belongs to."""
    return next(step for step in STEPS if percent >= step.least)


def legend(book: Book, sheet: Sheet) -> list[Strip]:
    """What the colours and marks stand for, in as many lines as they need; stays with what follows."""
    face, size = book.family.regular, book.size - 2
    box, after, between = size * 2.4, size * 0.5, size * 1.5
    strips, x = [Strip(size * 1.8, before=book.size * 0.8, keeps=True)], 0.0
    boxes: list[list[float]] = [[]]
    for mark, words, tint in [*((step.mark, step.words, step.tint) for step in STEPS),
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
