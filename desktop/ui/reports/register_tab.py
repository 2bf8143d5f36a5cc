"""Surat & Berkas Terbit: every paper that left the program, in which version, by whom, and what it is today."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import here
from desktop.base.dates import medium_date, numeric_date
from desktop.models.queries.issued import issued_kinds, issued_list, moment
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.records import fields_of, id_of, seq_of
from desktop.models.queries.series import search_meetings
from desktop.models.words import ISSUE_WAYS
from desktop.services.papers.catalogue import OFFICE_PAPERS, PAPERS, paper_name
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.reports.period_field import PeriodField
from desktop.ui.reports.tab import ListTab
from desktop.ui.session import Session
from desktop.ui.verify_dialog import VerifyDialog
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, Row, cell, value
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import set_tip

_AT, _TITLE, _INSTITUTION, _MEETING, _NUMBER, _ORDER_NO, _CODE, _STANDING = range(1, 9)
_WAY, _BY, _FILE, _PAGES, _HASH = range(9, 14)
_HASH_SHOWN = 8
_MADE_AT: dict[str, tuple[str, dict[str, object]]] = {
    "situation": ("issues", {"tab": "situation"}),
    "follow-ups": ("commitments", {"view": "cetak"}),
    "conclusions": ("reports", {"tab": "conclusions"}),
}
"""Where the other papers of the office are made."""
_TONES = {
    "konsep": Tone.NONE,
    "berlaku": Tone.OK,
    "lama": Tone.ATTENTION,
    "terakhir": Tone.OK,
    "diganti": Tone.ATTENTION,
}


class RegisterTab(ListTab):
    """One row for each time a paper was printed, saved, opened or copied; Enter opens what it belongs to.

    `open(meeting=id)` shows what was issued of a meeting, `open(paper=id)` leads to one row.
    """

    SHOWS = frozenset({"issued_paper", "minutes_version", "meeting", "institution"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._order = ("issued_at", True)
        self._wanted: int | None = None  # the row to go to once the table is filled
        unit = theme.current().unit

        # Filters
        self.search = SearchBox(self.tr("Cari surat terbit (Ctrl+F)"), self)
        self.search.setMinimumWidth(unit * 70)
        self.period = PeriodField(ever=True)
        self.kind = ChoiceField((), empty=self.tr("Semua surat"))
        self.kind.setAccessibleName(self.tr("Jenis surat"))
        self.kind.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.meeting = PickerField(self._find_meetings, self.tr("Semua rapat"))
        self.meeting.setAccessibleName(self.tr("Rapat"))
        set_tip(self.meeting, self.tr("Ketik sebagian nama rapat; kosongkan untuk semua rapat"))
        self.meeting.setFixedWidth(unit * 70)

        # Table and deeds
        self.table = DataTable(self._columns(), "issued", session.settings)
        self.table.setAccessibleName(self.tr("Register surat dan berkas terbit"))
        self.table.set_sort(*self._order)
        verify = button(self.tr("Periksa surat…"), "search")
        verify.clicked.connect(self.verify)
        export = ListExport(session, self, self.tr("Register Surat dan Berkas Terbit"), self._shown, self._filters)

        # Assemble
        filters = QWidget()
        flow = FlowLayout(filters, spacing=unit * 2)
        for one in (self.search, self.period, self.kind, self.meeting):
            flow.addWidget(one)
        line = QHBoxLayout()
        line.setSpacing(unit * 3)
        line.addWidget(filters, 1)
        line.addWidget(verify)
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
        self.period.changed.connect(self.refill)
        self.kind.edited.connect(self.refill)
        self.meeting.edited.connect(self.refill)
        self.table.sort_wanted.connect(self._sort)
        self.table.opened.connect(self._open_paper)

    def open(self, **where: object) -> None:
        """Show what was issued of a meeting, of all times and kinds; or all, at one of them."""
        meeting, paper = where.get("meeting"), where.get("paper")
        if not isinstance(meeting, UUID) and not isinstance(paper, UUID):
            return
        head = meeting_head(self.session.store, meeting) if isinstance(meeting, UUID) else None
        self.search.clear_search()
        self.period.set_period(None)
        self.kind.set_value(None)
        self.meeting.set_value(Choice(head.id, head.title) if head else None)
        if isinstance(paper, UUID):
            self._wanted = seq_of(self.session.store, "issued_paper", paper)
        self.refill()

    def fill(self) -> None:
        """Show the register as it is searched, filtered and ordered."""
        self.period.renew()
        store, (order, descending) = self.session.store, self._order
        self.kind.set_options(_kinds(issued_kinds(store)))
        meeting = self.meeting.value()
        self.table.set_empty_state(self._nothing())
        self.table.set_listing(
            issued_list(
                store, text=self.search.text(), kind=str(self.kind.value() or ""),
                meeting=meeting if isinstance(meeting, UUID) else None, period=self.period.period(),
                order=order, descending=descending,
            )
        )  # fmt: skip
        if self._wanted is not None:
            self.table.select_seq(self._wanted)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._wanted = None

    @Slot()
    def verify(self) -> None:
        """Periksa surat: ask which paper, and what the data say of it."""
        dialog = VerifyDialog(self.session, self)
        dialog.exec()
        dialog.deleteLater()

    def _columns(self) -> list[Column]:
        standings = self._standings()
        return [
            Column("issued_at", self.tr("Waktu"), _when, width=15, value=_moment),
            Column("title", self.tr("Surat"), _titled, width=18),
            Column("meeting", self.tr("Rapat"), cell(_MEETING), width=19, stretch=True, sortable=False),
            Column("number", self.tr("Nomor"), cell(_NUMBER), width=12),
            Column("version", self.tr("Versi"), self._version, width=13, sortable=False),
            Column(
                "standing",
                self.tr("Keadaan"),
                lambda row: standings[row[_STANDING]],
                width=16,
                sortable=False,
                tone=lambda row: _TONES[row[_STANDING]],
            ),
            Column("way", self.tr("Cara"), lambda row: ISSUE_WAYS[row[_WAY]], width=10, sortable=False, tip=_file),
            Column("issued_by", self.tr("Oleh"), cell(_BY), width=10),
            Column("hash", self.tr("Sidik"), _short_hash, width=9, sortable=False, tip=_whole_hash),
        ]

    def _shown(self) -> TableSource:
        """The columns on screen; the hash whole, and behind them what has no room there."""
        shown = [self.table.rows.columns[number] for number in self.table.header.shown()]
        whole = Column("hash", self.tr("Sidik (SHA-256)"), cell(_HASH), width=66)
        more = (
            Column("code", self.tr("Kode verifikasi"), cell(_CODE), width=16),
            Column("file", self.tr("Berkas"), cell(_FILE), width=40),
            Column("pages", self.tr("Halaman"), cell(_PAGES), width=8, value=value(_PAGES)),
        )
        return TableSource(self.table, [*(whole if one.key == "hash" else one for one in shown), *more])

    def _standings(self) -> dict[str, str]:
        return {
            "konsep": self.tr("Konsep"),
            "berlaku": self.tr("Naskah berlaku"),
            "lama": self.tr("Versi lama"),
            "terakhir": self.tr("Terbaru"),
            "diganti": self.tr("Sudah diganti"),
        }

    def _version(self, row: Row) -> str:
        if row[_ORDER_NO] is None:
            return ""
        if not row[_ORDER_NO]:
            return self.tr("Versi pertama")
        return self.tr("Perbaikan ke-{number}").format(number=row[_ORDER_NO])

    def _find_meetings(self, text: str) -> list[Choice]:
        found = search_meetings(self.session.store, text)
        return [Choice(row.id, row.title, medium_date(row.held_on)) for row in found]

    def _filters(self) -> list[str]:
        chosen = [self.kind.currentText()] if self.kind.value() else []
        if self.meeting.value():
            chosen.append(self.meeting.typed())
        return [*filter_words(self.search.text(), chosen), *self.period.filter_words()]

    def _nothing(self) -> EmptyState:
        if self.search.text() or self.kind.value() or self.meeting.value() or self.period.words():
            return EmptyState(
                "search",
                self.tr("Tidak ada surat yang cocok"),
                self.tr("Ubah kata pencarian, kurun waktu, atau saringannya."),
            )
        told = self.tr("Setiap surat yang dicetak, disimpan, atau disalin dicatat di sini dengan sendirinya.")
        return EmptyState("file-text", self.tr("Belum ada surat yang terbit"), told)

    @Slot(int)
    def _open_paper(self, seq: int) -> None:
        """The papers of the meeting it is about; a paper of the office leads to where it is made."""
        store = self.session.store
        issued = fields_of(store, "issued_paper", id_of(store, "issued_paper", seq))
        if issued["meeting_id"] is not None:
            self.navigate.emit("meetings", {"meeting": issued["meeting_id"], "tab": "minutes"})
        else:
            self.navigate.emit(*_MADE_AT.get(issued["kind"], ("reports", {"tab": "recap"})))


def _kinds(issued: frozenset[str]) -> list[tuple[str, str]]:
    """The kinds that were issued, in the order of the papers."""
    order = [*PAPERS, *OFFICE_PAPERS]
    known = [kind for kind in order if kind in issued]
    return [(kind, paper_name(kind)) for kind in (*known, *sorted(issued - set(order)))]


def _titled(row: Row) -> str:
    return f"{row[_TITLE]} – {row[_INSTITUTION]}" if row[_INSTITUTION] else str(row[_TITLE])


def _moment(row: Row) -> datetime:
    return here(moment(row[_AT]))


def _when(row: Row) -> str:
    at = _moment(row)
    return f"{numeric_date(at.date())} {at:%H.%M}"


def _file(row: Row) -> str:
    return "\n".join(filter(None, (ISSUE_WAYS[row[_WAY]], row[_FILE])))


def _short_hash(row: Row) -> str:
    return str(row[_HASH])[:_HASH_SHOWN]


def _whole_hash(row: Row) -> str:
    return "\n".join(filter(None, (f"SHA-256 {row[_HASH]}", row[_CODE] and f"Kode {row[_CODE]}")))
