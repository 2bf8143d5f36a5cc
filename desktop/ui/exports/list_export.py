"""Simpan ke Excel: the list on screen, as it is searched, filtered and ordered, becomes a workbook.

The rows are read some at a time between the turns of the event loop and written in the worker process, so that a
list of a hundred thousand rows never holds up the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.base.clock import now_here, today
from desktop.base.dates import medium_date
from desktop.base.errors import AppError, Cancelled
from desktop.base.files import atomic_write
from desktop.base.numbers import grouped
from desktop.base.places import safe_file_name
from desktop.exchange.workbook import SheetHead, packed
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.exports.sources import AT_ONCE, Piece, Source
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.shortcuts import on_keys
from desktop.worker.frames import Answer

EXPORT_KEY = "Ctrl+E"
_LONG = 5_000  # rows from which it is worth saying that it takes a moment


class ListExport(QObject):
    """Belongs to a list: Ctrl+E within its page and its button ask for a file and write the list into it.

    `title` names the list, `source` gives what is shown at the moment, `filters` says in words what was
    searched and filtered.

    written(Path)    the file is there
    """

    written = Signal(object)
    _made = Signal(object, int)
    _failed = Signal(object)

    def __init__(
        self,
        session: Session,
        owner: QWidget,
        title: str | Callable[[], str],
        source: Callable[[], Source],
        filters: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(owner)
        self._session, self._title, self._source, self._filters = session, title, source, filters
        self._pieces: Iterator[Piece] = iter(())
        self._packed: list[bytes] = []
        self._count = 0
        self._head = SheetHead("", "", ())
        self._target = Path()
        self._button: QToolButton | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_piece)
        self._made.connect(self._tell_written, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._tell_failure, Qt.ConnectionType.QueuedConnection)
        on_keys(owner, EXPORT_KEY, self.save)

    def make_button(self) -> QToolButton:
        """The button beside the list."""
        made = icon_button("upload", self.tr("Simpan ke Excel… ({key})").format(key=EXPORT_KEY))
        made.clicked.connect(self.save)
        self._button = made
        return made

    @Slot()
    def save(self) -> None:
        """Ask where to, and write the list there."""
        if self._busy:
            return
        title = self._title() if callable(self._title) else self._title
        name = safe_file_name(f"{today():%Y-%m-%d}", title, suffix=".xlsx")
        filters = self.tr("Buku kerja Excel (*.xlsx)")
        target = ask.save_file(self.tr("Simpan ke Excel"), Path(QDir.homePath(), name), filters)
        if target is not None:
            named = target.suffix.lower() == ".xlsx"
            self._target = target if named else target.with_name(f"{target.name}.xlsx")
            self._begin(title)

    @property
    def _busy(self) -> bool:
        return self._turn.isActive() or (self._button is not None and not self._button.isEnabled())

    def _begin(self, title: str) -> None:
        source, moment = self._source(), now_here()
        as_of = self.tr("Posisi data per {day} pukul {clock} WIB").format(
            day=medium_date(moment.date()), clock=f"{moment:%H.%M}"
        )
        self._head = SheetHead(title, title, tuple(source.columns), (*self._filters(), as_of))
        self._pieces, self._packed, self._count = source.pieces(), [], 0
        if self._button is not None:
            self._button.setEnabled(False)
        self._turn.start()

    @Slot()
    def _take_piece(self) -> None:
        try:
            piece = next(self._pieces, None)
        except AppError as fault:
            self._turn.stop()
            self._tell_failure(fault)
            return
        if piece is not None:
            if self._count < _LONG <= self._count + AT_ONCE:
                self._say(self.tr("Menyiapkan {name}…").format(name=self._target.name), Tone.NONE)
            self._packed.append(packed(piece))
            self._count += len(piece)
            return
        self._turn.stop()
        # The file is written on the client's thread, which waits for the disk and lets the window go on.
        self._session.worker.submit(
            "workbook", self._head, self._packed, slot=None,
            on_done=partial(self._write, self._target, self._count), on_error=self._failed.emit,
        )  # fmt: skip
        self._packed = []

    def _write(self, target: Path, count: int, answer: Answer) -> None:
        try:
            atomic_write(target, answer.body)
        except AppError as fault:
            self._failed.emit(fault)
        else:
            self._made.emit(target, count)

    @Slot(object, int)
    def _tell_written(self, target: Path, count: int) -> None:
        self._end()
        told = self.tr("{count} baris tersimpan ke {name}.")
        self._say(told.format(count=grouped(count), name=target.name), Tone.OK)
        self.written.emit(target)

    @Slot(object)
    def _tell_failure(self, fault: Exception) -> None:
        self._end()
        if isinstance(fault, Cancelled):
            return
        if not isinstance(fault, AppError):
            raise fault
        self._say(str(fault), Tone.PROBLEM)

    def _end(self) -> None:
        self._pieces, self._packed = iter(()), []
        if self._button is not None:
            self._button.setEnabled(True)

    def _say(self, words: str, tone: Tone) -> None:
        self._session.bus.message.emit(words, str(tone))


def filter_words(text: str, chosen: Sequence[str] = ()) -> list[str]:
    """What was searched and filtered, as lines above a list; nothing where all is shown."""
    words = [_tr("Pencarian: {text}").format(text=text.strip())] if text.strip() else []
    return [*words, _tr("Saringan: {chosen}").format(chosen=", ".join(chosen))] if chosen else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListExport", text)
