"""The points of the agenda beside the notes: where new lines go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.ui.meetings.notes_model import Heading
from desktop.ui.meetings.plain_list import PlainList


class AgendaPane(PlainList):
    """item_changed(): the user went to another point."""

    item_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", wrapped=True, parent=parent)
        self.setAccessibleName(self.tr("Acara"))
        self._headings: list[Heading] = []
        self.currentRowChanged.connect(self.item_changed)

    def fill(self, headings: Sequence[Heading], counts: Mapping[UUID | None, int]) -> None:
        """Show the points with the number of lines under each; the current one stays current."""
        kept, known = self.point(), bool(self._headings)
        self._headings = list(headings)
        self.blockSignals(True)
        self.clear()
        for heading in headings:
            count = counts.get(heading.item, 0)
            QListWidgetItem(f"{heading.text} ({count})" if count else heading.text, self)
        self.blockSignals(False)
        self.go_to(kept if known else headings[0].item)

    def forget(self) -> None:
        """Start at the first point with the next filling."""
        self._headings = []

    def point(self) -> UUID | None:
        """The point new lines go to, None for outside the agenda."""
        heading = self.heading()
        return heading.item if heading else None

    def heading(self) -> Heading | None:
        """The current point with its words."""
        number = self.currentRow()
        return self._headings[number] if 0 <= number < len(self._headings) else None

    def go_to(self, item: UUID | None) -> None:
        """Go to a point silently; to the first when it is gone."""
        found = [number for number, heading in enumerate(self._headings) if heading.item == item]
        self.blockSignals(True)
        self.setCurrentRow(found[0] if found else 0)
        self.blockSignals(False)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) point."""
        self.setCurrentRow(max(0, min(self.currentRow() + by, self.count() - 1)))
