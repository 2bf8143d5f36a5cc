"""The readiness items a follow-up moves forward, each a line that leads there, and what became of proposals."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.models.queries.item_links import LinkedItem
from desktop.models.words import PROPOSAL_ANSWERS
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.text import plain_label


class LinkedItems(QWidget):
    """item_wanted(where): an item is to be looked at, as the readiness page is asked for it."""

    item_wanted = Signal(dict)

    def __init__(self, *, leads: bool = True, parent: QWidget | None = None) -> None:
        """Without `leads` the items are only named: whoever shows them cannot leave the place."""
        super().__init__(parent)
        self._leads = leads
        self._lines: list[LineButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(plain_label(self.tr("Butir kesiapan terkait:"), role="muted"))
        self.hide()

    def show_items(self, items: Sequence[LinkedItem], region: UUID | None) -> None:
        """Show these; each leads to the item in `region`, else in all regions. Without any the place is empty."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one, region) for one in items]
        self.setVisible(bool(items))

    def words(self) -> list[str]:
        """What the lines say."""
        return [line.words for line in self._lines]

    def lines(self) -> list[LineButton]:
        """The lines, in the order of the checklist."""
        return list(self._lines)

    def _line(self, one: LinkedItem, region: UUID | None) -> LineButton:
        words = f"{one.code}  {' '.join(one.text.split())}"
        if one.answer and one.answered_on:
            words += f" · {PROPOSAL_ANSWERS[one.answer].lower()}, {medium_date(one.answered_on)}"
        where = {"topic": one.topic_id, "item": one.id} | (
            {"region": region} if region else {"category": one.category_id}
        )
        line = LineButton(words)
        line.setEnabled(self._leads)
        line.clicked.connect(lambda: self.item_wanted.emit(where))
        self._column.addWidget(line)
        return line
