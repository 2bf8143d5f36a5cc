"""What a table shows in each column: how a row becomes text, a state, a tip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from desktop.exchange.workbook import Cell
from desktop.ui.colours import Tone

Row = tuple[Any, ...]
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SYMBOL_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Column:
    """One column. The functions get the whole row as the listing gave it and run once, when the row is loaded.

    `width` is in characters. The first shown column that may `stretch` takes what the others leave, never less
    than `width`.
    With `tone` the cell is drawn as a badge: the text with the symbol and colour of the state (`symbol` names
    another icon). `key` is what `DataTable.sort_wanted` names and what widths are remembered by. `value` is what
    a spreadsheet gets where that is no text: a number, a day.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 12
    stretch: bool = False
    right: bool = False
    sortable: bool = True
    tone: Callable[[Row], Tone | None] | None = None
    symbol: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None
    spoken: Callable[[Row], str] | None = None
    value: Callable[[Row], Cell] | None = None


def cell(position: int, show: Callable[[Any], str] = str) -> Callable[[Row], str]:
    """A column's text function: the value at `position`, shown by `show`; nothing for None."""

    def text(row: Row) -> str:
        value = row[position]
        return "" if value is None else show(value)

    return text


def value(position: int, read: Callable[[Any], Cell] | None = None) -> Callable[[Row], Cell]:
    """A column's value for a spreadsheet: what stands at `position`, as it is or as `read` makes it."""

    def found(row: Row) -> Cell:
        one = row[position]
        return one if read is None or one is None else read(one)

    return found
