"""Rapat: the list of all meetings."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import short_date
from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet
from desktop.models.queries.meetings import meeting_list
from desktop.models.queries.records import fields_of, id_of, seq_of
from desktop.models.words import MEETING_STATES
from desktop.services.meetings import delete_meeting
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.meetings.import_meeting import MeetingImport
from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
from desktop.ui.meetings.wording import meeting_state
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column, Row, cell, value
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import set_tip

_CONCERNED = frozenset({"meeting", "participant", "commitment"})
_ALL = "semua"
_HELD_ON, _TITLE, _PLACE, _STATE, _CANCELLED, _PRESENT, _COMMITMENTS = range(1, 8)


class MeetingListPage(QWidget):
    """All meetings, searched, filtered and ordered.

    opened(UUID)    a meeting is wanted: chosen, newly made or imported
    """

    opened = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order, self._descending = "held_on", True
        self._stale = False
        unit = theme.current().unit

        # Header
        self._header = PageHeader(self.tr("Rapat"), " ")
        self._search = SearchBox(self.tr("Cari rapat (Ctrl+F)"), self)
        self._search.setMinimumWidth(unit * 62)
        self._header.add_action(self._search)
        take_in = button(self.tr("Impor rapat…"), "download")
        take_in.clicked.connect(self.import_meeting)
        self._header.add_action(take_in)
        export = ListExport(
            session, self, self.tr("Daftar Rapat"), lambda: TableSource(self.table), self._filter_words
        )
        self._header.add_action(export.make_button())
        new = button(self.tr("Rapat baru"), "plus", kind="primary")
        set_tip(new, self.tr("Rapat baru (Ctrl+N)"))
        new.clicked.connect(self.new_meeting)
        self._header.add_action(new)
        states = [(state, MEETING_STATES[state]) for state in MEETING_STATES]
        self._chips = FilterChips([(_ALL, self.tr("Semua")), *states], single=True)

        # Table
        self.table = DataTable(self._columns(), "meetings", session.settings)
        self.table.setAccessibleName(self.tr("Daftar rapat"))
        self.table.set_sort(self._order, self._descending)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(self._header)
        whole.addWidget(self._chips)
        whole.addWidget(self.table, 1)

        # Wire
        self._search.searched.connect(self._reload)
        self._chips.changed.connect(self._reload)
        self.table.sort_wanted.connect(self._sort)
        self.table.opened.connect(self._open)
        self.table.rows.total_known.connect(self._show_total)
        session.bus.changed.connect(self._refresh)
        on_keys(self, "Ctrl+N", self.new_meeting, Qt.ShortcutContext.WindowShortcut)
        on_keys(self.table, "Del", self.delete_current, Qt.ShortcutContext.WidgetShortcut)
        self._reload()

    @property
    def search(self) -> SearchBox:
        return self._search

    @property
    def chips(self) -> FilterChips:
        return self._chips

    def select(self, meeting: UUID) -> None:
        """Go to a meeting in the list."""
        self.table.select_seq(seq_of(self._session.store, "meeting", meeting))

    @Slot()
    def new_meeting(self) -> None:
        """Ask for name and day of a new meeting."""
        dialog = NewMeetingDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self.opened)
        dialog.show()

    @Slot()
    def import_meeting(self) -> None:
        """Take a meeting from a file and open it."""
        meeting = MeetingImport(self._session).run()
        if meeting is not None:
            self.opened.emit(meeting)

    @Slot()
    def delete_current(self) -> None:
        """Take the chosen meeting away with all that belongs to it; one undo brings it back."""
        chosen = self.table.selected_seqs()
        if not chosen and (current := self.table.current_seq()) is not None:
            chosen = [current]
        if not chosen:
            return
        if len(chosen) > 1:
            told = self.tr("Pilih satu rapat saja untuk dihapus.")
            self._session.bus.message.emit(told, str(Tone.ATTENTION))
            return
        meeting = id_of(self._session.store, "meeting", chosen[0])
        title = fields_of(self._session.store, "meeting", meeting)["title"]
        self._session.run(
            lambda: delete_meeting(self._session.desk, meeting),
            told=self.tr("Rapat dihapus: {title}").format(title=title),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reload()
        self.table.setFocus()

    def _columns(self) -> list[Column]:
        def state(row: Row) -> tuple[str, Tone, str]:
            return meeting_state(row[_STATE], cancelled=bool(row[_CANCELLED]))

        return [
            Column(
                "held_on",
                self.tr("Tanggal"),
                cell(_HELD_ON, _day),
                width=16,
                value=value(_HELD_ON, date.fromisoformat),
            ),
            Column("title", self.tr("Rapat"), cell(_TITLE), width=30, stretch=True),
            Column("place", self.tr("Tempat"), cell(_PLACE), width=22),
            Column(
                "state",
                self.tr("Status"),
                lambda row: state(row)[0],
                width=19,
                tone=lambda row: state(row)[1],
                symbol=lambda row: state(row)[2],
            ),
            Column(
                "present",
                self.tr("Hadir"),
                cell(_PRESENT, grouped),
                width=6,
                right=True,
                sortable=False,
                value=value(_PRESENT),
            ),
            Column(
                "commitments",
                self.tr("Tindak lanjut"),
                cell(_COMMITMENTS, grouped),
                width=10,
                right=True,
                sortable=False,
                value=value(_COMMITMENTS),
            ),
        ]

    def _filter_words(self) -> list[str]:
        return filter_words(
            self._search.text(), self._chips.chosen_labels() if self._chips.chosen() - {_ALL} else ()
        )

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._reload()

    @Slot()
    def _reload(self) -> None:
        self._stale = False
        states = tuple(self._chips.chosen() - {_ALL})
        listing = meeting_list(
            self._session.store,
            text=self._search.text(),
            states=states,
            order=self._order,
            descending=self._descending,
        )
        self.table.set_empty_state(self._nothing_found() if states or self._search.text() else self._no_meetings())
        self.table.set_listing(listing)

    @Slot(object)
    def _refresh(self, changes: ChangeSet) -> None:
        if not changes.tables & _CONCERNED:
            return
        if self.isVisible():
            self._reload()
        else:
            self._stale = True

    @Slot(int)
    def _open(self, seq: int) -> None:
        self.opened.emit(id_of(self._session.store, "meeting", seq))

    @Slot(int)
    def _show_total(self, total: int) -> None:
        filtered = bool(self._search.text()) or self._chips.chosen() != {_ALL}
        words = self.tr("{count} rapat ditemukan") if filtered else self.tr("{count} rapat")
        self._header.set_subtitle(words.format(count=grouped(total)))

    def _no_meetings(self) -> EmptyState:
        empty = EmptyState(
            "calendar-days",
            self.tr("Belum ada rapat"),
            self.tr("Tekan Ctrl+N untuk membuat rapat baru, atau Impor rapat… untuk mengambilnya dari berkas."),
            self.tr("Rapat baru"),
        )
        empty.wanted.connect(self.new_meeting)
        return empty

    def _nothing_found(self) -> EmptyState:
        empty = EmptyState(
            "search",
            self.tr("Tidak ada rapat yang cocok"),
            self.tr("Ubah kata pencarian atau pilih status lain."),
            self.tr("Tampilkan semua"),
        )
        empty.wanted.connect(self._show_all)
        return empty

    @Slot()
    def _show_all(self) -> None:
        self._chips.choose({_ALL})
        self._search.clear_search()
        self._reload()


def _day(text: str) -> str:
    return short_date(date.fromisoformat(text))
