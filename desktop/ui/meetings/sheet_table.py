"""The rows of the signed sheet, numbered as on paper; one key reads a row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.models.words import ATTENDANCE
from desktop.ui.colours import Tone
from desktop.ui.meetings import choices
from desktop.ui.meetings.sheet_reading import SheetRow
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable

_HOW = {
    Qt.Key.Key_S: "signed",
    Qt.Key.Key_H: "signed",
    Qt.Key.Key_Space: "not_signed",
    Qt.Key.Key_U: "unreadable",
}
_TONES = {
    "signed": Tone.OK,
    "not_signed": Tone.PROBLEM,
    "represented": Tone.INFO,
    "unreadable": Tone.ATTENTION,
    "": Tone.NONE,
}
_SYMBOLS = {"signed": "user-check", "not_signed": "user-x", "represented": "users", "unreadable": "circle-help"}


class SheetModel(RecordModel[SheetRow]):
    """The sheet as it is being read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._words = {
            "signed": self.tr("Bertanda tangan"),
            "not_signed": self.tr("Tidak bertanda tangan"),
            "represented": self.tr("Diwakili"),
            "unreadable": self.tr("Nama tidak terbaca"),
            "": self.tr("Belum dibaca"),
        }
        self.columns = (
            RecordColumn(self.tr("No"), lambda row: f"{row.number}", width=3, right=True),
            RecordColumn(self.tr("Nama"), self._name, width=24),
            RecordColumn(self.tr("Jabatan/Instansi"), _office, width=26, stretch=True),
            RecordColumn(
                self.tr("Di daftar hadir"),
                lambda row: self._words[_how(row)],
                width=23,
                tone=lambda row: _TONES[_how(row)],
                symbol=lambda row: _SYMBOLS.get(_how(row), ""),
            ),
            RecordColumn(self.tr("Diwakili oleh / tercatat"), self._remark, width=26),
        )

    def _name(self, row: SheetRow) -> str:
        if row.guest is not None:
            return row.guest.name or self.tr("(nama tidak terbaca)")
        seat = row.line.seat if row.line else None
        if seat is None:
            return ""
        if seat.is_group:
            return self.tr("(kelompok)")
        return seat.invited_name or (seat.name if seat.is_guest else "") or ""

    def _remark(self, row: SheetRow) -> str:
        reading = row.reading
        if reading is not None and reading.how == "represented":
            return ", ".join(filter(None, (reading.name, reading.title))) or self.tr("nama belum dicatat")
        if row.guest is not None:
            return self.tr("tamu")
        seat = row.line.seat if row.line else None
        if seat is None or seat.state == "belum_dicatat":
            return ""
        return self.tr("tercatat {state}").format(state=ATTENDANCE[seat.state].lower())


class SheetTable(RecordTable):
    """Its keys, as signals.

    read_wanted(how)        S or H, Space, U
    name_wanted()           W: somebody else signed
    take_back_wanted()      Ctrl+Z
    left()                  Escape
    digits_changed(str)     the number of a row is being typed; Enter goes there
    """

    read_wanted = Signal(str)
    name_wanted = Signal()
    take_back_wanted = Signal()
    left = Signal()
    digits_changed = Signal(str)

    def __init__(self, model: SheetModel, name: str) -> None:
        super().__init__(model, name)
        self.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self._digits = ""

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.matches(QKeySequence.StandardKey.Undo):  # type: ignore[attr-defined]
            event.accept()  # here Ctrl+Z takes back a row read, not what was stored before
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back_wanted.emit()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not self._act(event):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        key, digits = Qt.Key(event.key()), self._digits
        if event.text().isascii() and event.text().isdigit():
            self._type(digits + event.text())
            return True
        if key is Qt.Key.Key_Backspace:
            if digits:
                self._type(digits[:-1])
            else:
                self.go_to_row(max(self.currentIndex().row() - 1, 0))
            return True
        self._type("")
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if digits:
                self.go_to_row(min(max(int(digits), 1), self.model().rowCount()) - 1)
        elif key is Qt.Key.Key_Escape:
            if not digits:
                self.left.emit()
        elif key in _HOW:
            self.read_wanted.emit(_HOW[key])
        elif key is Qt.Key.Key_W:
            self.name_wanted.emit()
        else:
            return False
        return True

    def _type(self, digits: str) -> None:
        if digits != self._digits and len(digits) <= 5:
            self._digits = digits
            self.digits_changed.emit(digits)


def _how(row: SheetRow) -> str:
    if row.guest is not None:
        return "signed" if row.guest.name else "unreadable"
    return row.reading.how if row.reading else ""


def _office(row: SheetRow) -> str:
    if row.guest is not None:
        return ", ".join(filter(None, (row.guest.title, row.guest.institution)))
    assert row.line is not None
    return choices.seat_office(row.line.seat) if row.line.seat else row.line.institution
