"""A line to type in over a row of the table: the value in its cell, or a note over the whole row."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class CellEditor(QLineEdit):
    """It has no memory of its own: what is typed goes to the form at once, where it is safe as a draft.

    typed(str)       the present words
    kept(bool)       Enter or Down: keep them and go on; with Down the next row is to be typed at once
    given_up()       Escape: as it was before
    left()           the keyboard went elsewhere; what was typed stays
    """

    typed = Signal(str)
    kept = Signal(bool)
    given_up = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.textEdited.connect(self.typed)
        self.hide()

    def start(self, room: QRect, name: str, words: str, begun: str = "") -> None:
        """Show over a part of a row; `words` are chosen as a whole, unless one begins to type (`begun`)."""
        height = max(room.height(), self.sizeHint().height())
        self.setGeometry(room.x(), max(room.center().y() - height // 2, 0), room.width(), height)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setText(begun or words)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if begun:
            self.end(False)
            self.typed.emit(begun)
        else:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit(False)
        elif key == Qt.Key.Key_Down:
            self.kept.emit(True)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self.isVisible():
            self.left.emit()
