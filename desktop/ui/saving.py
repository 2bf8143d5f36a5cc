"""Saving a file where the user says: the folder of the last one, and another place where this one refuses.

The content is whole before the place is asked for or the disk is met, and it stays in hand until it is written
or given up: a full stick, a file open in another program or a folder nobody may write into costs nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QObject, QStandardPaths, Qt, Signal, Slot

from desktop.base.errors import AppError
from desktop.base.files import atomic_write, is_folder, is_there
from desktop.base.settings import SAVE_FOLDERS
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.handover import handed_over
from desktop.ui.memory import keep
from desktop.ui.session import Session

Then = Callable[[Path, bytes], object]


@dataclass(frozen=True, slots=True)
class _Saving:
    """One file on its way; `told` is said when it is there, and `then` is done."""

    target: Path
    content: bytes
    told: Callable[[Path], str]
    then: Then | None


class FileSaver(QObject):
    """Writes beside the window, which hears only how it ended.

    saved(Path, bytes)    the file is there, with this content
    ended()               the work is over, well or given up
    """

    saved = Signal(object, object)
    ended = Signal()
    _written = Signal(object)
    _refused = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        # Files are written on a thread of their own: a stick or a file held by others may take seconds.
        self._written.connect(self._tell_saved, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._ask_again, Qt.ConnectionType.QueuedConnection)

    def save(
        self, target: Path, content: bytes, told: Callable[[Path], str] | None = None, then: Then | None = None
    ) -> None:
        """Write a file; where that fails the user may try again or choose another place.

        `told` gives what is said of the file that was written, its name alone where there is none; `then` is
        done once the file is there, and never for one that is not.
        """
        self._begin(_Saving(target, content, told or _told, then))

    def _begin(self, saving: _Saving) -> None:
        written, refused = handed_over(self._written), handed_over(self._refused, saving)

        def write() -> None:
            try:
                atomic_write(saving.target, saving.content, keep_finished=False)
            except AppError as fault:
                refused(fault)
            else:
                written(saving)

        threading.Thread(target=write, name="saving").start()

    @Slot(object)
    def _tell_saved(self, saving: _Saving) -> None:
        target = saving.target
        folders: Mapping[str, str] = self._session.settings.get(SAVE_FOLDERS)
        keep(self._session.settings, SAVE_FOLDERS, {**folders, target.suffix.lower(): str(target.parent)})
        self.ended.emit()
        self._session.bus.message.emit(saving.told(target), str(Tone.OK))
        if saving.then is not None:
            saving.then(target, saving.content)
        self.saved.emit(target, saving.content)

    @Slot(object, object)
    def _ask_again(self, saving: _Saving, fault: AppError) -> None:
        answer = ask.choose(
            fault.message,
            f"{fault.advice} {_tr('Isi yang baru masih siap disimpan.')}".strip(),
            options=(_tr("Pilih tempat lain…"), _tr("Coba lagi"), _tr("Batal simpan")),
            tone=Tone.PROBLEM,
        )
        target: Path | None = saving.target if answer == 1 else None
        if answer == 0:
            target = ask_place(self._session, _tr("Simpan di tempat lain"), saving.target.name)
        if target is not None:
            self._begin(replace(saving, target=target))
            return
        self.ended.emit()
        told = _tr("“{name}” tidak disimpan.").format(name=saving.target.name)
        self._session.bus.message.emit(told, str(Tone.ATTENTION))


def save_file(session: Session, target: Path, content: bytes, told: Callable[[Path], str]) -> None:
    """Write a file as `FileSaver.save` does, for a place that has no saver: the session's own."""
    name = "saver"
    saver = session.findChild(FileSaver, name, Qt.FindChildOption.FindDirectChildrenOnly)
    if saver is None:
        saver = FileSaver(session, session)
        saver.setObjectName(name)
    saver.save(target, content, told)


def ask_place(session: Session, title: str, name: str) -> Path | None:
    """Where a file goes, asked in the folder of the last one of its kind; None for Escape.

    The file has the ending of `name` whatever was typed; nothing is replaced without a question.
    """
    ending = Path(name).suffix
    target = ask.save_file(title, save_folder(session, ending) / name, _filter(ending))
    if target is None or target.suffix.lower() == ending.lower():
        return target
    target = target.with_name(f"{target.name}{ending}")  # the dialog asked about another name
    if is_there(target) and not ask.question(
        _tr("“{name}” sudah ada.").format(name=target.name),
        _tr("Isinya diganti dengan yang baru."),
        yes=_tr("Ganti"),
        danger=True,
    ):
        return None
    return target


def save_folder(session: Session, ending: str) -> Path:
    """The folder of the last file with this ending; where it is gone, the user's documents or home."""
    folders: Mapping[str, str] = session.settings.get(SAVE_FOLDERS)
    kept = Path(folders.get(ending.lower(), ""))
    if kept.is_absolute() and is_folder(kept):  # the stick may be elsewhere
        return kept
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if is_folder(documents) else Path(QDir.homePath())


def _told(target: Path) -> str:
    return _tr("Tersimpan: {name}").format(name=target.name)


def _filter(ending: str) -> str:
    words = {
        ".pdf": _tr("Surat PDF"),
        ".xlsx": _tr("Buku kerja Excel"),
        ".docx": _tr("Dokumen Word"),
        ".ics": _tr("Kalender"),
        ".zip": _tr("Berkas rapat"),
        ".csv": _tr("Tabel CSV"),
    }
    return f"{words.get(ending, _tr('Berkas Rakor'))} (*{ending})"


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileSaver", text)
