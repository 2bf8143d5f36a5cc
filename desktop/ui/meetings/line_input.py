"""The box a line is written in: Enter finishes it, Shift+Enter begins a new line within it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.fields import TextField


class LineInput(TextField):
    """finished(): Enter was pressed."""

    finished = Signal()

    def __init__(
        self, placeholder: str = "", *, lines: int = 1, most: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, lines=lines, most=most, parent=parent)

    def caret(self) -> tuple[int, int]:
        """Where the selection begins and where the caret stands; the same where nothing is selected."""
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def set_caret(self, anchor: int, position: int) -> None:
        """Put the caret back; what lies beyond the text means its end."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not held:
                self.finished.emit()
                return
            if held == Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
                return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & _WITH_OTHERS:
            event.ignore()  # they lead to another point of the agenda or move a line
            return
        super().keyPressEvent(event)


_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
