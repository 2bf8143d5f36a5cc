"""The follow-ups of a meeting in short, across an upright page: what, who, by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.action_matrix import NOTHING, row_texts
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.typesetting.flow import Strip
from desktop.documents.typesetting.page import Book, Sheet
from desktop.documents.typesetting.table import Column, Table

_COLUMNS = (Column("Tindak Lanjut", 40), Column("Penanggung Jawab", 36), Column("Batas Waktu", 18))
_PLACES = (0, 1, 2, 4)  # of the matrix's columns


def follow_ups_table(rows: Sequence[FollowUpRow], book: Book, sheet: Sheet) -> Iterator[Strip]:
    """The table over the whole width; the column of days only where there are any."""
    texts = [[row_texts(number, row)[place] for place in _PLACES] for number, row in enumerate(rows, 1)]
    columns = [Column("No.", 6, align="center", fits=f"{len(rows)}."), *_COLUMNS]
    shown = len(columns) if any(row[-1] for row in texts) else len(columns) - 1
    family = book.family
    table = Table(columns[:shown], sheet.measure, sheet.depth, family.regular, family.bold, book.size - 1)
    return table.strips([text or NOTHING for text in row[:shown]] for row in texts)
