"""Draws the headings of categories over the whole width of the table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import theme
from desktop.ui.widgets.table import DataTable

_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
FIRST_HEADING = 0x4000_0000  # rows from here on are headings; signals of Qt carry 31 bits


def is_heading(key: int | None) -> bool:
    """Whether a row's number is that of a heading."""
    return key is not None and key >= FIRST_HEADING


class HeadingDelegate(QStyledItemDelegate):
    """For every column: each cell of a heading draws its piece of one line."""

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if not is_heading(self._table.rows.seq_at(index.row())):
            super().paint(painter, option, index)
            return
        look, header = theme.current(), self._table.horizontalHeader()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        width = max(self._table.viewport().width(), header.length())
        whole = QRect(-header.offset(), option.rect.y(), width, option.rect.height())
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, option.palette.highlight() if chosen else look.colour("raised"))
        painter.setPen(look.colour("line"))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.setFont(look.font(strong=True))
        painter.setPen(look.colour("text"))
        room = whole.adjusted(2 * look.unit, 0, -2 * look.unit, 0)
        words = str(self._table.rows.index(index.row(), 0).data() or "")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
        painter.restore()
