"""Workbooks read with calamine, which takes all of .xlsx, .xls, .xlsb and .ods."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.exchange.sheets.archive import damaged
from desktop.exchange.sheets.cells import Texts, row_of, text_of
from desktop.exchange.sheets.libre import Range, merged_cells
from desktop.exchange.sheets.shapes import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    UnreadableTable,
    too_large,
)

_MOST_HIGH = 2_000


def read_workbook(path: Path, kind: str = "") -> tuple[Sheet, ...]:
    """All sheets with their rows; `kind` as `archive.kind_of` found it. Raises UnreadableTable."""
    import python_calamine as calamine

    merged = merged_cells(path) if kind == "ods" else {}
    try:
        # Of a path the library would go by the name: .xlsx content called .xls would pass for damaged.
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            shown = calamine.SheetVisibleEnum.Visible
            return tuple(
                _sheet(path, book.get_sheet_by_name(about.name), about.visible != shown, merged)
                for about in book.sheets_metadata
                if about.typ == calamine.SheetTypeEnum.WorkSheet
            )
    except calamine.PasswordError as error:
        raise UnreadableTable(
            f"Berkas “{path.name}” diberi kata sandi.", "Simpan tanpa kata sandi, lalu coba lagi."
        ) from error
    except (calamine.CalamineError, ValueError, OSError, OverflowError) as error:
        raise damaged(path) from error
    except BaseException as error:  # a panic of the library is no Exception
        if type(error).__name__ == "PanicException":
            raise damaged(path) from None
        raise


def _sheet(path: Path, sheet: Any, hidden: bool, known: Mapping[str, list[Range]]) -> Sheet:
    if sheet.total_height > 1_048_576 or sheet.height > MOST_ROWS:
        raise too_large(path.name, f"memuat lebih dari {MOST_ROWS} baris")
    if sheet.total_width >= MOST_COLUMNS:  # it counts from nought
        raise too_large(path.name, f"memuat lebih dari {MOST_COLUMNS} kolom")
    if sheet.height * sheet.width > MOST_CELLS:
        raise too_large(path.name, "memuat terlalu banyak sel")
    left_out = [""] * (sheet.start[1] if sheet.start else 0)  # rows begin at 1, cells at the first filled column
    rows: dict[int, Row] = {}
    texts = Texts()
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = [texts[value] if type(value) is str else text_of(value) for value in values[:MOST_COLUMNS]]
        if (row := row_of(number, left_out + cells)) is not None:
            rows[number] = row
    merged: list[Range] = sheet.merged_cell_ranges or known.get(sheet.name, [])
    spread = 0
    for (top, _), (bottom, _) in merged:
        spread += min(bottom - top, _MOST_HIGH)
        if spread > 2 * MOST_ROWS:
            raise too_large(path.name, "memuat terlalu banyak sel gabungan")
    for (top, left), (bottom, _) in merged:
        _fill_down(rows, top, left, bottom)
    return Sheet(sheet.name, tuple(rows[number] for number in sorted(rows)), hidden)


def _fill_down(rows: dict[int, Row], top: int, left: int, bottom: int) -> None:
    """A name merged over several rows is said in each of them; beside other cells only, so titles stay single."""
    source = rows.get(top + 1)
    words = source.cell(left) if source else ""
    if not words or bottom - top > _MOST_HIGH:
        return
    for number in range(top + 2, bottom + 2):
        row = rows.get(number)
        if row is None or row.cell(left):
            continue
        cells = [*row.cells, *[""] * (left + 1 - len(row.cells))]
        cells[left] = words
        rows[number] = Row(number, tuple(cells))
