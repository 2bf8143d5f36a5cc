"""Then and now as a Qt table: regions down, categories across, totals at the end of both."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.score import Tally
from desktop.models.then_and_now import Comparison, Step
from desktop.ui.readiness.wording import coverages, score_text, short_region
from desktop.ui.widgets.text import tip

STEP_ROLE = int(Qt.ItemDataRole.UserRole) + 12
"""The `Step` itself, for the delegate."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

_Index = QModelIndex | QPersistentModelIndex


class StepsModel(QAbstractTableModel):
    """Shows a `Comparison`; the last row is of all regions, the last column of all categories."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Comparison | None = None
        self._steps: tuple[tuple[Step, ...], ...] = ()

    def set_comparison(self, found: Comparison | None) -> None:
        """Show another comparison, or nothing."""
        self.beginResetModel()
        self._found, self._steps = found, () if found is None else _with_totals(found)
        self.endResetModel()

    def region(self, row: int) -> UUID | None:
        """The region of a row, None for the row of totals."""
        found = self._found
        return found.regions[row][0] if found is not None and row < len(found.regions) else None

    def category(self, column: int) -> str | None:
        """The category of a column, None for the column of totals."""
        found = self._found
        return found.categories[column] if found is not None and column < len(found.categories) else None

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._steps)

    def columnCount(self, parent: _Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or not self._steps else len(self._steps[0])

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        step = self._steps[index.row()][index.column()]
        if role == STEP_ROLE:
            return step
        if role == _DISPLAY:
            return f"{scores(step)} · {step.words}".removesuffix(" · ")
        if role in (_TIP, _SPOKEN):
            lines = self._lines(index.row(), index.column(), step)
            return tip("\n".join(lines)) if role == _TIP else ". ".join(lines)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _TIP) or self._found is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            name = self.category(section) or self.tr("Semua")
        else:
            name = self._name(section)
        return tip(name) if role == _TIP else short_region(name)

    def _name(self, row: int) -> str:
        assert self._found is not None
        regions = self._found.regions
        return regions[row][1] if row < len(regions) else self.tr("Semua wilayah")

    def _lines(self, row: int, column: int, step: Step) -> list[str]:
        """A cell in full sentences, for its tip and for the screen reader."""
        title = f"{self._name(row)} · {self.category(column) or self.tr('Semua kategori')}"
        sides = ((self.tr("Dulu"), step.then), (self.tr("Kini"), step.now))
        told = [f"{when}: {side_words(tally)}" for when, tally in sides]
        return [title, *told, *([step.words] if step.words else [])]


def scores(step: Step) -> str:
    """Both scores: `62% → 74%`; en dashes where nothing was asked or reported."""
    return f"{_score(step.then)} → {_score(step.now)}"


def side_words(tally: Tally | None) -> str:
    """One side in words: `62%, 12 dari 25 dilaporkan`."""
    if tally is None or not (tally.applicable or tally.left_out):
        return "–"
    return f"{score_text(tally)}, {coverages(tally)[0]}"


def _score(tally: Tally | None) -> str:
    return "–" if tally is None else score_text(tally)


def _with_totals(found: Comparison) -> tuple[tuple[Step, ...], ...]:
    if not found.regions:
        return ()
    rows = tuple((*row, total) for row, total in zip(found.steps, found.by_region, strict=True))
    return (*rows, (*found.by_category, found.total))
