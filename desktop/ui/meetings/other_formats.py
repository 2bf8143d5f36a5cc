"""Format lain: what a meeting becomes beside its PDF papers, and the text for WhatsApp, copied with one key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.base.errors import AppError
from desktop.base.files import is_there
from desktop.base.numbers import grouped
from desktop.exchange.calendar_file import CalendarEvent
from desktop.models.store import Store
from desktop.services.formats.calendar import calendar_event
from desktop.services.formats.chat import addressed_institutions, institution_chat, invitation_chat, result_chat
from desktop.services.formats.dossier import archived_papers, dossier_parts
from desktop.services.formats.names import meeting_file_name
from desktop.services.issued import Edition, edition_of, note_archived, note_issued
from desktop.services.papers.catalogue import PAPERS
from desktop.services.word_templates import KINDS, word_args
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.saving import Then, ask_place
from desktop.ui.session import Session
from desktop.ui.widgets.shortcuts import on_keys

COPY_KEY = "Ctrl+Shift+C"


class OtherFormats(QObject):
    """Fills the menu of the panel for the paper it shows.

    leaving()    something is about to leave the program: what is still being typed must be saved
    """

    leaving = Signal()

    def __init__(
        self, session: Session, panel: PaperPanel, where: QWidget, chosen: Callable[[], dict[str, Any]] = dict
    ) -> None:
        """`where` is the part of the window in which Ctrl+Shift+C copies the text for WhatsApp.

        `chosen` gives what is chosen for the paper on screen.
        """
        super().__init__(where)
        self._session, self._panel, self._owner = session, panel, where
        self._meeting: UUID | None = None
        self._kind = ""
        self._chosen = chosen
        self.maker = FileMaker(session, self)
        on_keys(where, COPY_KEY, self.copy_text)

    def show_formats(self, kind: str, meeting: UUID) -> None:
        """Offer the formats of a paper of a meeting: one of the names in `PAPERS`."""
        if (kind, meeting) == (self._kind, self._meeting):
            return
        self._kind, self._meeting = kind, meeting
        invitation, result = self.tr("Salin teks WhatsApp: undangan"), self.tr("Salin teks WhatsApp: hasil rapat")
        pack = [(self.tr("Paket undangan: PDF, kalender, teks WhatsApp…"), self.save_pack)]
        word = [(self.tr("Word (.docx)…"), self.save_word)] if kind in KINDS else []
        self._panel.offer_formats(
            [
                *(pack if kind == "invitation" else []),
                *word,
                (self._with_key(invitation, first=kind == "invitation"), self.copy_invitation),
                (self._with_key(result, first=kind != "invitation"), self.copy_result),
                (self.tr("Salin teks WhatsApp: untuk satu instansi…"), self.choose_institution),
                (self.tr("Kalender (.ics)…"), self.save_calendar),
                (self.tr("Berkas rapat lengkap (.zip)…"), self.save_dossier),
                (self.tr("Berkas rapat dengan surat internal (.zip)…"), self.save_whole_dossier),
            ]
        )

    @Slot()
    def copy_text(self) -> None:
        """Copy the text that belongs to the paper on screen."""
        if self._kind == "invitation":
            self.copy_invitation()
        else:
            self.copy_result()

    @Slot()
    def copy_invitation(self) -> bool:
        """Copy the invitation as a message; False where that was refused."""
        return self._copy("invitation", self.tr("Teks WhatsApp undangan"), invitation_chat)

    @Slot()
    def copy_result(self) -> None:
        """Copy the result of the meeting as a message."""
        self._copy("minutes", self.tr("Teks WhatsApp hasil rapat"), result_chat)

    @Slot()
    def choose_institution(self) -> None:
        """Ask for which institution, and copy its part."""
        if self._meeting is None:
            return
        menu = QMenu(self._owner)
        for institution, name in addressed_institutions(self._session.store, self._meeting):
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, one=institution: self.copy_for(one))
        if menu.isEmpty():
            self._say(self.tr("Belum ada tindak lanjut untuk instansi."), Tone.INFO)
            menu.deleteLater()
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def copy_for(self, institution: UUID) -> None:
        """Copy the follow-ups of one institution as a message to it."""
        self._copy(
            "extract",
            self.tr("Teks WhatsApp tindak lanjut instansi"),
            lambda store, meeting: institution_chat(store, meeting, institution),
            institution,
        )

    @Slot()
    def save_calendar(self) -> None:
        """Save the meeting for calendars."""
        self._save(
            ".ics",
            "calendar",
            lambda store, meeting: (calendar_event(store, meeting),),
        )

    @Slot()
    def save_pack(self) -> None:
        """Save the invitation with the meeting for calendars beside it, and copy its text as a message."""
        meeting = self._meeting
        if meeting is None:
            return
        self.leaving.emit()
        try:
            event = calendar_event(self._session.store, meeting)
        except AppError as fault:
            self._say(str(fault), Tone.PROBLEM)
            return
        self._panel.save_before(lambda pdf, _content: self._save_beside(pdf, event))

    def _save_beside(self, pdf: Path, event: CalendarEvent) -> None:
        calendar = pdf.with_suffix(".ics")
        if is_there(calendar) and not ask.question(
            self.tr("“{name}” sudah ada.").format(name=calendar.name),
            self.tr("Kalender lama di samping surat ini diganti dengan yang baru."),
            yes=self.tr("Ganti"),
            danger=True,
        ):
            return
        words = self.tr("Surat dan kalender tersimpan di {folder}.").format(folder=pdf.parent.name)
        if self.copy_invitation():
            words += " " + self.tr("Teks WhatsApp disalin; tempel dengan Ctrl+V.")
        self.maker.make(calendar, "calendar", event, told=lambda _path: words)

    @Slot()
    def save_word(self) -> None:
        """Save the paper on screen as a Word file, filled into the office's template where there is one."""
        kind, chosen = self._kind, self._chosen()
        self._save(
            ".docx",
            "word",
            lambda store, meeting: word_args(store, kind, meeting, **chosen),
            PAPERS[kind].name,
        )

    @Slot()
    def save_dossier(self) -> None:
        """Save all that belongs to the meeting and may leave the office in one ZIP."""
        self._save_dossier(internal=False)

    @Slot()
    def save_whole_dossier(self) -> None:
        """Save the same with the papers that stay in the office."""
        self._save_dossier(internal=True)

    # Within

    def _save_dossier(self, *, internal: bool) -> None:
        def gather(store: Store, meeting: UUID) -> tuple[object, ...]:
            return (dossier_parts(store, meeting, internal=internal),)

        def noting(meeting: UUID, args: tuple[Any, ...]) -> Then:
            editions = {kind: edition_of(self._session.store, kind, meeting) for kind in PAPERS}

            def noted(_target: Path, content: bytes) -> None:
                self._note_archived(meeting, archived_papers(args[0], content), editions)

            return noted

        words = self.tr("Berkas Rapat Internal") if internal else self.tr("Berkas Rapat")
        self._save(".zip", "dossier", gather, words, noting)

    def _note_archived(
        self, meeting: UUID, papers: Sequence[tuple[str, str, str, bytes]], editions: Mapping[str, Edition]
    ) -> None:
        """Write into the register which papers went into the dossier that was just written."""
        if not self._session.store.read_only:
            self._session.run(lambda: note_archived(self._session.desk, meeting, papers, editions))

    def _copy(
        self, kind: str, title: str, text_of: Callable[[Store, UUID], str], institution: UUID | None = None
    ) -> bool:
        meeting = self._meeting
        if meeting is None:
            return False
        self.leaving.emit()
        try:
            text = text_of(self._session.store, meeting)
        except AppError as fault:
            self._say(str(fault), Tone.PROBLEM)
            return False
        QGuiApplication.clipboard().setText(text)
        desk = self._session.desk
        if not desk.store.read_only:
            self._session.run(
                lambda: note_issued(
                    desk, kind, title, "salin", text.encode(), meeting=meeting, institution=institution
                )
            )
        told = self.tr("{what} disalin ({count} huruf). Tempel di WhatsApp dengan Ctrl+V.")
        self._say(told.format(what=title, count=grouped(len(text))), Tone.OK)
        return True

    def _save(
        self,
        ending: str,
        job: str,
        gather: Callable[[Store, UUID], tuple[object, ...]],
        what: str = "",
        noting: Callable[[UUID, tuple[Any, ...]], Then] | None = None,
    ) -> None:
        """Ask for a file, gather what goes into it, and let the worker make it."""
        meeting = self._meeting
        if meeting is None:
            return
        self.leaving.emit()
        try:
            name = meeting_file_name(self._session.store, meeting, what, ending)
            target = ask_place(self._session, self.tr("Simpan"), name)
            if target is None:
                return
            args = gather(self._session.store, meeting)
        except AppError as fault:
            self._say(str(fault), Tone.PROBLEM)
            return
        self.maker.make(target, job, *args, then=noting(meeting, args) if noting else None)

    def _with_key(self, words: str, *, first: bool) -> str:
        return f"{words}\t{COPY_KEY}" if first else words

    def _say(self, words: str, tone: Tone) -> None:
        self._session.bus.message.emit(words, str(tone))
