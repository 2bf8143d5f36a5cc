"""Files made in the worker process and written beside the window, which hears only how it ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.base.errors import AppError, Cancelled
from desktop.ui.colours import Tone
from desktop.ui.handover import handed_over
from desktop.ui.saving import FileSaver, Then
from desktop.ui.session import Session
from desktop.worker.frames import Answer


class FileMaker(QObject):
    """Makes one file after the other; a fault is told in the bar at the bottom.

    written(Path, bytes)    the file is there, with this content
    ended()                 the work is over, well or not
    """

    written = Signal(object, object)
    ended = Signal()
    _made = Signal(object, object)
    _failed = Signal(object)

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._saver = FileSaver(session, self)
        self._saver.ended.connect(self.ended)
        self._saver.saved.connect(self.written)
        self._made.connect(self._save, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self.fail, Qt.ConnectionType.QueuedConnection)

    def make(
        self,
        target: Path,
        job: str,
        *args: Any,
        told: Callable[[Path], str] | None = None,
        then: Then | None = None,
    ) -> None:
        """Let the worker do a job and write its bytes; `told` and `then` as `FileSaver.save` takes them."""
        save = partial(self._saver.save, target, told=told, then=then)
        self._session.worker.submit(
            job,
            *args,
            slot=None,
            on_done=handed_over(self._made, save),
            on_error=handed_over(self._failed),
        )

    @Slot(object)
    def fail(self, fault: Exception) -> None:
        """Tell a fault met before there was anything to write; a defect goes on to the crash hook."""
        self.ended.emit()
        if isinstance(fault, Cancelled):
            return
        if not isinstance(fault, AppError):
            raise fault
        self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))

    @Slot(object, object)
    def _save(self, save: Callable[[bytes], None], answer: Answer) -> None:
        save(answer.body)
