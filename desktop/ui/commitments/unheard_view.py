"""Belum melapor: institutions with something open on which they never reported; Enter shows what that is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import long_date, short_date
from desktop.base.numbers import grouped
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.unheard import UnheardInstitution, unheard_institutions
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.commitments.rows import RowsAtHand
from desktop.ui.session import Session
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.empty_state import EmptyState
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
        self.table = DataTable(
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
        whole.addWidget(ElidedLabel(self.tr("Enter menampilkan tindak lanjut instansi itu."), role="help"))
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._open)
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
