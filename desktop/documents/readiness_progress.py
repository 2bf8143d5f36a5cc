"""Perkembangan Kesiapan: then and now side by side, how each region went, and which items changed.

Nothing depends on colour or on a sign: what became of a cell stands in words beside the arrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desktop.base.dates import numeric_date
from desktop.base.numbers import grouped
from desktop.documents.content import OfficeProfile
from desktop.documents.readiness_progress_content import (
    ChangedItem,
    ProgressCell,
    ProgressRow,
    ProgressSide,
    ReadinessProgressContent,
)
from desktop.documents.trend_charts import charts
from desktop.documents.typesetting.blocks import Style, paragraph, white
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.shortened import shortened
from desktop.documents.typesetting.table import Column, Table

_CHANGES = (
    Column("No.", 4, align="center", fits="000."),
    Column("Wilayah", 17),
    Column("Butir", 34),
    Column("Dulu", 15),
    Column("Kini", 15, bold=True),
    Column("Pelapor", 15),
    Column("Posisi Data", 9, align="center", fits="26-11-2024"),
)
_LARGEST = 9.0
_TOTAL_GREY = 0.955
_MOST_REPEATED = 3  # lines of what later pages repeat of then and now
_ALL = "Semua"
_ABOUT_CELLS = (
    "Persen adalah nilai butir yang sudah dilaporkan, dibulatkan ke bawah (siap tanpa bukti yang diminta bernilai "
    "setengah); di bawahnya jumlah butir yang sudah dilaporkan. “Pertanyaan berubah”: yang ditanyakan lain, jadi "
    "kedua angka tidak diperbandingkan."
)
_ABOUT_CHARTS = (
    "Garis hitam: skor (0–100). Latar abu-abu: cakupan laporan, dalam persen. Garis putus-putus: titik tinjau. "
    "Dihitung dari laporan yang tercatat sekarang dengan daftar periksa yang berlaku."
)
_NO_CHANGES = "Tidak ada butir yang berubah di antara kedua posisi ini."


def render(content: ReadinessProgressContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The paper as a PDF; `progress` hears pages done and known so far and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.title}", draft=False, progress=progress)
    sheet = sheet_for(profile, landscape=True)
    lines = [content.title, content.event, *content.between]
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(content.heading, [line for line in lines if line], book, sheet))
    if content.summary:
        flow.place(paragraph([(content.summary, book.family.regular)], Style(book.size), sheet.measure))
    flow.place(_then_and_now(content, book, sheet))
    flow.place(_charts(content, book, sheet))
    flow.place(_changes(content, book, sheet))
    flow.close()
    return book.finish()


def _then_and_now(content: ReadinessProgressContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """A row each region, all together last; each category has a column of then and one of now."""
    sides = [side for row in content.rows for cell in row.cells for side in (cell.then, cell.now)]
    widest = max((_count(one) for one in sides if one is not None), key=len, default="")
    columns = [Column("No.", 4, align="center", fits="000."), Column("Wilayah", 13)]
    for name in (*content.categories, _ALL):
        columns += [
            Column(name, 5.2, align="center", fits=widest),
            Column("", 11, align="center", joins=True),
        ]
    face, bold = book.family.regular, book.family.bold
    size = min(book.size - 3.5, _LARGEST)
    table = Table(columns, sheet.measure, sheet.depth, face, bold, size, middle=True)
    named = _sides_head(table, (content.then, content.now))
    repeated = [shortened(one, bold, size, table.room(place), _MOST_REPEATED)
                for place, one in enumerate((content.then, content.now), 2)]  # fmt: skip
    table.grid.head = [*table.grid.head, *_sides_head(table, repeated)]
    yield white(book.size * 0.6)
    yield from [*table.head, *named]
    for number, row in enumerate(content.rows, 1):
        last = number == len(content.rows)
        texts = [text for cell in _cells(row, len(content.categories) + 1) for text in _texts(cell)]
        for strip in table.row(["" if last else f"{number}.", row.region.replace("Kabupaten ", "Kab. "), *texts]):
            strip.shade = _TOTAL_GREY if last else None
            yield strip
    note = Style(book.size - 2, before=book.size * 0.4)
    yield from paragraph([(_ABOUT_CELLS, face)], note, sheet.measure)


def _sides_head(table: Table, sides: Sequence[str]) -> list[Strip]:
    """Below the head, over which columns then and now stand."""
    strips = table.row(["", "", *(*sides,) * ((len(table.columns) - 2) // 2)], bold=True)
    for strip in strips:
        strip.keeps, strip.shade = True, _TOTAL_GREY
    return strips


def _cells(row: ProgressRow, count: int) -> list[ProgressCell]:
    return [*row.cells[:count], *[ProgressCell()] * (count - len(row.cells))]


def _texts(cell: ProgressCell) -> tuple[str, str]:
    then, now = _side(cell.then), _side(cell.now)
    return then, f"{now}\n{cell.words}" if cell.words else now


def _side(one: ProgressSide | None) -> str:
    if one is None:
        return "–"
    return _count(one) if one.percent is None else f"{one.percent}%\n{_count(one)}"


def _count(one: ProgressSide) -> str:
    if not one.reported:
        return f"{grouped(one.applicable)}\N{NO-BREAK SPACE}butir" if one.applicable else "–"
    return f"{grouped(one.reported)}\N{NO-BREAK SPACE}laporan"


def _charts(content: ReadinessProgressContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    drawn = list(charts(content, book, sheet))
    if not drawn:
        return
    yield from _heading("Perkembangan Tiap Wilayah", book, sheet)
    note = Style(book.size - 2, keeps=True)
    yield from paragraph([(_ABOUT_CHARTS, book.family.regular)], note, sheet.measure)
    yield from drawn


def _changes(content: ReadinessProgressContent, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The items that changed, under what sort of news they are; the worst comes first."""
    yield from _heading("Butir yang Berubah", book, sheet)
    face, bold = book.family.regular, book.family.bold
    if not content.changes:
        yield from paragraph([(_NO_CHANGES, face)], Style(book.size), sheet.measure)
        return
    columns = [replace(one, head={"Dulu": content.then, "Kini": content.now}.get(one.head, one.head))
               for one in _CHANGES]  # fmt: skip
    table = Table(columns, sheet.measure, sheet.depth, face, bold, min(book.size - 1.5, _LARGEST))
    yield from table.head
    number = 0
    for kind, changes in groupby(content.changes, key=lambda one: one.kind):
        group = list(changes)
        yield from table.heading(f"{kind[:1].upper()}{kind[1:]} ({grouped(len(group))})")
        for one in group:
            number += 1
            yield from table.row(_row(number, one))


def _row(number: int, one: ChangedItem) -> tuple[str, ...]:
    day = numeric_date(one.as_of) if one.as_of else ""
    return f"{number}.", one.region, f"{one.code} {one.text}", one.then, one.now, one.institution, day


def _heading(words: str, book: Book, sheet: Sheet) -> Iterator[Strip]:
    style = Style(book.size + 1, before=book.size * 1.6, keeps=True)
    yield from paragraph([(words, book.family.bold)], style, sheet.measure)
    yield white(book.size * 0.4)
