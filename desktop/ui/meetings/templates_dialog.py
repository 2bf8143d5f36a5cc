"""Templat rapat: rename them, take them away."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.preparation import meeting_templates
from desktop.services.meeting_pattern import from_json
from desktop.services.templates import delete_template, rename_template
from desktop.ui import theme
from desktop.ui.meetings.saved_names import SavedNames
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label


class TemplatesDialog(QDialog):
    """The templates with what each one holds."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._holds: dict[UUID, str] = {}
        self.setWindowTitle(self.tr("Atur templat"))
        self.setModal(True)
        self.names = SavedNames(self.tr("Templat rapat"))
        self.hint = plain_label(role="muted")
        self.hint.setWordWrap(True)
        close = button(self.tr("Tutup"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.names.tools.addWidget(close)

        unit = theme.current().unit
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Templat rapat"), role="title"), 1)
        whole.addLayout(head)
        whole.addWidget(self.hint)
        whole.addWidget(self.names, 1)

        self.names.chosen.connect(self._show_hint)
        self.names.rename_wanted.connect(self._rename)
        self.names.delete_wanted.connect(self._delete)
        session.bus.changed.connect(self._reload)
        self._reload()
        self.names.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 120, unit * 100)

    @Slot()
    def _reload(self) -> None:
        rows = meeting_templates(self._session.store)
        patterns = {row.id: from_json(row.name, row.content) for row in rows}
        words = self.tr("{agenda} acara, {seats} undangan, {rundown} baris susunan acara")
        self._holds = {
            one: words.format(agenda=len(it.agenda), seats=len(it.seats), rundown=len(it.rundown))
            for one, it in patterns.items()
        }
        self.names.offer((row.id, row.name) for row in rows)

    @Slot()
    def _show_hint(self) -> None:
        current = self.names.current()
        none = self.tr("Belum ada templat. Buka sebuah rapat, lalu pilih Simpan sebagai templat di menu Lainnya.")
        self.hint.setText(self._holds.get(current, "") if current else none)

    @Slot(object, str)
    def _rename(self, template: UUID, name: str) -> None:
        if not self._session.run(lambda: rename_template(self._session.desk, template, name)):
            self._reload()

    @Slot(object, str)
    def _delete(self, template: UUID, name: str) -> None:
        told = self.tr("Templat dihapus: {name}").format(name=name)
        self._session.run(lambda: delete_template(self._session.desk, template), told=told)
