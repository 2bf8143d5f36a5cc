"""A badge as a widget of its own, for headers and cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.widgets.badge_delegate import draw_badge


class Badge(QWidget):
    """A state in words, symbol and colour."""

    def __init__(self, text: str = "", tone: Tone = Tone.NONE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone)

    def set_state(self, text: str, tone: Tone, symbol: str = "") -> None:
        self._state = (text, tone, symbol)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics, unit = self.fontMetrics(), theme.current().unit
        # The text, the symbol, the padding draw_badge puts around them, and a pixel for rounding.
        width = metrics.horizontalAdvance(self._state[0]) + metrics.height() - 2 + 5 * unit + 1
        return QSize(width, metrics.height() + 2 * unit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_badge(QPainter(self), QRectF(self.rect()), *self._state)
