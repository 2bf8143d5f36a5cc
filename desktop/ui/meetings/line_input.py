"""The box a line is written in: Enter finishes it, Shift+Enter begins a new line within it."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.fields import TextField


class LineInput(TextField):
    """finished(): Enter was pressed. pasted(list[str]): several lines were pasted into the empty box.
    left(): the keyboard went elsewhere.

    `first_try`, where set, may take a key before the box does (the list of names over it); `takes_lists` says
    that pasted lines are records of their own.
    """

    finished = Signal()
    pasted = Signal(list)
    left = Signal()

    def __init__(
        self, placeholder: str = "", *, lines: int = 1, most: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, lines=lines, most=most, parent=parent)
        self.first_try: Callable[[QKeyEvent], bool] | None = None
        self.takes_lists = False

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

    def letters_to_caret(self) -> int:
        """How many letters stand before the caret; Qt counts in halves of the rarer ones."""
        units = self.textCursor().position()
        return len(self.toPlainText().encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        """A cursor that holds the letters from `start` to `end`."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = [line for line in source.text().splitlines() if line.strip()]
        if self.takes_lists and len(lines) > 1 and not self.value():
            self.pasted.emit(lines)
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        # Tab would leave the box before keyPressEvent hears of it.
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.first_try is not None
            and self.first_try(event)
        ):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.first_try is not None and self.first_try(event):
            return
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


def without_bullet(line: str) -> str:
    """A pasted line without the dash, dot or number that made it part of a list."""
    return re.sub(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+", "", line).strip()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
