"""Writes workbooks as Excel and LibreOffice read them: real dates and numbers, and text that stays text.

Nothing typed becomes a formula or a link. The same content gives the same bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from desktop.base.errors import PaperProblem
from desktop.exchange.workbook.shapes import Cell, Cells, SheetHead, unpacked

MOST_ROWS = 1_048_576  # of one sheet
_LONGEST_TEXT = 32_767  # characters of one cell
_CUT = " … (terpotong)"
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
_A4 = 9
_FIRST_YEAR = 1900  # Excel knows no day before
_WRITTEN = datetime(2024, 1, 1)  # in the properties of the file, so that they do not differ each time

Progress = Callable[[int, int], None]
Sheet = tuple[SheetHead, Iterable[Sequence[Cells]]]


def workbook_of(head: SheetHead, pieces: Sequence[bytes], progress: Progress | None = None) -> bytes:
    """A workbook of one list, its rows in pieces as `packed` makes them."""
    return workbook([(head, map(unpacked, pieces))], progress, len(pieces))


def workbook(sheets: Sequence[Sheet], progress: Progress | None = None, steps: int = 0) -> bytes:
    """A workbook of several lists; raises PaperProblem for a list longer than a sheet."""
    made = BytesIO()
    book = new_book(made, constant_memory=True)
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "line": book.add_format({"font_color": "#555555"}),
        "head": book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E7ECF3"}
        ),
        "text": book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}),
        "number": book.add_format({"valign": "top", "border": 1, "num_format": "#,##0.##"}),
        "whole": book.add_format({"valign": "top", "border": 1, "num_format": "#,##0"}),
        "day": book.add_format({"valign": "top", "border": 1, "num_format": "dd/mm/yyyy", "align": "left"}),
        "clock": book.add_format({"valign": "top", "border": 1, "num_format": "hh.mm", "align": "left"}),
        "moment": book.add_format(
            {"valign": "top", "border": 1, "num_format": "dd/mm/yyyy hh.mm", "align": "left"}
        ),
    }
    names: set[str] = set()
    try:
        for head, pieces in sheets:
            _write_sheet(book.add_worksheet(_tab_name(head.name, names)), head, pieces, formats, progress, steps)
    except BaseException:  # cancelled or refused: the rows written so far lie in files of their own
        _drop_rows(book)
        raise
    book.close()
    return made.getvalue()


def new_book(target: BytesIO, **options: bool) -> Any:
    """A workbook to be written into `target` in which nothing typed becomes a formula, a link or a number."""
    kept_as_typed = dict.fromkeys(
        ("strings_to_formulas", "strings_to_urls", "strings_to_numbers", "nan_inf_to_errors"), False
    )
    book = xlsxwriter.Workbook(target, {**kept_as_typed, **options})
    book.set_properties({"created": _WRITTEN, "comments": "Dibuat dengan Rakor"})
    return book


def _drop_rows(book: Any) -> None:
    for page in book.worksheets():
        page.row_data_fh.close()
        Path(page.row_data_filename).unlink(missing_ok=True)


def _write_sheet(
    page: Any,
    head: SheetHead,
    pieces: Iterable[Sequence[Cells]],
    formats: dict[str, Any],
    progress: Progress | None,
    steps: int,
) -> None:
    top = len(head.lines) + 2  # below an empty row
    last = max(len(head.columns) - 1, 0)
    for number, column in enumerate(head.columns):
        page.set_column(number, number, min(max(column.width, 4), 80))
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.repeat_rows(top)
    page.set_footer("&L&A&RHalaman &P dari &N")
    page.freeze_panes(top + 1, 0)
    page.write_string(0, 0, cell_text(head.title), formats["title"])
    for number, line in enumerate(head.lines, 1):
        page.write_string(number, 0, cell_text(line), formats["line"])
    for number, column in enumerate(head.columns):
        page.write_string(top, number, cell_text(column.title), formats["head"])
    row = top
    for step, piece in enumerate(pieces, 1):
        if row + len(piece) >= MOST_ROWS:
            raise PaperProblem(
                "Daftar ini lebih panjang daripada satu lembar Excel.", "Saring dulu daftarnya, lalu simpan lagi."
            )
        for cells in piece:
            row += 1
            for number, cell in enumerate(cells):
                _write_cell(page, row, number, cell, formats)
        if progress is not None and steps:
            progress(step, steps)
    if row > top and head.columns:
        page.autofilter(top, 0, row, last)


def _write_cell(page: Any, row: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    """One value as what it is; what Excel has no kind for is kept as words."""
    if cell is None:
        page.write_blank(row, column, None, formats["text"])
    elif isinstance(cell, str):
        page.write_string(row, column, cell_text(cell), formats["text"])
    elif isinstance(cell, bool):
        page.write_string(row, column, "ya" if cell else "tidak", formats["text"])
    elif isinstance(cell, int) and abs(cell) < 10**15:  # Excel keeps fifteen digits
        page.write_number(row, column, cell, formats["whole"])
    elif isinstance(cell, float) and math.isfinite(cell):
        page.write_number(row, column, cell, formats["number"])
    elif isinstance(cell, datetime) and cell.year >= _FIRST_YEAR:
        page.write_datetime(row, column, cell.replace(tzinfo=None), formats["moment"])
    elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        page.write_datetime(row, column, cell, formats["day"])
    elif isinstance(cell, time):
        page.write_datetime(row, column, cell.replace(tzinfo=None), formats["clock"])
    else:
        page.write_string(row, column, str(cell), formats["text"])


def cell_text(text: str) -> str:
    """Text as one cell takes it: cut where it is longer than any cell."""
    whole = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    if _units(whole) <= _LONGEST_TEXT:
        return whole
    return whole.encode("utf-16-le")[: 2 * (_LONGEST_TEXT - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _units(text: str) -> int:
    """The length as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


def _tab_name(name: str, taken: set[str]) -> str:
    plain = " ".join(_NOT_IN_NAMES.sub(" ", cell_text(name)).split())[:28].strip() or "Daftar"
    found, number = plain, 1
    while found.casefold() in taken:
        number += 1
        found = f"{plain} {number}"
    taken.add(found.casefold())
    return found
