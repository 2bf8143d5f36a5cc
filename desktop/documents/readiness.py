"""Readiness on paper: regions by categories in counts, then each region's items with their states.

Nothing depends on colour: counts are written out, and states are words with a mark that also reads in grey.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped, share
from desktop.documents.content import OfficeProfile
from desktop.documents.readiness_content import ReadinessCell, ReadinessContent, ReadinessRegion, ReadinessRow
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.table import Column, Table

_ITEM_COLUMNS = (
    Column("No.", 5, align="center", fits="0000."),
    Column("Butir", 37),
    Column("Keadaan", 16, bold=True),
    Column("Isian", 12),
    Column("Instansi Pelapor", 16),
    Column("Keterangan", 17),
)
_EXPLANATION = (
    "Angka menunjukkan jumlah butir yang siap dari jumlah butir yang berlaku. Cakupan menunjukkan butir yang "
    "sudah dilaporkan. Kotak kosong: belum ada laporan. Tanda –: kategori itu tidak berlaku."
)


def render(content: ReadinessContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The readiness paper as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    title = f"{content.heading.capitalize()} {content.title}".strip()
    book = Book(profile, title, draft=content.draft, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    state = f"Posisi data per {medium_date(content.as_of)}" if content.as_of else ""
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [content.title, content.event, state], book, sheet))
    flow.place(_overview(content, book, sheet))
    note = Style(book.size - 2, before=book.size * 0.6)
    flow.place(paragraph([(_EXPLANATION, book.family.regular)], note, sheet.measure))
    for region in content.regions:
        flow.place(_items(region, book, sheet))
    flow.close()
    return book.finish()


def _overview(content: ReadinessContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    categories = [Column(category, 12, align="center") for category in content.categories]
    columns = [
        Column("No.", 4, align="center"),
        Column("Wilayah", 20),
        *categories,
        Column("Siap", 11, align="center", bold=True),
        Column("Cakupan Laporan", 11, align="center"),
    ]
    face, bold = book.family.regular, book.family.bold
    table = Table(columns, sheet.measure, sheet.depth, face, bold, book.size - 1, least_height=20, middle=True)
    return table.strips(_counts(number, row, len(categories)) for number, row in enumerate(content.rows, 1))


def _counts(number: int, row: ReadinessRow, categories: int) -> list[str]:
    cells = [*row.cells[:categories], *([None] * (categories - len(row.cells)))]
    known = [cell for cell in cells if cell is not None]
    ready, total = sum(cell.ready for cell in known), sum(cell.total for cell in known)
    whole = ReadinessCell(ready, total, row.reported)
    coverage = share(row.reported, row.total)
    return [f"{number}.", row.region, *map(_count, cells), _count(whole if known else None), coverage]


def _count(cell: ReadinessCell | None) -> str:
    if cell is None:
        return "–"
    return f"{grouped(cell.ready)}/{grouped(cell.total)}" if cell.reported else ""


def _items(region: ReadinessRegion, book: Book, sheet: Sheet) -> Iterator[Strip]:
    face, bold, size = book.family.regular, book.family.bold, book.size
    heading = Style(size + 1, before=size * 1.8, keeps=True)
    yield from paragraph([(region.region, bold)], heading, sheet.measure)
    yield Strip(size * 0.5, keeps=True)
    table = Table(_ITEM_COLUMNS, sheet.measure, sheet.depth, face, bold, min(size - 1.5, 9.5))
    yield from table.grid.head
    category = ""
    for number, item in enumerate(region.items, 1):
        if item.category != category:
            category = item.category
            yield from table.heading(category)
        texts = (f"{number}.", item.text, item.state, item.value, item.institution, item.note)
        yield from table.row(texts)
