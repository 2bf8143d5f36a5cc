"""What was reported before on the place in hand, the newest first; one noted by mistake is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.readiness.security.lines_tree import colour_selection
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label, tip


class HistoryList(QWidget):
    """withdraw_wanted(UUID): this report is to be taken back."""

    withdraw_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        unit = theme.current().unit
        title = plain_label(self.tr("Riwayat laporan"), "field", self)
        self.withdraw_button = icon_button("trash-2", self.tr("Tarik laporan terpilih (Delete)"), parent=self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Riwayat laporan"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.withdraw_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(head)
        whole.addWidget(self.list, 1)
        self.withdraw_button.clicked.connect(self._withdraw)
        on_keys(self.list, "Delete", self._withdraw, Qt.ShortcutContext.WidgetShortcut)
        self._open = True
        colour_selection(self.list)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_open"):
            colour_selection(self.list)

    def show_reports(self, reports: Sequence[tuple[UUID, str]]) -> None:
        """Show reports, each with its words."""
        self.list.clear()
        for one, words in reports:
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, str(one))
            item.setToolTip(tip(words))
        if reports:
            self.list.setCurrentRow(0)
        else:
            empty = QListWidgetItem(self.tr("Belum ada laporan."), self.list)
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
        self.withdraw_button.setEnabled(self._open and bool(reports))

    def set_open(self, is_open: bool) -> None:
        """In a closed topic reports are only read."""
        self._open = is_open
        self.withdraw_button.setEnabled(is_open and self._chosen() is not None)

    def _chosen(self) -> UUID | None:
        item = self.list.currentItem()
        kept = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return UUID(kept) if kept else None

    def _withdraw(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._open:
            self.withdraw_wanted.emit(chosen)
