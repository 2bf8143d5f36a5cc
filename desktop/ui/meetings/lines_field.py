"""One line to type in; what is pasted as several lines is taken as several."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.fields import LineField

_LONGEST = 1000
_BULLET = re.compile(r"^(?:[-–•*·]|\(?\d{1,2}[.)]|[a-z][.)])\s+")


class LinesField(LineField):
    """pasted(list of str): several lines were pasted, here without their bullets and numbers."""

    pasted = Signal(list)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, max_length=_LONGEST, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = _lines(QGuiApplication.clipboard().text()) if event.matches(QKeySequence.StandardKey.Paste) else []
        if len(lines) > 1:
            self.pasted.emit(lines)
        else:
            super().keyPressEvent(event)


def _lines(text: str) -> list[str]:
    found = (_BULLET.sub("", " ".join(line.split())) for line in text.splitlines())
    return [line[:_LONGEST] for line in found if line]
