"""Reading a list of 10,000 rows, beside openpyxl in its fastest mode."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks import names
from benchmarks.harness import CACHE, Row, cpu, paired
from desktop.exchange.sheets import read_table

ROWS = 10_000


def rows() -> Iterator[Row]:
    """Performance bar 14; both give every cell as Python values, ours as text with merged cells filled."""
    path = _list_of_people()
    yield paired(
        f"sheets: {ROWS:,} rows of .xlsx / openpyxl, read only",
        cpu(lambda: read_table(path)),
        cpu(lambda: _with_openpyxl(path)),
        bar=1 / 12,
        rounds=7,
    )


def _with_openpyxl(path: Path) -> list[tuple[object, ...]]:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    found = list(book.active.iter_rows(values_only=True))
    book.close()
    return found


def _list_of_people() -> Path:
    import xlsxwriter

    CACHE.mkdir(parents=True, exist_ok=True)
    path = CACHE / f"people-{ROWS}.xlsx"
    if not path.exists():
        chance = random.Random("daftar")
        working = path.with_suffix(".baru")
        with xlsxwriter.Workbook(str(working)) as book:
            sheet = book.add_worksheet("Daftar")
            sheet.write_row(0, 0, ("No.", "Nama", "Jabatan", "Instansi", "No. HP", "Surel", "Keterangan"))
            for number in range(1, ROWS + 1):
                person = (number, names.person(chance), "Kepala Seksi", names.place(chance))
                sheet.write_row(number, 0, (*person, 81_200_000_000 + number, f"{number}@contoh.id", ""))
        working.rename(path)
    return path
