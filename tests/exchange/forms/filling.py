"""Forms as they come back: filled in, and mangled by whatever program they were saved with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import xlsxwriter

from desktop.exchange.forms import Answer, FormSheet
from desktop.exchange.forms.shapes import AS_OF, FILLER, POST
from desktop.exchange.forms.writing import form_workbook
from desktop.exchange.sheets.reading import read_table

WHO = {AS_OF: "5 Oktober 2024", FILLER: "Siti Aminah", POST: "Kasubbag Program"}
Cells = list[list[object]]


def filled(
    sheet: FormSheet, answers: Mapping[int, Answer | Sequence[str]], who: Mapping[str, str] = WHO
) -> FormSheet:
    """The form with answers by the numbers of its rows, and who filled it in."""
    rows = [
        replace(row, answer=Answer(*answers[number])) if number in answers else row
        for number, row in enumerate(sheet.rows, 1)
    ]
    return replace(sheet, rows=tuple(rows), filled=dict(who))


def saved(path: Path, sheet: FormSheet) -> Path:
    """The form as a file, as Excel leaves it."""
    path.write_bytes(form_workbook(sheet))
    return path


def resaved(
    path: Path, sheet: FormSheet, change: Callable[[Cells], Cells] = list, *, inline: bool = False
) -> Path:
    """The same as another program saves it: no styles, no lists, no merged cells; `change` works on the cells.

    `inline` keeps texts in the cells, as phones and converters do, in place of a table of texts.
    """
    table = read_table(saved(path.with_suffix(".made.xlsx"), sheet))
    last = table.sheets[0].rows[-1].number
    cells: Cells = [[] for _ in range(last)]
    for row in table.sheets[0].rows:
        cells[row.number - 1] = list(row.cells)
    with xlsxwriter.Workbook(str(path), {"constant_memory": inline}) as book:
        page = book.add_worksheet("Sheet1")
        for number, row in enumerate(change(cells)):
            for column, cell in enumerate(row):
                if cell != "":
                    page.write(number, column, cell)
    return path
