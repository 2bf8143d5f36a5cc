"""Tahapan of a topic on paper, landscape: each stage with its days, and its bar on a scale of months.

Bars differ by ground and hatching, so that a grey copy reads like the print; where an end is not known, nothing
but the known one is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.base.dates import medium_date
from desktop.base.day_scale import DayScale, Label, span_of, spots
from desktop.documents.content import OfficeProfile
from desktop.documents.stage_timeline_content import DayMark, MarkKind, StageLine, StageState, StageTimelineContent
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Mark, Strip
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Page, Progress, Sheet, Tint, sheet_for
from desktop.documents.typesetting.shortened import shortened
from desktop.documents.typesetting.table import Column, Table
from desktop.documents.typesetting.text import Line, fits, text_width, wrap

NOTHING = "Tahapan topik ini belum disusun."
_MARKED = "Hari yang ditandai"
_COLUMNS = (
    Column("No.", 3, align="center", fits="0000."),
    Column("Tahapan", 27),
    Column("Pelaksana", 14),
    Column("Waktu", 16, fits="27-11-2024 s.d. 16-12-2024"),
    Column("", 48),
)
_SCALE = 4  # the column of the bars
_LARGEST = 9.0
_BAR, _OPEN, _NARROWEST, _LEADING = 0.75, 14.0, 2.5, 1.25  # of the letters; points; points; of the letters
_ABOVE, _BELOW = 1.0, 0.4  # of the letters: how far words reach from their line
_LONGEST = 0.45  # of the scale that a mark's words may take
_RUNNING: Tint = (0.33, 0.45, 0.68)
_COMING: Tint = (0.86, 0.90, 0.97)
_FRAME = 0.3  # grey
_LINES: Mapping[MarkKind, tuple[Tint, float]] = {  # colour and width in points
    "point": ((0.6, 0.6, 0.6), 0.4),
    "event": ((0.0, 0.0, 0.0), 1.3),
    "today": (_RUNNING, 1.3),
}
_MEANINGS: tuple[tuple[StageState, str], ...] = (
    ("lewat", "Lewat"),
    ("berjalan", "Berjalan"),
    ("mendatang", "Mendatang"),
    ("belum_pasti", "Awal/akhir belum pasti"),
)


def render(content: StageTimelineContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The paper as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.title}", draft=False, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    lines = [content.title, content.event, f"Posisi per {medium_date(content.as_of)}"]
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [line for line in lines if line], book, sheet))
    flow.place(_marked(content, book, sheet))
    if content.lines:
        flow.place(_table(content, book, sheet))
    else:
        flow.place(paragraph([(NOTHING, book.family.regular)], Style(book.size - 1), sheet.measure))
    flow.close()
    return book.finish()


def _table(content: StageTimelineContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    span = _span(content)
    table = _table_of(span, book, sheet)
    scale, marks = None, content.marks
    if span is not None:
        yield from _legend(book)
        scale = _scale(table, span)
        marks = tuple(one for one in marks if scale.first <= one.day <= scale.last)
        _fill_head(table, scale, marks, book)
    yield from table.head
    for number, line in enumerate(content.lines, start=1):
        row = (f"{number}.", line.name, line.lead, line.days or "belum bertanggal", "")
        strips = table.row(row[: len(table.columns)])
        if scale is not None:
            for place, strip in enumerate(strips):
                _draw_row(strip, line if place == 0 else None, scale, marks, table.size)
        yield from strips


def _table_of(span: tuple[date, date] | None, book: Book, sheet: Sheet) -> Table:
    """The table with the column of the bars, or without it where there is no scale."""
    columns, size = _COLUMNS if span else _COLUMNS[:_SCALE], min(book.size - 2, _LARGEST)
    return Table(columns, sheet.measure, sheet.depth, book.family.regular, book.family.bold, size, middle=True)


def _scale(table: Table, span: tuple[date, date]) -> DayScale:
    left, width = table.place(_SCALE)
    return DayScale(*span, left, width / ((span[1] - span[0]).days + 1))


def _span(content: StageTimelineContent) -> tuple[date, date] | None:
    """The first and last day of the scale; None where no stage has a day."""
    known = [day for one in content.lines for day in (one.starts_on, one.ends_on) if day is not None]
    fixed = [one.day for one in content.marks if one.kind != "today"]
    return span_of([*known, *fixed], content.as_of) if known else None


def _fill_head(table: Table, scale: DayScale, marks: Sequence[DayMark], book: Book) -> None:
    """Make room above the bars for the months, and above these for the marks."""
    (head,), size = table.head, table.size - 1
    lines = [_line(one, book, size, scale) for one in marks]
    labels = [
        Label(scale.middle(one.day), line.width + size * 0.8, not _is_event(one))
        for one, line in zip(marks, lines, strict=True)
    ]
    found = spots(labels, scale.left, scale.left + scale.width)
    step = size * _LEADING
    rows = max((spot.row for spot in found), default=-1) + 1
    height = max(head.height, (rows + 1) * step + size)
    for mark in head.marks:
        mark.y += (height - head.height) / 2
    head.height = height
    written = [
        Mark(line, spot.left + size * 0.4, (spot.row + 1) * step, size)
        for line, spot in zip(lines, found, strict=True)
    ]
    written += _months(scale, height - size * 0.5, size, book)
    head.marks += written

    def draw(page: Page, left: float, top: float) -> None:
        for one, spot, label in zip(marks, found, labels, strict=True):
            for start, end in _beside(written, label.place, (spot.row + 0.4) * step, height):
                _day_line(page, one, left + label.place, top - start, top - end)

    head.draw = draw


def _line(mark: DayMark, book: Book, size: float, scale: DayScale) -> Line:
    """The words of a mark on one line, as many of them as a mark may have."""
    most = scale.width * _LONGEST
    lines = wrap(shortened(mark.words, _face(mark, book), size, most, 1), _face(mark, book), size, most)
    return lines[0] if lines else Line([], 0.0, 0)


def _months(scale: DayScale, base: float, size: float, book: Book) -> Iterator[Mark]:
    """The names of months or years where they begin, as far as they have room."""
    free = scale.left
    for month, words in scale.month_names(text_width("Nov ", book.family.regular, size)):
        x = scale.place(month) + 2
        for line in wrap(words, book.family.regular, size, scale.width):
            if x >= free and x + line.width <= scale.left + scale.width:
                yield Mark(line, x, base, size)
                free = x + line.width + 2


def _beside(written: Sequence[Mark], place: float, start: float, end: float) -> Iterator[tuple[float, float]]:
    """The parts of an upright line, from the top, that do not run through words."""
    for mark in sorted(written, key=lambda one: one.y):
        above, below = mark.y - mark.size * _ABOVE, mark.y + mark.size * _BELOW
        if mark.x - 1 < place < mark.x + mark.line.width + 1 and start < below:
            if above > start:
                yield start, above
            start = below
    if start < end:
        yield start, end


def _marked(content: StageTimelineContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The marked days in full that have no place on the scale, or not for all of their words."""
    span = _span(content)
    told = [one for one in content.marks if one.kind != "today" and one.words.strip()]
    if span is not None:
        table = _table_of(span, book, sheet)
        size, scale = table.size - 1, _scale(table, span)
        told = [one for one in told if not _is_whole(one, book, size, scale)]
    if not told:
        return
    face, size = book.family.regular, min(book.size - 2, _LARGEST)
    head = Style(size, before=size * 0.6, keeps=True)
    yield from paragraph([(_MARKED, book.family.bold)], head, sheet.measure)
    for one in told:
        words = f"{one.words}: {medium_date(one.day)}"
        yield from paragraph([(words, face)], Style(size, before=size * 0.15), sheet.measure)


def _is_whole(mark: DayMark, book: Book, size: float, scale: DayScale) -> bool:
    return fits(" ".join(mark.words.split()), _face(mark, book), size, scale.width * _LONGEST, 1)


def _is_event(mark: DayMark) -> bool:
    return mark.kind == "event"


def _face(mark: DayMark, book: Book) -> Face:
    return book.family.regular if mark.kind == "point" else book.family.bold


def _draw_row(
    strip: Strip, line: StageLine | None, scale: DayScale, marks: Sequence[DayMark], size: float
) -> None:
    """The lines of the marked days through a row, and the bar of its stage over them."""

    def draw(page: Page, left: float, top: float) -> None:
        for one in marks:
            _day_line(page, one, left + scale.middle(one.day), top, top - strip.height)
        if line is not None and line.state != "tanpa_tanggal":
            height = size * _BAR
            _draw_bar(page, line, scale, left, top - strip.height / 2 - height / 2, height)

    strip.draw = draw


def _day_line(page: Page, mark: DayMark, x: float, top: float, bottom: float) -> None:
    colour, width = _LINES[mark.kind]
    page.tint(x - width / 2, bottom, width, top - bottom, colour)


def _draw_bar(page: Page, line: StageLine, scale: DayScale, left: float, bottom: float, height: float) -> None:
    starts, ends = line.starts_on, line.ends_on
    if starts is not None and ends is not None:
        x, width = left + scale.place(starts), scale.place(ends) + scale.per_day - scale.place(starts)
        _part(page, x, bottom, max(width, _NARROWEST), height, line.state)
    elif starts is not None:
        _draw_open(page, scale, left, (scale.place(starts), _OPEN), bottom, height)
    elif ends is not None:
        _draw_open(page, scale, left, (scale.place(ends) + scale.per_day, -_OPEN), bottom, height)


def _draw_open(
    page: Page, scale: DayScale, left: float, reach: tuple[float, float], bottom: float, height: float
) -> None:
    """The known end of a stage, and a hatched beginning of the way to the one that is not known."""
    known, open_end = reach[0], min(max(sum(reach), scale.left), scale.left + scale.width)
    _part(page, left + min(known, open_end), bottom, abs(open_end - known), height, "belum_pasti")
    page.rules([(left + known, bottom - 1.5, left + known, bottom + height + 1.5)], 1.5)


def _part(page: Page, x: float, y: float, width: float, height: float, state: StageState) -> None:
    page.shade(x, y, width, height, 1.0)
    if state in ("berjalan", "mendatang"):
        page.tint(x, y, width, height, _RUNNING if state == "berjalan" else _COMING)
    elif state == "belum_pasti":
        page.hatch(x, y, width, height, 0.4, 3.0)
    page.box(x, y, width, height, _FRAME)


def _legend(book: Book) -> list[Strip]:
    """What a bar means; stays with what follows."""
    face, size = book.family.regular, book.size - 2
    strip, places, x = Strip(size * 2.0, before=size * 0.4, keeps=True), [], 0.0
    for _, words in _MEANINGS:
        places.append(x)
        width = text_width(words, face, size)
        (line,) = wrap(words, face, size, width + 1)
        strip.marks.append(Mark(line, x + size * 2.1, size * 1.2, size))
        x += width + size * 4.2

    def draw(page: Page, left: float, top: float) -> None:
        for place, (state, _) in zip(places, _MEANINGS, strict=True):
            _part(page, left + place, top - size * 1.25, size * 1.6, size * _BAR, state)

    strip.draw = draw
    return [strip]
