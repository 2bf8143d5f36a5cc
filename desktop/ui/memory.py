"""What the window remembers from one start to the next, and what it asks of whoever keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol, TypeVar

from desktop.base.errors import AppError
from desktop.base.settings import COLUMN_WIDTHS, Option

T = TypeVar("T")


class Memory(Protocol):
    """The preferences of the user; `desktop.base.settings.Settings` in the program."""

    def get(self, option: Option[T], /) -> T: ...

    def set(self, option: Option[T], value: T, /) -> None: ...


def _sizes(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(name, str) and isinstance(sizes, list) and all(isinstance(size, int) for size in sizes)
        for name, sizes in value.items()
    )


SPLIT_SIZES: Option[Mapping[str, list[int]]] = Option("split_sizes", {}, _sizes)
"""Where the user dragged the dividers, in pixels, by the name of the splitter."""


class Forgetful:
    """Keeps nothing beyond its own life: for dialogs without settings and for tests."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def get(self, option: Option[T], /) -> T:
        return self._values.get(option.name, option.default)  # type: ignore[return-value]

    def set(self, option: Option[T], value: T, /) -> None:
        self._values[option.name] = value


def keep(memory: Memory, option: Option[T], value: T) -> None:
    """Remember a convenience; a full disk must not turn a dragged column into an error."""
    with suppress(AppError):
        memory.set(option, value)


def keep_sizes(memory: Memory, option: Option[Mapping[str, list[int]]], name: str, sizes: list[int]) -> None:
    """Remember the sizes of one table or splitter beside those of the others."""
    kept: Mapping[str, list[int]] = memory.get(option)
    keep(memory, option, {**kept, name: sizes})


__all__ = ["COLUMN_WIDTHS", "SPLIT_SIZES", "Forgetful", "Memory", "keep", "keep_sizes"]
