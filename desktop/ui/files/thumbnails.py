"""Small pictures of photos for a list, made in the worker process one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPixmap

from desktop.base.errors import AppError
from desktop.models.queries.attachments import FileRow
from desktop.services.attachments import content_of
from desktop.ui.handover import handed_over
from desktop.ui.session import Session
from desktop.worker.frames import Answer

SIDE = 160  # pixels; twice what is shown, for sharp screens
_LARGEST = 5_000_000  # bytes of a picture that is looked at; a larger scan shows its kind only


class Thumbnails(QObject):
    """ready(str): the picture of this SHA-256 is there."""

    ready = Signal(str)
    _done = Signal(str, object)
    _failed = Signal(str, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: dict[str, QPixmap | None] = {}
        self._wanted: deque[FileRow] = deque()
        self._is_busy = False
        self._done.connect(self._take_done, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._take_failed, Qt.ConnectionType.QueuedConnection)

    def picture(self, hashed: str) -> QPixmap | None:
        """The small picture, None while it is not there, or where none can be made."""
        return self._made.get(hashed)

    def want(self, files: Iterable[FileRow]) -> None:
        """Make the pictures of these files, and of no others asked for before."""
        self._wanted = deque(
            one
            for one in files
            if one.sha256 not in self._made and one.media_type.startswith("image/") and one.size <= _LARGEST
        )
        self._next()

    def _next(self) -> None:
        """The bytes of one file at a time, so that the window goes on between them."""
        while self._wanted and not self._is_busy:
            one = self._wanted.popleft()
            try:
                content = content_of(self._session.store, one)
            except AppError:  # lost or damaged: the list shows its kind, opening it says why
                self._made[one.sha256] = None
                continue
            self._is_busy, hashed = True, one.sha256
            self._session.worker.submit(
                "shrink",
                content,
                SIDE,
                slot=None,
                on_done=handed_over(self._done, hashed),
                on_error=handed_over(self._failed, hashed),
            )

    @Slot(str, object)
    def _take_done(self, hashed: str, answer: Answer) -> None:
        picture = QPixmap()
        picture.loadFromData(answer.body)
        self._settle(hashed, picture)

    @Slot(str, object)
    def _take_failed(self, hashed: str, fault: Exception) -> None:
        self._settle(hashed, None)
        if not isinstance(fault, AppError):
            raise fault

    def _settle(self, hashed: str, picture: QPixmap | None) -> None:
        self._is_busy, self._made[hashed] = False, picture
        self.ready.emit(hashed)
        self._next()
