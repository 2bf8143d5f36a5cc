"""Writes a form: few columns, wrapped text, the head always in sight; no password, no protection, no macros.

The cells to fill in are text, so that no spreadsheet makes `3/4` a day, `95%` a fraction, or turns day and month.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from desktop.exchange.forms.shapes import (
    AMOUNT,
    ANSWERS,
    CODE,
    DUE,
    FAULT,
    FIELDS,
    LAST,
    MARK,
    NOTE,
    NUMBER,
    PROOF,
    STATUS,
    TEXT,
    TITLES,
    TO,
    FormSheet,
)
from desktop.exchange.workbook.writing import cell_text, new_book

_WIDTHS = {
    NUMBER: 5, TEXT: 44, DUE: 15, LAST: 18, STATUS: 18, AMOUNT: 16, NOTE: 32, PROOF: 24, FAULT: 36, MARK: 21,
}  # fmt: skip
_HEAD = 2  # the row of the titles, counted from 0
_A4 = 9
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)
_GUIDE = (
    "Cara mengisi: isi sel kuning saja; boleh dari ponsel. Baris yang belum ada kabarnya boleh dikosongkan.",
    "Capaian ditulis misalnya 95%, 320 dari 400 TPS, atau 7 kecamatan. Tanggal ditulis misalnya 5 November 2024.",
    "Kirim kembali berkas ini; nama berkasnya boleh diubah. Kolom “Kode baris” jangan dihapus.",
)


def form_workbook(form: FormSheet) -> bytes:
    """The form as an .xlsx file; the same form gives the same bytes."""
    made = BytesIO()
    book = new_book(made, in_memory=True)
    formats = _formats(book)
    page = book.add_worksheet("Formulir")
    columns = [name for name in TITLES if name != FAULT or any(row.fault for row in form.rows)]
    for place, name in enumerate(columns):
        page.set_column(place, place, _WIDTHS[name])
    page.write_string(0, 0, cell_text(f"{form.title} · {CODE} {form.code}"), formats["title"])
    page.write_string(1, 0, cell_text(f"{TO} {form.to}"), formats["line"])
    for place, name in enumerate(columns):
        page.write_string(_HEAD, place, TITLES[name], formats["asked" if name in ANSWERS else "head"])
    for number, row in enumerate(form.rows, 1):
        said = {
            NUMBER: str(number), TEXT: row.text, DUE: row.due, LAST: row.last, FAULT: row.fault, MARK: row.mark,
            **dict(zip(ANSWERS, row.answer, strict=True)),
        }  # fmt: skip
        for place, name in enumerate(columns):
            _write(page, _HEAD + number, place, said[name], formats[_look(name)])
    last = _HEAD + len(form.rows)
    status = columns.index(STATUS)
    # A word that is not in the list is taken as well: an institution writes what it has to say.
    page.data_validation(
        _HEAD + 1, status, last, status,
        {"validate": "list", "source": list(form.states), "show_error": False, "ignore_blank": True},
    )  # fmt: skip
    _write_foot(page, last + 2, form, columns, formats)
    page.ignore_errors({"number_stored_as_text": f"A1:Z{last + 20}"})
    page.freeze_panes(_HEAD + 1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    page.repeat_rows(_HEAD)
    page.set_selection(_HEAD + 1, status, _HEAD + 1, status)
    book.close()
    return made.getvalue()


def form_archive(forms: Sequence[tuple[str, FormSheet]], progress: Callable[[int, int], None]) -> bytes:
    """A ZIP of forms by their file names."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for done, (name, form) in enumerate(forms, 1):
            about = zipfile.ZipInfo(name, _ZIP_TIME)
            about.external_attr = 0o644 << 16
            archive.writestr(about, form_workbook(form))
            progress(done, len(forms))
    return made.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    cell = {"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
    asked = {**cell, "bg_color": "#FFF8D6"}
    head = {**cell, "bold": True, "valign": "vcenter", "bg_color": "#E7ECF3"}
    return {
        "title": book.add_format({"bold": True, "font_size": 13}),
        "line": book.add_format({"num_format": "@"}),
        "head": book.add_format(head),
        "asked": book.add_format({**head, "bg_color": "#FFE99A"}),
        "cell": book.add_format(cell),
        "answer": book.add_format({**asked, "locked": False}),
        "fault": book.add_format({**cell, "font_color": "#B42318"}),
        "mark": book.add_format({**cell, "font_color": "#808080", "font_size": 9}),
        "label": book.add_format({"bold": True, "valign": "vcenter", "border": 1}),
        "guide": book.add_format({"font_color": "#555555"}),
    }


def _look(name: str) -> str:
    return "answer" if name in ANSWERS else name if name in (FAULT, MARK) else "cell"


def _write(page: Any, row: int, column: int, text: str, look: Any) -> None:
    if text:
        page.write_string(row, column, cell_text(text), look)
    else:
        page.write_blank(row, column, None, look)


def _write_foot(page: Any, row: int, form: FormSheet, columns: Sequence[str], formats: dict[str, Any]) -> None:
    """Who filled it in and of which day the data are, where one is when the rows are done; then how to do it."""
    label = columns.index(TEXT)
    for name, words in FIELDS.items():
        page.set_row(row, 21)
        page.write_string(row, label, words, formats["label"])
        example = form.filled.get(name, "")
        page.merge_range(row, label + 1, row, label + 3, cell_text(example), formats["answer"])
        row += 1
    for words in (*form.lines, *_GUIDE):
        page.write_string(row + 1, label, cell_text(words), formats["guide"])
        row += 1
