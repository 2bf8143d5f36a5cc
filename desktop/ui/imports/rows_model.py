"""The rows of a list with their verdicts, as the table of the import shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.services.imports.plan import ALIKE, DEEDS, NEW, SAME, VERDICTS, WRONG, Decision, Plan, PlanRow
from desktop.services.imports.targets import Target
from desktop.ui.colours import Tone
from desktop.ui.widgets.columns import SYMBOL_ROLE, TONE_ROLE

_Index = QModelIndex | QPersistentModelIndex
_TONES = {NEW: Tone.OK, SAME: Tone.NONE, ALIKE: Tone.ATTENTION, WRONG: Tone.PROBLEM}
_SYMBOLS = {NEW: "plus", SAME: "check", ALIKE: "users", WRONG: "circle-alert"}
NUMBER, VERDICT, NAME, DEED, REASON = range(5)


class RowsModel(QAbstractTableModel):
    """Row number, verdict, whom or what the row names, what will be done and why, then what else it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._rows: list[PlanRow] = []
        self._fields: list[tuple[str, str]] = []
        self._plain = {
            NUMBER: self.tr("Baris"),
            VERDICT: self.tr("Putusan"),
            DEED: self.tr("Akan"),
            REASON: self.tr("Alasan"),
        }
        self.decisions: dict[int, Decision] = {}

    def show_plan(self, plan: Plan, target: Target, mapped: Sequence[str], verdicts: frozenset[str]) -> None:
        """Show the rows of these verdicts, or all where none is chosen."""
        self.beginResetModel()
        self._plan = plan
        self._fields = [(field.key, field.title) for field in target.fields if field.key in mapped]
        self._rows = [row for row in plan.rows if not verdicts or row.verdict in verdicts]
        self.endResetModel()

    def row(self, number: int) -> PlanRow:
        """The row shown at a place."""
        return self._rows[number]

    def decide(self, places: Sequence[int], deed: str) -> int:
        """Decide about some rows where that is allowed; returns about how many."""
        decided = 0
        for place in places:
            row = self._rows[place]
            if deed in row.allowed:
                self.decisions[row.number] = Decision(deed)
                decided += 1
        if decided:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        return decided

    def next_candidate(self, place: int) -> None:
        """Mean the next of those alike."""
        row = self._rows[place]
        if self._plan is not None and len(row.candidates) > 1:
            now = self._plan.deed(row, self.decisions)
            self.decisions[row.number] = Decision(now.deed, (now.candidate + 1) % len(row.candidates))
            self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._plain) + len(self._fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if role != int(Qt.ItemDataRole.DisplayRole) or orientation != Qt.Orientation.Horizontal:
            return None
        return self._plain.get(section) or self._field_at(section)[1]

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._rows[index.row()]
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)):
            return self._words(row, index.column())
        if index.column() == VERDICT and role == TONE_ROLE:
            return str(_TONES[row.verdict])
        if index.column() == VERDICT and role == SYMBOL_ROLE:
            return _SYMBOLS[row.verdict]
        return None

    def _words(self, row: PlanRow, column: int) -> str:
        assert self._plan is not None
        if column == NUMBER:
            return str(row.number)
        if column == VERDICT:
            return VERDICTS[row.verdict]
        if column == DEED:
            decision = self._plan.deed(row, self.decisions)
            words = DEEDS[decision.deed]
            if row.candidates and decision.deed in ("pakai", "perbarui"):
                return f"{words}: {row.candidates[min(decision.candidate, len(row.candidates) - 1)].words}"
            return words
        if column == REASON:
            return " ".join(filter(None, (row.reason, row.remedy)))
        return row.entry.values.get(self._field_at(column)[0], "")

    def _field_at(self, column: int) -> tuple[str, str]:
        """The field of a column: the first stands among the plain columns, the others after them."""
        place = 0 if column == NAME else column - len(self._plain)
        return self._fields[place] if place < len(self._fields) else ("", "")
