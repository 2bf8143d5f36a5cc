"""Buttons by rank: one deed of a page is primary, the others are plain or quiet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui import icons
from desktop.ui.widgets.text import set_tip

Kind = Literal["primary", "plain", "quiet", "danger"]


def button(text: str, icon: str = "", kind: Kind = "plain", parent: QWidget | None = None) -> QPushButton:
    """A button with words and, if given, an icon from resources/icons."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    if icon:
        colour = {"primary": "primary_text", "danger": "primary_text", "quiet": "link"}.get(kind, "text")
        made.setIcon(icons.icon(icon, colour))
    return made


def icon_button(icon: str, name: str, shortcut: str = "", parent: QWidget | None = None) -> QToolButton:
    """A button with an icon only; `name` is its tip and what a screen reader says."""
    made = QToolButton(parent)
    made.setIcon(icons.icon(icon, "muted"))
    made.setAccessibleName(name)
    set_tip(made, f"{name} ({shortcut})" if shortcut else name)
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
    return made
