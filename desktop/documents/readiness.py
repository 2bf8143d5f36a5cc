"""Readiness on paper: regions by categories in counts, then each region's items with their states.

Nothing depends on colour: scores and counts are written out beside it, and states are words.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import medium_date, numeric_date
from desktop.base.numbers import grouped, share
from desktop.documents.content import OfficeProfile
from desktop.documents.readiness_content import ReadinessCell, ReadinessContent, ReadinessRegion, ReadinessRow
from desktop.documents.readiness_scale import legend, step_of
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, Tint, sheet_for
from desktop.documents.typesetting.table import Column, Table

_ITEM_COLUMNS = (
    Column("No.", 5, align="center", fits="0000."),
    Column("Butir", 37),
    Column("Keadaan", 16, bold=True),
    Column("Isian", 12),
    Column("Instansi Pelapor", 16),
    Column("Keterangan", 17),
)
_WEAKEST_COLUMNS = (
    Column("No.", 4, align="center", fits="000."),
    Column("Wilayah", 20),
    Column("Butir", 42),
    Column("Keadaan", 14, bold=True),
    Column("Penanggung Jawab", 24),
)
_LARGEST = 9.5
_EXPLANATION = (
    "Persen adalah nilai butir yang sudah dilaporkan; pecahan di bawahnya jumlah butir yang siap dari jumlah "
    "butir yang berlaku. Cakupan adalah jumlah butir yang sudah dilaporkan."
)


def render(content: ReadinessContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The readiness paper as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    title = f"{content.heading.capitalize()} {content.title}".strip()
    book = Book(profile, title, draft=False, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    state = f"Posisi data per {medium_date(content.as_of)}" if content.as_of else ""
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [content.title, content.event, state], book, sheet))
    flow.place(_overview(content, book, sheet))
    flow.place(legend(book, sheet))
    note = Style(book.size - 2, before=book.size * 0.4)
    flow.place(paragraph([(_EXPLANATION, book.family.regular)], note, sheet.measure))
    flow.place(_weakest(content, book, sheet))
    for region in content.regions:
        flow.place(_items(region, book, sheet))
    flow.close()
    return book.finish()


def _overview(content: ReadinessContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    categories = [
        Column(category, 13, align="center", fits=max(f"{category} ".split(" "), key=len) + "0")
        for category in content.categories
    ]
    columns = [
        Column("No.", 4, align="center", fits="000."),
        Column("Wilayah", 19),
        *categories,
        Column("Semua", 12, align="center", bold=True),
        Column("Cakupan Laporan", 11, align="center", fits="100/100 (100%)"),
        Column("Laporan Terakhir", 11, align="center", fits="26-11-2024"),
    ]
    face, bold = book.family.regular, book.family.bold
    size = min(book.size - 1, _LARGEST)
    table = Table(columns, sheet.measure, sheet.depth, face, bold, size, least_height=20, middle=True)
    yield from table.head
    for number, row in enumerate(content.rows, 1):
        cells = _cells(row, len(categories))
        coverage = f"{grouped(row.reported)}/{grouped(row.total)} ({share(row.reported, row.total)})"
        newest = numeric_date(row.updated_on) if row.updated_on else ""
        texts = (f"{number}.", row.region, *map(_text, cells), coverage, newest)
        yield from table.row(texts, (None, None, *map(_tint, cells), None, None))


def _weakest(content: ReadinessContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """What each region should look at first; regions where all that was reported is ready are left out."""
    found = [(row.region, row.weakest) for row in content.rows if row.weakest is not None]
    if not found:
        return
    yield from _heading("Butir yang Paling Perlu Perhatian", book, sheet)
    face, bold = book.family.regular, book.family.bold
    table = Table(_WEAKEST_COLUMNS, sheet.measure, sheet.depth, face, bold, min(book.size - 1.5, _LARGEST))
    yield from table.head
    for number, (region, item) in enumerate(found, 1):
        yield from table.row((f"{number}.", region, item.text, item.state, item.responsible))


def _heading(words: str, book: Book, sheet: Sheet) -> Iterator[Strip]:
    style = Style(book.size + 1, before=book.size * 1.8, keeps=True)
    yield from paragraph([(words, book.family.bold)], style, sheet.measure)
    yield Strip(book.size * 0.5, keeps=True)


def _cells(row: ReadinessRow, categories: int) -> list[ReadinessCell | None]:
    """The cells of a region, one for each category, and the one of all of them together."""
    cells = [*row.cells[:categories], *([None] * (categories - len(row.cells)))]
    known = [cell for cell in cells if cell is not None]
    ready, total = sum(cell.ready for cell in known), sum(cell.total for cell in known)
    return [*cells, ReadinessCell(ready, total, row.reported, row.percent) if known else None]


def _text(cell: ReadinessCell | None) -> str:
    if cell is None:
        return "–"
    if not cell.reported:
        return ""
    count = f"{grouped(cell.ready)}/{grouped(cell.total)}"
    if cell.percent is None:
        return count
    return f"{step_of(cell.percent).mark}\N{NO-BREAK SPACE}{cell.percent}%\n{count}"


def _tint(cell: ReadinessCell | None) -> Tint | None:
    if cell is None or not cell.reported or cell.percent is None:
        return None
    return step_of(cell.percent).tint


def _items(region: ReadinessRegion, book: Book, sheet: Sheet) -> Iterator[Strip]:
    face, bold, size = book.family.regular, book.family.bold, book.size
    yield from _heading(region.region, book, sheet)
    table = Table(_ITEM_COLUMNS, sheet.measure, sheet.depth, face, bold, min(size - 1.5, _LARGEST))
    yield from table.head
    category = ""
    for number, item in enumerate(region.items, 1):
        if item.category != category:
            category = item.category
            yield from table.heading(category)
        texts = (f"{number}.", item.text, item.state, item.value, item.institution, item.note)
        yield from table.row(texts)
