"""The names around a grid of numbers: wrapped at words above it, on one line beside it, shortened if need be."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui import theme

_LINES = 2
_SIZES = (0.92, 0.84, 0.76)  # of the letters


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
        painter.setPen(look.colour("muted"))
        room = rect.adjusted(2, 0, -2, 0)
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        for step in (*_SIZES, _SIZES[0]):  # the largest in which nothing of the name is left out
            painter.setFont(look.font(step, strong=True))
            words = wrapped(name, painter.fontMetrics(), room.width())
            if "…" not in words:
                break
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class NameHeader(QHeaderView):
    """The names beside the rows, shortened where they must be: Qt measures lighter letters than it draws."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme.current()
        painter.save()
        painter.fillRect(rect, look.colour("raised"))
        painter.setFont(look.font(strong=True))
        painter.setPen(look.colour("muted"))
        room = rect.adjusted(2 * look.unit, 0, -2 * look.unit, 0)
        name = elided(str(self.model().headerData(section, Qt.Orientation.Vertical)), painter, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
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


def elided(text: str, painter: QPainter, width: int) -> str:
    """The text as far as it fits, as the painter's font draws it."""
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
