"""Belum melapor: institutions with something open on which they never reported; Enter shows what that is.

As on the board of those to be asked, S copies a message that asks for news and H notes that they were asked.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import long_date, short_date
from desktop.base.errors import AppError
from desktop.base.numbers import grouped
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.contacts import open_parts
from desktop.models.queries.unheard import UnheardInstitution, unheard_institutions
from desktop.services.formats.news import open_chat
from desktop.services.reminders import note_contact
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.colours import Tone
from desktop.ui.commitments.messages import copy_message
from desktop.ui.session import Session
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import ElidedLabel

_SHOWS = frozenset(
    {"commitment", "addressee", "progress_report", "reminder", "meeting", "institution", "position"}
)


class UnheardView(QWidget):
    """navigate(page, where): what an institution has open is wanted."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._listing = RowsAtHand()
        unit = theme.current().unit
        self.table = _Keys(
            [
                Column("name", self.tr("Instansi"), lambda row: row[1].name, 24, stretch=True),
                Column("unreported", self.tr("Belum dilaporkan"), self._how_many, 22),
                Column("since", self.tr("Sejak rapat"), lambda row: _day(row[1].since), 14, tip=_since),
                Column("asked", self.tr("Terakhir dihubungi"), lambda row: _day(row[1].contacted_on), 18),
            ],
            "unheard", session.settings,
        )  # fmt: skip
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Instansi yang belum melapor"))
        self.table.set_empty_state(
            EmptyState(
                "circle-check", self.tr("Semua instansi sudah melapor"),
                self.tr("Di sini muncul instansi dengan tindak lanjut terbuka tanpa laporan sama sekali."),
            )
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.table, 1)
        whole.addWidget(
            ElidedLabel(
                self.tr(
                    "Tombol: S salin teks, H sudah dihubungi lewat WhatsApp hari ini, Enter buka tindak lanjutnya"
                ),
                role="help",
            )
        )
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._open)
        self.table.copy_wanted.connect(self.copy_text)
        self.table.asked.connect(self.note_asked)
        session.bus.changed.connect(self._changed)

    def begin(self) -> None:
        """Show all of them."""
        self._read()

    def flush(self) -> None:
        """Nothing is typed here."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        found = [(one.seq, one) for one in unheard_institutions(self._session.store)]
        if self._listing.replace(found) and found:
            self.table.refresh_rows([row[0] for row in found])
        else:
            self.table.set_listing(self._listing)

    @Slot()
    def copy_text(self) -> None:
        """Put a message that asks for news of everything open on the clipboard."""
        one = self._current()
        if one is None:
            return
        try:
            text = open_chat(self._session.store, one.id, today(), asking=True)
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return
        copy_message(self._session, self.tr("Teks WhatsApp mohon perkembangan"), text, one.id)

    @Slot()
    def note_asked(self) -> None:
        """Note that the one in hand was asked today about everything open."""
        one, store = self._current(), self._session.store
        if one is None or store.read_only:
            return
        ids = [part.id for part in open_parts(store, one.id, today())]
        told = self.tr("{to}: sudah dihubungi.").format(to=one.name)
        self._session.run(lambda: note_contact(self._session.desk, ids), told=told)

    def _current(self) -> UnheardInstitution | None:
        seq = self.table.current_seq()
        rows = self._listing.rows([seq]) if seq is not None else []
        return rows[0][1] if rows else None

    @Slot(int)
    def _open(self, seq: int) -> None:
        (row,) = self._listing.rows([seq])
        one: UnheardInstitution = row[1]
        self.navigate.emit("commitments", {"filter": CommitmentFilter(institution=one.id, part="terbuka")})

    def _how_many(self, row: tuple[Any, ...]) -> str:
        one: UnheardInstitution = row[1]
        return self.tr("{count} dari {all} yang terbuka").format(
            count=grouped(one.unreported), all=grouped(one.open)
        )

    def _changed(self, changes: Changes) -> None:
        if changes.tables & _SHOWS:
            self._stale = True
            if self.isVisible():
                self._read()


def _day(day: Any) -> str:
    """A day without its name, which is not what one looks for in a column."""
    return short_date(day).partition(", ")[2] if day else ""


def _since(row: tuple[Any, ...]) -> str:
    return long_date(row[1].since) if row[1].since else ""


class _Keys(DataTable):
    copy_wanted = Signal()
    asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        if plain and event.key() == Qt.Key.Key_S:
            self.copy_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_H:
            self.asked.emit()
        else:
            super().keyPressEvent(event)
