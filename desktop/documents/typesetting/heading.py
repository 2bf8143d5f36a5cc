"""The heading of papers that are not minutes: what it is, of which meeting, as of which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.documents.typesetting.blocks import Style, centered_balanced, white
from desktop.documents.typesetting.flow import Strip
from desktop.documents.typesetting.page import Book, Sheet


def paper_heading(heading: str, lines: Sequence[str], book: Book, sheet: Sheet) -> list[Strip]:
    """The name of the paper in bold capitals, below it what it is about; stays with what follows."""
    face, bold = book.family.regular, book.family.bold
    strips = centered_balanced(heading, bold, Style(book.size + 3, keeps=True), sheet.measure)
    style = Style(book.size, before=2.0, keeps=True)
    for line in lines:
        strips += centered_balanced(line, face, style, sheet.measure)
    return [*strips, white(book.size)]


def keep_last(strips: Iterable[Strip]) -> Iterator[Strip]:
    """The same strips as they come, the last one tied to what follows."""
    last: Strip | None = None
    for strip in strips:
        if last is not None:
            yield last
        last = strip
    if last is not None:
        last.keeps = True
        yield last


def keep_all(strips: Iterable[Strip]) -> list[Strip]:
    """The same strips, each tied to the next and the last to what follows."""
    kept = list(strips)
    for strip in kept:
        strip.keeps = True
    return kept
