"""Which characters of a paper no bundled font has: known before anything is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from desktop.documents.typesetting.markup import missing_characters


def without_glyph(*parts: Any) -> dict[str, int]:
    """The characters of a paper's content and profile that print as their codes, and how often each was typed."""
    return missing_characters(text for part in parts for text in _texts(part))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
