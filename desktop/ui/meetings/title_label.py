"""A meeting's name as a headline: on one line where it fits, on two where it is long."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.widgets.text import set_tip

_LINES = 2


class TitleLabel(QLabel):
    """Wraps to two lines; only what does not fit there ends in …, and the tip then says all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "title")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        super().setText(text)
        set_tip(self, text)

    def lines(self, width: int) -> list[str]:
        """The text as it stands in so many pixels: at most two lines."""
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        found: list[str] = []
        start = 0
        layout.beginLayout()
        while len(found) < _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            start = line.textStart()
            found.append(self.text()[start : start + line.textLength()].rstrip())
        layout.endLayout()
        if found:
            found[-1] = self.fontMetrics().elidedText(self.text()[start:], Qt.TextElideMode.ElideRight, width)
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(len(self.lines(width)), 1) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()), metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ascent, spacing = self.fontMetrics().ascent(), self.fontMetrics().lineSpacing()
        for number, line in enumerate(self.lines(self.width())):
            painter.drawText(QPointF(0, ascent + number * spacing), line)
