"""Before a sheet is saved: where it contradicts what was noted in the room, with a choice for each row."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.numbers import grouped
from desktop.models.queries.sheet_order import SheetLine
from desktop.models.words import ATTENDANCE
from desktop.services.signed_sheet import Comparison, Difference, Reading
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.meetings import choices
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.text import ElidedLabel, plain_label


class Choice(NamedTuple):
    """A difference and whether the paper decides; otherwise what is noted stays."""

    id: UUID
    difference: Difference
    follow: bool


class SheetDifferences(QWidget):
    """agreed(rows): save these rows as the paper has them. back(): read on."""

    agreed = Signal(list)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Comparison | None = None
        self._count = plain_label(role="heading")
        self._rest = plain_label(role="muted")
        self.absent = QCheckBox()
        self.model = _DifferenceModel(self)
        self.table = _DifferenceTable(self.model, self.tr("Perbedaan dengan yang tercatat"))
        self.table.set_empty_state(
            EmptyState("circle-check", self.tr("Tidak ada perbedaan dengan yang tercatat di rapat"))
        )
        self.save_button = button(self.tr("Simpan"), "save", "primary")
        back = button(self.tr("Kembali membaca"))
        keys = ElidedLabel(
            self.tr("Spasi mengganti pilihan · Ctrl+Enter menyimpan · Esc kembali membaca"), role="muted"
        )
        unit = theme.current().unit
        head = QHBoxLayout()
        head.setSpacing(unit * 2)
        head.addWidget(self._count, 1)
        head.addWidget(back)
        head.addWidget(self.save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(head)
        whole.addWidget(self._rest)
        whole.addWidget(self.absent)
        whole.addWidget(self.table, 1)
        whole.addWidget(keys)
        self.setFocusProxy(self.table)
        back.clicked.connect(self.back)
        self.save_button.clicked.connect(self._agree)
        self.table.change_wanted.connect(self._change)
        self.table.doubleClicked.connect(self._change)
        on_keys(self, CTRL_ENTER, self._agree)
        on_keys(self, "Esc", self.back.emit)

    def show_comparison(self, found: Comparison) -> None:
        """List what contradicts; of a missing signature what was noted stays unless the user decides otherwise."""
        self._found = found
        count, absent = len(found.differences), len(found.absent)
        words = self.tr("{count} perbedaan dengan yang tercatat") if count else self.tr("Sebelum disimpan")
        self._count.setText(words.format(count=grouped(count)))
        self._rest.setText(
            self.tr("Belum dibaca: {count} baris; tidak diubah.").format(count=grouped(found.unread))
        )
        self._rest.setVisible(bool(found.unread))
        self.absent.setText(
            self.tr("Catat {count} undangan yang tidak bertanda tangan sebagai tidak hadir").format(
                count=grouped(absent)
            )
        )
        self.absent.setChecked(True)
        self.absent.setVisible(bool(absent))
        self.setFocusProxy(self.table if count else self.absent)
        self.model.set_records(
            [Choice(one.line.key, one, one.kind != "no_signature") for one in found.differences]
        )
        self.table.go_to_row(0)

    @Slot()
    def _change(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            records = list(self.model.records)
            records[row] = records[row]._replace(follow=not records[row].follow)
            self.model.set_records(records)

    @Slot()
    def _agree(self) -> None:
        if self._found is None:
            return
        rows: list[tuple[SheetLine, Reading]] = list(self._found.plain)
        rows += [(one.difference.line, one.difference.reading) for one in self.model.records if one.follow]
        if self.absent.isChecked():
            rows += [(line, Reading("not_signed")) for line in self._found.absent]
        self.agreed.emit(rows)


class _DifferenceModel(RecordModel[Choice]):
    def __init__(self, parent: QObject) -> None:
        super().__init__((), parent)
        self.columns = (
            RecordColumn(self.tr("No"), lambda row: f"{row.difference.line.number}", width=3, right=True),
            RecordColumn(self.tr("Nama, jabatan/instansi"), _who, width=30, stretch=True),
            RecordColumn(self.tr("Perbedaan"), self._what, width=34),
            RecordColumn(
                self.tr("Disimpan sebagai"),
                self._kept,
                width=22,
                tone=lambda row: Tone.ATTENTION if row.follow else Tone.NONE,
                symbol=lambda row: "pencil" if row.follow else "lock",
            ),
        )

    def _what(self, row: Choice) -> str:
        seat, reading = row.difference.line.seat, row.difference.reading
        state = ATTENDANCE[seat.state].lower() if seat else ""
        if row.difference.kind == "no_signature":
            return self.tr("Tercatat {state}, tidak bertanda tangan").format(state=state)
        if row.difference.kind == "signed_after_all":
            return self.tr("Tercatat {state}, bertanda tangan").format(state=state)
        return self.tr("Tercatat {state}, di daftar hadir tertulis {name}").format(state=state, name=reading.name)

    def _kept(self, row: Choice) -> str:
        seat, reading = row.difference.line.seat, row.difference.reading
        if not row.follow:
            return self.tr("Tetap {state}").format(state=ATTENDANCE[seat.state].lower() if seat else "")
        state = {"not_signed": "tidak_hadir", "represented": "diwakili"}.get(reading.how, "hadir")
        return self.tr("Menjadi {state}").format(state=ATTENDANCE[state].lower())


class _DifferenceTable(RecordTable):
    """change_wanted(): Space or Enter, the other choice."""

    change_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_wanted.emit()
        else:
            super().keyPressEvent(event)


def _who(row: Choice) -> str:
    seat = row.difference.line.seat
    if seat is None:
        return row.difference.line.institution
    return "\n".join(dict.fromkeys(filter(None, (seat.invited_name or seat.name, choices.seat_office(seat)))))
