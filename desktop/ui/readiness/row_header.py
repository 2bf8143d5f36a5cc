"""The names beside the matrix, with a quiet line below them where there is one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui import theme
from desktop.ui.readiness.matrix_model import BELOW_ROLE, GROUP_ROLE

_SMALL = 0.85


class RowHeader(QHeaderView):
    """The names of the rows, with a quiet line below where the model has one; groups are parted by a rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

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
        painter.drawText(room, aligned, _elided(painter, str(model.headerData(section, down)), room.width()))
        if below:
            painter.setFont(look.font(_SMALL))
            painter.setPen(look.colour("faint"))
            room = QRect(room.x(), room.bottom() + 1, room.width(), rect.bottom() - room.bottom())
            aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, aligned, _elided(painter, below, room.width()))
        painter.restore()


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
