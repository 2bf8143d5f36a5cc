"""The rows of a list in the words of its target; a line that only names an institution stands for those below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.exchange.sheets import Row
from desktop.services.imports.cells import said
from desktop.services.imports.institution_names import guessed_kind
from desktop.services.imports.targets import Target


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: its number in the file, what it says by field, and its cells as they stand there."""

    number: int
    values: dict[str, str]
    cells: tuple[str, ...]


def entries(target: Target, rows: Iterable[Row], fields: dict[int, str]) -> list[Entry]:
    """The rows that say something, each with the institution of the line above it where it names none."""
    found, band = [], ""
    banded = target.key in ("people", "participants") and len(fields) > 1
    for row in rows:
        values = {key: words for index, key in fields.items() if (words := said(row.cell(index)))}
        if banded and (named := _band(row)):
            band = named
            continue
        if not values:
            continue
        if band and "institution" not in values:
            values["institution"] = band
        found.append(Entry(row.number, values, row.cells))
    return found


def _band(row: Row) -> str:
    words = [cell for cell in row.cells if any(char.isalpha() for char in cell) and len(cell) > 2]
    if len(words) != 1 or row.filled > 2:
        return ""
    return said(words[0]) if guessed_kind(words[0]) != "lainnya" else ""
