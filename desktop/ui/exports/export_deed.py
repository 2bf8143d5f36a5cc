"""What all that is saved to a file from a page have in common: a key, a button, and one file at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.shortcuts import on_keys

EXPORT_KEY = "Ctrl+E"


class ExportDeed(QObject):
    """Ctrl+E within `owner` and its button begin it; neither does while a file is being written.

    written(Path)    the file is there
    """

    written = Signal(object)

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._busy = False
        self._button: QToolButton | None = None
        self._maker = FileMaker(session, self)
        self._maker.ended.connect(self._end)
        self._maker.written.connect(self.written)
        on_keys(owner, EXPORT_KEY, self.save)

    def make_button(self) -> QToolButton:
        """The button beside what is saved."""
        made = icon_button("upload", self.tr("Simpan ke Excel… ({key})").format(key=EXPORT_KEY))
        made.clicked.connect(self.save)
        self._button = made
        return made

    @Slot()
    def save(self) -> None:
        """Ask where to, and write the file there."""
        raise NotImplementedError

    @Slot()
    def _end(self) -> None:
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        if self._button is not None:
            self._button.setEnabled(not busy)
