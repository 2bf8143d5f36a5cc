"""A share as a filled part of a circle, the same in the matrix and on the first page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_pie(painter: QPainter, room: QRectF, percent: int, ink: QColor) -> None:
    """A circle filled clockwise from the top as far as the share goes."""
    painter.save()
    painter.setPen(QPen(ink, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(room)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if percent >= 100:
        painter.drawEllipse(room)
    elif percent > 0:
        painter.drawPie(room, 90 * 16, -round(percent * 3.6 * 16))
    else:
        painter.drawEllipse(room.center(), 0.8, 0.8)
    painter.restore()
