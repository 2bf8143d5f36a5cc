"""Data & cadangan: where the data lie, and the copies that can be restored."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import here, today
from desktop.base.dates import clock_text, long_date
from desktop.base.places import safe_file_name
from desktop.services.backups import Backup, DataPlace, data_place, list_backups
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.settings.backup_maker import BackupMaker
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.columns import Column, cell
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label


class DataTab(QWidget):
    """restore_wanted(Path): the user chose a copy and agreed to go back to it."""

    restore_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._backups: list[Backup] = []
        self._place = data_place(session.store)
        self._maker = BackupMaker(session.store, self)
        self._maker.made.connect(self._made)
        self._maker.failed.connect(self._failed)
        unit = theme.current().unit
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.setSpacing(unit * 3)
        if self._place is None:
            whole.addWidget(self._server_card())
            whole.addStretch()
            return
        for words in _warnings(self, self._place):
            whole.addWidget(Banner(words, Tone.ATTENTION))
        whole.addWidget(self._place_card(self._place))
        whole.addWidget(self._backup_card(), 1)
        self.load()

    @Slot()
    def load(self) -> None:
        """Read the list of copies again."""
        if self._place is None:
            return
        self._backups = list_backups(self._session.store)
        rows = [(number, one.made_at, one.meetings, one.path.name) for number, one in enumerate(self._backups, 1)]
        self.table.set_listing(RowsAtHand(rows))
        self.restore_button.setEnabled(bool(rows))

    def _server_card(self) -> Card:
        card = Card(self.tr("Data di server kantor"))
        words = plain_label(
            self.tr("Data disimpan di server PostgreSQL kantor. Cadangannya dibuat oleh pengelola server.")
        )
        words.setWordWrap(True)
        card.body.addWidget(words)
        return card

    def _place_card(self, place: DataPlace) -> Card:
        card = Card(self.tr("Tempat data"))
        where = plain_label(str(place.folder))
        where.setWordWrap(True)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where.setAccessibleName(self.tr("Folder data"))
        open_button = button(self.tr("Buka folder"), "folder-open")
        open_button.clicked.connect(self._open_folder)
        card.tools.addWidget(open_button)
        card.body.addWidget(where)
        return card

    def _backup_card(self) -> Card:
        card = Card(self.tr("Cadangan"))
        self.make_button = button(self.tr("Buat cadangan sekarang"), "plus", kind="primary")
        self.make_button.clicked.connect(self._make)
        self.save_button = button(self.tr("Simpan salinan di tempat lain…"), "save")
        self.save_button.clicked.connect(self._save_elsewhere)
        self.restore_button = button(self.tr("Pulihkan…"), "history")
        self.restore_button.clicked.connect(self._restore)
        writable = not self._session.store.read_only
        for one in (self.make_button, self.save_button):
            one.setEnabled(writable)
        self.table = DataTable(
            [
                Column("made", self.tr("Dibuat"), cell(1, _moment), 36, sortable=False),
                Column("meetings", self.tr("Rapat"), cell(2), 8, right=True, sortable=False),
                Column("file", self.tr("Berkas"), cell(3), 30, stretch=True, sortable=False),
            ],
            "backups",
            self._session.settings,
        )
        self.table.setAccessibleName(self.tr("Daftar cadangan"))
        self.table.opened.connect(self._restore)
        self.table.set_empty_state(
            EmptyState(
                "archive",
                self.tr("Belum ada cadangan."),
                self.tr("Rakor membuatnya sendiri setelah ada perubahan; Anda juga dapat membuatnya sekarang."),
            )
        )
        note = plain_label(
            self.tr(
                "Cadangan dibuat sendiri saat program dibuka dan ditutup bila ada perubahan, lalu diperiksa. "
                "Simpan juga salinan di luar laptop ini, misalnya di diska lepas."
            ),
            role="help",
        )
        note.setWordWrap(True)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.current().unit * 2)
        deeds.addWidget(self.restore_button)
        deeds.addStretch()
        deeds.addWidget(self.save_button)
        deeds.addWidget(self.make_button)
        card.body.addWidget(note)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(deeds)
        return card

    @Slot()
    def _open_folder(self) -> None:
        assert self._place is not None
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place.folder))):
            self._say(self.tr("Folder tidak dapat dibuka dari sini."), Tone.ATTENTION)

    @Slot()
    def _make(self) -> None:
        self._begin(None)

    @Slot()
    def _save_elsewhere(self) -> None:
        day = today()
        name = safe_file_name(f"{day:%Y-%m-%d}", "Cadangan Rakor", suffix=".db")
        target = ask.save_file(self.tr("Simpan salinan"), Path.home() / name, self.tr("Cadangan Rakor (*.db)"))
        if target is not None:
            self._begin(target)

    def _begin(self, target: Path | None) -> None:
        self.make_button.setEnabled(False)
        self.save_button.setEnabled(False)
        self._maker.make(target)

    @Slot(object)
    def _made(self, backup: Backup | None) -> None:
        self._ended()
        if backup is None:
            self._say(self.tr("Tidak ada perubahan sejak cadangan terakhir."), Tone.INFO)
        else:
            told = self.tr("Cadangan tersimpan dan sudah diperiksa: {name}")
            self._say(told.format(name=backup.path.name), Tone.OK)

    @Slot(str)
    def _failed(self, reason: str) -> None:
        self._ended()
        self._say(self.tr("Cadangan belum dibuat: {reason}").format(reason=reason), Tone.PROBLEM)

    def _ended(self) -> None:
        self.make_button.setEnabled(True)
        self.save_button.setEnabled(True)
        self.load()

    @Slot()
    def _restore(self) -> None:
        seq = self.table.current_seq() or 1
        chosen = self._backups[seq - 1]
        agreed = ask.question(
            self.tr("Kembali ke cadangan {moment}?").format(moment=_moment(chosen.made_at)),
            self.tr(
                "Cadangan ini memuat {count} rapat. Perubahan sesudahnya tidak ikut, tetapi berkas yang sekarang "
                "tetap disimpan di folder data."
            ).format(count=chosen.meetings),
            yes=self.tr("Pulihkan"),
            danger=True,
        )
        if agreed:
            self.restore_wanted.emit(chosen.path)

    def _say(self, text: str, tone: Tone) -> None:
        self._session.bus.message.emit(text, str(tone))


def _warnings(tab: DataTab, place: DataPlace) -> list[str]:
    found = []
    if place.cloud:
        words = tab.tr(
            "Folder data berada di dalam {service}. Layanan itu menyalin berkas saat sedang ditulis dan dapat "
            "merusaknya. Pindahkan data ke folder biasa, dan simpan hanya salinan cadangannya di {service}."
        )
        found.append(words.format(service=place.cloud))
    if place.network:
        found.append(
            tab.tr(
                "Folder data berada di komputer lain. Untuk dipakai bersama gunakan server kantor, bukan folder "
                "bersama: dua laptop yang menulis sekaligus dapat merusak data."
            )
        )
    return found


def _moment(made_at: datetime) -> str:
    local = here(made_at)
    return f"{long_date(local.date())}, {clock_text(local.time())}"
