"""Keeps what is Terbatas off the clipboard, where a table would put the cell in hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from desktop.ui.colours import Tone
from desktop.ui.session import Session


class CopyGuard(QObject):
    """Belongs to a list; Ctrl+C there says why nothing is copied."""

    def __init__(self, view: QAbstractItemView, session: Session) -> None:
        super().__init__(view)
        self._session = session
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.KeyPress:
                words = self.tr("Isian Terbatas tidak disalin sebagai teks. Simpan ke Excel, atau cetak.")
                self._session.bus.message.emit(words, str(Tone.ATTENTION))
            return True
        return super().eventFilter(watched, event)
