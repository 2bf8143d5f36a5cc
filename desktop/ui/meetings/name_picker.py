"""A picker in which Enter settles the matter: the only hit, one of several, or the words as they were typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.picker_field import Choice, PickerField, Search


class NamePicker(PickerField):
    """named(str): Enter on words that were chosen from no list, "" for an empty field.

    Several hits are listed first and nothing is guessed: Enter goes into the list, Escape keeps the words, and
    Enter then takes them as they stand.
    """

    named = Signal(str)

    def __init__(self, search: Search, placeholder: str = "", parent: QWidget | None = None) -> None:
        self._hits_of = search
        self._offered = ""
        super().__init__(self._find, placeholder, free=True, parent=parent)
        self.returnPressed.connect(self._enter)

    def set_value(self, value: object) -> None:
        self._offered = ""
        super().set_value(value)

    def _find(self, text: str) -> Sequence[Choice]:
        self._offered = text
        return self._hits_of(text)

    def _enter_unhighlighted(self) -> None:
        if not self.typed():
            self._popup.hide()
            self.named.emit("")
        elif self._hits.rowCount() == 1:
            self._popup.hide()
            self._take(self._hits.at(0))
        else:
            super()._enter_unhighlighted()

    @Slot()
    def _enter(self) -> None:
        words, offered = self.typed(), self._offered
        if self.value() is not None:
            return
        hits = self._find(words) if words else []
        if len(hits) == 1:
            self._take(hits[0])
        elif hits and offered != words:
            self._look()
        else:
            self.named.emit(words)
