"""A paper on its way out of the program: saved, opened in another program, and written into the register."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.services.issued import Edition, note_issued
from desktop.ui.colours import Tone
from desktop.ui.papers.page_layout import Size
from desktop.ui.saving import FileSaver, Then, ask_place
from desktop.ui.session import Session


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
    """A paper as it was when the user wanted it; meanwhile one may go on typing, or freeze the minutes."""

    names: PaperNames
    pdf: bytes
    sizes: tuple[Size, ...]
    edition: Edition | None = None


class WaysOut(QObject):
    """issued(str): a paper left the program, in one of the ways of `ISSUE_WAYS`."""

    issued = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saver = FileSaver(session, self)
        self._copies: list[QTemporaryDir] = []  # one each: a reader on Windows holds the file it shows

    def save(self, outgoing: Outgoing, then: Then | None = None) -> None:
        """Save a paper where the user says, at first in the folder of the last one; `then` once it is there."""

        def saved(path: Path, pdf: bytes) -> None:
            self.note(outgoing, "simpan", path.name)
            if then is not None:
                then(path, pdf)

        target = ask_place(self._session, self.tr("Simpan PDF"), outgoing.names.file_name)
        if target is not None:
            self._saver.save(target, outgoing.pdf, then=saved)

    def open_elsewhere(self, outgoing: Outgoing) -> None:
        """Hand a copy to the PDF reader; the copies go when the program ends."""
        folder = QTemporaryDir()
        path = Path(folder.filePath(outgoing.names.file_name))
        try:
            if not folder.isValid():
                raise OSError(folder.errorString())
            path.write_bytes(outgoing.pdf)
        except OSError:
            told = self.tr("Salinan untuk pembaca PDF tidak dapat dibuat di folder sementara komputer ini. "
                           "Kosongkan ruang di disk, atau simpan PDF-nya, lalu buka sendiri.")  # fmt: skip
            self._tell(told, Tone.PROBLEM)
            return
        self._copies.append(folder)
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.note(outgoing, "buka", path.name)
        else:
            self._tell(self.tr("Pembaca PDF tidak ditemukan. Simpan PDF-nya, lalu buka sendiri."), Tone.PROBLEM)

    def note(self, outgoing: Outgoing, way: str, file_name: str = "", pages: int | None = None) -> None:
        """Write into the register that a paper left the program; `pages`, where not all of it did."""
        desk, names = self._session.desk, outgoing.names
        if not desk.store.read_only:
            self._session.run(
                lambda: note_issued(
                    desk, names.kind, names.title, way, outgoing.pdf, meeting=names.meeting,
                    institution=names.institution, file_name=file_name, pages=pages or len(outgoing.sizes),
                    edition=outgoing.edition,
                )
            )  # fmt: skip
        self.issued.emit(way)

    def _tell(self, words: str, tone: Tone) -> None:
        self._session.bus.message.emit(words, str(tone))
