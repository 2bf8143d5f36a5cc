"""Dihubungi: each time somebody was asked about a follow-up, the newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import long_date
from desktop.models.queries.commitments import commitment
from desktop.models.queries.contacts import contact_notes
from desktop.models.words import REPORT_CHANNELS
from desktop.services.reminders import delete_contact
from desktop.ui import theme
from desktop.ui.commitments.detail_tabs import DetailTab
from desktop.ui.session import Session
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import ElidedLabel


class ContactTab(DetailTab):
    """One row each time; Delete takes away what was noted by mistake."""

    SHOWS = frozenset({"reminder", "addressee", "institution", "position"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listing = RowsAtHand()
        self.table = _Notes(
            [
                Column("day", self.tr("Tanggal"), lambda row: long_date(row[1].contacted_on), 24),
                Column("to", self.tr("Yang dihubungi"), lambda row: row[2], 30),
                Column("channel", self.tr("Lewat"), lambda row: REPORT_CHANNELS[row[1].channel], 12),
                Column("by", self.tr("Oleh"), lambda row: row[1].contacted_by, 14),
                Column("note", self.tr("Catatan"), lambda row: row[1].note or "", 16, stretch=True),
            ],
            "contact_notes", session.settings,
        )  # fmt: skip
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Kapan dihubungi, yang terbaru di atas"))
        self.table.set_empty_state(
            EmptyState(
                "message-square-text", self.tr("Belum pernah dihubungi"),
                self.tr("Dicatat di Tindak Lanjut, tampilan Perlu dihubungi."),
            )
        )  # fmt: skip
        self.table.removal_wanted.connect(self._remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.current().unit)
        whole.addWidget(self.table, 1)
        whole.addWidget(ElidedLabel(self.tr("Delete menghapus catatan yang keliru."), role="help"))
        self.setFocusProxy(self.table)

    def fill(self, *, afresh: bool) -> None:  # noqa: ARG002 - nothing is typed here
        row = commitment(self.session.store, self.commitment) if self.commitment is not None else None
        notes = contact_notes(self.session.store, row.id) if row else []
        names = {one.id: one.words for one in row.addressees} if row else {}
        self._listing = RowsAtHand(
            [(number, one, names.get(one.addressee_id, "")) for number, one in enumerate(notes, 1)]
        )
        self.table.set_listing(self._listing)

    @Slot()
    def _remove(self) -> None:
        chosen: list[Any] = [row[1].id for row in self._listing.rows(self.table.selected_seqs())]
        if chosen:
            self.session.run(
                lambda: delete_contact(self.session.desk, chosen), told=self.tr("Catatan dihubungi dihapus.")
            )


class _Notes(DataTable):
    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current_seq() is not None:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
