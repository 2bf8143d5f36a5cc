"""The table of the program: rows of records, from ten to a million, worked by mouse and by keyboard alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop.ui import theme
from desktop.ui.memory import Forgetful, Memory
from desktop.ui.widgets.badge_delegate import BadgeDelegate
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.table_header import TableHeader
from desktop.ui.widgets.table_look import colour_selection, show_emptiness
from desktop.ui.widgets.text import tip
from desktop.ui.widgets.windowed_model import Listing, WindowedTableModel

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class DataTable(QTableView):
    """Shows a `Listing`.

    opened(seq)                     Enter or double click on a record
    current_changed(seq | None)     another record is the current one
    sort_wanted(key, descending)    a header was clicked: bring a listing in that order
    failed(AppError)                rows that came into view could not be read
    """

    opened = Signal(int)
    current_changed = Signal(object)
    sort_wanted = Signal(str, bool)
    failed = Signal(object)

    def __init__(
        self, columns: Sequence[Column], name: str, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        """`name` is what column widths are remembered by."""
        super().__init__(parent)
        self._rows = WindowedTableModel(columns, self)
        self._header = TableHeader(columns, name, memory or Forgetful(), self)
        self._wanted_seq: int | None = None
        self._current_seq: int | None = None
        self._empty: QWidget | None = None
        self._focused = False
        self._dress()
        self._header.sort_wanted.connect(self.sort_wanted)
        self._rows.failed.connect(self.failed)
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().currentRowChanged.connect(self._current_row_changed)
        self._rows.rowsInserted.connect(self._rows_inserted)
        self._rows.rowsRemoved.connect(self._rows_changed)
        self._rows.total_known.connect(self._rows_changed)

    @property
    def rows(self) -> WindowedTableModel:
        """The model behind: counts, records, `total_known`."""
        return self._rows

    @property
    def header(self) -> TableHeader:
        return self._header

    def set_listing(self, listing: Listing, current: int | None = None) -> None:
        """Show another list; the current record stays current when it is in it, there perhaps as `current`."""
        kept = self._wanted_seq if self._current_seq is None else self._current_seq
        if current is not None:
            kept = current
        self.selectionModel().blockSignals(True)
        self._rows.set_listing(listing)
        self.selectionModel().blockSignals(False)
        self._wanted_seq = kept
        self._rows_changed()

    def refresh_rows(self, seqs: Sequence[int]) -> None:
        """Fetch and repaint these records only."""
        self._rows.refresh_rows(seqs)

    def current_seq(self) -> int | None:
        """The record the keyboard is at."""
        return self._current_seq

    def selected_seqs(self) -> list[int]:
        """The chosen records, in the order shown."""
        return [self._rows.seq_at(row) for row in self._selected_rows()]

    def select_seq(self, seq: int | None) -> None:
        """Go to a record; when its row has not arrived yet, as soon as it does."""
        self._wanted_seq = seq
        if seq is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self._find_wanted()

    def set_sort(self, key: str, descending: bool = False) -> None:
        """Show by which column the present listing is sorted."""
        self._header.set_sort(key, descending)

    def set_empty_state(self, widget: QWidget) -> None:
        """Show this in place of the rows while there are none; it may be replaced at any time."""
        if self._empty is not None and self._empty is not widget:
            self._empty.deleteLater()
        self._empty = widget
        widget.setParent(self.viewport())
        self._show_emptiness()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as Excel reads them: cells divided by tabs."""
        texts = [self._rows.columns[number].text for number in self._header.shown()]
        out = io.StringIO()
        writer = csv.writer(out, "excel-tab", lineterminator="\n")
        for record in self._rows.records(self._selected_rows()):
            writer.writerow([_inert(text(record)) for text in texts])
        QGuiApplication.clipboard().setText(out.getvalue())

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_index(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Home:
            self._go_to_row(0)
        elif plain and event.key() == Qt.Key.Key_End:
            self._go_to_row(self._rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.fill(self.viewport().width())
        self._show_emptiness()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._colour_selection(focused=True)
        # Qt makes the first row current without choosing it; a click chooses its own row.
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.selectionModel().hasSelection():
            self._go_to_row(max(self.currentIndex().row(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._colour_selection(focused=event.reason() is Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_focused"):
            self._measure()
            self._colour_selection(focused=self._focused)
            let_scroll_by_copying(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        let_scroll_by_copying(self)

    # Within

    def _dress(self) -> None:
        self.setModel(self._rows)
        self.setHorizontalHeader(self._header)
        for number, column in enumerate(self._rows.columns):
            if column.tone is not None:
                self.setItemDelegateForColumn(number, BadgeDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        self._colour_selection(focused=False)

    def _measure(self) -> None:
        height = self.fontMetrics().height()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height + round(3.5 * theme.current().unit))
        self._header.measure()

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.seq_at(index.row()))

    def _go_to_row(self, row: int) -> None:
        if 0 <= row < self._rows.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            index = self._rows.index(row, self._header.shown()[0])
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def _current_row_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._wanted_seq = None
        self._tell_current(self._rows.seq_at(current.row()) if current.isValid() else None)

    def _tell_current(self, seq: int | None) -> None:
        if seq != self._current_seq:
            self._current_seq = seq
            self.current_changed.emit(seq)

    def _find_wanted(self, start: int = 0) -> None:
        row = -1 if self._wanted_seq is None else self._rows.row_of(self._wanted_seq, start)
        if row >= 0:
            self._wanted_seq = None
            self._go_to_row(row)
        elif self._rows.complete:
            self._wanted_seq = None
            if not self.currentIndex().isValid():
                self._tell_current(None)

    def _rows_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        if self._wanted_seq is not None:
            self._find_wanted(first)  # the rows before have been searched
        self._show_emptiness()

    def _rows_changed(self) -> None:
        if self._wanted_seq is not None:
            self._find_wanted()
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        show_emptiness(self, self._empty)

    def _colour_selection(self, *, focused: bool) -> None:
        self._focused = focused
        colour_selection(self, focused=focused)

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            QToolTip.hideText()
            return
        given, text = index.data(Qt.ItemDataRole.ToolTipRole), str(index.data() or "")
        room = self.columnWidth(index.column()) - 4 * theme.current().unit
        hidden = "\n" in text or self.fontMetrics().horizontalAdvance(text) > room
        QToolTip.showText(event.globalPos(), given or (tip(text) if hidden else ""), self)


def let_scroll_by_copying(view: QAbstractItemView) -> None:
    """Let scrolling move the picture and paint only the rows that come into view: seven times faster.

    Qt does so where the background is known to be opaque. A style sheet with a border makes it paint the
    background itself, and then every step paints every row; our style sheet fills it with the palette's base.
    """
    viewport = view.viewport()
    viewport.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
    viewport.setAutoFillBackground(True)


def _inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
