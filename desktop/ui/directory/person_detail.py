"""One person: name, number for those who sign, how to reach them, what they hold and held."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.directory_details import person_detail
from desktop.models.words import IDENTITY_KINDS
from desktop.services.directory import delete_person, save_person
from desktop.services.tenures import name_holder
from desktop.ui import theme
from desktop.ui.directory import choices
from desktop.ui.directory.entry_dialog import EntryDialog
from desktop.ui.directory.record_detail import RecordDetail, line_of
from desktop.ui.directory.tenures_panel import TenuresPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.picker_field import PickerField
from desktop.ui.widgets.text import plain_label


class PersonForm(RecordDetail):
    """The form of a person, with their posts below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        nothing = EmptyState("user", self.tr("Pilih nama di daftar sebelah kiri."))
        self.set_words(nothing, self.tr("Hapus orang"))
        form = self.form
        form.add_row(
            "name",
            self.tr("Nama lengkap dengan gelar"),
            LineField(self.tr("misalnya Siti Wahyuni, S.H.")),
            wide=True,
        )
        form.add_row("rank", self.tr("Pangkat"), LineField(self.tr("misalnya Pembina Tk. I")), wide=True)
        form.add_row(
            "identity_kind", self.tr("Nomor kepegawaian"), ChoiceField(tuple(IDENTITY_KINDS.items())),
            help=self.tr("Hanya untuk penanda tangan. NIK tidak disimpan."),
        )  # fmt: skip
        form.add_row("identity_number", self.tr("Nomor"), LineField())
        form.add_row("phone", self.tr("Telepon (boleh kosong)"), LineField())
        form.add_row("email", self.tr("Surel (boleh kosong)"), LineField())
        form.add_row("note", self.tr("Keterangan"), TextField(lines=2, most=6), wide=True)
        form.typing.connect(self._show_number)
        self.tenures = TenuresPanel(session, of_person=True)
        self.add_button = button(self.tr("Jabatan baru"), "plus", kind="quiet")
        self.add_button.clicked.connect(self._add_tenure)
        form.add_widget(self._posts())

    def read(self, record: UUID) -> tuple[str, dict[str, Any]] | None:
        found = person_detail(self.session.store, record)
        if found is None:
            return None
        self.tenures.show_tenures(found.tenures)
        self.form.show_row("identity_number", found.identity_kind != "none")
        names = ("name", "rank", "identity_kind", "identity_number", "phone", "email", "note")
        return found.name, {name: getattr(found, name) for name in names}

    def write(self, record: UUID, changed: dict[str, Any]) -> ChangeSet:
        return save_person(self.session.desk, record, **changed)[1]

    def take_away(self, record: UUID) -> ChangeSet:
        return delete_person(self.session.desk, record)

    def deleted_words(self, title: str) -> str:
        return self.tr("Orang dihapus: {name}").format(name=title)

    def _posts(self) -> QWidget:
        unit = theme.current().unit
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addLayout(line_of(plain_label(self.tr("Jabatan"), role="heading"), self.add_button, spacing=unit))
        column.addWidget(self.tenures)
        return made

    @Slot()
    def _show_number(self) -> None:
        self.form.show_row("identity_number", self.form.values()["identity_kind"] != "none")

    @Slot()
    def _add_tenure(self) -> None:
        person = self.record

        def deed(values: dict[str, Any]) -> Any:
            return name_holder(
                self.session.desk, values["position_id"], person=person, acting=values["acting"],
                starts_on=values["starts_on"],
            )  # fmt: skip

        dialog = EntryDialog(self.session, self.tr("Jabatan baru"), deed, parent=self)
        dialog.form.add_row(
            "position_id", self.tr("Jabatan"), PickerField(choices.positions(self.session.store)),
            help=self.tr("Jabatan yang belum ada ditambahkan pada instansinya."),
        )  # fmt: skip
        dialog.form.add_row("acting", self.tr("Status jabatan"), ChoiceField(tuple(choices.ACTING_NAMES.items())))
        dialog.form.add_row("starts_on", self.tr("Mulai"), DateField())
        dialog.form.load({"acting": "definitive", "starts_on": today()})
        dialog.show_form()
