"""The office's own ready sentences: add, change, put in order, take away."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.text_blocks import TextBlockRow
from desktop.services.text_blocks import (
    add_text_block,
    delete_text_block,
    move_text_block,
    text_blocks,
    update_text_block,
)
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cell_delegates import CellDelegate
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label

_LABEL, _TEXT = 0, 1


class TextBlockDialog(QDialog):
    """Every change is kept at once; Ctrl+Z takes it back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Kalimat siap pakai"))
        self.setModal(True)
        unit = theme.current().unit

        # Parts
        self.line = LineField(self.tr("Tulis kalimat baru, lalu Enter; … menandai tempat kursor"), max_length=1000)
        self.line.setAccessibleName(self.tr("Kalimat baru"))
        self.model = RecordModel[TextBlockRow](
            [
                RecordColumn(
                    self.tr("Nama"), lambda row: row.label, width=18, field="label", edit=lambda row: row.label
                ),
                RecordColumn(
                    self.tr("Kalimat"), lambda row: row.text, stretch=True, field="text", edit=lambda row: row.text
                ),
            ],
            self,
        )
        self.table = RecordTable(self.model, self.tr("Daftar kalimat siap pakai"))
        self.table.setItemDelegateForColumn(_LABEL, CellDelegate(self.tr("Nama"), self.table))
        self.table.setItemDelegateForColumn(_TEXT, CellDelegate(self.tr("Kalimat"), self.table))
        done = button(self.tr("Selesai"), kind="primary")
        done.setAutoDefault(False)
        done.clicked.connect(self.accept)

        # Assemble
        foot = QHBoxLayout()
        foot.addWidget(
            plain_label(
                self.tr("F2 mengubah · Alt+↑↓ memindah · Delete menghapus · Ctrl+Z mengurungkan"), role="muted"
            )
        )
        foot.addStretch()
        foot.addWidget(done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Kalimat siap pakai"), role="title"))
        whole.addWidget(self.line)
        whole.addWidget(self.table, 1)
        whole.addLayout(foot)

        # Wire
        self.line.returnPressed.connect(self._add)
        self.model.change_wanted.connect(self._change)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)
        session.bus.changed.connect(self._refresh)
        on_keys(self, "Ctrl+Z", session.undo)
        self._reload()
        self.line.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 170, unit * 120)

    def done(self, result: int) -> None:
        self.table.finish_editing()
        self._session.bus.changed.disconnect(self._refresh)
        super().done(result)

    @Slot(object)
    def _refresh(self, changes: ChangeSet) -> None:
        if "text_block" in changes.tables:
            self._reload()

    def _reload(self) -> None:
        self.model.set_records(text_blocks(self._session.store))

    @Slot()
    def _add(self) -> None:
        text = self.line.value()
        if not text:
            return
        made = self._session.make(lambda: add_text_block(self._session.desk, text=text))
        if made is not None:
            self.line.clear()
            self.table.go_to_row(self.model.row_of(made[0]))

    @Slot(object, str, object)
    def _change(self, block: UUID, field: str, value: object) -> None:
        self._session.run(lambda: update_text_block(self._session.desk, block, **{field: value}))

    @Slot(object, int)
    def _move(self, block: UUID, to: int) -> None:
        self._session.run(lambda: move_text_block(self._session.desk, block, to))

    @Slot()
    def _remove(self) -> None:
        row = self.table.currentIndex().row()
        block = self.model.record(row).id
        if self._session.run(lambda: delete_text_block(self._session.desk, block)):
            self.table.go_to_row(min(row, self.model.rowCount() - 1))
