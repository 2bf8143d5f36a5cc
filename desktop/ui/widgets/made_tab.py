"""A tab made where it will stand: the style sheet dresses anew whatever is moved, with all it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

Tab = TypeVar("Tab", bound=QWidget)


def made_tab(tabs: QTabWidget, title: str, make: Callable[[QWidget], Tab]) -> Tab:
    """Add a tab and make what it holds inside it, by `make(parent)`; the focus of the tab is what it holds."""
    place = QWidget()
    tabs.addTab(place, title)
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    made = make(place)
    layout.addWidget(made)
    place.setFocusProxy(made)
    return made
