"""The table for the short lists of one meeting: rows wrap, cells are edited in place, rows move by keyboard."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui import theme
from desktop.ui.meetings.record_model import HasId, RecordModel
from desktop.ui.widgets.badge_delegate import BadgeDelegate

R = TypeVar("R", bound=HasId)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecordTable(QTableView):
    """Shows a `RecordModel`.

    remove_wanted()        Delete was pressed
    move_wanted(id, row)   Alt+Up or Alt+Down was pressed: put the record at that row
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
        model.rowsInserted.connect(self._show_emptiness)
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

    def set_empty_state(self, widget: QWidget) -> None:
        """Show this in place of the rows while there are none."""
        self._empty = widget
        widget.setParent(self.viewport())
        self._show_emptiness()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() in _MOVES and index.isValid():
            wanted = index.row() + _MOVES[Qt.Key(event.key())]
            if 0 <= wanted < self._rows.rowCount():
                self.move_wanted.emit(self._rows.record(index.row()).id, wanted)
        elif event.key() == Qt.Key.Key_Delete and not modifiers:
            if index.isValid():
                self.remove_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._may_edit(index):
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for number, column in enumerate(self._rows.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            if column.tone is not None:
                self.setItemDelegateForColumn(number, BadgeDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._measure()
        self._colour_selection(focused=False)

    def _measure(self) -> None:
        """Widths and distances that suit the letters in use."""
        letter, unit = self.fontMetrics().averageCharWidth(), theme.current().unit
        self.setStyleSheet(f"RecordTable::item {{ padding: {unit}px {unit * 2 - 3}px; }}")
        self.horizontalHeader().setMinimumSectionSize(letter * 3)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + round(3.5 * unit))
        for number, column in enumerate(self._rows.columns):
            self.setColumnWidth(number, letter * max(column.width, len(column.title) + 1) + 4 * unit)

    def _may_edit(self, index: QModelIndex) -> bool:
        """Whether Enter begins to edit; the Enter that ends an editor arrives here too."""
        idle = self.state() is not QAbstractItemView.State.EditingState
        return idle and index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _keep_current(self) -> None:
        self._kept = self.current_id()

    def _restore_current(self) -> None:
        if self._kept is not None:
            self.go_to_row(self._rows.row_of(self._kept))
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(self._rows.rowCount() == 0)

    def _colour_selection(self, *, focused: bool) -> None:
        """A selected row is bright while the keyboard works here, grey while it works elsewhere."""
        self._focused = focused
        look, palette = theme.current(), QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, look.colour("selection" if focused else "selection_idle"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.colour("text"))
        self.setPalette(palette)
