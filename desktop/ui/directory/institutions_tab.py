"""Instansi: the list in protocol order, and the chosen one beside it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.directory_lists import institution_kinds, institution_list
from desktop.models.queries.records import id_of, seq_of
from desktop.models.words import INSTITUTION_KINDS, INSTITUTION_LEVELS
from desktop.services.directory import save_institution
from desktop.ui import theme
from desktop.ui.directory import choices
from desktop.ui.directory.entry_dialog import EntryDialog
from desktop.ui.directory.institution_detail import InstitutionForm
from desktop.ui.directory.join_dialog import join_selected
from desktop.ui.directory.regions_field import RegionsField
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.imports.source import ImportSource
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, cell, value
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import set_tip

_CONCERNED = frozenset({"institution", "institution_region", "position", "tenure", "person"})
_LISTED = frozenset({"institution", "institution_region", "position"})


class InstitutionsTab(QWidget):
    """Search, kinds, table and detail."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order = ("protocol_rank", False)
        unit = theme.current().unit

        # Parts
        self.search = SearchBox(self.tr("Cari instansi"), page=self)
        self.search.searched.connect(self._load)
        self.new_button = button(self.tr("Instansi baru"), "plus", kind="primary")
        self.new_button.clicked.connect(self._new)
        self.chips = FilterChips(tuple(INSTITUTION_KINDS.items()))
        self.chips.changed.connect(self._load)
        self.table = DataTable(self._columns(), "institutions", session.settings)
        self.table.setAccessibleName(self.tr("Daftar instansi"))
        self.table.set_empty_state(
            EmptyState(
                "landmark",
                self.tr("Tidak ada instansi yang cocok."),
                self.tr("Ubah pencarian atau jenisnya, atau tambahkan instansi baru."),
            )
        )
        self.table.current_changed.connect(self._show_current)
        self.table.sort_wanted.connect(self._sort)

        # Assemble
        bar = QHBoxLayout()
        bar.setSpacing(unit * 2)
        bar.addWidget(self.search, 1)
        self.imports = ImportSource(session, "institutions", self, self.table)
        self.join_button = button(self.tr("Gabungkan…"), kind="quiet")
        set_tip(self.join_button, self.tr("Tandai dua baris yang sama, lalu gabungkan (Ctrl+G)"))
        self.join_button.clicked.connect(self.join_chosen)
        on_keys(self, "Ctrl+G", self.join_chosen)
        bar.addWidget(self.join_button)
        bar.addWidget(self.imports.make_button())
        export = ListExport(
            session, self, self.tr("Daftar Instansi"), lambda: TableSource(self.table),
            lambda: filter_words(self.search.text(), self.chips.chosen_labels()),
        )  # fmt: skip
        bar.addWidget(export.make_button())
        bar.addWidget(self.new_button)
        halves = MemorySplitter("directory-institutions", session.settings, parent=self)
        left = QWidget(halves)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addLayout(bar)
        column.addWidget(self.chips)
        column.addWidget(self.table, 1)
        halves.addWidget(left)
        self.detail = InstitutionForm(session, halves)  # now, for Tab goes through parts as they come
        self.detail.deleted.connect(self._load)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 1)
        halves.setSizes([unit * 170, unit * 110])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.addWidget(halves)
        self._load()
        self._choose_first()

    def show_institution(self, institution: UUID) -> None:
        """Choose an institution, whatever was searched before."""
        self.search.clear_search()
        self.chips.choose(set())
        self._load()
        self.table.select_seq(seq_of(self._session.store, "institution", institution))

    @Slot()
    def join_chosen(self) -> None:
        """Make the two chosen rows one."""
        join_selected(self._session, self.table, "institution", self)

    def refresh(self, changes: ChangeSet) -> None:
        """Follow what changed elsewhere."""
        if changes.tables & _LISTED:
            self._load()
        if changes.tables & _CONCERNED:
            self.detail.refresh()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.detail.flush()

    def _columns(self) -> list[Column]:
        kind = cell(2, lambda kind: INSTITUTION_KINDS.get(kind, kind))
        return [
            Column("name", self.tr("Instansi"), cell(1), 23, stretch=True),
            Column("kind", self.tr("Jenis"), kind, 11, sortable=False),
            Column("leader_title", self.tr("Pimpinan"), cell(4), 9, sortable=False),
            Column("regions", self.tr("Wilayah"), cell(5, _short), 14, sortable=False, value=value(5)),
            Column("positions", self.tr("Jabatan"), cell(6), 7, right=True, sortable=False, value=value(6)),
        ]

    @Slot()
    def _load(self) -> None:
        order, descending = self._order
        listing = institution_list(
            self._session.store, text=self.search.text(), kinds=self.chips.chosen(), order=order,
            descending=descending,
        )  # fmt: skip
        self.table.set_listing(listing)
        if order == "name":
            self.table.set_sort("name", descending)
        self.chips.set_counts(institution_kinds(self._session.store))

    def _choose_first(self) -> None:
        if self.table.rows.rowCount():
            self.table.select_seq(self.table.rows.seq_at(0))

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self._load()

    @Slot(object)
    def _show_current(self, seq: int | None) -> None:
        self.detail.show_record(None if seq is None else id_of(self._session.store, "institution", seq))

    @Slot()
    def _new(self) -> None:
        def deed(values: dict[str, Any]) -> Any:
            return save_institution(self._session.desk, **values)

        dialog = EntryDialog(
            self._session, self.tr("Instansi baru"), deed, told=self.tr("Instansi ditambahkan."), parent=self
        )
        form = dialog.form
        form.add_row("name", self.tr("Nama instansi"), LineField(self.tr("misalnya Kejaksaan Negeri Tuban")))
        form.add_row("kind", self.tr("Jenis"), ChoiceField(tuple(INSTITUTION_KINDS.items())))
        form.add_row("level", self.tr("Tingkat"), ChoiceField(tuple(INSTITUTION_LEVELS.items())))
        form.add_row("leader_title", self.tr("Sebutan pimpinan"), LineField(self.tr("misalnya Kajari")))
        form.add_row(
            "regions", self.tr("Wilayah yang dilayani"), RegionsField(choices.regions(self._session.store))
        )
        form.load({"kind": "lainnya", "level": "kabupaten"})
        dialog.kept.connect(self.show_institution)
        dialog.show_form()


def _short(regions: str) -> str:
    """Names of regions as a narrow column takes them."""
    return regions.replace("Kabupaten ", "Kab. ")
