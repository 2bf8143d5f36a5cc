"""Readiness on paper: regions or institutions by categories in counts, then the items with their states.

Nothing depends on colour: counts and scores are written out beside a filled circle, states are words, and what
nobody reported is hatched.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from desktop.base.dates import medium_date, numeric_date
from desktop.base.numbers import grouped
from desktop.documents.content import OfficeProfile
from desktop.documents.readiness_content import (
    ReadinessCell,
    ReadinessContent,
    ReadinessGroup,
    ReadinessItem,
    ReadinessSums,
)
from desktop.documents.readiness_scale import OLD_MARK, circle_of, legend, tint_of
from desktop.documents.typesetting.blocks import Style, paragraph
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, Tint, sheet_for
from desktop.documents.typesetting.table import Column, Table

_WEAKEST_SHARES = (4, 20, 42, 14, 24)
_LARGEST = 9.5
_USUAL = (_LARGEST, 1.0)
_TIGHTER = ((9.5, 0.5), (9.0, 0.4), (8.5, 0.4), (8.0, 0.4), (7.5, 0.4), (7.0, 0.2))
"""Sizes of letters with their share of the usual white, for a matrix that nearly fits on its first page."""
_EXPLANATION = (
    "Pecahan dan lingkaran: butir yang siap dari yang berlaku; di bawahnya jumlah yang sudah dilaporkan. {score} "
    "nilai butir yang sudah dilaporkan, dibulatkan ke bawah; siap tanpa bukti yang diminta bernilai setengah. "
    "Belum separuh: yang dilaporkan kurang dari separuh yang berlaku."
)


def render(content: ReadinessContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The readiness paper as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    title = f"{content.heading.capitalize()} {content.title}".strip()
    book = Book(profile, title, draft=False, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    flow = Flow(book, sheet)
    flow.place(_matrix(content, book, sheet))
    flow.place(_weakest(content, book, sheet))
    for group in content.groups:
        flow.place(_items(content, group, book, sheet))
    flow.close()
    return book.finish()


def _matrix(content: ReadinessContent, book: Book, sheet: Sheet) -> list[Strip]:
    """The matrix with its legend: tighter where it then fits on the first page, as usual where it is longer."""
    state = f"Posisi data per {medium_date(content.as_of)}" if content.as_of else ""
    lines = [content.title, " · ".join(filter(None, (content.event, state))), content.scope]
    above = [
        *letterhead(book.profile, sheet),
        *paper_heading(content.heading, list(filter(None, lines)), book, sheet),
    ]
    style = Style(book.size - 2, before=book.size * 0.4)
    below = [
        *legend(book, sheet),
        *paragraph([(_explanation(content), book.family.regular)], style, sheet.measure),
    ]

    def fits(table: list[Strip]) -> bool:
        strips = [*above, *table, *below]
        return sum(strip.before + strip.height for strip in strips) - strips[0].before <= sheet.depth

    usual = list(_overview(content, book, sheet, *_USUAL))
    found = usual
    if not fits(usual) and fits(list(_overview(content, book, sheet, *_TIGHTER[-1]))):
        tries = (list(_overview(content, book, sheet, *one)) for one in _TIGHTER)
        found = next(filter(fits, tries), usual)
    return [*above, *found, *below]


def _explanation(content: ReadinessContent) -> str:
    words = _EXPLANATION.format(score="Skor:" if content.scores else "Warna:")
    return f"{words} {content.rule}." if content.rule else words


def _rows_are(content: ReadinessContent) -> str:
    return "Instansi" if content.by_institution else "Wilayah"


def _overview(
    content: ReadinessContent, book: Book, sheet: Sheet, largest: float, padding: float
) -> Iterator[Strip]:
    categories = [
        Column(category, 13, align="center", fits=max(f"{category} ".split(" "), key=len) + "0")
        for category in content.categories
    ]
    sums = [*content.rows, *([content.total] if content.total is not None else [])]
    widest = max((_text(one.total, scored=content.scores).partition("\n")[0] for one in sums), key=len, default="")
    columns = [
        Column("No.", 4, align="center", fits="000."),
        Column(_rows_are(content), 19),
        *categories,
        Column("Semua", 13, align="center", bold=True, fits=f"{widest}0"),  # bold is wider
        Column("Laporan Terakhir", 11, align="center", fits="26-11-2024"),
    ]
    face, bold = book.family.regular, book.family.bold
    size = min(book.size - 1, largest)
    table = Table(
        columns,
        sheet.measure,
        sheet.depth,
        face,
        bold,
        size,
        least_height=20 * padding,
        middle=True,
        padding=padding,
    )
    yield from table.head
    number = 0
    for group, rows in groupby(content.rows, key=lambda row: row.group):
        if group:
            yield from table.heading(group)
        for row in rows:
            number += 1
            yield from _row(table, f"{number}.", row, content)
    if content.total is not None:
        yield from _row(table, "", content.total, content, bold=True)


def _row(
    table: Table, number: str, row: ReadinessSums, content: ReadinessContent, *, bold: bool = False
) -> list[Strip]:
    missing = len(content.categories) - len(row.cells)
    cells = [*row.cells[: len(content.categories)], *([None] * missing), row.total]
    newest = numeric_date(row.updated_on) if row.updated_on else ""
    texts = (number, row.name, *(_text(cell, scored=content.scores) for cell in cells), newest)
    silent = [
        place for place, cell in enumerate(cells, 2) if cell is not None and cell.total and not cell.reported
    ]
    return table.row(texts, (None, None, *map(_tint, cells), None), hatched=silent, bold=bold)


def _weakest(content: ReadinessContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """What each row should look at first; rows where all that was reported is ready are left out."""
    found = [(row.name, row.weakest) for row in content.rows if row.weakest is not None]
    if not found:
        return
    yield from _heading("Butir yang Paling Perlu Perhatian", book, sheet)
    heads = ("No.", _rows_are(content), "Butir", "Keadaan", "Penanggung Jawab")
    columns = [Column(head, share) for head, share in zip(heads, _WEAKEST_SHARES, strict=True)]
    columns[0] = Column("No.", _WEAKEST_SHARES[0], align="center", fits="000.")
    face, bold = book.family.regular, book.family.bold
    table = Table(columns, sheet.measure, sheet.depth, face, bold, min(book.size - 1.5, _LARGEST))
    yield from table.head
    for number, (name, item) in enumerate(found, 1):
        yield from table.row((f"{number}.", name, item.text, item.state, item.responsible))


def _heading(words: str, book: Book, sheet: Sheet) -> Iterator[Strip]:
    style = Style(book.size + 1, before=book.size * 1.8, keeps=True)
    yield from paragraph([(words, book.family.bold)], style, sheet.measure)
    yield Strip(book.size * 0.5, keeps=True)


def _text(cell: ReadinessCell | None, *, scored: bool) -> str:
    if cell is None or not cell.total:
        return "–"
    if not cell.reported:
        return f"{grouped(cell.total)} butir"
    count = f"{grouped(cell.ready)}/{grouped(cell.total)}"
    if cell.percent is not None:
        score = f" · {cell.percent}%" if scored else ""
        count = f"{circle_of(cell)} {count}{score}".replace(" ", "\N{NO-BREAK SPACE}")
    coverage = f"{grouped(cell.reported)}\N{NO-BREAK SPACE}laporan"
    if cell.to_confirm:
        coverage += f" {OLD_MARK}\N{NO-BREAK SPACE}{grouped(cell.to_confirm)}"
    return f"{count}\n{coverage}"


def _tint(cell: ReadinessCell | None) -> Tint | None:
    return tint_of(cell) if cell is not None and cell.reported else None


def _items(content: ReadinessContent, group: ReadinessGroup, book: Book, sheet: Sheet) -> Iterator[Strip]:
    face, bold, size = book.family.regular, book.family.bold, book.size
    yield from _heading(group.name, book, sheet)
    has_due = any(item.due for item in group.items)
    columns = [
        Column("No.", 5, align="center", fits="0000."),
        Column("Butir", 34),
        *([Column("Batas Waktu", 13)] if has_due else []),
        Column("Keadaan", 19, bold=True),
        Column("Isian", 13),
        Column("Posisi Data", 10, align="center", fits="26-11-2024"),
        Column("Wilayah" if content.by_institution else "Instansi Pelapor", 16),
        Column("Keterangan", 15),
    ]
    table = Table(columns, sheet.measure, sheet.depth, face, bold, min(size - 1.5, _LARGEST))
    yield from table.head
    category = ""
    for number, item in enumerate(group.items, 1):
        if item.category != category:
            category = item.category
            yield from table.heading(category)
        yield from table.row(_item(number, item, has_due=has_due))


def _item(number: int, item: ReadinessItem, *, has_due: bool) -> tuple[str, ...]:
    state = "\n".join((item.state, *(f"({mark})" for mark in item.marks)))
    day = numeric_date(item.as_of) if item.as_of else ""
    due = (item.due,) if has_due else ()
    return (f"{number}.", item.text, *due, state, item.value, day, item.beside, item.note)
