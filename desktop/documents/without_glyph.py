"""Which characters of a paper no bundled font has: known before anything is printed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from desktop.documents.typesetting.markup import missing_characters


def without_glyph(*parts: Any) -> dict[str, int]:
    """The characters of a paper's content and profile that print as their codes, and how often each was typed."""
    found: list[str] = []
    _collect(parts, found)
    return missing_characters(found)


def _collect(value: Any, found: list[str]) -> None:
    """Add the texts in a value that are not ASCII; sheets of ten thousand rows come through here."""
    if isinstance(value, str):
        if not value.isascii():
            found.append(value)
    elif isinstance(value, tuple):
        for one in value:
            _collect(one, found)
    elif value is not None:
        for name in _names(value.__class__):
            _collect(getattr(value, name), found)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
