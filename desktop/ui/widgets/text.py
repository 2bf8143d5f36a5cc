"""Labels and tips that show text exactly as it was typed.

Qt takes text that looks like HTML for HTML: a name `<img src=...>` would load a picture. Nothing else in the
window makes a label or a tip for text that comes from people.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_AS_TYPED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "\n": "<br>"}
)  # by hand: Python's own `html` costs two milliseconds of the start


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that never interprets its text; `role` is its rank in the style sheet.

    Roles: title, heading, field, muted, help, error, unit.
    """
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    label.setText(text)
    return label


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tip that shows `text` as it is."""
    widget.setToolTip(tip(text))


def tip(text: str) -> str:
    """Text made safe for any Qt tooltip; lines are kept, long ones are wrapped by Qt."""
    return f"<span>{text.translate(_AS_TYPED)}</span>" if text else ""


class ElidedLabel(QLabel):
    """A one-line label that gives way when there is no room: its end becomes … and its tip the whole text."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        set_tip(self, text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.drawText(self.contentsRect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, shown)
