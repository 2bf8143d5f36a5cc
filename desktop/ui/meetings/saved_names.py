"""A list of things kept under names: F2 or the button renames in place, Delete takes away."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.meetings.plain_list import PlainList
from desktop.ui.widgets.buttons import button

_ROLE = Qt.ItemDataRole.UserRole


class SavedNames(QWidget):
    """chosen()                 another name is current
    rename_wanted(id, name)     a name was changed: carry it out, then `offer` anew
    delete_wanted(id, name)     Delete was pressed
    """

    chosen = Signal()
    rename_wanted = Signal(object, str)
    delete_wanted = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        self.list = _Names(name)
        self.list.itemChanged.connect(self._renamed)
        self.list.currentRowChanged.connect(lambda _row: self.chosen.emit())
        self.list.remove_wanted.connect(self._delete)
        self.rename = button(self.tr("Ganti nama"), "pencil")
        self.rename.clicked.connect(self._rename)
        self.delete = button(self.tr("Hapus"), "trash-2")
        self.delete.clicked.connect(self._delete)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(unit * 2)
        self.tools.addWidget(self.rename)
        self.tools.addWidget(self.delete)
        self.tools.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.list, 1)
        whole.addLayout(self.tools)
        self.setFocusProxy(self.list)

    def offer(self, names: Iterable[tuple[UUID, str]], current: UUID | None = None) -> None:
        """Show these names; the current one stays current unless another is named."""
        kept, row = current or self.current(), max(self.list.currentRow(), 0)
        with QSignalBlocker(self.list):
            self.list.clear()
            for one, name in names:
                item = QListWidgetItem(name, self.list)
                item.setData(_ROLE, one)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                if one == kept:
                    row = self.list.count() - 1
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        for tool in (self.rename, self.delete):
            tool.setEnabled(self.list.count() > 0)
        self.chosen.emit()

    def current(self) -> UUID | None:
        """The thing whose name is current."""
        item = self.list.currentItem()
        return item.data(_ROLE) if item else None

    @Slot()
    def _rename(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item)

    @Slot()
    def _delete(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.delete_wanted.emit(item.data(_ROLE), item.text())

    def _renamed(self, item: QListWidgetItem) -> None:
        self.rename_wanted.emit(item.data(_ROLE), item.text())


class _Names(PlainList):
    remove_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.state() is not PlainList.State.EditingState:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)
