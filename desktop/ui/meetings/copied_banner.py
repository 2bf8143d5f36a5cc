"""Says that a meeting began as a copy, until somebody has looked through it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.base.dates import medium_date
from desktop.models.journal import ChangeSet
from desktop.models.queries.records import fields_of
from desktop.services.meeting_copies import copy_checked
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.banner import Banner


class CopiedBanner(Banner):
    """Hidden while there is nothing to check."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.ATTENTION, self.tr("Sudah diperiksa"), parent)
        self._session = session
        self._meeting: UUID | None = None
        self.wanted.connect(self._checked)
        self.hide()

    def show_meeting(self, meeting: UUID) -> None:
        """Say where a meeting was copied from, if it was."""
        self._meeting = meeting
        fields = fields_of(self._session.store, "meeting", meeting)
        source, day = fields["copied_from"], fields["copied_on"]
        if source:
            named = self.tr("{title} ({day})").format(title=source, day=medium_date(day)) if day else source
            self.set_text(
                self.tr("Salinan dari {source} – periksa tanggal, tempat, dan undangan.").format(source=named)
            )
        self.setVisible(bool(source))

    def refresh(self, changes: ChangeSet) -> None:
        """Take over what changed elsewhere."""
        if self._meeting is not None and self._meeting in changes.ids("meeting"):
            self.show_meeting(self._meeting)

    @Slot()
    def _checked(self) -> None:
        meeting = self._meeting
        if meeting is not None:
            told = self.tr("Salinan sudah diperiksa.")
            self._session.run(lambda: copy_checked(self._session.desk, meeting), told=told)
