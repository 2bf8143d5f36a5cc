"""The line below the signed sheet for guests who were written by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.meetings.guest_line import read_guest


class GuestField(QLineEdit):
    """A row written by hand, in one line.

    written(Guest)    Enter
    left()            Escape, or Up in the empty line
    """

    written = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(400)
        self.setAccessibleName(self.tr("Tamu di bawah daftar"))
        self.setPlaceholderText(
            self.tr("Tamu yang ditulis tangan: nama, jabatan, instansi – ? bila nama tidak terbaca – Enter")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            guest = read_guest(self.text())
            if guest.name:
                self.clear()
                self.written.emit(guest)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and not self.text()):
            self.left.emit()
        else:
            super().keyPressEvent(event)
