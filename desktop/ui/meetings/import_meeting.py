"""Impor rapat: takes a meeting from a JSON file and says what became of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from desktop.base.clock import now_utc
from desktop.base.files import read_bytes
from desktop.exchange.meeting_file import read_meeting
from desktop.exchange.shared_meeting import MEETING
from desktop.models.journal import ChangeSet
from desktop.services.meeting_import import ImportResult, import_meeting
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.meetings.share_menu import open_shared
from desktop.ui.session import Session


class MeetingImport(QObject):
    """Asks for a file, imports it, reports."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def run(self) -> UUID | None:
        """The meeting that was imported, or the one that was here already; None when nothing came of it."""
        filters = self.tr("Berkas rapat (*.json *.{shared})").format(shared=MEETING)
        path = ask.choose_file(self.tr("Impor rapat"), filters)
        if path is None:
            return None
        if path.suffix == f".{MEETING}":
            return open_shared(self._session, path)
        done = self._session.make(lambda: self._import(path))
        if done is None:
            return None
        result = done[0]
        if result.changes is None:
            ask.notice(
                self.tr("Rapat ini sudah ada."),
                self.tr("Tanggal dan nama rapatnya sama. Tidak ada yang ditambahkan atau diubah."),
            )
        else:
            ask.notice(self.tr("Rapat sudah diimpor."), _report(result), tone=Tone.OK)
        return result.meeting

    def _import(self, path: Path) -> tuple[ImportResult, ChangeSet]:
        result = import_meeting(self._session.desk, read_meeting(read_bytes(path)))
        return result, result.changes or ChangeSet("meeting.import", None, now_utc())


def _report(result: ImportResult) -> str:
    """What was new and what was known, kind by kind: `Baru: 4 orang, 7 pernyataan.`"""
    lines = []
    for verdict, sentence in (
        ("baru", QCoreApplication.translate("MeetingImport", "Baru: {list}.")),
        ("sama", QCoreApplication.translate("MeetingImport", "Sudah ada di data kantor: {list}.")),
    ):
        counts = Counter(row.what for row in result.rows if row.verdict == verdict)
        if counts:
            lines.append(sentence.format(list=", ".join(f"{n} {what}" for what, n in counts.items())))
    return "\n".join(lines)
