"""Reads forms that came back, several at once, in the worker process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.base.errors import AppError, Cancelled
from desktop.exchange.sheets import Table
from desktop.ui.handover import handed_over
from desktop.ui.session import Session
from desktop.worker.frames import Answer


class FormReader(QObject):
    """One batch at a time.

    read(list, list)    the tables in the order of their files, and a sentence for each file that is none
    """

    read = Signal(list, list)
    _done = Signal(int, int, object)
    _failed = Signal(int, int, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._batch = self._waiting = 0
        self._tables: dict[int, Table] = {}
        self._faults: list[str] = []
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._refuse, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether files are still being read."""
        return self._waiting > 0

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these files; while others are being read nothing is done."""
        if self.is_busy or not paths:
            return
        self._batch += 1
        self._waiting, self._tables, self._faults = len(paths), {}, []
        for place, path in enumerate(paths):
            self._session.worker.submit(
                "read-table", path, slot=None,
                on_done=handed_over(self._done, self._batch, place),
                on_error=handed_over(self._failed, self._batch, place),
            )  # fmt: skip

    @Slot(int, int, object)
    def _take(self, batch: int, place: int, answer: Answer) -> None:
        if batch == self._batch:
            self._tables[place] = Table.from_bytes(answer.body)
            self._count_down()

    @Slot(int, int, object)
    def _refuse(self, batch: int, _place: int, fault: Exception) -> None:
        is_known = isinstance(fault, AppError)
        if batch == self._batch:
            if not isinstance(fault, Cancelled):
                self._faults.append(str(fault) if is_known else self.tr("Satu berkas gagal dibaca."))
            self._count_down()
        if not is_known:
            raise fault

    def _count_down(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.read.emit([table for _, table in sorted(self._tables.items())], self._faults)
