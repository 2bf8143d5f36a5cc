"""Notula: what only the paper needs, and beside it the paper itself as it will print."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QDir, QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.base.files import atomic_write
from desktop.models.journal import ChangeSet
from desktop.models.queries.records import fields_of
from desktop.models.words import MEETING_STATES, SETTABLE_STATES
from desktop.services.meetings import update_meeting
from desktop.services.office_paper import paper_profile
from desktop.services.papers import PAPERS, paper_file_name
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField, TimeField
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.paper_preview import PaperPreview
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import set_tip

_CONCERNED = frozenset(
    {"meeting", "participant", "agenda_item", "statement", "commitment", "addressee", "office_profile", "person",
     "position", "institution", "progress_report", "rundown_item", "assessment"}
)  # fmt: skip
_FIELDS = ("minutes_number", "minutes_date", "state", "opening", "closing", "closed_at")


class MinutesTab(QWidget):
    """The minutes of one meeting, and its other papers."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._opened: QTemporaryDir | None = None
        unit = theme.current().unit

        # Form
        self._form = Form()
        self._form.add_heading(self.tr("Naskah"))
        self._state = self._form.add_row("state", self.tr("Status"), ChoiceField(_states()))
        self._add_rows()
        self._form.edited.connect(self._save)

        # Paper
        self._kind = ChoiceField(tuple((kind, paper.name) for kind, paper in PAPERS.items()))
        self._kind.setAccessibleName(self.tr("Surat yang ditampilkan"))
        self._kind.set_value("minutes")
        self._kind.edited.connect(self._draw)
        self._save_button = button(self.tr("Simpan PDF…"), "save", kind="primary")
        self._save_button.clicked.connect(self._save_pdf)
        set_tip(self._save_button, self.tr("Simpan sebagai PDF (Ctrl+S)"))
        self._open_button = button(self.tr("Buka di pembaca PDF"), "printer")
        self._open_button.clicked.connect(self._open_pdf)
        set_tip(self._open_button, self.tr("Buka di pembaca PDF untuk dicetak (Ctrl+P)"))
        on_keys(self, "Ctrl+S", self._save_button.click)  # a button that is off does nothing
        on_keys(self, "Ctrl+P", self._open_button.click)
        self.preview = PaperPreview(session.worker)
        self.preview.made.connect(self._paper_made)
        self.preview.failed.connect(self._paper_failed)

        # Assemble
        bar = QHBoxLayout()
        bar.setSpacing(unit * 2)
        bar.addWidget(self._kind)
        bar.addStretch()
        bar.addWidget(self._open_button)
        bar.addWidget(self._save_button)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(unit * 2, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addLayout(bar)
        column.addWidget(self.preview, 1)
        halves = MemorySplitter("minutes", session.settings)
        halves.addWidget(self._form)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([unit * 85, unit * 190])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)
        self.setFocusProxy(self.preview)  # to read; an arrow key must not change the state
        self._paper_made(b"")

    def show_meeting(self, meeting: UUID) -> None:
        """Show the papers of a meeting."""
        self.flush()
        other, self._meeting = meeting != self._meeting, meeting
        if other:
            self.preview.clear()
        self._load(fresh=other)
        self._draw()

    def choose(self, kind: str) -> None:
        """Show another paper of the meeting: one of the names in `PAPERS`."""
        self._kind.set_value(kind)
        self._draw()

    def flush(self) -> None:
        """Save what is still being typed."""
        self._form.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Draw the paper anew when something on it changed."""
        if self._meeting is None or not changes.tables & _CONCERNED:
            return
        if self._meeting in changes.ids("meeting"):
            self._load(fresh=False)
        self._draw()

    def _add_rows(self) -> None:
        self._form.add_row(
            "minutes_number", self.tr("Nomor notula"), LineField(), help=self.tr("Disalin dari SRIKANDI.")
        )
        self._form.add_row("minutes_date", self.tr("Tanggal notula"), DateField())
        self._form.add_row(
            "opening", self.tr("Kata pembukaan"), TextField(self.tr("Rapat dibuka oleh …"), lines=3)
        )
        self._form.add_row("closing", self.tr("Penutup"), TextField(self.tr("Rapat ditutup …"), lines=2))
        self._form.add_row("closed_at", self.tr("Ditutup pukul"), TimeField())

    def _load(self, *, fresh: bool) -> None:
        """Fill the form; not `fresh`: without touching what is being changed."""
        assert self._meeting is not None
        values = fields_of(self._session.store, "meeting", self._meeting).values
        self._state.set_options(_states(values["state"]))
        (self._form.load if fresh else self._form.reload)({name: values[name] for name in _FIELDS})

    @Slot()
    def _save(self) -> None:
        meeting = self._meeting
        changed: dict[str, Any] = self._form.changes()
        if meeting is None or not changed or not self._form.check():
            return
        if self._session.run(lambda: update_meeting(self._session.desk, meeting, **changed), form=self._form):
            self._form.mark_saved(changed)

    @Slot()
    def _draw(self) -> None:
        if self._meeting is not None:
            self.preview.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        assert self._meeting is not None
        store, paper = self._session.store, PAPERS[str(self._kind.value())]
        return paper.job, paper.gather(store, self._meeting), paper_profile(store)

    @Slot(bytes)
    def _paper_made(self, pdf: bytes) -> None:
        for one in (self._save_button, self._open_button):
            one.setEnabled(bool(pdf))

    @Slot(str)
    def _paper_failed(self, reason: str) -> None:
        self._session.bus.message.emit(reason, str(Tone.PROBLEM))

    @Slot()
    def _save_pdf(self) -> None:
        if self._meeting is None:
            return
        name = paper_file_name(self._session.store, str(self._kind.value()), self._meeting)
        target = ask.save_file(self.tr("Simpan PDF"), Path(QDir.homePath(), name), self.tr("Surat PDF (*.pdf)"))
        if target is not None and self._write(target):
            told = self.tr("Tersimpan: {name}").format(name=target.name)
            self._session.bus.message.emit(told, str(Tone.OK))

    @Slot()
    def _open_pdf(self) -> None:
        """Hand a copy to the PDF reader, which can also print it; the copies go when the program ends."""
        if self._meeting is None:
            return
        self._opened = self._opened or QTemporaryDir()
        name = paper_file_name(self._session.store, str(self._kind.value()), self._meeting)
        path = Path(self._opened.filePath(name))
        if self._write(path) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            told = self.tr("Pembaca PDF tidak ditemukan. Simpan PDF-nya, lalu buka sendiri.")
            self._session.bus.message.emit(told, str(Tone.PROBLEM))

    def _write(self, target: Path) -> bool:
        try:
            atomic_write(target, self.preview.pdf)
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return False
        return True


def _states(*stored: str) -> list[tuple[str, str]]:
    """The states to choose from, and the stored one, which an older file may have had signed."""
    return [(state, MEETING_STATES[state]) for state in dict.fromkeys((*SETTABLE_STATES, *stored))]
