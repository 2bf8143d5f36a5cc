"""The seats one number of the attendance counts, below the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import numeric_date
from desktop.models.queries.attendance import office_words
from desktop.models.queries.invited_seats import SEAT_LIST, SeatFilter, seat_list
from desktop.models.queries.records import fields_of, id_of
from desktop.models.words import ATTENDANCE, PRESENT
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.meetings.wording import ATTENDANCE_SYMBOLS, ATTENDANCE_TONES
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.columns import Column, Row, cell, value
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import ElidedLabel

_PLACES = {name: place for place, name in enumerate(SEAT_LIST.names)}
_DAY, _STATE = _PLACES["held_on"], _PLACES["state"]


class SeatsPane(QWidget):
    """left(): back to the number. seat_wanted(meeting, seat): Enter on a seat."""

    left = Signal()
    seat_wanted = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: SeatFilter | None = None
        self._order = ("held_on", True)
        self._words: Sequence[str] = ()
        unit = theme.current().unit
        self.title = ElidedLabel(role="heading")
        self.table = DataTable(self._columns(), "attendance_seats", session.settings)
        self.table.setAccessibleName(self.tr("Daftar undangan"))
        self.table.set_sort(*self._order)
        export = ListExport(
            session, self, self.tr("Daftar Undangan Rapat"), lambda: TableSource(self.table), lambda: self._words
        )
        close = icon_button("x", self.tr("Tutup daftar (Esc)"))
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        line.addWidget(self.title, 1)
        line.addWidget(export.make_button())
        line.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        close.clicked.connect(self.leave)
        on_keys(self, "Esc", self.leave)
        self.table.sort_wanted.connect(self._sort)
        self.table.opened.connect(self._open)

    def show_seats(self, asked: SeatFilter, title: str, words: Sequence[str]) -> None:
        """List what a filter finds, under a title; `words` stand above it in a file."""
        self._asked, self._words = asked, words
        self.title.setText(title)
        self.table.select_seq(None)
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """List anew what is shown."""
        if self._asked is not None:
            order, descending = self._order
            self.table.set_listing(seat_list(self._session.store, self._asked, order=order, descending=descending))

    @Slot()
    def leave(self) -> None:
        """Close the list, back to its number."""
        self.hide()
        self.left.emit()

    def _columns(self) -> list[Column]:
        return [
            Column("held_on", self.tr("Tanggal"), cell(_DAY, _day), 11, value=value(_DAY, date.fromisoformat)),
            Column("meeting", self.tr("Rapat"), cell(_PLACES["meeting"]), width=24, stretch=True, sortable=False),
            Column("office", self.tr("Undangan"), self._office, width=34, sortable=False),
            Column("name", self.tr("Yang datang"), self._who_came, width=30, sortable=False),
            Column(
                "state", self.tr("Kehadiran"), lambda row: ATTENDANCE[row[_STATE]], width=16,
                tone=lambda row: ATTENDANCE_TONES[row[_STATE]],
                symbol=lambda row: ATTENDANCE_SYMBOLS.get(row[_STATE], ""),
            ),
        ]  # fmt: skip

    def _office(self, row: Row) -> str:
        title, institution = _of(row, "title"), _of(row, "institution")
        if title and institution:
            return office_words(str(title), str(institution), bool(_of(row, "leads")))
        return str(institution or _of(row, "label") or _of(row, "invited_name") or self.tr("(tanpa nama)"))

    def _who_came(self, row: Row) -> str:
        if row[_STATE] not in PRESENT:
            return ""
        if _of(row, "unreadable"):
            return self.tr("(nama tidak terbaca)")
        invited = _of(row, "invited_name") if row[_STATE] == "hadir" else None
        words = (_of(row, "name") or invited, _of(row, "name_title"))
        return ", ".join(str(one) for one in words if one) or self.tr("(nama belum dicatat)")

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self.table.set_sort(key, descending)
        self.refresh()

    @Slot(int)
    def _open(self, seq: int) -> None:
        seat = id_of(self._session.store, "participant", seq)
        meeting = fields_of(self._session.store, "participant", seat)["meeting_id"]
        self.seat_wanted.emit(meeting, seat)


def _of(row: Row, name: str) -> object:
    return row[_PLACES[name]]


def _day(text: str) -> str:
    return numeric_date(date.fromisoformat(text))
