"""Berkas rapat beside its papers: photos first, for that is what the paper beside shows."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.models.queries.attachments import meeting_files
from desktop.models.words import ATTACHMENT_KINDS
from desktop.ui.files.panel import FilesPanel
from desktop.ui.session import Session


class FilesForm(FilesPanel):
    """The files of a meeting; the kinds that are no photos are one choice away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            session, ATTACHMENT_KINDS, QCoreApplication.translate("FilesForm", "Berkas rapat"), parent=parent
        )

    def show_meeting(self, meeting: UUID, *, fresh: bool) -> None:
        """Show the files of a meeting; not `fresh`: without touching what is being changed."""
        self.show_owner(meeting_files(meeting), fresh=fresh)
