"""A paper on its way out of the program: saved, opened in another program, and written into the register."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTemporaryDir, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from desktop.base.errors import AppError
from desktop.base.files import atomic_write
from desktop.base.settings import PAPER_FOLDER
from desktop.services.issued import note_issued
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.memory import keep
from desktop.ui.papers.page_layout import Size
from desktop.ui.session import Session

_ENDING = ".pdf"


@dataclass(frozen=True, slots=True)
class PaperNames:
    """What a paper is called: in `PAPERS`, by a reader, as a file; and whom it is about."""

    kind: str
    title: str
    file_name: str
    meeting: UUID | None = None
    institution: UUID | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A paper as it was when the user wanted it; one may go on typing meanwhile."""

    names: PaperNames
    pdf: bytes
    sizes: tuple[Size, ...]


class WaysOut(QObject):
    """issued(str): a paper left the program, in one of the ways of `ISSUE_WAYS`."""

    issued = Signal(str)
    _written = Signal(object)
    _refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opened: QTemporaryDir | None = None
        # Files are written on a thread of their own: a stick or a file held by others may take seconds.
        self._written.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._tell_fault, Qt.ConnectionType.QueuedConnection)

    def save(self, outgoing: Outgoing) -> None:
        """Save a paper where the user says, at first in the folder of the last one."""
        suggestion = self._folder() / outgoing.names.file_name
        target = ask.save_file(self.tr("Simpan PDF"), suggestion, self.tr("Surat PDF (*.pdf)"))
        if target is None:
            return
        if target.suffix.lower() != _ENDING:
            target = target.with_name(target.name + _ENDING)
            if target.exists() and not ask.question(
                self.tr("“{name}” sudah ada.").format(name=target.name),
                self.tr("Isinya diganti dengan surat ini."),
                yes=self.tr("Ganti"),
                danger=True,
            ):
                return
        self._write(target, outgoing, lambda: self._saved(target, outgoing))

    def open_elsewhere(self, outgoing: Outgoing) -> None:
        """Hand a copy to the PDF reader; the copies go when the program ends."""
        self._opened = self._opened or QTemporaryDir()
        path = Path(self._opened.filePath(outgoing.names.file_name))
        self._write(path, outgoing, lambda: self._open(path, outgoing))

    def note(self, outgoing: Outgoing, way: str, file_name: str = "", pages: int | None = None) -> None:
        """Write into the register that a paper left the program; `pages`, where not all of it did."""
        desk, names = self._session.desk, outgoing.names
        if not desk.store.read_only:
            self._session.run(
                lambda: note_issued(
                    desk, names.kind, names.title, way, outgoing.pdf, meeting=names.meeting,
                    institution=names.institution, file_name=file_name, pages=pages or len(outgoing.sizes),
                )
            )  # fmt: skip
        self.issued.emit(way)

    def _saved(self, target: Path, outgoing: Outgoing) -> None:
        keep(self._session.settings, PAPER_FOLDER, str(target.parent))
        self._tell(self.tr("Tersimpan: {name}").format(name=target.name), Tone.OK)
        self.note(outgoing, "simpan", target.name)

    def _open(self, path: Path, outgoing: Outgoing) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.note(outgoing, "buka", path.name)
        else:
            self._tell(self.tr("Pembaca PDF tidak ditemukan. Simpan PDF-nya, lalu buka sendiri."), Tone.PROBLEM)

    def _folder(self) -> Path:
        kept = self._session.settings.get(PAPER_FOLDER)
        if kept and Path(kept).is_dir():  # the stick may be elsewhere
            return Path(kept)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _write(self, target: Path, outgoing: Outgoing, then: Callable[[], None]) -> None:
        def write() -> None:
            try:
                atomic_write(target, outgoing.pdf)
            except AppError as fault:
                self._refused.emit(fault)
            else:
                self._written.emit(then)

        threading.Thread(target=write, name="paper-file").start()

    @Slot(object)
    def _go_on(self, then: Callable[[], None]) -> None:
        then()

    @Slot(object)
    def _tell_fault(self, fault: AppError) -> None:
        self._tell(str(fault), Tone.PROBLEM)

    def _tell(self, words: str, tone: Tone) -> None:
        self._session.bus.message.emit(words, str(tone))
