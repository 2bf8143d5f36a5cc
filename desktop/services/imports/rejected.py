"""The rows that could not be kept, as a file to correct and import again."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence

from desktop.exchange.sheets import Header
from desktop.services.imports.plan import PlanRow


def rejected_bytes(header: Header, rows: Sequence[PlanRow], refused: Collection[int] = ()) -> bytes:
    """The file as Excel here opens it: semicolons, and a mark that it is UTF-8.

    Columns that are `refused` (those of NIK) are left out: what may not be kept is not copied either.
    """
    columns = [column for column in header.columns if column.index not in refused]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([*(column.title or column.letter for column in columns), "Baris", "Alasan", "Perbaikan"])
    for row in rows:
        cells = [row.entry.cells[one.index] if one.index < len(row.entry.cells) else "" for one in columns]
        writer.writerow([*map(_harmless, cells), row.number, row.reason, row.remedy])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that Excel would take for a formula, kept as words."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") and not cell[1:].isdigit() else cell
