"""Makes a copy of the data beside the window's own work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from desktop.base.errors import AppError
from desktop.models.store import Store
from desktop.services.backups import Backup, make_backup
from desktop.ui.handover import handed_over


class BackupMaker(QObject):
    """One copy at a time, in a thread: SQLite and hashing let go of Python's lock.

    made(Backup | None)    the copy is verified and lies there; None: nothing had changed
    failed(str)            why there is none
    """

    made = Signal(object)
    failed = Signal(str)
    _ended = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._pool = QThreadPool(self)
        self.busy = False
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def make(self, target: Path | None = None) -> None:
        """Begin a copy, unless one is being made."""
        if not self.busy:
            self.busy = True
            self._pool.start(partial(_work, self._store, target, handed_over(self._ended)))

    @Slot(object)
    def _tell(self, made: Backup | AppError | None) -> None:
        self.busy = False
        if isinstance(made, AppError):
            self.failed.emit(str(made))
        else:
            self.made.emit(made)


def _work(store: Store, target: Path | None, told: Callable[[object], None]) -> None:
    try:
        told(make_backup(store, target))
    except AppError as fault:
        told(fault)
