"""Where a list comes from: a file that is chosen or dropped, or what was copied from a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.base.errors import AppError, Cancelled
from desktop.exchange.sheets import Table, read_clipboard
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.handover import handed_over
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import set_tip


class ImportSource(QObject):
    """Belongs to the list it fills: Ctrl+V there and its button open the import.

    read(Table)    a table was read and is about to be shown
    """

    read = Signal(object)
    _answered = Signal(object)

    def __init__(self, session: Session, target: str, owner: QWidget, keys_on: QWidget | None = None) -> None:
        """`target` is a key of the import's targets; `keys_on` is the widget in which Ctrl+V is a list's."""
        super().__init__(owner)
        self.meeting: UUID | None = None
        self._session, self._target, self._owner = session, target, owner
        self._answered.connect(self._show)
        if keys_on is not None:
            on_keys(keys_on, "Ctrl+V", self.paste, Qt.ShortcutContext.WidgetShortcut)

    def make_button(self, words: str = "") -> QPushButton:
        """The button that asks for a file."""
        made = button(words or self.tr("Impor…"), "download", kind="quiet")
        set_tip(made, self.tr("Ambil dari Excel, LibreOffice, atau CSV; Ctrl+V menempel yang disalin dari Excel"))
        made.clicked.connect(self.choose)
        return made

    def make_icon(self, what: str) -> QToolButton:
        """The same where there is little room; `what` says what is taken in."""
        made = icon_button(
            "download", self.tr("{what}: Excel, LibreOffice, CSV (Ctrl+V menempel)").format(what=what)
        )
        made.clicked.connect(self.choose)
        return made

    @Slot()
    def choose(self) -> None:
        """Ask for a file and read it in the worker."""
        words = self.tr("Daftar (*.xlsx *.xls *.ods *.csv *.tsv *.txt)")
        path = ask.choose_file(self.tr("Impor daftar"), words)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a file; its rows are shown as soon as the worker has them."""
        self._session.bus.message.emit(self.tr("Membaca {name}…").format(name=path.name), str(Tone.NONE))
        self._session.worker.submit(
            "read-table",
            path,
            slot="read-table",
            on_done=handed_over(self._answered),
            on_error=handed_over(self._answered),
        )

    @Slot()
    def paste(self) -> None:
        """Read what was copied from a spreadsheet."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            words = self.tr("Papan klip kosong. Salin dulu daftarnya di Excel.")
            self._session.bus.message.emit(words, str(Tone.NONE))
            return
        self._open(lambda: read_clipboard(text))

    @Slot(object)
    def _show(self, answer: object) -> None:
        if isinstance(answer, Cancelled):  # another list is read in its place
            return
        if isinstance(answer, AppError):
            self._session.bus.message.emit(str(answer), str(Tone.PROBLEM))
        elif isinstance(answer, Exception):
            raise answer
        else:
            self._open(lambda: Table.from_bytes(answer.body))  # type: ignore[attr-defined]

    def _open(self, read: object) -> None:
        from desktop.ui.imports.import_dialog import ImportDialog

        try:
            table = read()  # type: ignore[operator]
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return
        self.read.emit(table)
        dialog = ImportDialog(self._session, table, self._target, self.meeting, self._owner.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
