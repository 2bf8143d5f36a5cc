"""The list of invitations, in which single keys note an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.widgets.record_table import RecordTable

_ANSWERS = {
    Qt.Key.Key_H: "akan_hadir",
    Qt.Key.Key_W: "diwakili",
    Qt.Key.Key_B: "berhalangan",
    Qt.Key.Key_Space: "belum",
}


class InvitationTable(RecordTable):
    """answer_wanted(str)    H, W, B or Space: the answer of the chosen rows, as `models.words.ANSWERS` names it"""

    answer_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key()) if not event.modifiers() and self.selected_rows() else None
        if key in _ANSWERS:
            self.answer_wanted.emit(_ANSWERS[key])
        else:
            super().keyPressEvent(event)
