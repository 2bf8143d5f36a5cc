"""What stands for a field that is left empty, in grey in the field itself, to be taken over and changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.widgets.fields import LineField, TextField


class Suggestion(QObject):
    """Belongs to one text field; F2 or a double click puts what is suggested into it, while it is empty."""

    def __init__(self, field: LineField | TextField) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)
        if isinstance(field, TextField):
            field.viewport().installEventFilter(self)  # where the mouse is heard

    def offer(self, text: str) -> None:
        """Suggest this text; "" suggests nothing."""
        self._field.setPlaceholderText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.MouseButtonDblClick or (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2
        )
        return (wanted and self._take()) or super().eventFilter(watched, event)

    def _take(self) -> bool:
        field = self._field
        if not field.placeholderText() or field.value() or field.isReadOnly() or not field.isEnabled():
            return False
        if isinstance(field, TextField):
            field.insertPlainText(field.placeholderText())
        else:
            field.insert(field.placeholderText())
            field.edited.emit()  # Qt counts only keys as editing
        return True
