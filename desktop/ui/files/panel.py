"""The files of something: those of one kind in their order, and the ways in: chosen, dropped or pasted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.exchange.attached.kinds import SUFFIXES
from desktop.exchange.attached.shapes import Taken
from desktop.models.queries.attachments import Owner, files_of
from desktop.services.attachments import add_files, move_file, remove_file
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.files.details import FileDetails
from desktop.ui.files.file_list import FileList
from desktop.ui.files.opening import FileOpener
from desktop.ui.files.taking import FileTaking, files_in, picture_in
from desktop.ui.files.thumbnails import Thumbnails
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label, set_tip

_MOST_FAULTS = 3
_PHOTO = "foto"
_PICTURES = (_PHOTO, "bukti")
"""The kinds a copied picture can be."""


class FilesPanel(QWidget):
    """added(): files were kept for the owner shown."""

    added = Signal()

    def __init__(
        self,
        session: Session,
        kinds: Mapping[str, str],
        title: str,
        *,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`kinds` are the words for the kinds of file, the first one chosen; a single one is no choice.

        `wide`: there is more width than height.
        """
        super().__init__(parent)
        self._session = session
        self._kinds = kinds
        self._owner: Owner | None = None
        self._target: tuple[Owner | None, str] = (None, _PHOTO)  # where the files on their way belong
        self._opener = FileOpener(session, self)

        # Kind and ways in
        self.kind = ChoiceField(tuple(kinds.items()))
        self.kind.setAccessibleName(self.tr("Jenis berkas"))
        self.kind.setVisible(len(kinds) > 1)
        self.paste_button = button(self.tr("Tempel"), "copy")
        set_tip(self.paste_button, self.tr("Tempel foto atau berkas yang disalin (Ctrl+V)"))
        self.add_button = button(self.tr("Tambah…"), "plus", kind="primary")
        self.taking = FileTaking(session, self)
        self.banner = Banner("", Tone.ATTENTION)
        self.banner.hide()

        # Files
        self.list = FileList(Thumbnails(session, self))
        self.list.setAccessibleName(title)
        self.empty = EmptyState(
            "paperclip", self.tr("Belum ada berkas."), self.tr("Seret ke sini, tempel, atau pilih Tambah.")
        )
        self.details = FileDetails(session, self.tr("pada foto: dicetak di bawahnya") if _PHOTO in kinds else "")
        self._assemble(title, wide=wide)
        self._wire()

    def _assemble(self, title: str, *, wide: bool) -> None:
        unit = theme.current().unit
        self.head = QHBoxLayout()
        self.head.setSpacing(unit * 2)
        self.head.addWidget(plain_label(title, role="heading"), 1)
        self.head.addWidget(self.paste_button)
        self.head.addWidget(self.add_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0 if wide else unit * 2, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(self.head)
        whole.addWidget(self.kind)
        whole.addWidget(self.banner)
        if wide:
            halves = QHBoxLayout()
            halves.setSpacing(unit * 3)
            halves.addWidget(self.list, 1)
            halves.addWidget(self.details, 1)
            whole.addLayout(halves, 1)
        else:
            whole.addWidget(self.list, 1)
            whole.addWidget(self.details)
        whole.insertWidget(whole.count() - 1, self.empty, 1)
        self.setAcceptDrops(True)

    def _wire(self) -> None:
        self.kind.edited.connect(self._show_kind)
        self.add_button.clicked.connect(self._choose)
        self.paste_button.clicked.connect(self._paste)
        on_keys(self, "Ctrl+V", self._paste)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.open_wanted.connect(self._open)
        self.list.remove_wanted.connect(self._remove)
        self.list.move_wanted.connect(self._move)
        self.list.dropped.connect(self.take)
        self.taking.progressed.connect(self._tell_progress)
        self.taking.finished.connect(self._keep)
        self.banner.wanted.connect(self._press_banner)
        self.details.open_wanted.connect(self._open)
        self.details.remove_wanted.connect(self._remove)
        self.details.step_wanted.connect(self._step)

    def show_owner(self, owner: Owner | None, *, fresh: bool) -> None:
        """Show the files of something, or nothing; not `fresh`: without touching what is being changed."""
        if fresh:
            self.flush()
            self.banner.setVisible(self.taking.is_busy)
        self._owner = owner
        self._reload()

    def show_file(self, file: UUID) -> None:
        """Go to a file of the owner shown, among those of its kind."""
        found = files_of(self._session.store, self._owner) if self._owner is not None else []
        kind = next((one.kind for one in found if one.id == file), None)
        if kind is not None:
            self.kind.set_value(kind)
            self._show_kind()
            self.list.go_to(file)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.details.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(event.mimeData())

    @property
    def _chosen_kind(self) -> str:
        return str(self.kind.value())

    def _reload(self) -> None:
        files = files_of(self._session.store, self._owner) if self._owner is not None else []
        counts = {kind: sum(one.kind == kind for one in files) for kind in self._kinds}
        words = {kind: f"{name} ({counts[kind]})" if counts[kind] else name for kind, name in self._kinds.items()}
        self.kind.set_options(list(words.items()))
        shown = [one for one in files if one.kind == self._chosen_kind]
        self.list.show_files(shown)
        # What goes is hidden before what comes is shown: both at once would push away what lies above.
        for one, wanted in sorted(((self.list, bool(shown)), (self.empty, not shown)), key=lambda pair: pair[1]):
            one.setVisible(wanted)
        for one in (self.add_button, self.paste_button):
            one.setEnabled(self._owner is not None and not self._session.store.read_only)

    @Slot()
    def _show_kind(self) -> None:
        self.banner.setVisible(self.taking.is_busy)
        self._reload()

    @Slot()
    def _show_chosen(self) -> None:
        self.details.show_file(self.list.current_file())

    # Ways in

    @Slot()
    def _choose(self) -> None:
        if self._chosen_kind == _PHOTO:
            filters = self.tr("Foto JPEG atau PNG (*.jpg *.jpeg *.png)")
        else:
            ends = " ".join(f"*{end}" for end in (*SUFFIXES.values(), ".jpeg"))
            filters = self.tr("Dokumen dan gambar ({ends})").format(ends=ends)
        everything = self.tr("Semua berkas (*)")
        self._take_paths(ask.choose_files(self.tr("Pilih berkas"), f"{filters};;{everything}"))

    @Slot()
    def _paste(self) -> None:
        self.take(QGuiApplication.clipboard().mimeData())

    @Slot(object)
    def take(self, data: QMimeData) -> None:
        """Take in files or a picture that were dropped or copied."""
        paths, picture = files_in(data), picture_in(data)
        if paths:
            self._take_paths(paths)
        elif picture is None:
            self._tell(self.tr("Tidak ada foto atau berkas yang disalin."), Tone.ATTENTION)
        elif self._chosen_kind not in _PICTURES:
            self._tell(self.tr("Gambar yang disalin hanya dapat menjadi foto kegiatan."), Tone.ATTENTION)
        elif self._may_take():
            self.taking.take_picture(picture, self.tr("Tempelan"))

    def _take_paths(self, paths: list[Path]) -> None:
        if paths and self._may_take():
            self.taking.take_files(paths, photos=self._chosen_kind == _PHOTO)

    def _may_take(self) -> bool:
        if self._session.store.read_only or self._owner is None:
            return False
        if self.taking.is_busy:
            self._session.bus.message.emit(
                self.tr("Tunggu sampai berkas sebelumnya selesai diambil."), str(Tone.ATTENTION)
            )
            return False
        self._target = (self._owner, self._chosen_kind)
        return True

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        if done < total:
            told = self.tr("Mengambil {done} dari {total} berkas …").format(done=done, total=total)
            self._tell(told, Tone.INFO, self.tr("Batal"))

    @Slot(list, list)
    def _keep(self, taken: list[Taken], faults: list[str]) -> None:
        """Keep what was taken for the owner it was meant for, also when another one is shown by now."""
        self.banner.hide()
        owner, kind = self._target
        if taken and owner is not None:
            told = self.tr("{count} berkas ditambahkan.").format(count=len(taken))
            made = self._session.make(lambda: add_files(self._session.desk, owner, kind, taken), told=told)
            added = made[0] if made else []
            self._reload()
            if added:
                self.list.go_to(added[0])
                self.added.emit()
            if made and len(added) < len(taken):
                faults = [*faults, self.tr("Berkas yang sudah ada tidak ditambahkan lagi.")]
        if faults:
            lines = faults[:_MOST_FAULTS]
            if len(faults) > _MOST_FAULTS:
                lines.append(self.tr("… dan {count} lainnya.").format(count=len(faults) - _MOST_FAULTS))
            self._tell("\n".join(lines), Tone.ATTENTION, self.tr("Tutup"))

    @Slot()
    def _press_banner(self) -> None:
        if self.taking.is_busy:
            self.taking.cancel()
        else:
            self.banner.hide()

    def _tell(self, words: str, tone: Tone, action: str = "") -> None:
        self.banner.say(words, tone, action)
        self.banner.show()

    # The file chosen

    @Slot()
    def _open(self) -> None:
        file = self.list.current_file()
        if file is None:
            return
        if problem := self._opener.open(file.id):
            self._tell(problem, Tone.PROBLEM, self.tr("Tutup"))

    @Slot()
    def _remove(self) -> None:
        file = self.list.current_file()
        if file is not None:
            told = self.tr("Berkas dihapus: {name}").format(name=file.name)
            self._session.run(lambda: remove_file(self._session.desk, file.id), told=told)
            self._reload()

    @Slot(object, int)
    def _move(self, file: UUID, to: int) -> None:
        self.flush()
        self._session.run(lambda: move_file(self._session.desk, file, to))
        self._reload()

    @Slot(int)
    def _step(self, by: int) -> None:
        file = self.list.current_file()
        if file is not None:
            self._move(file.id, self.list.currentRow() + by)


def holds_files(data: QMimeData) -> bool:
    """Whether files or a picture are being dragged, or were copied."""
    return bool(files_in(data)) or picture_in(data) is not None
