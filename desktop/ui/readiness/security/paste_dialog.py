"""What was copied from Excel, row by row with its verdict; nothing is kept before Catat, and one undo suffices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.services.security_paste import CHANGED, NEW, SAME, VERDICTS, WRONG, PastedRow, counted, to_report
from desktop.services.security_picture import report_stations
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.security.copy_guard import CopyGuard
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.rows_at_hand import LinesAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label

_LOOKS = {
    NEW: (Tone.OK, "plus"), CHANGED: (Tone.INFO, "pencil"), SAME: (Tone.NONE, "check"),
    WRONG: (Tone.ATTENTION, "circle-alert"),
}  # fmt: skip


class PasteDialog(QDialog):
    """The rows, and what is told of all of them: as of when, by whom, from where."""

    def __init__(
        self,
        session: Session,
        topic: UUID,
        region: str,
        rows: Sequence[PastedRow],
        institutions: Callable[[str], Sequence[Choice]],
        parent: QWidget | None = None,
    ) -> None:
        """`region` is the one meant where rows name none."""
        super().__init__(parent)
        self._session, self._topic, self._rows = session, topic, list(rows)
        self.setWindowTitle(self.tr("Tempel TPS menurut kelas"))
        self.setModal(True)
        unit = theme.current().unit

        # Rows
        counts = counted(self._rows)
        found = " · ".join(f"{VERDICTS[one]} {grouped(count)}" for one, count in counts.items() if count)
        self.table = DataTable(self._columns(), "security-pasted", session.settings, self)
        self.table.setAccessibleName(self.tr("Baris yang ditempel"))
        self.table.set_listing(LinesAtHand(self._rows))
        CopyGuard(self.table, session)

        # What is told of all
        self.form = Form(self, columns=4)
        self.form.add_row("as_of", self.tr("Posisi data per tanggal"), DateField(short=True))
        teller = PickerField(institutions, self.tr("Instansi"))
        self.form.add_row("institution_id", self.tr("Dilaporkan oleh"), teller)
        self.source = self.form.add_row("source", self.tr("Sumber"), LineField(self.tr("mis. nomor surat")))
        self.form.add_row("note", self.tr("Catatan"), LineField())
        self.form.load({"as_of": today()})
        self.form.setFixedHeight(unit * 24)

        # Assemble
        head = self.tr("{region} · {found}").format(region=region, found=found)
        kept = len(to_report(self._rows))
        words = self.tr("Catat {count} laporan") if kept else self.tr("Tidak ada yang dapat dicatat")
        self.save_button = button(words.format(count=grouped(kept)), kind="primary", parent=self)
        self.save_button.setEnabled(bool(kept))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("TPS menurut kelas (Terbatas)"), "title", self))
        whole.addWidget(plain_label(head, "muted", self))
        whole.addWidget(self.table, 1)
        whole.addWidget(self.form)
        whole.addLayout(dialog_foot(self, self.save_button, self.save))
        take_its_size(self)
        self.source.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 265, unit * 145)

    @Slot()
    def save(self) -> None:
        """Keep the rows that can be kept, all in one deed."""
        if not self.form.check():
            return
        values: dict[str, Any] = self.form.values()
        told = to_report(self._rows)
        done = self._session.run(
            lambda: report_stations(self._session.desk, self._topic, told, **values),
            form=self.form,
            told=self.tr("{count} laporan dicatat").format(count=grouped(len(told))),
        )
        if done:
            self.accept()

    # Within

    def _columns(self) -> list[Column]:
        plain = partial(Column, sortable=False)
        return [
            plain("number", self.tr("Baris"), lambda row: str(row[1].number), 5, right=True),
            plain(
                "verdict", self.tr("Hasil"), lambda row: VERDICTS[row[1].verdict], 13,
                tone=lambda row: _LOOKS[row[1].verdict][0], symbol=lambda row: _LOOKS[row[1].verdict][1],
            ),
            plain("place", self.tr("Kecamatan atau wilayah"), lambda row: row[1].place, 26),
            plain("low", self.tr("Kurang rawan"), lambda row: row[1].counts[0], 12, right=True),
            plain("medium", self.tr("Rawan"), lambda row: row[1].counts[1], 9, right=True),
            plain("high", self.tr("Sangat rawan"), lambda row: row[1].counts[2], 12, right=True),
            plain("reason", self.tr("Keterangan"), lambda row: row[1].reason, 28, stretch=True),
        ]  # fmt: skip
