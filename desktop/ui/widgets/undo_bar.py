"""The bar at the bottom that says what was just done and offers to undo it: `Budi – hadir · Urungkan (Ctrl+Z)`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import ElidedLabel

_SHOWN_MS = 8000
_SHOWN_LONGER_MS = 15000  # problems are read twice


class UndoBar(QFrame):
    """Floats over the lowest edge of `host`, where nothing is typed; takes no focus, goes by itself.

    undo_wanted()    its button was pressed
    """

    undo_wanted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        unit = theme.current().unit
        self._text = ElidedLabel()
        self._undo = button(self.tr("Urungkan (Ctrl+Z)"))
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._undo_pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(unit * 4, unit, unit * 2, unit)
        line.setSpacing(unit * 4)
        line.addWidget(self._text, 1)
        line.addWidget(self._undo)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        return self._text.text()

    def show_message(self, text: str, tone: Tone = Tone.NONE, *, undo: bool = False) -> None:
        """Say what happened; with `undo` offer to take it back."""
        self._text.setText(text)
        self._undo.setVisible(undo)
        self._timer.start(_SHOWN_LONGER_MS if tone in (Tone.PROBLEM, Tone.ATTENTION) else _SHOWN_MS)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        host, unit = self._host, theme.current().unit
        needed = self._text.fontMetrics().horizontalAdvance(self._text.text()) + unit * 12
        if not self._undo.isHidden():
            needed += self._undo.sizeHint().width() + unit * 4
        width = min(host.width() - unit * 8, needed)
        height = self.sizeHint().height()
        self.setGeometry((host.width() - width) // 2, host.height() - height, width, height)

    def _undo_pressed(self) -> None:
        self.hide()
        self.undo_wanted.emit()
