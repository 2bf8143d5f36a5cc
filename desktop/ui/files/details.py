"""What is said of one file, and what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.attachments import FileRow
from desktop.services.attachments import update_file
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.fields import LineField, TextField
from desktop.ui.widgets.form import Form

_FIELDS = ("caption", "name")


class FileDetails(QWidget):
    """open_wanted(), remove_wanted(), step_wanted(int): up or down in the list. The fields save themselves."""

    open_wanted = Signal()
    remove_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self, session: Session, hint: str = "", parent: QWidget | None = None) -> None:
        """`hint` says what a caption is good for."""
        super().__init__(parent)
        self._session = session
        self._file: FileRow | None = None
        unit = theme.current().unit
        self.form = Form()
        caption = TextField(hint, lines=2, most=4)
        self.form.add_row("caption", self.tr("Keterangan"), caption)
        self.form.add_row("name", self.tr("Nama berkas"), LineField(max_length=200))
        self.form.setFixedHeight(unit * 39)
        self._autosave = AutoSave(session, self.form)
        self.open_button = button(self.tr("Buka"), "eye")
        self.up = icon_button("chevron-up", self.tr("Naik (Alt+↑)"))
        self.down = icon_button("chevron-down", self.tr("Turun (Alt+↓)"))
        self.remove_button = button(self.tr("Hapus"), "trash-2", kind="quiet")
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        deeds.addWidget(self.open_button)
        deeds.addWidget(self.up)
        deeds.addWidget(self.down)
        deeds.addStretch()
        deeds.addWidget(self.remove_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(deeds)
        whole.addWidget(self.form)
        self.form.edited.connect(self._save)
        self.open_button.clicked.connect(self.open_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        self.up.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.step_wanted.emit(1))
        self.show_file(None)

    def show_file(self, file: FileRow | None) -> None:
        """Show a file, or nothing; what is being typed for the same one stays."""
        same = file is not None and self._file is not None and file.id == self._file.id
        if not same:
            self.flush()
        self._file = file
        self.setVisible(file is not None)
        if file is None:
            return
        (self.form.reload if same else self.form.load)({name: getattr(file, name) for name in _FIELDS})
        if not same:
            self._autosave.forget()
        read_only = self._session.store.read_only
        self.form.set_read_only(read_only)
        for one in (self.up, self.down):
            one.setEnabled(not read_only)
        self.remove_button.setEnabled(not read_only and not file.is_signed)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.form.flush()

    @Slot()
    def _save(self) -> None:
        if self._file is not None:
            self._autosave.save(self._write)

    def _write(self, changed: dict[str, Any]) -> ChangeSet:
        assert self._file is not None
        return update_file(self._session.desk, self._file.id, **changed)
