"""Keys that do something while the keyboard is within a part of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

CTRL_ENTER = ("Ctrl+Return", "Ctrl+Enter")
"""Both keys people call Enter: among the letters and among the numbers."""


def on_keys(
    where: QWidget,
    keys: str | tuple[str, ...],
    deed: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> None:
    """Do `deed` when one of `keys` ("Ctrl+N") is pressed within `where`, or as `context` says."""
    words = (keys,) if isinstance(keys, str) else keys
    shortcut = QShortcut(where)
    # Portable names: as names on screen both Enter keys are one, and translated.
    shortcut.setKeys([QKeySequence(one, QKeySequence.SequenceFormat.PortableText) for one in words])
    shortcut.setContext(context)
    shortcut.activated.connect(deed)
