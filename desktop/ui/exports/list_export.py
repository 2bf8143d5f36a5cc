"""Simpan ke Excel: the list on screen, as it is searched, filtered and ordered, becomes a workbook.

The rows are read some at a time between the turns of the event loop and written in the worker process, so that a
list of a hundred thousand rows never holds up the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.base.clock import now_here, today
from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.base.places import safe_file_name
from desktop.exchange.workbook import SheetHead, packed
from desktop.ui.colours import Tone
from desktop.ui.exports.export_deed import ExportDeed
from desktop.ui.exports.sources import AT_ONCE, Piece, Source
from desktop.ui.saving import ask_place
from desktop.ui.session import Session

_LONG = 5_000  # rows from which it is worth saying that it takes a moment


class ListExport(ExportDeed):
    """Belongs to a list: Ctrl+E within its page and its button ask for a file and write the list into it.

    `title` names the list, `source` gives what is shown at the moment, `filters` says in words what was
    searched and filtered.
    """

    def __init__(
        self,
        session: Session,
        owner: QWidget,
        title: str | Callable[[], str],
        source: Callable[[], Source],
        filters: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(session, owner)
        self._title, self._source, self._filters = title, source, filters
        self._pieces: Iterator[Piece] = iter(())
        self._packed: list[bytes] = []
        self._count = 0
        self._head = SheetHead("", "", ())
        self._target = Path()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_piece)

    @Slot()
    def save(self) -> None:
        """Ask where to, and write the list there."""
        if self._busy:
            return
        title = self._title() if callable(self._title) else self._title
        name = safe_file_name(f"{today():%Y-%m-%d}", title, suffix=".xlsx")
        target = ask_place(self._session, self.tr("Simpan ke Excel"), name)
        if target is not None:
            self._target = target
            self._begin(title)

    def _begin(self, title: str) -> None:
        source, moment = self._source(), now_here()
        as_of = self.tr("Posisi data per {day} pukul {clock} WIB").format(
            day=medium_date(moment.date()), clock=f"{moment:%H.%M}"
        )
        self._head = SheetHead(title, title, tuple(source.columns), (*self._filters(), as_of))
        self._pieces, self._packed, self._count = source.pieces(), [], 0
        self._show_busy(True)
        self._turn.start()

    @Slot()
    def _take_piece(self) -> None:
        try:
            piece = next(self._pieces, None)
        except Exception as fault:  # also of a defect: the rows so far must not pass for the list
            self._maker.fail(fault)
            return
        if piece is not None:
            if self._count < _LONG <= self._count + AT_ONCE:
                words = self.tr("Menyiapkan {name}…").format(name=self._target.name)
                self._session.bus.message.emit(words, str(Tone.NONE))
            self._packed.append(packed(piece))
            self._count += len(piece)
            return
        self._turn.stop()
        count, words = grouped(self._count), self.tr("{count} baris tersimpan ke {name}.")
        self._maker.make(
            self._target, "workbook", self._head, self._packed,
            told=lambda target: words.format(count=count, name=target.name),
        )  # fmt: skip
        self._packed = []

    @Slot()
    def _end(self) -> None:
        self._turn.stop()
        self._pieces, self._packed = iter(()), []
        super()._end()


def filter_words(text: str, chosen: Sequence[str] = ()) -> list[str]:
    """What was searched and filtered, as lines above a list; nothing where all is shown."""
    words = [_tr("Pencarian: {text}").format(text=text.strip())] if text.strip() else []
    return [*words, _tr("Saringan: {chosen}").format(chosen=", ".join(chosen))] if chosen else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListExport", text)
