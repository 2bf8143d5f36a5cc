"""Says where a meeting came from while that asks something of the user: a copy, or a list from another laptop."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.base.clock import here
from desktop.base.dates import medium_date
from desktop.models.journal import ChangeSet
from desktop.models.queries.records import fields_of
from desktop.services.meeting_copies import copy_checked
from desktop.services.shared_meeting import shared_from
from desktop.ui.colours import Tone
from desktop.ui.meetings.share_menu import save_marks
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner


class _Notice(NamedTuple):
    text: str
    tone: Tone
    button: str
    deed: Callable[[UUID], object]


class OriginBanner(Banner):
    """Hidden while there is nothing to say; `copies` is off where only the attendance matters."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, copies: bool = True) -> None:
        super().__init__("", Tone.INFO, parent=parent)
        self._session = session
        self._sources = (self._shared, self._copied) if copies else (self._shared,)
        self._meeting: UUID | None = None
        self._notice: _Notice | None = None
        self.wanted.connect(self._do_it)
        self.hide()

    def show_meeting(self, meeting: UUID) -> None:
        """Say where a meeting came from, if it came from anywhere."""
        self._meeting = meeting
        notices = (source(meeting) for source in self._sources)
        self._notice = next((one for one in notices if one is not None), None)
        if self._notice is not None:
            self.say(self._notice.text, self._notice.tone, self._notice.button)
        self.setVisible(self._notice is not None)

    def refresh(self, changes: ChangeSet) -> None:
        """Take over what changed elsewhere."""
        if self._meeting is not None and self._meeting in changes.ids("meeting"):
            self.show_meeting(self._meeting)

    # Within

    def _shared(self, meeting: UUID) -> _Notice | None:
        found = shared_from(self._session.store, meeting)
        if found is None:
            return None
        words = self.tr(
            "Dibagikan dari {laptop}, dibuka di sini {day}. Tanda kehadiran dikirim kembali lewat berkas."
        ).format(laptop=found.laptop or self.tr("laptop lain"), day=medium_date(here(found.taken_at).date()))
        return _Notice(words, Tone.INFO, self.tr("Kirim balik kehadiran…"), self._send_back)

    def _copied(self, meeting: UUID) -> _Notice | None:
        fields = fields_of(self._session.store, "meeting", meeting)
        source, day = fields["copied_from"], fields["copied_on"]
        if not source:
            return None
        named = self.tr("{title} ({day})").format(title=source, day=medium_date(day)) if day else source
        words = self.tr("Salinan dari {source} – periksa tanggal, tempat, dan undangan.").format(source=named)
        return _Notice(words, Tone.ATTENTION, self.tr("Sudah diperiksa"), self._checked)

    @Slot()
    def _do_it(self) -> None:
        if self._notice is not None and self._meeting is not None:
            self._notice.deed(self._meeting)

    def _send_back(self, meeting: UUID) -> None:
        save_marks(self._session, meeting)

    def _checked(self, meeting: UUID) -> None:
        told = self.tr("Salinan sudah diperiksa.")
        self._session.run(lambda: copy_checked(self._session.desk, meeting), told=told)
