"""What the window knows of a page before it exists: its key, its name, its icon, and how to make it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


class PageSpec(NamedTuple):
    """A place in the sidebar; `factory` is called at its first show and gets the window."""

    key: str
    title: str
    icon: str
    factory: Callable[[MainWindow], QWidget]


@runtime_checkable
class Opens(Protocol):
    """A page that can be asked to show something particular: `window.open_page("meetings", meeting=id)`."""

    def open(self, **where: object) -> None: ...


@runtime_checkable
class Flushes(Protocol):
    """A page with typing that may not be saved yet; called before leaving it and before the window closes."""

    def flush(self) -> None: ...
