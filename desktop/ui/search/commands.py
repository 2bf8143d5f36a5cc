"""The window's own places and deeds, found like everything else: its pages and what stands in its menus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.base.folding import fold
from desktop.ui.window import MainWindow

ONLY_COMMANDS = ">"
"""Typed first: look among commands alone."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the window can do: its words, its keys, its sign."""

    title: str
    keys: str
    icon: str
    do: Callable[[], object]

    def answers(self, words: list[str]) -> bool:
        """Whether each of these folded words begins one of its own."""
        known = f" {fold(self.title)}"
        return all(f" {word}" in known for word in words)


def commands_of(window: MainWindow) -> list[Command]:
    """All that can be done now: pages, a new meeting, and what is enabled in the menus."""
    found = [
        Command(page.title, f"Ctrl+{number}", page.icon, partial(window.open_page, page.key))
        for number, page in enumerate(window.pages, 1)
    ]
    new = QCoreApplication.translate("SearchCommands", "Buat rapat baru")
    found.append(Command(new, "Ctrl+N", "plus", partial(window.open_page, "meetings", new=True)))
    for menu in (window.menus.file, window.menus.edit, window.menus.view, window.menus.help):
        found += _of_menu(menu, "")
    return found


def _of_menu(menu: QMenu, path: str) -> Iterator[Command]:
    for action in menu.actions():
        words = _words(action)
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of_menu(below, f"{words}: ")
        elif words and action.isEnabled() and not action.isSeparator() and not action.property("search"):
            yield Command(f"{path}{words}", action.shortcut().toString(), "chevron-right", action.trigger)


def _words(action: QAction) -> str:
    """What stands in the menu, without the mark of its letter."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").strip()
