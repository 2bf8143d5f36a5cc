"""The problems and news a follow-up came from or deals with, each a line that leads there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.issue_links import LinkedIssue
from desktop.models.words import ISSUE_STATES
from desktop.ui.issues.looks import when_words
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.text import plain_label


class FromIssues(QWidget):
    """issue_wanted(id): one of them is to be looked at."""

    issue_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LineButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(plain_label(self.tr("Dari kendala:"), role="muted"))
        self.hide()

    def show_issues(self, issues: Sequence[LinkedIssue]) -> None:
        """Show these; without any the place is empty."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in issues]
        self.setVisible(bool(issues))

    def words(self) -> list[str]:
        """What the lines say."""
        return [line.words for line in self._lines]

    def _line(self, one: LinkedIssue) -> LineButton:
        when = when_words(one.happened_on, None, today())
        region = short_region(one.region) if one.region else ""
        text = " ".join(one.text.split())
        line = LineButton(" · ".join(filter(None, (when, region, text, ISSUE_STATES[one.state].lower()))))
        line.clicked.connect(lambda: self.issue_wanted.emit(one.id))
        self._column.addWidget(line)
        return line
