"""Daftar Arsip: the archive data of every meeting, and which of them are not filled in yet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import numeric_date
from desktop.base.numbers import grouped
from desktop.models.queries.archive import archive_list
from desktop.models.queries.records import id_of
from desktop.models.words import CANCELLED, MEETING_STATES, SECURITY
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.reports.period_field import PeriodField
from desktop.ui.reports.tab import ListTab
from desktop.ui.session import Session
from desktop.ui.widgets.columns import Column, Row, cell, value
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.table import DataTable

_ALL, _WHOLE, _LACKING = "semua", "lengkap", "kurang"
_CODE, _TITLE, _NUMBER, _DAY, _LEVEL, _FILES, _PLACE, _RETENTION, _STATE, _CANCELLED, _SECURITY = range(1, 12)


class ArchiveTab(ListTab):
    """One row a meeting; Enter opens its Notula, where archive data are typed."""

    SHOWS = frozenset({"meeting", "attachment"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._order = ("held_on", True)
        unit = theme.current().unit

        # Parts
        self.period = PeriodField(ever=True)
        self.chips = FilterChips(
            [(_ALL, self.tr("Semua")), (_WHOLE, self.tr("Lengkap")), (_LACKING, self.tr("Belum lengkap"))],
            single=True,
        )
        self.search = SearchBox(self.tr("Cari arsip (Ctrl+F)"), self)
        self.search.setMinimumWidth(unit * 60)
        export = ListExport(session, self, self.tr("Daftar Arsip"), self._shown, self._filters)
        self.table = DataTable(self._columns(), "archive", session.settings)
        self.table.setAccessibleName(self.tr("Daftar arsip"))
        self.table.set_sort(*self._order)

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(unit * 3)
        line.addWidget(self.chips, 1)
        line.addWidget(self.period)
        line.addWidget(self.search)
        line.addWidget(export.make_button())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 3)
        whole.addLayout(line)
        whole.addWidget(self.period.days)
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

        # Wire
        self.search.searched.connect(self.refill)
        self.chips.changed.connect(self.refill)
        self.period.changed.connect(self.refill)
        self.table.sort_wanted.connect(self._sort)
        self.table.opened.connect(self._open_meeting)

    def fill(self) -> None:
        """Show the meetings as they are searched, filtered and ordered."""
        self.period.renew()
        order, descending = self._order
        store, text, period = self.session.store, self.search.text(), self.period.period()
        listings = {
            chip: archive_list(store, text=text, state=state, period=period, order=order, descending=descending)
            for chip, state in ((_ALL, ""), (_WHOLE, _WHOLE), (_LACKING, _LACKING))
        }
        self.chips.set_counts({chip: listing.count() for chip, listing in listings.items()})
        self.table.set_empty_state(self._nothing())
        self.table.set_listing(listings[self._chosen()])

    def _columns(self) -> list[Column]:
        return [
            Column("code", self.tr("Kode"), cell(_CODE), width=9),
            Column("title", self.tr("Uraian"), _description, width=26, stretch=True),
            Column("held_on", self.tr("Tanggal"), cell(_DAY, _day), 10, value=value(_DAY, date.fromisoformat)),
            Column("level", self.tr("Tingkat"), cell(_LEVEL), width=9, sortable=False),
            Column("files", self.tr("Jumlah"), self._count, width=8, sortable=False, value=value(_FILES)),
            Column("place", self.tr("Lokasi fisik"), cell(_PLACE), width=13),
            Column("retention", self.tr("Retensi"), cell(_RETENTION), width=13, sortable=False),
            Column("note", self.tr("Keterangan"), _note, width=13, sortable=False),
            Column(
                "whole",
                self.tr("Data arsip"),
                lambda row: self.tr("Belum lengkap") if self._missing(row) else self.tr("Lengkap"),
                width=17,
                sortable=False,
                tone=lambda row: Tone.ATTENTION if self._missing(row) else Tone.OK,
                tip=self._missing_words,
            ),
        ]

    def _shown(self) -> TableSource:
        """The columns on screen; what is missing is named, the number of files says what it counts."""
        instead = {
            "code": Column("code", self.tr("Kode klasifikasi"), cell(_CODE), width=16),
            "level": Column("level", self.tr("Tingkat perkembangan"), cell(_LEVEL), width=14),
            "files": Column("files", self.tr("Jumlah (berkas)"), self._count, width=10, value=value(_FILES)),
            "whole": Column("whole", self.tr("Data arsip"), self._missing_words, width=30),
        }
        shown = [self.table.rows.columns[number] for number in self.table.header.shown()]
        return TableSource(self.table, [instead.get(column.key, column) for column in shown])

    def _count(self, row: Row) -> str:
        return self.tr("{count} berkas").format(count=grouped(row[_FILES])) if row[_FILES] else ""

    def _missing(self, row: Row) -> list[str]:
        wanted = (
            (_CODE, self.tr("kode klasifikasi")),
            (_LEVEL, self.tr("tingkat perkembangan")),
            (_PLACE, self.tr("lokasi fisik")),
            (_RETENTION, self.tr("retensi")),
        )
        return [name for place, name in wanted if not row[place]]

    def _missing_words(self, row: Row) -> str:
        missing = self._missing(row)
        return self.tr("Belum diisi: {what}").format(what=", ".join(missing)) if missing else self.tr("Lengkap")

    def _chosen(self) -> str:
        return next(iter(self.chips.chosen()), _ALL)

    def _filters(self) -> list[str]:
        chosen = self.chips.chosen_labels() if self._chosen() != _ALL else ()
        return [*filter_words(self.search.text(), chosen), *self.period.filter_words()]

    def _nothing(self) -> EmptyState:
        if self.search.text() or self.period.words() or self._chosen() != _ALL:
            return EmptyState(
                "search",
                self.tr("Tidak ada arsip yang cocok"),
                self.tr("Ubah kata pencarian, kurun waktu, atau saringannya."),
            )
        told = self.tr("Setiap rapat yang dicatat masuk ke daftar ini dengan sendirinya.")
        return EmptyState("archive", self.tr("Belum ada rapat"), told)

    @Slot(int)
    def _open_meeting(self, seq: int) -> None:
        meeting = id_of(self.session.store, "meeting", seq)
        self.navigate.emit("meetings", {"meeting": meeting, "tab": "minutes"})


def _description(row: Row) -> str:
    return f"{row[_TITLE]} (Nomor {row[_NUMBER]})" if row[_NUMBER] else str(row[_TITLE])


def _note(row: Row) -> str:
    """How far the minutes are, and whether they are not for everybody."""
    words = [CANCELLED if row[_CANCELLED] else MEETING_STATES[row[_STATE]]]
    return ", ".join([*words, SECURITY[row[_SECURITY]]] if row[_SECURITY] != "biasa" else words)


def _day(text: str) -> str:
    return numeric_date(date.fromisoformat(text))
