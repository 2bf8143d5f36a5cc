"""Files made in the worker process and written beside the window, which hears only how it ended."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.base.errors import AppError, Cancelled
from desktop.base.files import atomic_write
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.worker.frames import Answer


class FileMaker(QObject):
    """Makes one file after the other; a fault is told in the bar at the bottom.

    written(Path, bytes)    the file is there, with this content
    ended()                 the work is over, well or not
    """

    written = Signal(object, object)
    ended = Signal()
    _made = Signal(object, object, str)
    _failed = Signal(object)

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._made.connect(self._tell_written, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._tell_failure, Qt.ConnectionType.QueuedConnection)

    def make(self, target: Path, job: str, *args: Any, told: str = "") -> None:
        """Let the worker do a job and write its bytes; `told` is said afterwards, the name where it is empty."""
        self._session.worker.submit(
            job, *args, slot=None, on_done=partial(self._write, target, told), on_error=self._failed.emit
        )

    def fail(self, fault: Exception) -> None:
        """Tell a fault met before the worker was asked; a defect goes on to the crash hook."""
        self.ended.emit()
        if isinstance(fault, Cancelled):
            return
        if not isinstance(fault, AppError):
            raise fault
        self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))

    def _write(self, target: Path, told: str, answer: Answer) -> None:
        """On the client's thread, which waits for the disk while the window goes on."""
        try:
            atomic_write(target, answer.body)
        except AppError as fault:
            self._failed.emit(fault)
        else:
            self._made.emit(target, answer.body, told)

    @Slot(object, object, str)
    def _tell_written(self, target: Path, content: bytes, told: str) -> None:
        self.ended.emit()
        words = told or self.tr("Tersimpan: {name}").format(name=target.name)
        self._session.bus.message.emit(words, str(Tone.OK))
        self.written.emit(target, content)

    @Slot(object)
    def _tell_failure(self, fault: Exception) -> None:
        self.fail(fault)


def with_ending(path: Path, ending: str) -> Path:
    """The file a user named, with the ending it must have (".xlsx")."""
    return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")
