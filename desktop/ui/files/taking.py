"""Takes files and copied pictures in through the worker process, and tells when all are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from desktop.base.errors import AppError, Cancelled
from desktop.base.pictures import MOST_PIXELS
from desktop.exchange.attached.shapes import Taken
from desktop.ui.handover import handed_over
from desktop.ui.session import Session
from desktop.worker.attached import taken_from
from desktop.worker.frames import Answer
from desktop.worker.ticket import Ticket


@dataclass
class _Batch:
    """Files asked for together: what came of each, in their order."""

    number: int
    waiting: int
    taken: dict[int, Taken] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    tickets: list[Ticket] = field(default_factory=list)


class FileTaking(QObject):
    """One batch at a time.

    progressed(int, int)      so many of so many are done
    finished(list, list)      the files taken in their order, and a sentence for each that was not
    """

    progressed = Signal(int, int)
    finished = Signal(list, list)
    _done = Signal(int, int, object)
    _failed = Signal(int, int, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._batch = _Batch(0, 0)
        self._done.connect(self._take_done, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._take_failed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether files are still on their way."""
        return self._batch.waiting > 0

    def take_files(self, paths: Sequence[Path], *, photos: bool) -> None:
        """Take files in; as `photos` they are made small and clean."""
        self._begin([("take-photo" if photos else "take-file", path) for path in paths])

    def take_picture(self, picture: QImage, name: str) -> None:
        """Take a copied picture in as a photo called `name`."""
        if picture.width() * picture.height() > MOST_PIXELS:
            self.finished.emit([], [self.tr("Gambar yang disalin terlalu besar: lebih dari 40 megapiksel.")])
            return
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG", 100)  # type: ignore[call-overload]  # hardly packed: quick, and it goes no further than the child
        self._begin([("take-picture", content.data(), name)])

    def cancel(self) -> None:
        """Take no more; what came already is told."""
        for ticket in self._batch.tickets:
            ticket.cancel()

    def _begin(self, asked: list[tuple[Any, ...]]) -> None:
        if not asked or self.is_busy:
            return
        batch = self._batch = _Batch(self._batch.number + 1, len(asked))
        self.progressed.emit(0, len(asked))
        for place, (job, *arguments) in enumerate(asked):
            ticket = self._session.worker.submit(
                job,
                *arguments,
                slot=None,
                on_done=handed_over(self._done, batch.number, place),
                on_error=handed_over(self._failed, batch.number, place),
            )
            batch.tickets.append(ticket)

    @Slot(int, int, object)
    def _take_done(self, number: int, place: int, answer: Answer) -> None:
        if number == self._batch.number:
            self._batch.taken[place] = taken_from(answer)
            self._count_down()

    @Slot(int, int, object)
    def _take_failed(self, number: int, place: int, fault: Exception) -> None:
        is_known = isinstance(fault, AppError)
        if number == self._batch.number:
            if not isinstance(fault, Cancelled):
                self._batch.faults[place] = str(fault) if is_known else self.tr("Satu berkas gagal diambil.")
            self._count_down()
        if not is_known:
            raise fault

    def _count_down(self) -> None:
        batch = self._batch
        batch.waiting -= 1
        self.progressed.emit(len(batch.tickets) - batch.waiting, len(batch.tickets))
        if not batch.waiting:
            self.finished.emit([one for _, one in sorted(batch.taken.items())], list(batch.faults.values()))


def files_in(data: QMimeData) -> list[Path]:
    """The files of this computer that were dragged or copied."""
    return [Path(one.toLocalFile()) for one in data.urls() if one.isLocalFile()]


def picture_in(data: QMimeData) -> QImage | None:
    """The picture that was copied, None where there is none."""
    picture = data.imageData() if data.hasImage() else None
    return picture if isinstance(picture, QImage) and not picture.isNull() else None
