"""Dokumentasi: the photos of a meeting, two or four on a page, each with its caption below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from desktop.base.dates import long_date
from desktop.documents.content import OfficeProfile
from desktop.documents.photo_content import Photo, PhotoPagesContent
from desktop.documents.typesetting.blocks import Style, centered_balanced
from desktop.documents.typesetting.flow import Flow, Mark, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import MM, Book, Page, Progress, Sheet, sheet_for
from desktop.documents.typesetting.photo import photo
from desktop.documents.typesetting.text import Line, wrap

_ROWS = 2  # on a page, of one photo or of two
_GAP = 6 * MM
_ABOVE_CAPTION = 2 * MM
_LEAST_PHOTO = 0.45  # of a row's height, however long the captions are
_LEAST_ROW = 40 * MM
_LOST = "Berkas foto ini tidak dapat dibaca."
_NOTHING = "Belum ada foto."


def render(content: PhotoPagesContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The photo pages as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.title}", draft=False, progress=progress)
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    day = long_date(content.held_on) if content.held_on else ""
    where = ", ".join(part for part in (day, content.place) if part)
    head = [*letterhead(profile, sheet), *paper_heading(content.heading, [content.title, where], book, sheet)]
    flow.place(head)
    if not content.photos:
        flow.place(centered_balanced(_NOTHING, book.family.italic, Style(book.size), sheet.measure))
    rows = _Rows(book, sheet, columns=content.per_page // _ROWS)
    room = sheet.depth - sum(strip.height + strip.before for strip in head)
    for start in range(0, len(content.photos), content.per_page):
        shown = content.photos[start : start + content.per_page]
        flow.place(rows.strips(shown, room if start == 0 else sheet.depth))
        flow.close()  # what follows begins a page
    flow.close()
    return book.finish()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A photo with the size it prints at, its caption as lines, and where its column begins."""

    picture: Any  # as ReportLab draws it; None where it cannot be read
    width: float
    height: float
    caption: Sequence[Line]
    left: float


class _Rows:
    """Turns photos into rows: a photo and its caption never part, unless the caption alone would fill the page."""

    def __init__(self, book: Book, sheet: Sheet, *, columns: int) -> None:
        self._face, self._size = book.family.regular, book.size - 1
        self._italic = book.family.italic
        self._columns, self._depth = columns, sheet.depth
        self._width = (sheet.measure - _GAP * (columns - 1)) / columns
        self._style = Style(self._size, leading=1.22)

    def strips(self, photos: Sequence[Photo], room: float) -> Iterator[Strip]:
        """The rows of one page that has `room` for them."""
        most = min(max((room - _GAP) / _ROWS - 1, _LEAST_ROW), self._depth)
        for start in range(0, len(photos), self._columns):
            yield from self._row(photos[start : start + self._columns], most, _GAP if start else 0.0)

    def _row(self, photos: Sequence[Photo], most: float, before: float) -> Iterator[Strip]:
        captions = [wrap(one.caption, self._face, self._size, self._width) for one in photos]
        line_height = self._style.line_height
        fits = int((most * (1 - _LEAST_PHOTO) - _ABOVE_CAPTION) / line_height)
        lines = min(max(map(len, captions), default=0), max(fits, 1))
        below = _ABOVE_CAPTION + lines * line_height if lines else 0.0
        placed = [
            self._placed(one, caption, column, most - below)
            for column, (one, caption) in enumerate(zip(photos, captions, strict=True))
        ]
        tallest = max(each.height for each in placed)
        strip = Strip(tallest + below, before=before)
        for each in placed:
            for place, line in enumerate(each.caption[:lines]):
                y = tallest + _ABOVE_CAPTION + place * line_height + self._style.baseline
                strip.marks.append(self._centred(line, each.left, y))
            if each.picture is None:
                for place, line in enumerate(self._lost(each.width)):
                    y = tallest - each.height / 2 + place * line_height
                    strip.marks.append(self._centred(line, each.left, y))

        def draw(page: Page, x: float, top: float) -> None:
            for each in placed:
                left, bottom = x + each.left + (self._width - each.width) / 2, top - tallest
                if each.picture is None:
                    page.box(left, bottom, each.width, each.height, 0.6)
                else:
                    page.image(each.picture, left, bottom, each.width, each.height)

        strip.draw = draw
        yield strip
        for rest in zip_longest(*(each.caption[lines:] for each in placed)):
            marks = [
                self._centred(line, each.left, self._style.baseline)
                for line, each in zip(rest, placed, strict=True)
                if line is not None
            ]
            yield Strip(line_height, marks)

    def _lost(self, width: float) -> Sequence[Line]:
        """What stands in the frame of a photo that cannot be read."""
        return wrap(_LOST, self._italic, self._size, width - 8)

    def _placed(self, shown: Photo, caption: Sequence[Line], column: int, most: float) -> _Placed:
        left = column * (self._width + _GAP)
        found = photo(shown.picture, self._width, most) if shown.picture else None
        if found is None:
            height = min(self._width * 3 / 4, most)
            return _Placed(None, height * 4 / 3, height, caption, left)
        wide, high = found.getSize()
        scale = min(self._width / wide, most / high)
        return _Placed(found, wide * scale, high * scale, caption, left)

    def _centred(self, line: Line, left: float, y: float) -> Mark:
        return Mark(line, left + (self._width - line.width) / 2, y, self._size)
