"""The matrix on screen: arrow keys walk through it, Enter or a double click opens the items of a cell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.models.queries.readiness_shown import INSTITUTIONS
from desktop.ui import theme
from desktop.ui.readiness.cell_delegate import CellDelegate
from desktop.ui.readiness.matrix_model import MatrixModel
from desktop.ui.readiness.row_header import RowHeader
from desktop.ui.widgets.grid_headers import CategoryHeader

LETTERS = ("w", "i", "s")
"""Wilayah, instansi, skor: what is to be shown."""
PAPER_LETTER = "p"
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
_NAME_CHARACTERS, _FEWER_CHARACTERS = 19, 15  # of a region's name, where there is room and where not
_LONGER_NAMES = 3  # characters more for institutions
_NARROW = 90  # characters
_LEAST_ROOM = 2  # pixels that a row needs beside its two lines


class MatrixView(QTableView):
    """The cells of a `MatrixModel`.

    opened(row, column)    the user wants to see what is behind a cell
    moved(row, column)     went to another
    asked(key)             a letter was pressed that stands for something to show
    paper_wanted()         P: the matrix as it prints
    """

    opened = Signal(int, int)
    moved = Signal(int, int)
    asked = Signal(str)
    paper_wanted = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Matriks kesiapan"))
        self.setModel(model)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(CategoryHeader(self))
        self.setVerticalHeader(RowHeader(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell_moved)
        model.modelReset.connect(self._share_room)
        self._measure()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.model().index(row, column))

    def place(self) -> tuple[int, int] | None:
        """Row and column of the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def show_scores(self, shown: bool) -> None:
        """Show the score beside the count, or leave it out."""
        self._delegate.shows_score = shown
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and event.key() in _OPENING:
            self._open(self.currentIndex())
        elif plain and event.text().lower() in LETTERS:
            self.asked.emit(event.text().lower())
        elif plain and event.text().lower() == PAPER_LETTER:
            self.paper_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.go_to(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)
        self._fit_rows()

    def _measure(self) -> None:
        line, unit = self.fontMetrics().height(), theme.current().unit
        self.verticalHeader().setMinimumSectionSize(line)
        self.horizontalHeader().setMinimumSectionSize(self.fontMetrics().horizontalAdvance("888/888") + 2 * unit)
        self.horizontalHeader().setFixedHeight(2 * line + 3 * unit)
        self._share_room()

    def _share_room(self) -> None:
        """The names of the regions give way before the numbers do."""
        character = self.fontMetrics().averageCharWidth()
        letters = _FEWER_CHARACTERS if self.width() < _NARROW * character else _NAME_CHARACTERS
        letters += _LONGER_NAMES if self._rows_are_institutions() else 0
        self.verticalHeader().setFixedWidth(character * letters + 4 * theme.current().unit)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Rows give way a little where all of them, the totals too, then stand in sight."""
        line, rows = self.fontMetrics().height(), self.model().rowCount()
        usual, least = 2 * line + 2 * theme.current().unit, 2 * line + _LEAST_ROOM
        fitting = self.viewport().height() // rows if rows else usual
        height = min(usual, fitting) if fitting >= least else usual
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    def _rows_are_institutions(self) -> bool:
        model = self.model()
        return isinstance(model, MatrixModel) and model.rows_are == INSTITUTIONS

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row(), index.column())

    def _tell_moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(current.row(), current.column())
