"""The names beside the matrix, with a quiet line below them where there is one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui import theme
from desktop.ui.readiness.matrix_model import BELOW_ROLE, GROUP_ROLE
from desktop.ui.widgets.grid_headers import NameHeader, elided

_SMALL = 0.85


class RowHeader(NameHeader):
    """The names of the rows, with a quiet line below where the model has one; groups are parted by a rule."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, down, model = theme.current(), Qt.Orientation.Vertical, self.model()
        painter.save()
        painter.fillRect(rect, look.colour("raised"))
        if model.headerData(section, down, GROUP_ROLE):
            painter.setPen(QPen(look.colour("border"), 1))
            painter.drawLine(QPointF(rect.topLeft()), QPointF(rect.topRight()))
        room = rect.adjusted(2 * look.unit, 0, -look.unit, 0)
        below = str(model.headerData(section, down, BELOW_ROLE) or "")
        painter.setFont(look.font(strong=True))
        painter.setPen(look.colour("muted"))
        if below:
            room.setBottom(rect.center().y() + 1)
        aligned = Qt.AlignmentFlag.AlignLeft | (
            Qt.AlignmentFlag.AlignBottom if below else Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(room, aligned, elided(str(model.headerData(section, down)), painter, room.width()))
        if below:
            painter.setFont(look.font(_SMALL))
            painter.setPen(look.colour("faint"))
            room = QRect(room.x(), room.bottom() + 1, room.width(), rect.bottom() - room.bottom())
            aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, aligned, elided(below, painter, room.width()))
        painter.restore()
