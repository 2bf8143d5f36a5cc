"""Stages as they are copied from a spreadsheet: a row each, their columns parted by tabs."""

from __future__ import annotations

import csv
from datetime import date

from desktop.base.dates import parse_date
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.services.stages import NewStage

COLUMNS = ("Tahapan", "Mulai", "Selesai", "Pelaksana", "Sumber")
"""The order in which columns are taken that have no headings."""
_HEADINGS = {
    "kode": "code", "tahapan": "name", "nama tahapan": "name", "nama": "name", "kegiatan": "name",
    "uraian": "name",
    "mulai": "starts_on", "tanggal mulai": "starts_on", "awal": "starts_on",
    "selesai": "ends_on", "tanggal selesai": "ends_on", "akhir": "ends_on",
    "pelaksana": "lead", "penanggung jawab": "lead", "instansi": "lead",
    "sumber": "confidence", "keterangan": "confidence",
}  # fmt: skip
_USUAL = ("name", "starts_on", "ends_on", "lead", "confidence")
_DAYS = ("starts_on", "ends_on")
_UNKNOWN = frozenset({"", "-", "–", "?", "…", "..."})


def parse_stages(text: str, near: date) -> list[NewStage]:
    """The stages of pasted text; a day without its year is taken near the day given.

    Headings in the first row say which column is what, else the columns are those of `COLUMNS`. Raises
    InvalidInput naming the row whose day cannot be read, or a row without a name.
    """
    rows = [[" ".join(cell.split()) for cell in row] for row in csv.reader(text.splitlines(), delimiter="\t")]
    rows = [row for row in rows if any(row)]
    columns: tuple[str, ...] = _USUAL
    named = [_HEADINGS.get(fold(cell), "") for cell in rows[0]] if rows else []
    first = 0
    if "name" in named and len(rows) > 1:
        columns, first = tuple(named), 1
    return [_stage(number, dict(zip(columns, row, strict=False)), near)
            for number, row in enumerate(rows[first:], start=first + 1)]  # fmt: skip


def parse_day(text: str, near: date, field: str) -> date | None:
    """A day as it is typed in a cell; None for an empty one or a dash."""
    return None if text.strip() in _UNKNOWN else parse_date(text, near, field)


def _stage(number: int, cells: dict[str, str], near: date) -> NewStage:
    if not cells.get("name"):
        raise InvalidInput("name", f"Baris {number} tidak mempunyai nama tahapan.", "Periksa urutan kolomnya.")
    days: dict[str, date | None] = {}
    for field in _DAYS:
        try:
            days[field] = parse_day(cells.get(field, ""), near, field)
        except InvalidInput as fault:
            raise InvalidInput(field, f"Baris {number}: {fault.message}", fault.advice) from fault
    return NewStage(
        cells["name"], days["starts_on"], days["ends_on"], cells.get("lead") or None,
        cells.get("confidence") or None, cells.get("code", ""),
    )  # fmt: skip
