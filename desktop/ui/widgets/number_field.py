"""A number as it is written here: `12,5`, `1.250`."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop.base.errors import InvalidInput
from desktop.base.numbers import parse_integer, parse_number, plain
from desktop.ui.widgets.fields import LineField


class NumberField(LineField):
    """A number or nothing; `whole` takes no decimals. One that cannot be read stays, and `problem()` says why."""

    def __init__(self, placeholder: str = "", *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, max_length=30, parent=parent)
        self._whole = whole

    def value(self) -> int | float | None:  # type: ignore[override]
        try:
            return self._read()
        except InvalidInput:
            return None

    def set_value(self, value: object) -> None:
        super().set_value(plain(value) if isinstance(value, int | float | Decimal) else "")

    def problem(self) -> str:
        try:
            self._read()
        except InvalidInput as fault:
            return str(fault)
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (number := self.value()) is not None and not self.isReadOnly():
            self.set_value(number)
        super().focusOutEvent(event)

    def _read(self) -> int | float | None:
        typed = self.text().strip()
        if not typed:
            return None
        return parse_integer(typed) if self._whole else float(parse_number(typed))
