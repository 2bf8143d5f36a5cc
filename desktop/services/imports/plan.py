"""What would become of each row before anything is kept, and what the user decides about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from desktop.services.imports.entries import Entry

NEW, SAME, ALIKE, WRONG = "baru", "sama", "mirip", "salah"
VERDICTS = {NEW: "Baru", SAME: "Sama", ALIKE: "Mirip", WRONG: "Salah"}

MAKE, USE, UPDATE, SKIP = "baru", "pakai", "perbarui", "lewati"
DEEDS = {
    MAKE: "Jadikan baru",
    USE: "Pakai yang ada",
    UPDATE: "Perbarui yang ada",
    SKIP: "Lewati",
}
_ALLOWED = {NEW: (MAKE, SKIP), SAME: (USE, SKIP), ALIKE: (USE, UPDATE, MAKE, SKIP), WRONG: (SKIP,)}


class Candidate(NamedTuple):
    """A record, or an earlier row, that may be the same; `words` tell it from others."""

    id: UUID
    words: str


class Decision(NamedTuple):
    """What to do with a row; `candidate` is which of those alike."""

    deed: str
    candidate: int = 0


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row with its verdict. `id` is the record it becomes when it is new; `values` what would be kept."""

    entry: Entry
    verdict: str
    id: UUID
    values: dict[str, Any] = field(default_factory=dict)
    column: str | None = None
    reason: str = ""
    remedy: str = ""
    candidates: tuple[Candidate, ...] = ()
    suggested: str = MAKE

    @property
    def number(self) -> int:
        """The row's number in the file."""
        return self.entry.number

    @property
    def allowed(self) -> tuple[str, ...]:
        """What may be decided about it."""
        return _ALLOWED[self.verdict]


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows; `institutions` are those nobody knows yet, by the id they would get, with their words."""

    target: str
    rows: tuple[PlanRow, ...]
    institutions: dict[UUID, str] = field(default_factory=dict)
    meeting: UUID | None = None

    def counts(self) -> dict[str, int]:
        """How many rows of each verdict."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    def deed(self, row: PlanRow, decisions: Mapping[int, Decision]) -> Decision:
        """What was decided about a row, or what is done with such a row otherwise."""
        decided = decisions.get(row.number)
        return decided if decided is not None and decided.deed in row.allowed else Decision(row.suggested)

    def to_save(self, decisions: Mapping[int, Decision]) -> int:
        """How many rows would be written."""
        return sum(
            self.deed(row, decisions).deed in (MAKE, UPDATE) or self._seats(row, decisions) for row in self.rows
        )

    def _seats(self, row: PlanRow, decisions: Mapping[int, Decision]) -> bool:
        seats = self.target in ("participants", "attendance") and row.verdict == ALIKE
        return seats and self.deed(row, decisions).deed == USE


def wrong(entry: Entry, made: UUID, column: str | None, reason: str, remedy: str) -> PlanRow:
    """A row that cannot be kept as it is."""
    return PlanRow(entry, WRONG, made, {}, column, reason, remedy, suggested=SKIP)
