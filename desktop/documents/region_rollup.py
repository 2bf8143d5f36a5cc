"""The roll-up of regions, landscape: sizes of areas and province, then the readiness of one of them.

What is counted from the regions' reports and what was reported for the whole stand in columns of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.documents.content import OfficeProfile
from desktop.documents.region_rollup_content import ReadyLine, RegionRollupContent, SizeCell, SizeLine
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.table import Column, Table

NOTHING_REPORTED = "Belum ada laporan kesiapan untuk wilayah ini."
ABOUT = (
    "Melapor, jumlah, skor, dan posisi dihitung dari laporan kabupaten/kota. Dilaporkan keseluruhan: angka untuk "
    "wilayah kerja atau provinsi sebagai satu kesatuan; tidak dibagi ke wilayah dan tidak masuk skor. Sementara: "
    "memuat angka yang bukan DPT. Belum ada angka bukan berarti nol."
)
_SIZES = (
    Column("Wilayah", 18),
    Column("Kab./ Kota", 6, align="center", fits="Kota."),
    Column("TPS, Jumlah Wilayah", 20),
    Column("TPS, Dilaporkan Keseluruhan", 18),
    Column("Pemilih, Jumlah Wilayah", 20),
    Column("Pemilih, Dilaporkan Keseluruhan", 18),
)
_READY = (
    Column("Butir", 33),
    Column("Melapor", 9, align="center", fits="999 dari"),
    Column("Jumlah dari Kebutuhan", 17),
    Column("Skor", 6, align="center", fits="100%"),
    Column("Posisi Laporan Wilayah", 12),
    Column("Dilaporkan Keseluruhan", 12, align="center"),
    Column("Sumber", 23),
)
_LARGEST = 9.0
_NONE = "–"


def render(content: RegionRollupContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The paper as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    title = " ".join(filter(None, (content.heading.capitalize(), content.whole, content.title)))
    book = Book(profile, title, draft=False, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    state = f"Posisi data per {medium_date(content.as_of)}" if content.as_of else ""
    lines = [line for line in (content.title, "; ".join(filter(None, (content.event, state)))) if line]
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, lines, book, sheet))
    flow.place(_sizes(content, book, sheet))
    flow.place(_heading(f"Kesiapan {content.whole}", book, sheet))
    flow.place(_ready(content, book, sheet))
    flow.place(_sentence(ABOUT, book, sheet, before=0.6))
    flow.close()
    return book.finish()


def _sizes(content: RegionRollupContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    table = _table(_SIZES, book, sheet)
    yield from table.head
    for line in content.sizes:
        yield from table.row(_size_texts(line), bold=line.name == content.whole)


def _ready(content: RegionRollupContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    if content.summary:
        yield from _sentence(content.summary, book, sheet, keeps=True)
        yield Strip(book.size * 0.3, keeps=True)
    if not content.ready:
        yield from _sentence(NOTHING_REPORTED, book, sheet)
        return
    table = _table(_READY, book, sheet)
    yield from table.head
    for line in content.ready:
        yield from table.heading(_category_text(line)) if line.is_category else table.row(_ready_texts(line))


def _table(columns: tuple[Column, ...], book: Book, sheet: Sheet) -> Table:
    size = min(book.size - 2, _LARGEST)
    return Table(columns, sheet.measure, sheet.depth, book.family.regular, book.family.bold, size)


def _size_texts(line: SizeLine) -> list[str]:
    sizes = [text for cell in (line.stations, line.voters) for text in (_counted(cell), cell.reported or _NONE)]
    return [line.name, grouped(line.regions), *sizes]


def _counted(cell: SizeCell) -> str:
    return "\n".join(filter(None, (cell.total, cell.made_of)))


def _ready_texts(line: ReadyLine) -> list[str]:
    cells = (line.reported, line.amount, line.score, line.days, line.told, line.source)
    return [line.name, *(cell or _NONE for cell in cells)]


def _category_text(line: ReadyLine) -> str:
    score = f"skor {line.score}" if line.score else ""
    reported = f"{line.reported} dilaporkan" if line.reported else ""
    told = (line.name, reported, line.amount, score, line.days, line.told, line.source)
    return " · ".join(filter(None, told))


def _heading(words: str, book: Book, sheet: Sheet) -> Iterator[Strip]:
    yield from paragraph(
        [(words, book.family.bold)], Style(book.size, before=book.size, keeps=True), sheet.measure
    )
    yield Strip(book.size * 0.3, keeps=True)


def _sentence(words: str, book: Book, sheet: Sheet, *, before: float = 0.0, keeps: bool = False) -> list[Strip]:
    style = Style(book.size - 2, before=before * book.size, keeps=keeps)
    return paragraph([(words, book.family.regular)], style, sheet.measure)
