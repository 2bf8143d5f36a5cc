"""The fields of a meeting that know more than others: what is missing, which institutions there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.picker_field import Choice, PickerField


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


class InstitutionNamesField(PickerField):
    """Names of institutions, several apart by commas; the directory is offered for the last one."""

    def __init__(self, search: Callable[[str], Sequence[Choice]], parent: QWidget | None = None) -> None:
        self._search_one = search
        super().__init__(self._find, free=True, parent=parent)

    def value(self) -> str:
        return self.typed()

    def _find(self, text: str) -> list[Choice]:
        before, _, last = text.rpartition(",")
        begun = f"{before.strip()}, " if before else ""
        hits = self._search_one(last.strip()) if last.strip() or not text else ()
        return [Choice(begun + hit.label, begun + hit.label) for hit in hits]


class HeldOnField(DateField):
    """The day of a meeting."""

    def problem(self) -> str:
        return super().problem() if self.text().strip() else self.tr("Tanggal rapat belum diisi.")
