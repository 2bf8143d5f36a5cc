"""What was copied from Excel, row by row with its verdict; nothing is kept before Catat, and one undo suffices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.services.security_paste import CHANGED, NEW, SAME, VERDICTS, WRONG, PastedRow, counted, to_report
from desktop.services.security_picture import report_stations
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.badge_delegate import BadgeDelegate
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.columns import SYMBOL_ROLE, TONE_ROLE
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label, tip

_LOOKS = {
    NEW: (Tone.OK, "plus"), CHANGED: (Tone.INFO, "pencil"), SAME: (Tone.NONE, "check"),
    WRONG: (Tone.ATTENTION, "circle-alert"),
}  # fmt: skip
_VERDICT = 1


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
        self.table = QTableWidget(len(self._rows), 7, self)
        self.table.setAccessibleName(self.tr("Baris yang ditempel"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Baris"), self.tr("Hasil"), self.tr("Kecamatan atau wilayah"), self.tr("Kurang rawan"),
                self.tr("Rawan"), self.tr("Sangat rawan"), self.tr("Keterangan"),
            ]
        )  # fmt: skip
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.setItemDelegateForColumn(_VERDICT, BadgeDelegate(self.table))
        self._fill()

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

    def _fill(self) -> None:
        for place, row in enumerate(self._rows):
            tone, symbol = _LOOKS[row.verdict]
            texts = (str(row.number), VERDICTS[row.verdict], row.place, *row.counts, row.reason)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if text:
                    item.setToolTip(tip(text))
                if 3 <= column <= 5:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == _VERDICT:
                    item.setData(TONE_ROLE, tone)
                    item.setData(SYMBOL_ROLE, symbol)
                self.table.setItem(place, column, item)
        unit = theme.current().unit
        for column, width in enumerate((14, 26, 62, 26, 20, 26)):
            self.table.setColumnWidth(column, unit * width)
        self.table.horizontalHeader().setSectionResizeMode(6, QHeaderView.ResizeMode.Stretch)
