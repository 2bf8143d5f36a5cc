"""Wilayah: which regions a working area looks after, in which order, and how large they are."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet
from desktop.models.queries.office import office_profile
from desktop.models.queries.region_figures import Figure
from desktop.models.queries.regions import AreaRow, RegionRow, area_members, working_areas
from desktop.services.directory import set_working_area
from desktop.ui import theme
from desktop.ui.directory import choices
from desktop.ui.directory.figures_dialog import FiguresDialog
from desktop.ui.directory.figures_paste_dialog import PasteFiguresDialog
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.columns import Column, cell, value
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import PickerField
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label

_CONCERNED = frozenset({"working_area", "working_area_region", "region", "region_figure"})


class RegionsTab(QWidget):
    """Working areas at the left, the members of the chosen one at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._areas: list[AreaRow] = []
        self._members: list[RegionRow] = []
        self.areas = DataTable(self._area_columns(), "working-areas", session.settings)
        self.areas.setAccessibleName(self.tr("Daftar wilayah kerja"))
        self.members = DataTable(self._columns(), "working-area-members", session.settings)
        self.members.setAccessibleName(self.tr("Wilayah dalam wilayah kerja"))
        self.up_button = icon_button("chevron-up", self.tr("Naikkan"))
        self.down_button = icon_button("chevron-down", self.tr("Turunkan"))
        self.remove_button = icon_button("trash-2", self.tr("Keluarkan dari wilayah kerja"))
        self.figures_button = button(self.tr("Angka… (Enter)"), "chart-column", kind="quiet")
        self.paste_button = button(self.tr("Tempel angka…"), "upload", kind="quiet")
        self.add_field = PickerField(
            choices.regions(session.store), self.tr("Tambah wilayah: ketik sebagian nama")
        )
        self.add_field.setAccessibleName(self.tr("Tambah wilayah"))
        self._card = Card()
        self._assemble()
        self._wire()
        self._load()
        self._choose_home()

    def _assemble(self) -> None:
        unit = theme.current().unit
        self.members.set_empty_state(
            EmptyState(
                "map-pin",
                self.tr("Wilayah kerja ini belum memiliki wilayah."),
                self.tr("Ketik nama wilayah di kotak di atas."),
            )
        )
        tools = QHBoxLayout()
        tools.setSpacing(unit)
        tools.addWidget(self.add_field, 1)
        for one in (self.up_button, self.down_button, self.remove_button, self.figures_button, self.paste_button):
            tools.addWidget(one)
        export = ListExport(
            self._session, self._card, self._area_name, lambda: TableSource(self.members),
            lambda: [self.tr("Angka dengan dasar berbeda tidak dijumlahkan.")],
        )  # fmt: skip
        tools.addWidget(export.make_button())
        self._card.body.addLayout(tools)
        self._card.body.addWidget(self.members, 1)
        note = plain_label(
            self.tr(
                "Urutan ini dipakai dalam daftar, kesiapan, dan surat. Satu wilayah berada dalam satu wilayah "
                "kerja. Angka dengan dasar berbeda tidak dijumlahkan."
            ),
            role="help",
        )
        note.setWordWrap(True)
        self._card.body.addWidget(note)
        halves = MemorySplitter("directory-regions", self._session.settings)
        halves.addWidget(self.areas)
        halves.addWidget(self._card)
        halves.setStretchFactor(1, 1)
        halves.setSizes([unit * 64, unit * 216])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.addWidget(halves)

    def _wire(self) -> None:
        self.areas.current_changed.connect(self._show_members)
        for made, keys, deed in (
            (self.up_button, "Alt+Up", self._move_up),
            (self.down_button, "Alt+Down", self._move_down),
            (self.remove_button, "Del", self._remove),
        ):
            made.clicked.connect(deed)
            on_keys(self.members, keys, deed, Qt.ShortcutContext.WidgetShortcut)
        self.add_field.chosen.connect(self._add)
        self.members.opened.connect(self._show_figures)
        self.figures_button.clicked.connect(self._show_figures)
        self.paste_button.clicked.connect(self._paste_figures)

    def refresh(self, changes: ChangeSet) -> None:
        """Follow what changed elsewhere."""
        if changes.tables & _CONCERNED:
            self._load()
            self._show_members()

    def area(self) -> AreaRow | None:
        """The working area that is chosen."""
        seq = self.areas.current_seq()
        return None if seq is None else self._areas[seq - 1]

    def _area_columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Wilayah kerja"), cell(1), 15, stretch=True, sortable=False),
            Column("members", self.tr("Wilayah"), cell(2), 7, right=True, sortable=False),
        ]

    def _columns(self) -> list[Column]:
        return [
            Column("place", self.tr("No."), cell(1), 4, right=True, sortable=False, value=value(1)),
            Column("name", self.tr("Wilayah"), cell(2), 17, stretch=True, sortable=False),
            Column(
                "voters",
                self.tr("Pemilih"),
                cell(3, _number),
                10,
                right=True,
                sortable=False,
                value=value(3, _count),
            ),
            Column("voters_basis", self.tr("Dasar"), cell(3, _basis), 14, sortable=False),
            Column(
                "stations", self.tr("TPS"), cell(4, _number), 7, right=True, sortable=False, value=value(4, _count)
            ),
            Column("stations_basis", self.tr("Dasar"), cell(4, _basis), 8, sortable=False),
            Column("source", self.tr("Sumber"), _sources, 21, sortable=False),
        ]

    def _area_name(self) -> str:
        area = self.area()
        return area.name if area else self.tr("Wilayah kerja")

    def _load(self) -> None:
        self._areas = working_areas(self._session.store)
        rows = [(number, one.name, one.members) for number, one in enumerate(self._areas, 1)]
        self.areas.set_listing(RowsAtHand(rows))

    def _choose_home(self) -> None:
        profile = office_profile(self._session.store)
        home = profile.working_area_id if profile else None
        number = next((number for number, one in enumerate(self._areas, 1) if one.id == home), 1)
        self.areas.select_seq(number)

    @Slot()
    def _show_members(self) -> None:
        area = self.area()
        self._card.set_title(area.name if area else "")
        self._members = area_members(self._session.store, area.id) if area else []
        rows = [
            (one.seq, place, one.name, one.voters, one.polling_stations)
            for place, one in enumerate(self._members, 1)
        ]
        self.members.set_listing(RowsAtHand(rows))

    def _place(self) -> int | None:
        seq = self.members.current_seq()
        return next((place for place, one in enumerate(self._members) if one.seq == seq), None)

    def _ids(self) -> list[UUID]:
        return [one.id for one in self._members]

    def _save(self, regions: list[UUID], told: str = "") -> None:
        area = self.area()
        if area is not None:
            self._session.run(lambda: set_working_area(self._session.desk, area.id, regions), told=told)

    @Slot()
    def _show_figures(self) -> None:
        place = self._place()
        if place is not None:
            one = self._members[place]
            dialog = FiguresDialog(self._session, one.id, one.name, parent=self.window())
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def _paste_figures(self) -> None:
        dialog = PasteFiguresDialog(self._session, self._members, self.window())
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        place, ids = self._place(), self._ids()
        if place is None or not 0 <= place + step < len(ids):
            return
        ids[place], ids[place + step] = ids[place + step], ids[place]
        self._save(ids)

    @Slot()
    def _remove(self) -> None:
        place, ids = self._place(), self._ids()
        if place is None:
            return
        told = self.tr("{name} dikeluarkan dari wilayah kerja.").format(name=self._members[place].name)
        del ids[place]
        self._save(ids, told)

    @Slot(object)
    def _add(self, region: UUID) -> None:
        self.add_field.set_value(None)
        if region not in self._ids():
            self._save([*self._ids(), region])


def _number(figure: Figure) -> str:
    return grouped(figure.value)


def _count(figure: Figure) -> int:
    return figure.value


def _basis(figure: Figure) -> str:
    return figure.basis


def _sources(row: tuple[object, ...]) -> str:
    named = [figure.source for figure in row[3:5] if isinstance(figure, Figure)]
    return "; ".join(dict.fromkeys(named))
