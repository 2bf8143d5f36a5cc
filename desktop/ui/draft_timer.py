"""Keeps typing within a second of the keystroke, so that it survives the end of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.base.errors import AppError
from desktop.services.draft_keeper import drop_draft, keep_draft, recall_draft
from desktop.ui.colours import Tone
from desktop.ui.session import Session

_EVERY_MS = 900


class DraftTimer(QObject):
    """Asks `gather` for what is being typed (None: nothing) while typing goes on, and keeps it at `place`."""

    def __init__(self, session: Session, gather: Callable[[], dict[str, Any] | None], parent: QObject) -> None:
        super().__init__(parent)
        self.place = ""
        self._session = session
        self._gather = gather
        self._timer = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._timer.timeout.connect(self._keep)

    def touch(self) -> None:
        """Something was typed: it will be kept within a second, however long the typing goes on."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep now what is waiting."""
        if self._timer.isActive():
            self._keep()

    def settled(self) -> None:
        """What was typed has been stored, its draft with it."""
        self._timer.stop()

    def discard(self) -> None:
        """What was typed is not wanted any more."""
        self._timer.stop()
        self._safely(lambda: drop_draft(self._session.desk, self.place))

    def recall(self) -> dict[str, Any] | None:
        """What was being typed here when the program ended."""
        return recall_draft(self._session.desk, self.place)

    def _keep(self) -> None:
        self._timer.stop()
        content = self._gather()
        if content is None:
            self.discard()
        else:
            self._safely(lambda: self._announce(content))

    def _announce(self, content: dict[str, Any]) -> None:
        self._session.bus.draft_saved.emit(keep_draft(self._session.desk, self.place, content))

    def _safely(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except AppError as fault:
            self._session.bus.not_saved.emit(fault.message)
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
