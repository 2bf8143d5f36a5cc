"""A sheet of the first page: it shows one matter and leads to its place."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.home.tiles import LineButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import ElidedLabel, plain_label


class HomeCard(Card):
    """navigate(page, where): the user wants to see more."""

    navigate = Signal(str, dict)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)

    def go(self, page: str, **where: object) -> None:
        """Ask for a place."""
        self.navigate.emit(page, where)

    def clear_lines(self) -> None:
        """Take away the lines of the last reading."""
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()

    def add_line(self, page: str, where: dict[str, Any], title: str, detail: str = "") -> LineButton:
        """Add a line that leads to a place."""
        line = LineButton()
        line.set_line(title, detail)
        line.clicked.connect(partial(self.go, page, **where))
        self._keep(line)
        return line

    def add_words(self, text: str, beside: str = "", role: str = "muted") -> QWidget:
        """Add words that lead nowhere; `beside` stands quietly at the right."""
        unit = theme.current().unit
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        line.setSpacing(3 * unit)
        line.addWidget(ElidedLabel(text, role=role), 1)
        if beside:
            line.addWidget(plain_label(beside, role="muted"))
        self._keep(row)
        return row

    def lines(self) -> list[LineButton]:
        """The lines that lead somewhere, in their order."""
        return [line for line in self._lines if isinstance(line, LineButton)]

    def _keep(self, line: QWidget) -> None:
        self._list.addWidget(line)
        self._lines.append(line)
