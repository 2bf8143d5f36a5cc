"""Keeps what is Terbatas off the clipboard, where a table would put the cell in hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView


class CopyGuard(QObject):
    """Belongs to a list; Ctrl+C there says `told` instead of copying."""

    def __init__(self, view: QAbstractItemView, told: Callable[[], object]) -> None:
        super().__init__(view)
        self._told = told
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.KeyPress:
                self._told()
            return True
        return super().eventFilter(watched, event)
