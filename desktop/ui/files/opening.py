"""Opens an attached file in the program of its kind, as a copy nobody can change."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.base.errors import AppError
from desktop.services.attachments import copy_to_open
from desktop.ui.session import Session


class FileOpener(QObject):
    """The copies go when this goes."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder: QTemporaryDir | None = None

    def open(self, file: UUID) -> str:
        """Open a file; returns why that is not possible, "" when it is open."""
        self._folder = self._folder or QTemporaryDir()
        try:
            path = copy_to_open(self._session.store, file, Path(self._folder.path()))
        except AppError as fault:
            return str(fault)
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return ""
        return self.tr("Program untuk membuka berkas ini tidak ditemukan.")
