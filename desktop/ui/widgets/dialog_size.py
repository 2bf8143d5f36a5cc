"""How large a dialog is when it opens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_LEAST = QSize(1366, 720)  # pixels: the smallest laptop of an office beside its task bar
_FRAME = QSize(16, 48)  # what a system may put around a window: its title above, its edges beside


def take_its_size(dialog: QDialog) -> None:
    """Give a dialog the size it asks for, as far as the screen reaches: its buttons stay within sight.

    Left alone Qt gives a dialog two thirds of a small screen at most.
    """
    room = dialog.screen().availableSize().expandedTo(_LEAST) - _FRAME
    dialog.resize(dialog.sizeHint().boundedTo(room))
