"""The names beside and above the matrix: wrapped at words or set in two lines, shortened where they must be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui import theme
from desktop.ui.readiness.matrix_model import BELOW_ROLE, GROUP_ROLE

_LINES = 2
_SMALL = 0.85


class CategoryHeader(QHeaderView):
    """A horizontal header of two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.colour("raised"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(look.font(0.92, strong=True))
        painter.setPen(look.colour("muted"))
        room = rect.adjusted(2, 0, -2, 0)
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, wrapped(name, painter.fontMetrics(), room.width()))
        painter.restore()


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


def wrapped(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text in at most two lines no wider than `width`; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or len(lines) == _LINES or metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
