"""The attendance sheet that is signed at the door: names in protocol order, staggered room to sign, spare rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.base.dates import long_date, time_span
from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.content import OfficeProfile
from desktop.documents.typesetting.blocks import Field, Style, fields, white
from desktop.documents.typesetting.flow import Flow, Strip
from desktop.documents.typesetting.heading import keep_all, keep_last, paper_heading
from desktop.documents.typesetting.letterhead import letterhead
from desktop.documents.typesetting.page import MM, Book, Progress, Sheet, sheet_for
from desktop.documents.typesetting.sign_block import place_and_date, sign_block
from desktop.documents.typesetting.table import Column, Table
from desktop.documents.typesetting.text import text_width

if TYPE_CHECKING:
    from desktop.documents.attendance_list_content import AttendanceListContent

_ROW_HEIGHT = 11.5 * MM
_SIGNED = 3  # the column of signatures
_COLUMNS = (
    Column("Nama", 30),
    Column("Jabatan/Instansi", 33),
    Column("Tanda Tangan", 15),
    Column("", 15, joins=True),
)


def render(content: AttendanceSheetContent, profile: OfficeProfile, progress: Progress | None = None) -> bytes:
    """The sheet as a PDF; `progress` hears pages done and pages known so far and may raise to cancel."""
    book = Book(profile, f"{content.heading.capitalize()} {content.title}", draft=False, progress=progress)
    for heading, groups in groupby(content.groups or (SheetGroup(),), key=lambda group: group.sheet):
        _sheet(heading or content.heading, list(groups), content, book)
    return book.finish()


def attendance_facts(content: AttendanceSheetContent | AttendanceListContent) -> list[Field]:
    """Which meeting people sign for: day, time, place, subject."""
    held = content.held_on
    clock = time_span(content.starts_at, content.ends_at, content.zone, held)
    return [
        Field("Hari/Tanggal", [long_date(held)] if held else None),
        Field("Waktu", [clock] if clock else None),
        Field("Tempat", None if content.place is None else [content.place]),
        Field("Acara", [content.title] if content.title.strip() else None),
    ]


def _sheet(heading: str, groups: Sequence[SheetGroup], content: AttendanceSheetContent, book: Book) -> None:
    """One sheet from its letterhead to its signature."""
    profile = book.profile
    sheet = sheet_for(profile)
    flow = Flow(book, sheet)
    flow.place(letterhead(profile, sheet))
    flow.place(paper_heading(heading, [], book, sheet))
    style = Style(book.size, before=book.size * 0.22)
    flow.place(keep_all(fields(attendance_facts(content), book.family.regular, style, sheet)))
    flow.place([white(book.size * 0.7)])
    rows = _rows(groups, max(content.spare_rows, 0), book, sheet)
    flow.place(rows if content.signatory is None else keep_last(rows))
    if content.signatory is not None:
        dated = place_and_date(profile.city, content.held_on)
        block_style = Style(book.size, leading=1.25)
        flow.place(sign_block([content.signatory], dated, book, block_style, sheet, pen_only=True))
    flow.close()


def _rows(groups: Sequence[SheetGroup], spare_rows: int, book: Book, sheet: Sheet) -> Iterator[Strip]:
    """Rows under their groups, numbered through; the last rows are empty for guests who come unannounced."""
    size = book.size - 1
    count = sum(len(group.rows) for group in groups) + spare_rows
    table = Table(
        (Column("No.", 7, align="center", fits=f"{count}."), *_COLUMNS),
        sheet.measure,
        sheet.depth,
        book.family.regular,
        book.family.bold,
        size,
        least_height=_ROW_HEIGHT,
        middle=True,
    )
    dot = text_width(".", table.face, size)
    yield from table.head
    number = 0
    for group in groups:
        if group.rows:
            yield from table.heading(group.heading)
        for row in group.rows:
            number += 1
            yield from table.row((f"{number}.", row.name, _place(row), *_to_sign(number, table, dot)))
    for _ in range(spare_rows):
        number += 1
        yield from table.row((f"{number}.", "", "", *_to_sign(number, table, dot)))


def _place(row: SheetRow) -> str:
    return "\n".join(part for part in (row.position, row.institution) if part)


def _to_sign(number: int, table: Table, dot: float) -> tuple[str, str]:
    """Odd numbers sign on the left, even ones on the right, so that neighbours do not write over each other.

    `dot` is the width of one of the dots they sign on.
    """
    label = f"{number}. "
    room = table.room(_SIGNED) - text_width(label, table.face, table.size)
    text = label + "." * int(room / dot)
    return (text, "") if number % 2 else ("", text)
