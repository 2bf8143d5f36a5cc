"""A sentence that stays at the top of a page: opened read-only, a copy is overdue, a region has not reported."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import icons, theme
from desktop.ui.colours import TONE_ICONS, Tone
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.text import plain_label


class Banner(QWidget):
    """wanted(): its button was pressed. closed(): its cross was pressed, where it is `closable`."""

    wanted = Signal()
    closed = Signal()

    def __init__(
        self, text: str, tone: Tone, action: str = "", parent: QWidget | None = None, *, closable: bool = False
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        unit = theme.current().unit
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._label = plain_label(text)
        self._label.setWordWrap(True)
        self._do = button(action, kind="quiet")
        self._do.setVisible(bool(action))
        self._do.clicked.connect(self.wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(unit * 10, unit * 2, unit * 3, unit * 2)
        line.addWidget(self._label, 1)
        line.addWidget(self._do)
        if closable:
            close = icon_button("x", self.tr("Tutup"))
            close.clicked.connect(self.closed)
            line.addWidget(close)

    def say(self, text: str, tone: Tone, action: str = "") -> None:
        """Say something else, with another button or none."""
        self._tone = tone
        self._label.setText(text)
        self._do.setText(action)
        self._do.setVisible(bool(action))
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        unit = theme.current().unit
        ink, ground = theme.current().tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), unit + 2, unit + 2)
        side = unit * 5
        sign = icons.pixmap(TONE_ICONS[self._tone], f"{self._tone}_text", side, self.devicePixelRatioF())
        painter.drawPixmap(unit * 3, (self.height() - side) // 2, sign)
