"""Notula: what only the paper needs, and beside it the paper itself as it will print."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import QDir, QTemporaryDir, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.errors import AppError
from desktop.base.files import atomic_write
from desktop.models.journal import ChangeSet
from desktop.services.issued import note_issued
from desktop.services.minutes_life import keep_paper
from desktop.services.papers.catalogue import PAPERS, paper_file_name, printed_profile
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.meetings.minutes_form import MinutesForm
from desktop.ui.meetings.paper_bar import PaperBar
from desktop.ui.meetings.paper_forms import PaperForms
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.paper_preview import PaperPreview
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import set_tip

_CONCERNED = frozenset(
    {"meeting", "participant", "agenda_item", "statement", "commitment", "addressee", "office_profile", "person",
     "position", "institution", "progress_report", "rundown_item", "assessment", "letter", "attachment",
     "accounting_item"}
)  # fmt: skip
_TOLD = frozenset({"minutes_version", "tenure"})  # in the form, not on the paper


class MinutesTab(QWidget):
    """The minutes of one meeting, and its other papers.

    mend_wanted(str, str): a gap is mended in another tab, at a field
    """

    mend_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._opened: QTemporaryDir | None = None
        self._awaited: UUID | None = None  # the frozen version whose file is being made, to be known again by it
        unit = theme.current().unit

        # Form
        self._forms = PaperForms(session)
        self._minutes = cast(MinutesForm, self._forms.form("minutes"))
        self._minutes.life.gap_chosen.connect(self._mend)

        # Paper
        self._paper = PaperBar(session)
        self._paper.paper_chosen.connect(self._show_other)
        self._paper.option_chosen.connect(self._draw)
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
        bar.addWidget(self._paper)
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
        halves.addWidget(self._forms)
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
        self._show_form()
        self._draw()

    def choose(self, kind: str) -> None:
        """Show another paper of the meeting: one of the names in `PAPERS`."""
        self._paper.choose(kind)

    def flush(self) -> None:
        """Save what is still being typed."""
        self._forms.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Draw the paper anew when something on it changed."""
        if self._meeting is None or not changes.tables & (_CONCERNED | _TOLD):
            return
        self._show_form()
        if changes.tables & _CONCERNED:
            self._draw()

    def _show_form(self) -> None:
        if self._meeting is not None:
            self._forms.show_form(self._paper.kind, self._meeting)
            self._paper.show_meeting(self._meeting)

    @Slot()
    def _show_other(self) -> None:
        """Another paper is wanted: its form in front, no page of the one before."""
        self.preview.clear()
        self._show_form()
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._meeting is not None:
            self.preview.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        assert self._meeting is not None
        store, kind = self._session.store, self._paper.kind
        paper, version = PAPERS[kind], self._minutes.life.version
        awaited = kind == "minutes" and version is not None and version.pdf_hash is None
        self._awaited = version.id if version is not None and awaited else None
        content = paper.gather(store, self._meeting, **self._paper.chosen)
        return paper.job, content, printed_profile(store, kind, self._meeting)

    @Slot(bytes)
    def _paper_made(self, pdf: bytes) -> None:
        for one in (self._save_button, self._open_button):
            one.setEnabled(bool(pdf))
        version, self._awaited = self._awaited, None
        if pdf and version is not None and not self._session.store.read_only:
            self._session.run(lambda: keep_paper(self._session.desk, version, pdf))

    @Slot(str, str)
    def _mend(self, tab: str, field: str) -> None:
        if tab == "minutes":
            self.choose("minutes")
            self._minutes.go_to(field)
        else:
            self.mend_wanted.emit(tab, field)

    @Slot(str)
    def _paper_failed(self, reason: str) -> None:
        self._session.bus.message.emit(reason, str(Tone.PROBLEM))

    @Slot()
    def _save_pdf(self) -> None:
        if self._meeting is None:
            return
        name = self._file_name()
        target = ask.save_file(self.tr("Simpan PDF"), Path(QDir.homePath(), name), self.tr("Surat PDF (*.pdf)"))
        if target is not None and self._write(target):
            told = self.tr("Tersimpan: {name}").format(name=target.name)
            self._session.bus.message.emit(told, str(Tone.OK))
            self._note("simpan", target.name)

    @Slot()
    def _open_pdf(self) -> None:
        """Hand a copy to the PDF reader, which can also print it; the copies go when the program ends."""
        if self._meeting is None:
            return
        self._opened = self._opened or QTemporaryDir()
        name = self._file_name()
        path = Path(self._opened.filePath(name))
        if not self._write(path):
            return
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._note("buka", name)
        else:
            told = self.tr("Pembaca PDF tidak ditemukan. Simpan PDF-nya, lalu buka sendiri.")
            self._session.bus.message.emit(told, str(Tone.PROBLEM))

    def _file_name(self) -> str:
        assert self._meeting is not None
        return paper_file_name(
            self._session.store, self._paper.kind, self._meeting, detail=self._paper.chosen_words
        )

    def _note(self, way: str, file_name: str) -> None:
        """Write into the register that the paper on screen left the program."""
        desk, kind, pdf, meeting = self._session.desk, self._paper.kind, self.preview.pdf, self._meeting
        if not desk.store.read_only:
            title, pages = PAPERS[kind].name, self.preview.page_count
            self._session.run(
                lambda: note_issued(desk, kind, title, way, pdf, meeting=meeting, file_name=file_name, pages=pages)
            )

    def _write(self, target: Path) -> bool:
        try:
            atomic_write(target, self.preview.pdf)
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return False
        return True
