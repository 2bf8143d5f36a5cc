"""What a sheet of a workbook says: its heading, its columns, and its rows in pieces."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

Cell = str | int | float | date | time | datetime | None
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its title and its width in characters."""

    title: str
    width: float = 12.0


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What stands above the rows: title, `lines` (what was searched and filtered, as of when), columns.

    `name` is that of the tab at the bottom; what Excel does not take in it is left out.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    lines: tuple[str, ...] = ()


def packed(rows: Sequence[Cells]) -> bytes:
    """Some rows on their way to the worker: many small pieces, so that no long one holds up the window."""
    return pickle.dumps(list(rows), protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(piece: bytes) -> list[Cells]:
    """The rows of a piece; only for what this program itself packed."""
    rows: list[Any] = pickle.loads(piece)  # noqa: S301 - our own bytes, on the way to our own process
    return rows
