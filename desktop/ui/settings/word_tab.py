"""Templat Word: the office's own template for each paper that has a Word file."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.base.errors import AppError, Cancelled
from desktop.base.files import read_bytes
from desktop.base.places import safe_file_name
from desktop.exchange.word.limits import MOST_BYTES
from desktop.services.papers.catalogue import PAPERS
from desktop.services.papers.profile import paper_profile
from desktop.services.word_templates import KINDS, Template, drop_template, keep_template, template_of
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.handover import handed_over
from desktop.ui.saving import ask_place
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import plain_label
from desktop.worker.frames import Answer


class WordTab(QWidget):
    """One card with a line for each paper: which template it has, and what can be done about it.

    kept(str)    a template of this kind was looked into and is used from now on
    """

    kept = Signal(str)
    _checked = Signal(str, object, object)
    _failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.maker = FileMaker(session, self)
        self._names: dict[str, QLabel] = {}
        self._removers: dict[str, QPushButton] = {}
        unit = theme.current().unit
        card = Card(self.tr("Templat Word kantor"))
        told = plain_label(
            self.tr(
                "Naskah Word diisi ke templat kantor; bidang SRIKANDI yang ditulis ${…} tidak disentuh. Contoh "
                "templat memuat semua tanda yang diganti. Tanpa templat, naskah disusun menurut profil kantor."
            ),
            role="help",
        )
        told.setWordWrap(True)
        card.body.addWidget(told)
        for kind in KINDS:
            card.body.addLayout(self._line(kind))
        card.setMaximumWidth(unit * 240)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.addWidget(card)
        whole.addStretch(1)
        self._checked.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._tell_failure, Qt.ConnectionType.QueuedConnection)
        self.load()

    def load(self) -> None:
        """Show which templates there are."""
        for kind in KINDS:
            template = template_of(self._session.store, kind)
            self._names[kind].setText(template.name if template else self.tr("tanpa templat"))
            self._removers[kind].setEnabled(template is not None and not self._session.store.read_only)

    def choose(self, kind: str) -> None:
        """Ask for a template and let the worker look into it."""
        path = ask.choose_file(self.tr("Pilih templat"), self.tr("Dokumen Word (*.docx)"))
        if path is None:
            return
        try:
            template = Template(path.name, read_bytes(path, MOST_BYTES + 1))
        except AppError as fault:
            self._say(str(fault), Tone.PROBLEM)
            return

        self._session.worker.submit(
            "word-template",
            kind,
            template.data,
            slot="word-template",
            on_done=handed_over(self._checked, kind, template),
            on_error=handed_over(self._failed),
        )

    def save_sample(self, kind: str) -> None:
        """Save a template to begin with."""
        suggestion = safe_file_name(self.tr("Templat"), PAPERS[kind].name, suffix=".docx")
        target = ask_place(self._session, self.tr("Simpan contoh templat"), suggestion)
        if target is not None:
            profile = paper_profile(self._session.store)
            self.maker.make(target, "word-sample", kind, profile)

    def remove(self, kind: str) -> None:
        """Use no template any more."""
        name = PAPERS[kind].name
        agreed = ask.question(
            self.tr("Lepas templat {name}?").format(name=name),
            self.tr("Naskah Word-nya lalu disusun menurut profil kantor. Berkas templat Anda tidak dihapus."),
            yes=self.tr("Lepas"),
        )
        if agreed:
            self._deed(partial(drop_template, self._session.desk, kind))

    def _line(self, kind: str) -> QHBoxLayout:
        unit = theme.current().unit
        paper, name = plain_label(PAPERS[kind].name), plain_label(role="muted")
        paper.setMinimumWidth(unit * 34)
        name.setWordWrap(True)
        name.setAccessibleName(self.tr("Templat {name}").format(name=PAPERS[kind].name))
        self._names[kind] = name
        pick = button(self.tr("Pilih templat…"), "folder-open")
        sample = button(self.tr("Simpan contoh…"), "save", kind="quiet")
        remover = button(self.tr("Lepas"), kind="quiet")
        self._removers[kind] = remover
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        line.addWidget(paper)
        line.addWidget(name, 1)
        for made, deed in ((pick, self.choose), (sample, self.save_sample), (remover, self.remove)):
            made.setAccessibleName(f"{made.text()} {PAPERS[kind].name}")
            made.clicked.connect(partial(self._pressed, deed, kind))
            line.addWidget(made)
        pick.setEnabled(not self._session.store.read_only)
        return line

    @staticmethod
    def _pressed(deed: Any, kind: str, _checked: bool = False) -> None:
        deed(kind)

    @Slot(str, object, object)
    def _keep(self, kind: str, template: Template, answer: Answer) -> None:
        marks: dict[str, list[str]] = answer.meta
        if not marks["known"]:
            self._say(
                self.tr(
                    "{name} belum memuat satu tanda pun, misalnya [[judul_rapat]]. Lihat contoh templat."
                ).format(name=template.name),
                Tone.PROBLEM,
            )
            return
        self._deed(partial(keep_template, self._session.desk, kind, template))
        told = self.tr("{name} dipakai; {count} tanda dikenali.").format(
            name=template.name, count=len(marks["known"])
        )
        if marks["unknown"]:
            told += self.tr(" Tidak dikenali: {marks}.").format(marks=", ".join(marks["unknown"][:5]))
        self._say(told, Tone.ATTENTION if marks["unknown"] else Tone.OK)
        self.kept.emit(kind)

    @Slot(object)
    def _tell_failure(self, fault: Exception) -> None:
        if isinstance(fault, Cancelled):
            return
        if not isinstance(fault, AppError):
            raise fault
        self._say(str(fault), Tone.PROBLEM)

    def _deed(self, deed: Any) -> None:
        try:
            deed()
        except AppError as fault:
            self._say(str(fault), Tone.PROBLEM)
        self.load()

    def _say(self, words: str, tone: Tone) -> None:
        self._session.bus.message.emit(words, str(tone))
