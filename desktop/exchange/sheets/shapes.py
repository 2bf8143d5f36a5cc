"""What a table from outside looks like once it is read, and the fault of one that cannot be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.base.errors import FileProblem

MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 200_000, 200, 20_000
MOST_CELLS = 8_000_000
"""What the rectangle around all filled cells may hold: the reader keeps 32 bytes for each, empty or not."""


class UnreadableTable(FileProblem):
    """A file that should hold a table cannot be read as one; nothing was taken from it."""


class Row(NamedTuple):
    """A row as it stands in the file; `number` counts from 1, as Excel does."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The text in a column, "" beyond the last."""
        return self.cells[index] if 0 <= index < len(self.cells) else ""

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, self.cells))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows that hold something."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """All sheets of a file, or of the clipboard; `source` is what it is called."""

    source: str
    sheets: tuple[Sheet, ...]

    @property
    def first(self) -> Sheet:
        """The sheet one would look at first: the fullest that is not hidden."""
        shown = [sheet for sheet in self.sheets if not sheet.hidden] or list(self.sheets)
        return max(shown, key=lambda sheet: len(sheet.rows))

    def to_bytes(self) -> bytes:
        """The table as the worker sends it; bytes of a file's name that are no letters come as ?."""
        sheets = [[one.name, one.hidden, [[row.number, *row.cells] for row in one.rows]] for one in self.sheets]
        words = json.dumps([self.source, sheets], ensure_ascii=False, separators=(",", ":"))
        return words.encode(errors="replace")

    @classmethod
    def from_bytes(cls, sent: bytes) -> Table:
        """The table the worker sent."""
        source, sheets = json.loads(sent)
        return cls(source, tuple(Sheet(name, _rows(rows), hidden) for name, hidden, rows in sheets))


def _rows(rows: list[list[Any]]) -> tuple[Row, ...]:
    return tuple(Row(number, tuple(cells)) for number, *cells in rows)


def letter_of(index: int) -> str:
    """What Excel calls a column: 0 is A, 26 is AA."""
    letters = ""
    while index >= 0:
        index, rest = divmod(index, 26)
        letters = chr(ord("A") + rest) + letters
        index -= 1
    return letters


def too_large(name: str, what: str) -> UnreadableTable:
    """The fault of a file that holds more than anybody's list does."""
    return UnreadableTable(
        f"Berkas “{name}” {what}.", "Simpan hanya bagian yang diperlukan ke berkas baru, lalu coba lagi."
    )
