"""A short list of things to tick."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.ui import theme
from desktop.ui.meetings.plain_list import PlainList


class TickList(PlainList):
    """ticked(): the user ticked or unticked something. Space ticks, with Shift a whole range."""

    ticked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setSelectionMode(PlainList.SelectionMode.ExtendedSelection)
        self.itemChanged.connect(self.ticked)

    def offer(self, options: Iterable[tuple[Hashable, str]], ticked: Iterable[Hashable] = ()) -> None:
        """Offer things by (value, label)."""
        chosen = set(ticked)
        with QSignalBlocker(self):
            self.clear()
            for value, label in options:
                item = QListWidgetItem(label, self)
                item.setSizeHint(QSize(0, self.fontMetrics().height() + theme.current().unit * 2))
                item.setData(Qt.ItemDataRole.UserRole, value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)

    def chosen(self) -> list[object]:
        """The values ticked, in the order of the list."""
        items = [self.item(row) for row in range(self.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        ]

    def tick(self, values: Iterable[object]) -> None:
        """Tick these and no others."""
        wanted = list(values)
        with QSignalBlocker(self):
            for row in range(self.count()):
                item = self.item(row)
                on = item.data(Qt.ItemDataRole.UserRole) in wanted
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            turn_on = self.currentItem().checkState() is not Qt.CheckState.Checked
            with QSignalBlocker(self):
                for item in self.selectedItems() or [self.currentItem()]:
                    item.setCheckState(Qt.CheckState.Checked if turn_on else Qt.CheckState.Unchecked)
            self.viewport().update()
            self.ticked.emit()
        else:
            super().keyPressEvent(event)
