"""The table for short lists of records: rows wrap, cells are edited in place, rows move by keyboard."""

from __future__ import annotations

import math
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui import theme
from desktop.ui.widgets.badge_delegate import BadgeDelegate
from desktop.ui.widgets.cell_delegates import WrapDelegate
from desktop.ui.widgets.record_model import HasId, RecordModel
from desktop.ui.widgets.table_look import colour_selection, show_emptiness

R = TypeVar("R", bound=HasId)
_WORDS = 18  # characters; a narrower column holds single words, which do not wrap
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecordTable(QTableView):
    """Shows a `RecordModel`.

    remove_wanted()        Delete was pressed
    move_wanted(id, row)   Alt+Up or Alt+Down was pressed, or the row was dragged: put the record at that row
    """

    remove_wanted = Signal()
    move_wanted = Signal(object, int)

    def __init__(self, model: RecordModel[R], name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__(parent)
        self._rows: RecordModel[R] = model
        self._empty: QWidget | None = None
        self._kept: UUID | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self._dress()
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._restore_current)
        model.dataChanged.connect(self._fit_changed)
        model.rowsInserted.connect(self._fit_inserted)
        model.rowsRemoved.connect(self._show_emptiness)

    def current_id(self) -> UUID | None:
        """The record the keyboard is at."""
        index = self.currentIndex()
        return self._rows.record(index.row()).id if index.isValid() else None

    def selected_rows(self) -> list[int]:
        """The chosen rows in their order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def selected_ids(self) -> list[UUID]:
        """The chosen records in their order."""
        return [self._rows.record(row).id for row in self.selected_rows()]

    def go_to_row(self, row: int) -> None:
        """Choose one row and bring it into sight."""
        if 0 <= row < self._rows.rowCount():
            column = max(self.currentIndex().column(), 0)
            flags = QItemSelectionModel.SelectionFlag
            index = self._rows.index(row, column)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def finish_editing(self) -> None:
        """Keep what is being typed in a cell."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()  # an editor that loses the focus commits

    def set_empty_state(self, widget: QWidget) -> None:
        """Show this in place of the rows while there are none."""
        self._empty = widget
        widget.setParent(self.viewport())
        self._show_emptiness()

    def allow_dragging(self) -> None:
        """Let the mouse move rows as Alt+Up and Alt+Down do."""
        self._rows.rows_move = True
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide or show a column; the others take its room."""
        if hide != self.isColumnHidden(column):
            super().setColumnHidden(column, hide)
            self._fill()

    # Qt's side

    def dropEvent(self, event: QDropEvent) -> None:
        """The list is brought anew after the move; Qt shall not take the row out as well."""
        index = self.currentIndex()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        if index.isValid():
            place = self._place_at(event.position().toPoint().y())
            wanted = place - 1 if place > index.row() else place
            if wanted != index.row():
                self.move_wanted.emit(self._rows.record(index.row()).id, wanted)

    def _place_at(self, y: int) -> int:
        """Before which row a height of the viewport lies."""
        row = self.rowAt(y)
        if row < 0:
            return self._rows.rowCount()
        middle = self.rowViewportPosition(row) + self.rowHeight(row) // 2
        return row + 1 if y > middle else row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() in _MOVES and index.isValid():
            wanted = index.row() + _MOVES[Qt.Key(event.key())]
            if 0 <= wanted < self._rows.rowCount():
                self.move_wanted.emit(self._rows.record(index.row()).id, wanted)
        elif event.key() in _ENDS and not modifiers:
            self.go_to_row(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        elif event.key() == Qt.Key.Key_Delete and not modifiers:
            if index.isValid():
                self.remove_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._may_edit(index):
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()
        self._show_emptiness()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._colour_selection(focused=True)
        if not self.selectionModel().hasSelection():
            self.go_to_row(max(self.currentIndex().row(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._colour_selection(focused=event.reason() is Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_focused"):
            self._measure()
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_focused"):
            self._colour_selection(focused=self._focused)

    # Within

    def _dress(self) -> None:
        self.horizontalHeader().setHighlightSections(False)
        self.setItemDelegate(WrapDelegate(self))
        for number, column in enumerate(self._rows.columns):
            if column.tone is not None:
                self.setItemDelegateForColumn(number, BadgeDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        self._colour_selection(focused=False)

    def _measure(self) -> None:
        """Widths and distances that suit the letters in use."""
        letter, unit = self.fontMetrics().averageCharWidth(), theme.current().unit
        self.setStyleSheet(f"RecordTable::item {{ padding: {unit}px {unit * 2 - 3}px; }}")
        self.horizontalHeader().setMinimumSectionSize(letter * 3)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + round(3.5 * unit))
        self._fill()

    def _fill(self) -> None:
        """Give the stretching column what the others leave; where room is scarce the wide ones wrap first."""
        letter, around = self.fontMetrics().averageCharWidth(), 4 * theme.current().unit
        numbers = [one for one in range(len(self._rows.columns)) if not self.isColumnHidden(one)]
        columns = [self._rows.columns[one] for one in numbers]
        titles = [letter * (len(column.title) + 1) + around for column in columns]
        wanted = [
            max(letter * column.width + around, title) for column, title in zip(columns, titles, strict=True)
        ]
        least = [
            size if column.width < _WORDS else max(size * 6 // 10, title)
            for column, size, title in zip(columns, wanted, titles, strict=True)
        ]
        lacking = sum(wanted) - self.viewport().width()
        if lacking > 0:
            give = [size - small for size, small in zip(wanted, least, strict=True)]
            part = min(1.0, lacking / max(sum(give), 1))
            wanted = [size - math.ceil(part * some) for size, some in zip(wanted, give, strict=True)]
        for number, column, size in zip(numbers, columns, wanted, strict=True):
            spare = max(-lacking, 0) if column.stretch else 0
            self.setColumnWidth(number, size + spare)
        self.resizeRowsToContents()

    def _may_edit(self, index: QModelIndex) -> bool:
        """Whether Enter begins to edit; the Enter that ends an editor arrives here too."""
        idle = self.state() is not QAbstractItemView.State.EditingState
        return idle and index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _keep_current(self) -> None:
        """Before all rows change: remember where the keyboard is; an open editor would point to another row."""
        if self.state() is QAbstractItemView.State.EditingState:
            editor = self.indexWidget(self.currentIndex())
            if editor is not None:
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self._kept = self.current_id()

    def _restore_current(self) -> None:
        self.resizeRowsToContents()
        if self._kept is not None:
            self.go_to_row(self._rows.row_of(self._kept))
        self._show_emptiness()

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.resizeRowToContents(row)

    def _fit_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self.resizeRowToContents(row)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        show_emptiness(self, self._empty)

    def _colour_selection(self, *, focused: bool) -> None:
        self._focused = focused
        colour_selection(self, focused=focused)
