"""What was reported for a region as a whole on items that are not asked of it, each a line that leads there."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.models.queries.readiness_items import ItemRow
from desktop.services.readiness_values import goal_of, value_words
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.text import plain_label

_MOST = 5


class WholeLines(QWidget):
    """Such figures stand in no cell of the matrix; here they are set apart from what is asked.

    wanted(item)    the item of a line
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[LineButton] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(plain_label(self.tr("Angka keseluruhan sebagaimana dilaporkan"), role="muted"))
        self.hide()

    def show_items(self, items: Sequence[ItemRow]) -> None:
        """Show these; without any it takes no room."""
        for line in self._shown:
            line.hide()
            line.deleteLater()
        self._shown = [self._line(one) for one in items[:_MOST]]
        if len(items) > _MOST:
            more = self.tr("dan {count} lainnya").format(count=len(items) - _MOST)
            self._shown.append(self._leading(more, items[_MOST].item_id))
        for line in self._shown:
            self._lines.addWidget(line)
        self.setVisible(bool(items))

    def words(self) -> list[str]:
        """What the lines say."""
        return [line.words for line in self._shown]

    # Within

    def _line(self, item: ItemRow) -> LineButton:
        value = value_words(item.value, item.measure, item.value_text, goal_of(item))
        parts = (
            f"{item.code} {value or item.state_words}", item.source, medium_date(item.as_of) if item.as_of else "",
            item.note, item.text,
        )  # fmt: skip
        return self._leading(" · ".join(" ".join(part.split()) for part in parts if part), item.item_id)

    def _leading(self, words: str, item: UUID) -> LineButton:
        line = LineButton(words, self)
        line.clicked.connect(lambda: self.wanted.emit(item))
        return line
