"""A checklist out to Excel and in from there."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.errors import AppError, Cancelled
from desktop.base.numbers import grouped
from desktop.base.places import safe_file_name
from desktop.exchange.sheets import Table
from desktop.exchange.workbook import packed
from desktop.models.queries.checklist_versions import ChecklistVersion
from desktop.services.checklists.sheet import checklist_sheets
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.handover import handed_over
from desktop.ui.readiness.checklist.import_dialog import ChecklistImportDialog
from desktop.ui.saving import ask_place
from desktop.ui.session import Session


class ChecklistFiles(QObject):
    """Files are read and written in the worker process.

    shown()    what would become of the rows of a file is shown
    """

    shown = Signal()
    _answered = Signal(object, object)

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self.maker = FileMaker(session, self)
        self._answered.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def export(self, version: ChecklistVersion) -> None:
        """Ask where to, and write a version there."""
        name = safe_file_name(f"{today():%Y-%m-%d}", version.name, f"versi {version.version}", suffix=".xlsx")
        target = ask_place(self._session, self.tr("Ekspor daftar periksa"), name)
        if target is None:
            return
        sheets = [(head, packed(rows)) for head, rows in checklist_sheets(self._session.store, version)]
        words = self.tr("{count} butir tersimpan ke {name}.")
        self.maker.make(
            target, "sheets", sheets,
            told=lambda path: words.format(count=grouped(version.items), name=path.name),
        )  # fmt: skip

    def choose(self, topic: UUID) -> None:
        """Ask for a file with the checklist of a topic, and show what would become of its rows."""
        words = self.tr("Daftar (*.xlsx *.xls *.ods *.csv *.tsv *.txt)")
        path = ask.choose_file(self.tr("Impor daftar periksa"), words)
        if path is not None:
            self.read_file(topic, path)

    def read_file(self, topic: UUID, path: Path) -> None:
        """Read a file; its rows are shown as soon as the worker has them."""
        self._session.bus.message.emit(self.tr("Membaca {name}…").format(name=path.name), str(Tone.NONE))
        self._session.worker.submit(
            "read-table", path, slot="read-table",
            on_done=handed_over(self._answered, topic), on_error=handed_over(self._answered, topic),
        )  # fmt: skip

    @Slot(object, object)
    def _show(self, topic: UUID, answer: object) -> None:
        if isinstance(answer, Cancelled):  # another file is read in its place
            return
        if isinstance(answer, AppError):
            self._session.bus.message.emit(str(answer), str(Tone.PROBLEM))
        elif isinstance(answer, Exception):
            raise answer
        else:
            table = Table.from_bytes(answer.body)  # type: ignore[attr-defined]
            dialog = ChecklistImportDialog(self._session, topic, table, self._owner.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()
            self.shown.emit()
