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
from desktop.documents.typesetting.table import HEAD_GREY, Column, Table
from desktop.documents.typesetting.text import text_width, wrap

NOTHING = "Tahapan topik ini belum disusun."
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
    if content.lines:
        flow.place(_table(content, book, sheet))
    else:
        flow.place(paragraph([(NOTHING, book.family.regular)], Style(book.size - 1), sheet.measure))
    flow.close()
    return book.finish()


def _table(content: StageTimelineContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    span = _span(content)
    columns, size = _COLUMNS if span else _COLUMNS[:_SCALE], min(book.size - 2, _LARGEST)
    table = Table(columns, sheet.measure, sheet.depth, book.family.regular, book.family.bold, size, middle=True)
    scale, marks = None, content.marks
    if span is not None:
        yield from _legend(book)
        left, width = table.place(_SCALE)
        scale = DayScale(*span, left, width / ((span[1] - span[0]).days + 1))
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


def _span(content: StageTimelineContent) -> tuple[date, date] | None:
    """The first and last day of the scale; None where no stage has a day."""
    known = [day for one in content.lines for day in (one.starts_on, one.ends_on) if day is not None]
    fixed = [one.day for one in content.marks if one.kind != "today"]
    return span_of([*known, *fixed], content.as_of) if known else None


def _fill_head(table: Table, scale: DayScale, marks: Sequence[DayMark], book: Book) -> None:
    """Make room above the bars for the months, and above these for the marks."""
    (head,), size = table.head, table.size - 1
    most = scale.width * _LONGEST
    told = [shortened(one.words, _face(one, book), size, most, 1) for one in marks]
    labels = [
        Label(scale.middle(one.day), text_width(words, _face(one, book), size) + size * 0.8, not _is_event(one))
        for one, words in zip(marks, told, strict=True)
    ]
    found = spots(labels, scale.left, scale.left + scale.width)
    step = size * _LEADING
    rows = max((spot.row for spot in found), default=-1) + 1
    height = max(head.height, (rows + 1) * step + size)
    for mark in head.marks:
        mark.y += (height - head.height) / 2
    head.height = height
    for one, words, spot, label in zip(marks, told, found, labels, strict=True):
        (line,) = wrap(words, _face(one, book), size, label.width + 1)
        head.marks.append(Mark(line, spot.left + size * 0.4, (spot.row + 1) * step, size))
    free = scale.left
    for month, words in scale.month_names(text_width("Nov ", book.family.regular, size)):
        x, width = scale.place(month) + 2, text_width(words, book.family.regular, size)
        if x >= free and x + width <= scale.left + scale.width:
            (line,) = wrap(words, book.family.regular, size, width + 1)
            head.marks.append(Mark(line, x, height - size * 0.5, size))
            free = x + width + 2

    def draw(page: Page, left: float, top: float) -> None:
        for one, spot, label in zip(marks, found, labels, strict=True):
            x, start = left + label.place, top - (spot.row + 0.4) * step
            _day_line(page, one, x, start, top - height)
        for spot, label in zip(found, labels, strict=True):  # no line runs through words
            page.shade(left + spot.left + 1, top - (spot.row + 1.3) * step, label.width - 2, step, HEAD_GREY)

    head.draw = draw


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
        return
    known = _edge(scale, starts, ends)
    x = max(known - _OPEN, scale.left) if starts is None else known
    _part(page, left + x, bottom, abs(known - x) if starts is None else _OPEN, height, "belum_pasti")
    page.rules([(left + known, bottom - 1.5, left + known, bottom + height + 1.5)], 1.5)


def _edge(scale: DayScale, starts: date | None, ends: date | None) -> float:
    """Where the known end of a stage is."""
    if starts is not None:
        return scale.place(starts)
    assert ends is not None
    return scale.place(ends) + scale.per_day


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
