"""The table of what was reported in a meeting on the follow-ups of earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.minutes_content import ReviewedRow
from desktop.documents.typesetting.flow import Strip
from desktop.documents.typesetting.page import Book, Sheet
from desktop.documents.typesetting.table import Column, Table


def reviewed_table(rows: Sequence[ReviewedRow], book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The table over the whole width; the column of remarks only where there are any."""
    columns = [
        Column("No.", 6, align="center", fits=f"{len(rows)}."),
        Column("Tindak Lanjut", 32),
        Column("Instansi", 22),
        Column("Status", 18),
    ]
    if any(row.note for row in rows):
        columns.append(Column("Keterangan", 22))
    family = book.family
    table = Table(columns, sheet.measure, sheet.depth, family.regular, family.bold, book.size - 1)
    return table.strips(
        (f"{number}.", row.text, row.institution, row.status, row.note)[: len(columns)]
        for number, row in enumerate(rows, 1)
    )
