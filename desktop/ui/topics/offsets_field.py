"""Review points as they are typed: `H-30, H-14, H-7, H-1`."""

from __future__ import annotations

from desktop.base.day_offsets import offsets_text, parse_offsets
from desktop.base.errors import InvalidInput
from desktop.ui.widgets.fields import LineField


class OffsetsField(LineField):
    """`value()` is a tuple of days before (-) or after (+) the topic's day."""

    def value(self) -> tuple[int, ...]:  # type: ignore[override]
        try:
            return parse_offsets(self.text())
        except InvalidInput:
            return ()

    def set_value(self, value: object) -> None:
        super().set_value(offsets_text(tuple(value)) if isinstance(value, tuple | list) else "")

    def problem(self) -> str:
        try:
            parse_offsets(self.text())
        except InvalidInput as fault:
            return str(fault)
        return ""
