"""Orang: everybody in the directory with what they hold today, and the chosen one beside it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.directory_lists import people_list, post_parts, post_words
from desktop.models.queries.records import id_of, seq_of
from desktop.services.directory import save_person
from desktop.services.tenures import name_holder
from desktop.ui import theme
from desktop.ui.directory import choices
from desktop.ui.directory.entry_dialog import EntryDialog
from desktop.ui.directory.join_dialog import join_selected
from desktop.ui.directory.person_detail import PersonForm
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.imports.source import ImportSource
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, cell
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.picker_field import PickerField
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import set_tip

_CONCERNED = frozenset({"person", "tenure", "position", "institution"})


class PeopleTab(QWidget):
    """Search, table and detail."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._descending = False
        unit = theme.current().unit

        # Parts
        self.search = SearchBox(self.tr("Cari nama, jabatan, atau instansi"), page=self)
        self.search.searched.connect(self._load)
        self.new_button = button(self.tr("Orang baru"), "plus", kind="primary")
        self.new_button.clicked.connect(self._new)
        self.table = DataTable(self._columns(), "people", session.settings)
        self.table.setAccessibleName(self.tr("Daftar orang"))
        self.table.current_changed.connect(self._show_current)
        self.imports = ImportSource(session, "people", self, self.table)
        self.table.sort_wanted.connect(self._sort)

        # Assemble
        bar = QHBoxLayout()
        bar.setSpacing(unit * 2)
        bar.addWidget(self.search, 1)
        self.join_button = button(self.tr("Gabungkan…"), kind="quiet")
        set_tip(self.join_button, self.tr("Tandai dua baris yang sama, lalu gabungkan (Ctrl+G)"))
        self.join_button.clicked.connect(self.join_chosen)
        on_keys(self, "Ctrl+G", self.join_chosen)
        bar.addWidget(self.join_button)
        bar.addWidget(self.imports.make_button())
        export = ListExport(
            session, self, self.tr("Daftar Orang dan Jabatan"), lambda: TableSource(self.table, self._for_file()),
            lambda: filter_words(self.search.text()),
        )  # fmt: skip
        bar.addWidget(export.make_button())
        bar.addWidget(self.new_button)
        halves = MemorySplitter("directory-people", session.settings, parent=self)
        left = QWidget(halves)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        halves.addWidget(left)
        self.detail = PersonForm(session, halves)  # now, for Tab goes through parts as they come
        self.detail.deleted.connect(self._load)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 1)
        halves.setSizes([unit * 170, unit * 110])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.addWidget(halves)
        self._load()
        if self.table.rows.rowCount():
            self.table.select_seq(self.table.rows.seq_at(0))

    def show_person(self, person: UUID) -> None:
        """Choose a person, whatever was searched before."""
        self.search.clear_search()
        self._load()
        self.table.select_seq(seq_of(self._session.store, "person", person))

    @Slot()
    def join_chosen(self) -> None:
        """Make the two chosen rows one."""
        join_selected(self._session, self.table, "person", self)

    def refresh(self, changes: ChangeSet) -> None:
        """Follow what changed elsewhere."""
        if changes.tables & _CONCERNED:
            self._load()
            self.detail.refresh()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.detail.flush()

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Nama"), cell(1), 23),
            Column("posts", self.tr("Jabatan sekarang"), lambda row: post_words(row[2]), 22, True, sortable=False),
            Column("institution", self.tr("Instansi"), cell(3), 16, sortable=False),
            Column("phone", self.tr("Telepon"), self._phone, 7, sortable=False),
        ]

    def _for_file(self) -> list[Column]:
        """Without contacts; title and institution apart, so that the list can be taken in again."""
        return [
            Column("name", self.tr("Nama"), cell(1), 30),
            Column("post", self.tr("Jabatan"), lambda row: _first_post(row)[0], 30),
            Column("institution", self.tr("Instansi"), lambda row: _first_post(row)[1], 34),
            Column("others", self.tr("Jabatan lain yang dirangkap"), _other_posts, 34),
        ]

    def _phone(self, row: tuple[Any, ...]) -> str:
        return self.tr("ada") if row[4] else ""

    @Slot()
    def _load(self) -> None:
        text = self.search.text().strip()
        self.table.set_listing(
            people_list(self._session.store, on=today(), text=text, descending=self._descending)
        )
        self.table.set_sort("name", self._descending)
        if not self.table.rows.rowCount():
            self.table.set_empty_state(self._empty(searched=bool(text)))

    def _empty(self, *, searched: bool) -> EmptyState:
        if searched:
            words = self.tr("Tidak ada nama yang cocok.")
            return EmptyState("users", words, self.tr("Ubah pencarian, atau tambahkan orang baru."))
        made = EmptyState(
            "users",
            self.tr("Belum ada orang yang dicatat."),
            self.tr("Catat pejabat yang diundang dan yang menandatangani."),
            self.tr("Orang baru"),
        )
        made.wanted.connect(self._new)
        return made

    @Slot(str, bool)
    def _sort(self, _key: str, descending: bool) -> None:
        self._descending = descending
        self._load()

    @Slot(object)
    def _show_current(self, seq: int | None) -> None:
        self.detail.show_record(None if seq is None else id_of(self._session.store, "person", seq))

    @Slot()
    def _new(self) -> None:
        dialog = EntryDialog(
            self._session, self.tr("Orang baru"), self._keep_new, told=self.tr("Orang ditambahkan."), parent=self
        )
        form = dialog.form
        form.add_row(
            "name", self.tr("Nama lengkap dengan gelar"), LineField(self.tr("misalnya Siti Wahyuni, S.H."))
        )
        form.add_row(
            "position_id", self.tr("Jabatan"), PickerField(choices.positions(self._session.store)),
            help=self.tr("Boleh diisi kemudian."),
        )  # fmt: skip
        form.add_row("acting", self.tr("Status jabatan"), ChoiceField(tuple(choices.ACTING_NAMES.items())))
        form.load({"acting": "definitive"})
        dialog.kept.connect(self.show_person)
        dialog.show_form()

    def _keep_new(self, values: dict[str, Any]) -> tuple[UUID, ChangeSet]:
        desk = self._session.desk
        if values["position_id"] is None:
            return save_person(desk, name=values["name"])
        _, changes = name_holder(desk, values["position_id"], name=values["name"], acting=values["acting"])
        (person,) = changes.ids("person")
        return person, changes


def _first_post(row: tuple[Any, ...]) -> tuple[str, str]:
    posts = post_parts(row[2])
    return posts[0] if posts else ("", "")


def _other_posts(row: tuple[Any, ...]) -> str:
    return post_words(row[2]).partition("; ")[2]
