"""The readiness matrix as a Qt table: regions or institutions down, categories across, totals at both ends."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.queries.readiness import Cell, Head, Matrix, pooled
from desktop.models.queries.readiness_shown import REGIONS, InstitutionPlace
from desktop.models.words import INSTITUTION_LEVELS
from desktop.ui.readiness.wording import cell_lines, count_text, coverages, score_text, short_region
from desktop.ui.widgets.text import tip

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 11
"""The `Cell` itself, for the delegate."""
BELOW_ROLE = int(Qt.ItemDataRole.UserRole) + 12
"""Of the names beside the rows: what stands below the name, such as the regions an institution serves."""
GROUP_ROLE = int(Qt.ItemDataRole.UserRole) + 13
"""Whether a row begins another group than the row before it, such as the institutions of the next region."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_MOST_REGIONS = 2  # that are named below an institution

_Index = QModelIndex | QPersistentModelIndex
_NOTHING = Matrix((), (), (), (), (), pooled(()))


class MatrixModel(QAbstractTableModel):
    """Shows a `Matrix`; the last row sums up all rows, the last column all categories."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = _NOTHING
        self._places: Mapping[UUID, InstitutionPlace] = {}
        self._rows_are = REGIONS
        self._group_starts: set[int] = set()
        self._cells: tuple[tuple[Cell, ...], ...] = ()

    @property
    def matrix(self) -> Matrix:
        """What is shown."""
        return self._matrix

    @property
    def rows_are(self) -> str:
        """What the rows are: `readiness_shown.REGIONS` or `INSTITUTIONS`."""
        return self._rows_are

    def set_matrix(
        self, matrix: Matrix, rows_are: str = REGIONS, places: Mapping[UUID, InstitutionPlace] | None = None
    ) -> None:
        """Show another state: with the same rows and categories only the cells that differ are repainted."""
        before = self._cells
        heads = (self._rows_are, self._matrix.regions, self._matrix.categories)
        same = (rows_are, matrix.regions, matrix.categories) == heads and (places or {}) == self._places
        if not same:
            self.beginResetModel()
        self._matrix, self._rows_are, self._places = matrix, rows_are, places or {}
        self._cells = _with_totals(matrix)
        self._group_starts = self._find_groups()
        if not same:
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, self._cells, strict=True)):
            for column, (one, other) in enumerate(zip(old, new, strict=True)):
                if one != other:
                    self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place, totals included."""
        return self._cells[row][column]

    def head(self, row: int) -> Head | None:
        """The region or institution of a row, None for the row of totals."""
        return self._matrix.regions[row] if row < len(self._matrix.regions) else None

    def region(self, row: int) -> Head | None:
        """The region of a row; of an institution the only one it serves."""
        head = self.head(row)
        if head is None or self._rows_are == REGIONS:
            return head
        place = self._places.get(head.id)
        return place.regions[0] if place is not None and len(place.regions) == 1 else None

    def category(self, column: int) -> Head | None:
        """The category of a column, None for the column of totals."""
        return self._matrix.categories[column] if column < len(self._matrix.categories) else None

    def title(self, row: int, column: int) -> str:
        """What a cell is about: `Kabupaten Tuban · Logistik`."""
        head, category = self.head(row), self.category(column)
        return " · ".join(
            (head.name if head else self._all(), category.name if category else self.tr("Semua kategori"))
        )

    # Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or not self._cells else len(self._matrix.categories) + 1

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        if role == CELL_ROLE:
            return cell
        if role == GROUP_ROLE:
            return index.row() in self._group_starts
        if role == _DISPLAY:
            parts = (count_text(cell.tally), coverages(cell.tally)[1], score_text(cell.tally))
            return " · ".join(parts) if cell.tally.applicable else parts[0]
        if role in (_TIP, _SPOKEN):
            lines = [self.title(index.row(), index.column()), *cell_lines(cell)]
            return tip("\n".join(lines)) if role == _TIP else ". ".join(lines)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal:
            category = self.category(section)
            name = category.name if category else self.tr("Semua")
            return {_DISPLAY: name, _TIP: tip(name)}.get(role)
        if role == GROUP_ROLE:
            return section in self._group_starts
        head = self.head(section)
        place = self._places.get(head.id) if head is not None else None
        if role == BELOW_ROLE:
            return _where(place) if place is not None else ""
        name = head.name if head else self._all()
        if role == _TIP:
            return tip(name)
        return (place.short_name if place is not None else short_region(name)) if role == _DISPLAY else None

    def _all(self) -> str:
        return self.tr("Semua wilayah") if self._rows_are == REGIONS else self.tr("Semua instansi")

    def _find_groups(self) -> set[int]:
        """Where another group begins, and the row of totals; where each row is a group of its own only that."""
        count = len(self._matrix.regions)
        if self._rows_are == REGIONS:
            return {count}
        groups = [self._group(row) for row in range(count)]
        starts = {row for row in range(1, count) if groups[row] != groups[row - 1]}
        return {count} if len(starts) == count - 1 else starts | {count}

    def _group(self, row: int) -> str:
        place = self._places.get(self._matrix.regions[row].id)
        if place is None or not place.is_local:
            return place.level if place is not None else ""
        return place.regions[0].name


def _where(place: InstitutionPlace) -> str:
    """The regions an institution serves, or its level where they are many."""
    if place.is_local and len(place.regions) <= _MOST_REGIONS:
        return ", ".join(short_region(region.name) for region in place.regions)
    return INSTITUTION_LEVELS.get(place.level, "")


def _with_totals(matrix: Matrix) -> tuple[tuple[Cell, ...], ...]:
    if not matrix.regions:
        return ()
    rows = tuple((*row, total) for row, total in zip(matrix.cells, matrix.by_region, strict=True))
    return (*rows, (*matrix.by_category, matrix.total))
