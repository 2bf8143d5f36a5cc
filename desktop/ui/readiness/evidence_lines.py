"""The files that were sent as evidence of an item in a region: each a line that opens it, and the way to more."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import here
from desktop.base.dates import medium_date
from desktop.models.queries.attachments import FileRow, evidence_of_item
from desktop.models.queries.item_reports import history
from desktop.models.queries.readiness_items import ItemRow
from desktop.ui.colours import Tone
from desktop.ui.files.opening import FileOpener
from desktop.ui.readiness.evidence_dialog import EvidenceDialog
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.text import set_tip


class EvidenceLines(QWidget):
    """Files belong to a report: the newest one takes what is attached."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item: ItemRow | None = None
        self._shown: list[LineButton] = []
        self._opener = FileOpener(session, self)
        self.attach_button = button(self.tr("Lampirkan bukti"), "paperclip", kind="quiet")
        set_tip(self.attach_button, self.tr("Berkas bukti laporan terakhir: tambah, tempel, lihat"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.attach_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.attach_button.clicked.connect(self.attach)

    def show_item(self, item: ItemRow | None) -> None:
        """Show the files of an item in its region."""
        self._item = item
        for line in self._shown:
            line.hide()
            line.deleteLater()
        store = self._session.store
        self._shown = (
            [self._line(one) for one in evidence_of_item(store, item.item_id, item.region_id)] if item else []
        )
        for place, line in enumerate(self._shown):
            self._lines.insertWidget(place, line)

    def words(self) -> list[str]:
        """What the lines say."""
        return [line.words for line in self._shown]

    @Slot()
    def attach(self) -> None:
        """Open the evidence of the newest report; without a report there is nothing files could belong to."""
        item = self._item
        reports = history(self._session.store, item.item_id, item.region_id) if item else []
        if item is None or not reports:
            words = self.tr("Catat dulu statusnya, lalu lampirkan buktinya.")
            self._session.bus.message.emit(words, str(Tone.ATTENTION))
            return
        newest = next((one for one in reports if one.counts), reports[0])
        dialog = EvidenceDialog(self._session, item, newest, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda: self.show_item(self._item))
        dialog.open()

    # Within

    def _line(self, file: FileRow) -> LineButton:
        day = medium_date(here(file.added_at).date())
        line = LineButton(self.tr("Bukti · {name} · {day}").format(name=file.caption or file.name, day=day), self)
        line.clicked.connect(lambda: self._open(file.id))
        return line

    def _open(self, file: UUID) -> None:
        if problem := self._opener.open(file):
            self._session.bus.message.emit(problem, str(Tone.PROBLEM))
