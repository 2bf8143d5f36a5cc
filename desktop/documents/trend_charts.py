"""Small charts of how ready each region was from day to day, several in a row, drawn with lines and rectangles.

The score is a black line, what was reported a grey ground below it: a copy in grey reads like the sheet. What
stood on a day stands until the next, so the line goes in steps and never pretends to what nobody reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from desktop.base.dates import brief_date
from desktop.documents.readiness_progress_content import ReadinessProgressContent, ReviewMark, Trend, TrendPoint
from desktop.documents.typesetting.flow import Mark, Strip
from desktop.documents.typesetting.page import MM, Book, Page, Sheet
from desktop.documents.typesetting.shortened import shortened
from desktop.documents.typesetting.text import text_width, wrap

_LEAST_WIDTH, _DEPTH, _BETWEEN = 58 * MM, 23 * MM, 6 * MM
_LETTERS = 7.0
_COVERED, _SCALE, _FRAME = 0.86, 0.72, 0.45  # greys
_LINE, _HAIR = 1.3, 0.35  # points
_DASH = 2.2
_SCALED = (0, 50, 100)

Segment = tuple[float, float, float, float]


def charts(content: ReadinessProgressContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """A chart for each trend, as many beside each other as the sheet holds; nothing without days."""
    first, last = content.first_day, content.last_day
    if not content.trends or first is None or last is None:
        return
    across = max(int((sheet.measure + _BETWEEN) // (_LEAST_WIDTH + _BETWEEN)), 1)
    width = (sheet.measure - (across - 1) * _BETWEEN) / across
    days = _Days(first, last)
    for start in range(0, len(content.trends), across):
        yield _row(content.trends[start : start + across], content.marks, days, width, book)


class _Days:
    """Places days from left to right: 0 is the first, 1 the last."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, max(first, last)

    def at(self, day: date) -> float:
        """Where a day stands."""
        whole = (self.last - self.first).days
        return min(max((day - self.first).days / whole, 0.0), 1.0) if whole else 0.0


def _row(trends: Sequence[Trend], marks: Sequence[ReviewMark], days: _Days, width: float, book: Book) -> Strip:
    scale = text_width("100", book.family.regular, _LETTERS) + 3
    head, foot = _LETTERS * 2.0, _LETTERS * 1.7
    strip = Strip(head + _DEPTH + foot, before=_LETTERS * 0.8)
    drawn: list[Callable[[Page, float, float], None]] = []
    for place, one in enumerate(trends):
        left = place * (width + _BETWEEN)
        strip.marks += _words(one, marks, days, (left, scale, width, head), book)
        drawn.append(_drawing(one, marks, days, (left + scale, width - scale, head)))

    def draw(page: Page, x: float, y: float) -> None:
        for one in drawn:
            one(page, x, y)

    strip.draw = draw
    return strip


def _words(
    one: Trend, marks: Sequence[ReviewMark], days: _Days, place: tuple[float, float, float, float], book: Book
) -> list[Mark]:
    """The name with the newest score, the scale, both end days, and the review points where there is room."""
    left, scale, width, head = place
    face, bold = book.family.regular, book.family.bold
    room = width - scale
    newest = one.points[-1] if one.points else None
    told = "" if newest is None else f"{_percent(newest.percent)}, cakupan {newest.covered}%"
    wide = text_width(told, face, _LETTERS)
    name = shortened(one.name, bold, _LETTERS + 1, width - wide - _LETTERS, 1)
    found = [*_set(name, bold, left, _LETTERS + 1, _LETTERS + 1, width)]
    found += _set(told, face, left + width - wide, _LETTERS + 1, _LETTERS, width)
    for number in _SCALED:
        y = head + _DEPTH * (1 - number / 100) + _LETTERS * 0.35
        words = str(number)
        found += _set(words, face, left + scale - 3 - text_width(words, face, _LETTERS), y, _LETTERS, scale)
    below, taken = head + _DEPTH + _LETTERS * 1.2, 0.0
    ends = [(days.first, brief_date(days.first)), *((mark.day, mark.words) for mark in marks)]
    for day, words in [*ends, (days.last, brief_date(days.last))]:
        wide = text_width(words, face, _LETTERS)
        x = min(max(days.at(day) * room - wide / 2, 0.0), room - wide)
        last = (day, words) == (days.last, brief_date(days.last))
        free = room - text_width(brief_date(days.last), face, _LETTERS) - 3
        if x >= taken and (last or x + wide <= free) and days.first <= day <= days.last:
            found += _set(words, face, left + scale + x, below, _LETTERS, room)
            taken = x + wide + 3
    return found


def _drawing(
    one: Trend, marks: Sequence[ReviewMark], days: _Days, place: tuple[float, float, float]
) -> Callable[[Page, float, float], None]:
    left, width, head = place

    def draw(page: Page, x: float, y: float) -> None:
        x0, base = x + left, y - head - _DEPTH
        for begins, ends, point in _spans(one, days):
            if point.covered:
                page.shade(
                    x0 + begins * width, base, (ends - begins) * width, _DEPTH * point.covered / 100, _COVERED
                )
        page.shade(x0, base + _DEPTH / 2, width, _HAIR, _SCALE)
        for mark in marks:
            if days.first <= mark.day <= days.last:
                page.rules(_dashes(x0 + days.at(mark.day) * width, base, base + _DEPTH), _HAIR)
        steps = _steps(one, days, x0, base, width)
        if steps:
            page.rules(steps, _LINE)
        page.box(x0, base, width, _DEPTH, _FRAME)

    return draw


def _spans(one: Trend, days: _Days) -> Iterator[tuple[float, float, TrendPoint]]:
    """Each point with where it begins and ends; the newest ends on its own day."""
    for place, point in enumerate(one.points):
        following = one.points[place + 1].day if place + 1 < len(one.points) else point.day
        yield days.at(point.day), days.at(following), point


def _steps(one: Trend, days: _Days, x0: float, base: float, width: float) -> list[Segment]:
    """The line of the score: level from point to point, straight up or down where it changed."""
    found: list[Segment] = []
    height: float | None = None
    for begins, ends, point in _spans(one, days):
        percent = point.percent
        if percent is None:
            height = None
            continue
        level = base + _DEPTH * percent / 100
        left, right = x0 + begins * width, x0 + ends * width
        if height is not None and height != level:
            found.append((left, height, left, level))
        if right > left:
            found.append((left, level, right, level))
        elif height is None:
            found.append((left - 1, level, left + 1, level))
        height = level
    return found


def _dashes(x: float, bottom: float, top: float) -> list[Segment]:
    count = int((top - bottom) / (2 * _DASH))
    return [(x, bottom + 2 * _DASH * n, x, bottom + 2 * _DASH * n + _DASH) for n in range(count)]


def _set(words: str, face: object, x: float, y: float, size: float, room: float) -> list[Mark]:
    return [Mark(line, x, y, size) for line in wrap(words, face, size, room + 50)[:1]]  # type: ignore[arg-type]


def _percent(percent: int | None) -> str:
    return "belum ada laporan" if percent is None else f"{percent}%"
