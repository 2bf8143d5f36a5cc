"""A short list beside the notes; its selection is as quiet as that of a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui import theme

_Index = QModelIndex | QPersistentModelIndex
_LINES = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class PlainList(QListWidget):
    """Lines of plain text, wrapped when `wrapped`, else shortened."""

    def __init__(self, name: str, *, wrapped: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        if wrapped:
            self.setItemDelegate(_Wrapped(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(theme.current().unit)
        self._colour()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._colour()
        # Qt makes the first line current without choosing it; a click chooses its own line.
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.selectedItems() and self.count():
            self.setCurrentRow(max(self.currentRow(), 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour()

    def _colour(self) -> None:
        look, palette = theme.current(), QPalette()
        ground = "selection" if self.hasFocus() else "selection_idle"
        palette.setColor(QPalette.ColorRole.Highlight, look.colour(ground))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.colour("text"))
        self.setPalette(palette)


class _Wrapped(QStyledItemDelegate):
    """Gives each item the lines it needs; Qt's own wrapping shortens texts of three lines."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width() - 2 * self._view.spacing()
        room = QRect(0, 0, width - 2 * _margin(), 10_000)
        return QSize(width, option.fontMetrics.boundingRect(room, _LINES, index.data()).height() + 2 * _margin())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setPen(theme.current().colour("text"))
        margin = _margin()
        painter.drawText(option.rect.adjusted(margin, margin, -margin, -margin), _LINES, text)
        painter.restore()


def _margin() -> int:
    return theme.current().unit
