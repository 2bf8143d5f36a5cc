"""The list of seats in which single keys mark: one row, or a range chosen with Shift."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.widgets.record_table import RecordTable

_STATES = {
    Qt.Key.Key_H: "hadir",
    Qt.Key.Key_W: "diwakili",
    Qt.Key.Key_B: "berhalangan",
    Qt.Key.Key_T: "tidak_hadir",
    Qt.Key.Key_Space: "belum_dicatat",
}


class AttendanceTable(RecordTable):
    """Its keys, as signals.

    mark_wanted(state)      H, W, B, T or Space
    leaving_wanted()        P: those chosen leave now
    unreadable_wanted()     U: somebody signed there whose name nobody can read
    """

    mark_wanted = Signal(str)
    leaving_wanted = Signal()
    unreadable_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key()) if not event.modifiers() and self.selected_rows() else None
        if key in _STATES:
            self.mark_wanted.emit(_STATES[key])
        elif key is Qt.Key.Key_P:
            self.leaving_wanted.emit()
        elif key is Qt.Key.Key_U:
            self.unreadable_wanted.emit()
        else:
            super().keyPressEvent(event)
