"""Fields of an item: words with suggestions, and days counted from the topic's day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop.base.day_offsets import offset_text
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.queries.asked_places import words_used
from desktop.models.queries.directory import search_institutions
from desktop.models.store import Store
from desktop.services.checklists.columns import read_offset
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.picker_field import Choice

_MOST = 30


def institution_words(store: Store, *, related: bool = False) -> Callable[[str], Sequence[Choice]]:
    """How institutions are called in checklists, those that fit first, then institutions of the directory."""

    def search(text: str) -> list[Choice]:
        typed = fold(text).split()
        used = [one for one in words_used(store, related=related) if _fits(one, typed)]
        known = [hit.words for hit in search_institutions(store, text, _MOST)] if typed else []
        return [Choice(one, one) for one in dict.fromkeys([*used, *known])][:_MOST]

    return search


def _fits(words: str, typed: Sequence[str]) -> bool:
    return all(f" {one}" in f" {fold(words)}" for one in typed)


class OffsetField(LineField):
    """Days from the topic's day, written `H-30`; `value()` is -30. What cannot be read stays as a problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("H-30", max_length=20, parent=parent)

    def value(self) -> int | None:  # type: ignore[override]
        try:
            return read_offset(self.text().strip())
        except InvalidInput:
            return None

    def set_value(self, value: object) -> None:
        super().set_value(offset_text(value) if isinstance(value, int) else "")

    def problem(self) -> str:
        try:
            read_offset(self.text().strip())
        except InvalidInput as fault:
            return str(fault)
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (offset := self.value()) is not None and not self.isReadOnly():
            self.set_value(offset)
        super().focusOutEvent(event)
