"""The two fields no meeting is without: they say so themselves when they are left empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import TextField


class TitleField(TextField):
    """The name of a meeting: long ones are shown on several lines, but it is one line of text."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, lines=2, most=4, parent=parent)

    def value(self) -> str:
        return " ".join(super().value().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the button Enter stands for in a dialog
            return
        super().keyPressEvent(event)

    def problem(self) -> str:
        return "" if self.value() else self.tr("Nama rapat belum diisi.")


class HeldOnField(DateField):
    """The day of a meeting."""

    def problem(self) -> str:
        return super().problem() if self.text().strip() else self.tr("Tanggal rapat belum diisi.")
