"""The posts of an institution and who holds them today."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.directory import acting_words
from desktop.models.queries.directory_details import InstitutionDetail, PositionRow
from desktop.services.directory import delete_position, save_position
from desktop.services.tenures import name_holder
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.directory import choices
from desktop.ui.directory.entry_dialog import EntryDialog
from desktop.ui.directory.holder_history import HolderHistory
from desktop.ui.directory.record_detail import line_of
from desktop.ui.directory.tenures_panel import tenure_days
from desktop.ui.session import Session
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import CheckField, ChoiceField, LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import PickerField
from desktop.ui.widgets.text import ElidedLabel, plain_label


class PostsPanel(QWidget):
    """One block a post: its title, its holder, and what can be done.

    person_wanted(object)    the user wants to see the holder: the person's id
    """

    person_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._institution: UUID | None = None
        self._posts: dict[str, PositionRow] = {}
        unit = theme.current().unit
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(unit * 3)
        self.add_button = button(self.tr("Jabatan baru"), "plus", kind="quiet")
        self.add_button.clicked.connect(self._add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        heading = plain_label(self.tr("Jabatan dan pejabat"), role="heading")
        whole.addLayout(line_of(heading, self.add_button, spacing=unit))
        whole.addLayout(self._blocks)

    def show_posts(self, detail: InstitutionDetail) -> None:
        """Show the posts of an institution, its head first."""
        self._institution = detail.id
        while (item := self._blocks.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._posts = {str(one.id): one for one in detail.positions}
        for one in detail.positions:
            self._blocks.addWidget(self._block(one))
        if not detail.positions:
            self._blocks.addWidget(
                plain_label(self.tr("Belum ada jabatan. Tambahkan lewat “Jabatan baru”."), role="muted")
            )

    def _block(self, one: PositionRow) -> QWidget:
        unit = theme.current().unit
        title = ElidedLabel(one.title, role="field")
        tools = [
            self._tool("pencil", self.tr("Ubah jabatan {name}"), one, self._edit),
            self._tool("history", self.tr("Riwayat pejabat {name}"), one, self._show_history),
            self._tool("trash-2", self.tr("Hapus jabatan {name}"), one, self._remove),
        ]
        leads = [Badge(self.tr("Pimpinan"), Tone.INFO)] if one.leads else []
        change = button(self.tr("Ganti pejabat") if one.holder else self.tr("Isi pejabat"), kind="quiet")
        change.setAccessibleName(f"{change.text()} {one.title}")
        change.setObjectName(str(one.id))
        change.clicked.connect(self._change_holder)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line_of(title, *leads, *tools, spacing=unit))
        if one.holder is None:
            empty = ElidedLabel(self.tr("Belum ada pejabat tercatat"), role="help")
            column.addLayout(line_of(empty, change, spacing=unit))
        else:
            column.addLayout(line_of(self._holder(one, one.holder), change, spacing=unit))
            column.addWidget(plain_label(tenure_days(one.starts_on, one.ends_on), role="help"))
        return made

    def _holder(self, one: PositionRow, name: str) -> QWidget:
        words = acting_words(one.acting, name)
        link = icon_button("user", self.tr("Lihat {name}").format(name=words))
        link.setObjectName(str(one.id))
        link.clicked.connect(self._show_person)
        made = QWidget()
        line = line_of(ElidedLabel(words), spacing=theme.current().unit)
        line.setContentsMargins(0, 0, 0, 0)
        line.insertWidget(0, link)
        made.setLayout(line)
        return made

    def _tool(self, icon: str, words: str, one: PositionRow, pressed: Any) -> QWidget:
        made = icon_button(icon, words.format(name=one.title))
        made.setObjectName(str(one.id))
        made.clicked.connect(pressed)
        return made

    def _pressed(self) -> PositionRow:
        return self._posts[self.sender().objectName()]

    @Slot()
    def _add(self) -> None:
        institution = self._institution
        if institution is None:
            return

        def deed(values: dict[str, Any]) -> Any:
            return save_position(self._session.desk, institution_id=institution, **values)

        self._position_dialog(self.tr("Jabatan baru"), deed, {"title": "", "leads": not self._posts})

    @Slot()
    def _edit(self) -> None:
        one = self._pressed()

        def deed(values: dict[str, Any]) -> Any:
            return save_position(self._session.desk, one.id, **values)

        self._position_dialog(self.tr("Ubah jabatan"), deed, {"title": one.title, "leads": one.leads})

    def _position_dialog(self, title: str, deed: Any, values: dict[str, Any]) -> None:
        dialog = EntryDialog(self._session, title, deed, parent=self)
        dialog.form.add_row("title", self.tr("Nama jabatan"), LineField(self.tr("misalnya Kabag Ops")))
        dialog.form.add_row("leads", self.tr("Pimpinan instansi"), CheckField())
        dialog.form.load(values)
        dialog.show_form()

    @Slot()
    def _change_holder(self) -> None:
        one = self._pressed()

        def deed(values: dict[str, Any]) -> Any:
            return name_holder(
                self._session.desk, one.id, person=values["person_id"], name=person.typed(),
                acting=values["acting"], starts_on=values["starts_on"],
                ends_former=values.get("ends_former", False),
            )  # fmt: skip

        title = self.tr("Pejabat – {post}").format(post=one.title)
        dialog = EntryDialog(self._session, title, deed, parent=self)
        person = PickerField(choices.people(self._session.store), free=True)
        dialog.form.add_row(
            "person_id", self.tr("Nama"), person,
            help=self.tr("Nama yang belum ada dalam daftar ditambahkan sebagai orang baru."),
        )  # fmt: skip
        dialog.form.add_row("acting", self.tr("Status jabatan"), ChoiceField(tuple(choices.ACTING_NAMES.items())))
        dialog.form.add_row("starts_on", self.tr("Mulai"), DateField())
        values: dict[str, Any] = {"acting": "definitive", "starts_on": today()}
        if one.holder:
            dialog.form.add_row(
                "ends_former", self.tr("Pejabat sekarang berakhir sehari sebelumnya"), CheckField(),
                help=self.tr("{name} tetap tercatat dalam rapat yang lalu.").format(name=one.holder),
            )  # fmt: skip
            values["ends_former"] = True
        dialog.form.load(values)
        dialog.form.typing.connect(partial(_follow_acting, dialog.form))
        dialog.show_form()

    @Slot()
    def _show_person(self) -> None:
        self.person_wanted.emit(self._pressed().holder_id)

    @Slot()
    def _show_history(self) -> None:
        one = self._pressed()
        HolderHistory(self._session, one.id, one.title, self).open()

    @Slot()
    def _remove(self) -> None:
        one = self._pressed()
        told = self.tr("Jabatan dihapus: {name}").format(name=one.title)
        self._session.run(lambda: delete_position(self._session.desk, one.id), told=told)


def _follow_acting(form: Form) -> None:
    """Who only stands in for a day or a campaign leaves the tenure of the one on leave as it is."""
    acting = form.field("acting")
    if acting.hasFocus() and "ends_former" in form.keys():  # noqa: SIM118
        form.load({"ends_former": form.values()["acting"] in ("definitive", "pj")})
