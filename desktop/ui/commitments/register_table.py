"""The table of the register: its rows and the headings of its groups, worked by key, mouse and menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.commitments.group_delegate import GroupDelegate
from desktop.ui.commitments.grouped import GroupedListing, is_heading, with_headings
from desktop.ui.commitments.state_table import STATE_KEYS
from desktop.ui.memory import Memory
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.windowed_model import Listing


class RegisterTable(DataTable):
    """Left folds the group of a row, Right unfolds it; Enter, Space or a click on a heading does either.

    state_wanted(str)     a key of a state was pressed
    edit_wanted(str)      F2 in a column, by its key
    fold_wanted(int)      the group of this row is to be folded, or unfolded
    """

    state_wanted = Signal(str)
    edit_wanted = Signal(str)
    fold_wanted = Signal(int)

    def __init__(
        self, columns: Sequence[Column], name: str, memory: Memory, parent: QWidget | None = None
    ) -> None:
        super().__init__(with_headings(columns), name, memory, parent)
        self._row_menu: QMenu | None = None
        self._headings = GroupDelegate(self)
        self._plain = [self.itemDelegateForColumn(number) for number in range(len(columns))]

    def set_row_menu(self, menu: QMenu) -> None:
        """What the right mouse button, or the menu key, offers on rows."""
        self._row_menu = menu

    def current_column(self) -> str:
        """The key of the column the keyboard is at."""
        index = self.currentIndex()
        return self.rows.columns[index.column()].key if index.isValid() else ""

    def set_listing(self, listing: Listing, current: int | None = None) -> None:
        """Show another list; only one in groups is drawn with headings, for that costs time with every cell."""
        parted = isinstance(listing, GroupedListing)
        for number, plain in enumerate(self._plain):
            self.setItemDelegateForColumn(number, self._headings if parted else plain)
        super().set_listing(listing, current)

    def keep_place(self, listing: GroupedListing) -> None:
        """Show the same groups, others of them folded, without jumping to another place."""
        bar, current = self.verticalScrollBar(), self.current_seq()
        place = bar.value()
        folded = current is not None and listing.is_folded(current)
        self.set_listing(listing, listing.heading_of(current) if current is not None and folded else None)
        self.rows.finish()
        bar.setValue(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and self._folds(event.key()):
            self.fold_wanted.emit(self.current_seq())
        elif plain and event.text() in STATE_KEYS and self.currentIndex().isValid():
            self.state_wanted.emit(STATE_KEYS[event.text()])
        elif plain and event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit_wanted.emit(self.current_column())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        key = self._heading_at(event)
        if key is not None and not event.modifiers():
            self.fold_wanted.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self._heading_at(event)
        if key is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.fold_wanted.emit(key)

    def _heading_at(self, event: QMouseEvent) -> int | None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return None
        key = self.rows.seq_at(index.row())
        return key if is_heading(key) else None

    def _folds(self, pressed: int) -> bool:
        """Whether a key folds or unfolds the group the keyboard is in."""
        listing, key = self.rows.listing, self.current_seq()
        if key is None or not isinstance(listing, GroupedListing):
            return False
        if pressed in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return listing.is_folded(key) == (pressed == Qt.Key.Key_Right)
        return is_heading(key) and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._row_menu is None or not self.selectionModel().hasSelection():
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below = self.visualRect(self.currentIndex()).bottomLeft()
        self._row_menu.popup(self.viewport().mapToGlobal(below) if by_key else event.globalPos())


class InPlaceText(TextField):
    """A text over its own cell. Enter keeps it, Shift+Enter begins a new line, Escape leaves it as it was.

    kept(str): the text is to be kept.  left(): it is over; the table has the keyboard again.
    """

    kept = Signal(str)
    left = Signal()

    def __init__(self, table: DataTable, column: int, text: str) -> None:
        super().__init__(lines=1, most=6, parent=table.viewport())
        self._table, self._column, self._before, self._over = table, column, text, False
        self.set_value(text)
        self.setAccessibleName(table.rows.columns[column].title)
        self.selectAll()
        self._place()
        self.document().documentLayout().documentSizeChanged.connect(
            self._place, Qt.ConnectionType.QueuedConnection
        )
        table.verticalScrollBar().valueChanged.connect(self._cancel)
        table.rows.modelReset.connect(self._cancel)
        table.viewport().installEventFilter(self)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self._end(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._end(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(keep=True, back=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _cancel(self) -> None:
        self._end(keep=False)

    @Slot()
    def _place(self) -> None:
        cell = self._table.visualRect(self._table.currentIndex().siblingAtColumn(self._column))
        room = self._table.viewport().height()
        height = max(self.sizeHint().height(), cell.height())
        self.setGeometry(cell.x(), max(0, min(cell.y(), room - height)), cell.width(), height)

    def _end(self, *, keep: bool, back: bool = True) -> None:
        if self._over:
            return
        self._over = True
        text = self.value()
        self.hide()
        self.deleteLater()
        if back:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep and text and text != self._before:
            self.kept.emit(text)
        self.left.emit()
