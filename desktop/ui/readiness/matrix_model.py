"""The readiness matrix as a Qt table: regions down, categories across, totals at the end of both."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.queries.readiness import Cell, Head, Matrix, pooled
from desktop.ui.readiness.wording import cell_lines, coverages, score_text, short_region
from desktop.ui.widgets.text import tip

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 11
"""The `Cell` itself, for the delegate."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

_Index = QModelIndex | QPersistentModelIndex
_NOTHING = Matrix((), (), (), (), (), pooled(()))


class MatrixModel(QAbstractTableModel):
    """Shows a `Matrix`; the last row sums up all regions, the last column all categories."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = _NOTHING
        self._cells: tuple[tuple[Cell, ...], ...] = ()

    @property
    def matrix(self) -> Matrix:
        """What is shown."""
        return self._matrix

    def set_matrix(self, matrix: Matrix) -> None:
        """Show another state: with the same regions and categories only the cells that differ are repainted."""
        before = self._cells
        same = (matrix.regions, matrix.categories) == (self._matrix.regions, self._matrix.categories)
        if not same:
            self.beginResetModel()
        self._matrix, self._cells = matrix, _with_totals(matrix)
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

    def region(self, row: int) -> Head | None:
        """The region of a row, None for the row of totals."""
        return self._matrix.regions[row] if row < len(self._matrix.regions) else None

    def category(self, column: int) -> Head | None:
        """The category of a column, None for the column of totals."""
        return self._matrix.categories[column] if column < len(self._matrix.categories) else None

    def title(self, row: int, column: int) -> str:
        """What a cell is about: `Kabupaten Tuban · Logistik`."""
        region, category = self.region(row), self.category(column)
        return " · ".join(
            (
                region.name if region else self.tr("Semua wilayah"),
                category.name if category else self.tr("Semua kategori"),
            )
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
        if role == _DISPLAY:
            return "–" if cell.is_empty else f"{coverages(cell.tally)[0]} · {score_text(cell.tally)}"
        if role in (_TIP, _SPOKEN):
            lines = [self.title(index.row(), index.column()), *cell_lines(cell)]
            return tip("\n".join(lines)) if role == _TIP else ". ".join(lines)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _TIP):
            return None
        if orientation is Qt.Orientation.Horizontal:
            category = self.category(section)
            name = category.name if category else self.tr("Semua")
        else:
            region = self.region(section)
            name = region.name if region else self.tr("Semua wilayah")
        return tip(name) if role == _TIP else short_region(name)


def _with_totals(matrix: Matrix) -> tuple[tuple[Cell, ...], ...]:
    if not matrix.regions:
        return ()
    rows = tuple((*row, total) for row, total in zip(matrix.cells, matrix.by_region, strict=True))
    return (*rows, (*matrix.by_category, matrix.total))
