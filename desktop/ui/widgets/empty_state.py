"""What a list says when it is empty: why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label


class EmptyState(QWidget):
    """wanted(): the button was pressed. Without `action` there is no button."""

    wanted = Signal()

    def __init__(
        self, icon: str, sentence: str, hint: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 6, unit * 6, unit * 6)
        whole.setSpacing(unit * 2)
        whole.addStretch(2)
        whole.addWidget(_Symbol(icon), alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(_centred(plain_label(sentence, role="heading")))
        if hint:
            whole.addWidget(_centred(plain_label(hint, role="muted")))
        if action:
            do = button(action, kind="primary")
            do.clicked.connect(self.wanted)
            whole.addSpacing(unit)
            whole.addWidget(do, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label


class _Symbol(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        side = theme.current().unit * 11
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, icons.pixmap(self._icon, "faint", self.width(), self.devicePixelRatioF()))
