"""A white sheet on the window that holds what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.text import plain_label


class Card(QFrame):
    """Put content into `body`; buttons that belong to the title go into `tools`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        unit = theme.current().unit
        self._title = plain_label(title, role="heading")
        if not title:
            self._title.hide()
        self.tools = QHBoxLayout()
        self.tools.setSpacing(unit * 2)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addLayout(self.tools)
        self.body = QVBoxLayout()
        self.body.setSpacing(unit * 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 4, unit * 3, unit * 4, unit * 4)
        whole.setSpacing(unit * 2)
        whole.addLayout(head)
        whole.addLayout(self.body, 1)

    @property
    def title(self) -> QLabel:
        return self._title

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
