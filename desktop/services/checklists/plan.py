"""What would become of each row of a checklist that comes from Excel, before anything is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.models.queries.checklist_versions import VersionItem

NEW, SAME, CHANGED, WRONG = "baru", "sama", "diubah", "salah"
VERDICTS = {NEW: "Baru", CHANGED: "Diubah", SAME: "Sama", WRONG: "Salah"}


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """One row: its number in the file, its code and text, the verdict.

    `values` are what would be kept, by the names `items.update_item` takes, with `category` by name; of a CHANGED
    row only what changes, in words in `changes`. `item` is the item it is about, `place` the cell that is WRONG;
    `said` are the cells of such a row by column.
    """

    number: int
    verdict: str
    code: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)
    item: UUID | None = None
    changes: tuple[str, ...] = ()
    place: str = ""
    reason: str = ""
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def fault(self) -> str:
        """Which cell is wrong, and why; "" where none is."""
        return f"{self.place}: {self.reason}" if self.place else self.reason


@dataclass(frozen=True, slots=True)
class ChecklistPlan:
    """All rows of a file; `missing` are items of the version it does not hold; `problem` is why none is read."""

    source: str
    rows: tuple[JudgedRow, ...] = ()
    missing: tuple[VersionItem, ...] = ()
    problem: str = ""

    def counts(self) -> dict[str, int]:
        """How many rows of each verdict."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    @property
    def to_keep(self) -> int:
        """How many rows would be written."""
        return sum(row.verdict in (NEW, CHANGED) for row in self.rows)
