"""The days that hold for single regions in place of an item's own, below the item."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import short_date
from desktop.models.queries.checklist_versions import VersionItem
from desktop.models.queries.due_overrides import OverrideRow, due_overrides
from desktop.models.words import DUE_BASES
from desktop.services.checklists.overrides import remove_override
from desktop.ui import theme
from desktop.ui.readiness.checklist.override_dialog import OverrideDialog
from desktop.ui.readiness.wording import short_region
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.text import plain_label


class OverridesPanel(QWidget):
    """Enter changes one, Delete removes it; without any there is only the button."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic: UUID | None = None
        self._item: VersionItem | None = None
        unit = theme.current().unit
        self.add_button = button(self.tr("Tambah…"), "plus", kind="quiet", parent=self)
        self.add_button.setAccessibleName(self.tr("Tambah batas waktu wilayah"))
        self.edit_button = icon_button("pencil", self.tr("Ubah (Enter)"), parent=self)
        self.remove_button = icon_button("trash-2", self.tr("Hapus (Del)"), parent=self)
        self.model = RecordModel[OverrideRow](
            [
                RecordColumn(self.tr("Wilayah"), lambda one: short_region(one.region), 14),
                RecordColumn(self.tr("Batas waktu"), lambda one: short_date(one.due_on), 14),
                RecordColumn(self.tr("Dasar dan sumber"), _grounds, 20, stretch=True),
            ],
            self,
        )
        self.table = RecordTable(self.model, self.tr("Batas waktu wilayah"), self)

        head = QHBoxLayout()
        head.setSpacing(unit)
        head.addWidget(plain_label(self.tr("Batas waktu wilayah"), role="heading", parent=self))
        head.addStretch()
        for one in (self.add_button, self.edit_button, self.remove_button):
            head.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(head)
        whole.addWidget(self.table)

        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self._remove)
        self.table.remove_wanted.connect(self._remove)
        self.table.doubleClicked.connect(self.edit)

    def show_item(self, topic: UUID, item: VersionItem, *, editable: bool) -> None:
        """Show those of an item; only looked at where they are not `editable`."""
        self._topic, self._item = topic, item
        found = due_overrides(self._session.store, item.id)
        self.model.set_records(found)
        self.table.setVisible(bool(found))
        self._fit()
        self.setVisible(editable or bool(found))
        self.add_button.setVisible(editable)
        for one in (self.edit_button, self.remove_button):
            one.setVisible(editable and bool(found))

    @Slot()
    def add(self) -> None:
        """Ask for a day of another region."""
        self._ask(None)

    @Slot()
    def edit(self) -> None:
        """Change the one the keyboard is at, or the only one."""
        if (one := self._current()) is not None and not self.edit_button.isHidden():
            self._ask(one)

    def _fit(self) -> None:
        """As high as its rows, up to four of one line."""
        rows = sum(self.table.rowHeight(row) for row in range(self.model.rowCount()))
        around = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        most = 4 * self.table.verticalHeader().minimumSectionSize()
        self.table.setFixedHeight(around + min(rows, most) + 2)

    def _current(self) -> OverrideRow | None:
        index = self.table.currentIndex()
        row = index.row() if index.isValid() else 0
        return self.model.record(row) if row < self.model.rowCount() else None

    def _ask(self, override: OverrideRow | None) -> None:
        topic, item = self._topic, self._item
        if topic is None or item is None:
            return
        dialog = OverrideDialog(
            self._session, topic, item.id, f"{item.code} · {item.text}", override, self.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @Slot()
    def _remove(self) -> None:
        one, desk = self._current(), self._session.desk
        if one is not None and not self.remove_button.isHidden():
            told = self.tr("Batas waktu {region} dihapus.").format(region=short_region(one.region))
            self._session.run(lambda: remove_override(desk, one.id), told=told)


def _grounds(one: OverrideRow) -> str:
    return f"{DUE_BASES[one.due_basis]}: {one.source}"
