"""The top of a page: what it is, a line about it, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.text import ElidedLabel


class PageHeader(QWidget):
    """Title and subtitle at the left, `actions` (search box, buttons) at the right; the title gives way first."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self._title = ElidedLabel(title, role="title")
        self._subtitle = ElidedLabel(subtitle, role="muted")
        if not subtitle:
            self._subtitle.hide()
        words = QVBoxLayout()
        words.setSpacing(unit // 2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(unit * 2)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 4)
        whole.addLayout(words, 1)
        whole.addLayout(self._actions)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> QWidget:
        """Put a button or a search box at the right end; returns it."""
        self._actions.addWidget(widget)
        return widget
