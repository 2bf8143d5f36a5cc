"""Finds the forms in a table that came back, whatever its file is called and whoever saved it.

A form is what stands on one sheet under one code. Its columns are known by their titles, its rows by their marks;
a row without a mark stays a row as long as it stands under the titles, and says of itself what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.base.folding import fold
from desktop.base.proof_code import read_code
from desktop.exchange.forms.shapes import (
    AMOUNT,
    ANSWERS,
    AS_OF,
    DUE,
    FAULT,
    FIELDS,
    FILLER,
    LAST,
    MARK,
    NOTE,
    NOWHERE,
    NUMBER,
    POST,
    PROOF,
    STATUS,
    TEXT,
    TITLES,
    TO,
    Answer,
    Cell,
    Returned,
    ReturnedRow,
)
from desktop.exchange.sheets import Row, Sheet, Table

_LETTERS = r"(?<![\w-])[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}"
_CODE = re.compile(rf"{_LETTERS}(?![\w-])", re.IGNORECASE | re.ASCII)
_MARK = re.compile(rf"({_LETTERS})\s*/\s*(\d{{1,2}})(?!\d)", re.IGNORECASE | re.ASCII)
# By their beginnings, the longer first: people shorten titles, and programs translate nothing.
_BEGINNINGS = (
    ("status terakhir", LAST), ("status", STATUS), ("uraian", TEXT), ("capaian", AMOUNT), ("keterangan", NOTE),
    ("bukti", PROOF), ("batas waktu", DUE), ("kode baris", MARK), ("yang perlu diperbaiki", FAULT), ("no", NUMBER),
)  # fmt: skip
_LABELS = (
    ("posisi data", AS_OF), ("nama pengisi", FILLER), ("nama yang mengisi", FILLER), ("jabatan", POST),
)  # fmt: skip
_LONGEST_TITLE = 40


def find_forms(table: Table) -> list[Returned]:
    """The forms of a table in the order of its sheets; none where nothing in it bears a code."""
    return [form for sheet in table.sheets for form in _on_sheet(table.source, sheet)]


def _on_sheet(source: str, sheet: Sheet) -> Iterator[Returned]:
    codes = list(dict.fromkeys(code for row in sheet.rows for code in _codes(row)))
    if not codes:
        return
    head = _head(sheet)
    columns, doubled = _columns(head)
    fields = _fields(sheet)
    rows: dict[str, list[ReturnedRow]] = {code: [] for code in codes}
    for row in sheet.rows:
        code, number = _mark_of(row)
        if head is None and code:
            rows[code].append(_row(row, number, columns))
        elif head is not None and row.number > head.number and (code or _may_be_one(row, columns)):
            one = _row(row, number, columns)
            if code or any(one.answer) or one.text:
                rows[code or codes[0]].append(one)
    missing = tuple(TITLES[name] for name in (TEXT, STATUS) if name not in columns)
    for code in codes:
        if rows[code] or code == codes[0]:
            yield Returned(
                source, sheet.name, code, _to(sheet), fields[AS_OF], fields[FILLER], fields[POST],
                tuple(rows[code]), missing, doubled,
            )  # fmt: skip


def _codes(row: Row) -> Iterator[str]:
    for cell in row.cells:
        for found in _CODE.finditer(cell):
            if (code := read_code(found[0])) is not None:
                yield code


def _mark_of(row: Row) -> tuple[str, int | None]:
    """The mark of a row, ("", None) without one; of several different ones none can be trusted."""
    found = {
        (code, int(number))
        for cell in row.cells
        for written, number in _MARK.findall(cell)
        if (code := read_code(written)) is not None
    }
    return found.pop() if len(found) == 1 else ("", None)


def _head(sheet: Sheet) -> Row | None:
    """The row with the titles: the one that names most columns, the uppermost of several."""
    best, most = None, 1
    for row in sheet.rows:
        named = len({name for cell in row.cells if (name := _title(cell))})
        if named > most:
            best, most = row, named
    return best


def _title(cell: str) -> str:
    words = fold(cell)
    if not words or len(words) > _LONGEST_TITLE:
        return ""
    for beginning, name in _BEGINNINGS:
        if words == beginning or words.startswith(f"{beginning} "):
            return name
    return ""


def _columns(head: Row | None) -> tuple[dict[str, int], tuple[str, ...]]:
    """The place of each column, and the titles that stand there twice."""
    found: dict[str, int] = {}
    doubled = []
    for place, cell in enumerate(head.cells if head else ()):
        name = _title(cell)
        if name in found:
            doubled.append(TITLES[name])
        elif name:
            found[name] = place
    return found, tuple(dict.fromkeys(doubled))


def _row(row: Row, number: int | None, columns: dict[str, int]) -> ReturnedRow:
    def said(name: str) -> str:
        return row.cell(columns[name]) if name in columns else ""

    answer = Answer(*(said(name) for name in ANSWERS))
    return ReturnedRow(row.number, number, said(NUMBER), said(TEXT), answer, columns)


def _may_be_one(row: Row, columns: dict[str, int]) -> bool:
    """Whether a row without a mark is one of the list: not one of the fields or of the words below it."""
    if any(_label(cell) for cell in row.cells):
        return False
    return any(row.cell(columns[name]) for name in (*ANSWERS, NUMBER) if name in columns)


def _label(cell: str) -> str:
    words = fold(cell)
    return next((name for beginning, name in _LABELS if words.startswith(beginning)), "")


def _fields(sheet: Sheet) -> dict[str, Cell]:
    """What was written beside each label, or behind its colon; the first that says something counts."""
    found = dict.fromkeys(FIELDS, NOWHERE)
    for row in sheet.rows:
        if _mark_of(row)[0]:
            continue  # what is written in a row is no label, however it begins
        for place, cell in enumerate(row.cells):
            name = _label(cell)
            if name and not found[name].text:
                found[name] = _beside(row, place)
    return found


def _beside(row: Row, place: int) -> Cell:
    for column in range(place + 1, len(row.cells)):
        if text := row.cells[column].lstrip(": "):
            return NOWHERE if _label(text) else Cell(row.number, column, text)
    _, _, behind = row.cells[place].partition(":")
    return Cell(row.number, place, behind.strip())


def _to(sheet: Sheet) -> str:
    """For whom the form says it is."""
    return next(
        (
            cell[len(TO) :].strip()
            for row in sheet.rows
            for cell in row.cells
            if cell.casefold().startswith(TO.casefold())
        ),
        "",
    )
