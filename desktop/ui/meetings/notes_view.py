"""The notes of a meeting as one reads them: headings, who said what; lines are corrected where they stand."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.meetings.notes_model import ROW, Heading, Line, NotesModel
from desktop.ui.widgets.empty_state import EmptyState

_Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class NotesView(QListView):
    """edit_wanted(row), move_wanted(row, step), delete_wanted(row): F2, Alt+Up/Down and Delete on a line."""

    edit_wanted = Signal(int)
    move_wanted = Signal(int, int)
    delete_wanted = Signal(int)

    def __init__(self, model: NotesModel, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _NotesDelegate(self)
        self._empty = empty
        empty.setParent(self.viewport())
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Catatan rapat"))
        self.doubleClicked.connect(self._double_clicked)
        model.modelReset.connect(self._show_emptiness)
        self._show_emptiness()

    def begin_editing(self, row: int, editor: QWidget) -> None:
        """Put an editor in the place of a line; the line grows with it."""
        index = self.model().index(row, 0)
        self._delegate.edited = (row, editor)
        self.setIndexWidget(index, editor)
        self._delegate.sizeHintChanged.emit(index)
        self.scrollTo(index)

    def editor_grown(self) -> None:
        """Give the editor the height it needs now."""
        if self._delegate.edited is not None:
            self._delegate.sizeHintChanged.emit(self.model().index(self._delegate.edited[0], 0))

    def end_editing(self) -> None:
        """Take the editor away and draw the line again."""
        if self._delegate.edited is None:
            return
        index = self.model().index(self._delegate.edited[0], 0)
        self._delegate.edited = None
        self.setIndexWidget(index, None)  # type: ignore[arg-type]  # the view deletes it
        self._delegate.sizeHintChanged.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, alt = self.currentIndex().row(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if row >= 0 and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(row)
        elif row >= 0 and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(row, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt makes the first line current without choosing it; a click chooses its own line.
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._show_emptiness()

    def _double_clicked(self, index: QModelIndex) -> None:
        self.edit_wanted.emit(index.row())

    def _show_emptiness(self) -> None:
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(self.model().rowCount() == 0)


class _HasViewport(Protocol):
    def viewport(self) -> QWidget: ...


class _NotesDelegate(QStyledItemDelegate):
    """Draws a heading as one line, a line as a small head over wrapped text."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view: _HasViewport = view
        self._heights: dict[tuple[str, str, int, int], int] = {}
        self.edited: tuple[int, QWidget] | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        if self.edited is not None and self.edited[0] == index.row():
            return QSize(width, self.edited[1].sizeHint().height())
        row, look = index.data(ROW), theme.current()
        if isinstance(row, Heading):
            return QSize(width, QFontMetrics(look.font(strong=True)).height() + look.unit * 4)
        assert isinstance(row, Line)
        key = (row.head, row.said.text, width, look.scale)
        if key not in self._heights:
            text, head = QFontMetrics(look.font()), QFontMetrics(look.font(0.9))
            room = QRect(0, 0, self._text_width(width), 100_000)
            height = head.height() + text.boundingRect(room, _WRAPPED, row.said.text).height() + look.unit * 4
            self._heights[key] = height
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, look = index.data(ROW), theme.current()
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, row)
        else:
            assert isinstance(row, Line)
            if option.state & QStyle.StateFlag.State_Selected:
                active = option.widget is not None and option.widget.hasFocus()
                painter.fillRect(option.rect, look.colour("selection" if active else "selection_idle"))
            self._paint_line(painter, option.rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Heading) -> None:
        look = theme.current()
        inner = rect.adjusted(look.unit * 3, look.unit * 2, -look.unit * 3, -look.unit)
        self._write(painter, inner, row.text, look.font(strong=True), look.colour("text"))
        painter.setPen(look.colour("line"))
        painter.drawLine(inner.left(), rect.bottom(), inner.right(), rect.bottom())

    def _paint_line(self, painter: QPainter, rect: QRect, row: Line) -> None:
        look = theme.current()
        unit, small = look.unit, look.font(0.9)
        left = rect.left() + unit * 3
        head = QRect(left, rect.top() + unit * 2, self._text_width(rect.width()), QFontMetrics(small).height())
        link = "→ " + ", ".join(row.follow_ups) if row.follow_ups else ""
        taken = QFontMetrics(small).horizontalAdvance(link) + unit * 2 if link else 0
        self._write(painter, head.adjusted(0, 0, -taken, 0), row.head, small, look.colour("muted"))
        if link:
            painter.setPen(look.colour("link"))
            painter.drawText(head, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), link)
        painter.setFont(look.font())
        painter.setPen(look.colour("text"))
        text = QRect(left, head.bottom() + 1, head.width(), rect.bottom() - head.bottom())
        painter.drawText(text, _WRAPPED, row.said.text)

    @staticmethod
    def _write(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    @staticmethod
    def _text_width(width: int) -> int:
        return max(40, width - theme.current().unit * 6)
