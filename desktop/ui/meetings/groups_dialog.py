"""Kelompok undangan: make, rename and delete them, and say who belongs to each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.preparation import MemberRow, group_offices, invitation_groups
from desktop.models.words import ROLES
from desktop.services.invitation_groups import (
    add_to_group,
    delete_group,
    make_group,
    move_in_group,
    remove_from_group,
    rename_group,
)
from desktop.ui import theme
from desktop.ui.meetings import choices
from desktop.ui.meetings.name_picker import NamePicker
from desktop.ui.meetings.saved_names import SavedNames
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.picker_field import Choice
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.text import plain_label


class GroupsDialog(QDialog):
    """Left the groups, right the offices of the current one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Atur kelompok undangan"))
        self.setModal(True)
        self.names = SavedNames(self.tr("Kelompok undangan"))
        self.new = button(self.tr("Kelompok baru"), "plus")
        self.new.clicked.connect(self.make)
        self.names.tools.insertWidget(0, self.new)
        self.picker = NamePicker(self._find, self.tr("Tambah jabatan atau instansi"))
        self.picker.setAccessibleName(self.tr("Tambah anggota kelompok"))
        self.model = RecordModel[MemberRow](
            [
                RecordColumn(self.tr("No"), None, width=3, right=True),
                RecordColumn(self.tr("Jabatan/instansi"), lambda row: row.words, width=24, stretch=True),
                RecordColumn(self.tr("Peran"), lambda row: ROLES[row.role], width=10),
            ],
            self,
        )
        self.table = RecordTable(self.model, self.tr("Anggota kelompok"))
        self.table.allow_dragging()
        self.table.set_empty_state(
            EmptyState("users", self.tr("Belum ada anggota"), self.tr("Ketik jabatan atau instansi di atas."))
        )
        self._assemble()

        # Wire
        self.names.chosen.connect(self._show_members)
        self.names.rename_wanted.connect(self._rename)
        self.names.delete_wanted.connect(self._delete)
        self.picker.chosen.connect(self._add)
        self.picker.named.connect(self._add_words)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)
        session.bus.changed.connect(self._reload)
        self._reload()
        self.names.setFocus()
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 195, unit * 125)

    def _assemble(self) -> None:
        unit = theme.current().unit
        members = QVBoxLayout()
        members.setSpacing(unit * 2)
        members.addWidget(self.picker)
        members.addWidget(self.table, 1)
        halves = QHBoxLayout()
        halves.setSpacing(unit * 4)
        halves.addWidget(self.names, 2)
        halves.addLayout(members, 3)
        close = button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Kelompok undangan"), role="title"))
        whole.addLayout(halves, 1)
        whole.addLayout(buttons)

    @Slot()
    def make(self) -> None:
        """Ask for the name of a new group."""
        dialog = NameDialog(self.tr("Kelompok baru"), self.tr("Nama kelompok"), self._keep_new, parent=self)
        dialog.open()

    def _keep_new(self, name: str, form: Form) -> bool:
        made = self._session.make(lambda: make_group(self._session.desk, name), form=form)
        if made is not None:
            self._reload(made[0])
            self.picker.setFocus()
        return made is not None

    def _find(self, text: str) -> list[Choice]:
        return list(choices.invitees(self._session.store, today())(text))

    @Slot()
    def _reload(self, current: object = None) -> None:
        rows = invitation_groups(self._session.store)
        self.names.offer(((row.id, row.name) for row in rows), current if isinstance(current, UUID) else None)

    @Slot()
    def _show_members(self) -> None:
        group = self.names.current()
        self.model.set_records(group_offices(self._session.store, group) if group else [])
        self.picker.setEnabled(group is not None)

    @Slot(object)
    def _add(self, seat: dict[str, Any]) -> None:
        group = self.names.current()
        if group is not None:
            self._session.run(lambda: add_to_group(self._session.desk, group, [seat]))
            self.table.go_to_row(self.model.rowCount() - 1)
        self.picker.set_value(None)

    @Slot(str)
    def _add_words(self, words: str) -> None:
        if words:
            self._add({"label": words})

    @Slot(object, int)
    def _move(self, member: UUID, to: int) -> None:
        group = self.names.current()
        if group is not None:
            self._session.run(lambda: move_in_group(self._session.desk, group, member, to))

    @Slot()
    def _remove(self) -> None:
        wanted = self.table.selected_ids()
        self._session.run(lambda: remove_from_group(self._session.desk, wanted))

    @Slot(object, str)
    def _rename(self, group: UUID, name: str) -> None:
        if not self._session.run(lambda: rename_group(self._session.desk, group, name)):
            self._reload()

    @Slot(object, str)
    def _delete(self, group: UUID, name: str) -> None:
        told = self.tr("Kelompok dihapus: {name}").format(name=name)
        self._session.run(lambda: delete_group(self._session.desk, group), told=told)
