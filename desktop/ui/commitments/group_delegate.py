"""Draws the headings of groups over the whole width of a table, with the sign that they can be folded."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from desktop.ui import icons, theme
from desktop.ui.commitments.grouped import GroupedListing, is_heading
from desktop.ui.widgets.badge_delegate import BadgeDelegate
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.windowed_model import WindowedTableModel

_Index = QModelIndex | QPersistentModelIndex


class GroupDelegate(BadgeDelegate):
    """For every column: each cell of a heading draws its piece of one line."""

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = self._table.rows
        key = model.seq_at(index.row())
        if not is_heading(key) or not isinstance(model.listing, GroupedListing):
            super().paint(painter, option, index)
            return
        look, unit = theme.current(), theme.current().unit
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        whole = _whole_line(self._table, option.rect)
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, option.palette.highlight() if chosen else look.colour("raised"))
        painter.setPen(look.colour("line"))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        side = option.fontMetrics.height()
        sign = "chevron-right" if model.listing.is_folded(key) else "chevron-down"
        drawn = icons.pixmap(sign, "muted", side, max(1.0, painter.deviceTransform().m11()))
        painter.drawPixmap(whole.x() + 2 * unit, whole.y() + (whole.height() - side) // 2, drawn)
        painter.setFont(look.font(strong=True))
        painter.setPen(look.colour("text"))
        room = whole.adjusted(side + 4 * unit, 0, -2 * unit, 0)
        words = painter.fontMetrics().elidedText(_words(model, index), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()


def _whole_line(table: QTableView, cell: QRect) -> QRect:
    width = max(table.viewport().width(), table.horizontalHeader().length())
    return QRect(-table.horizontalHeader().offset(), cell.y(), width, cell.height())


def _words(model: WindowedTableModel, index: _Index) -> str:
    return str(model.index(index.row(), 0).data() or "")
