"""Everybody who held one post, to be looked at and corrected."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.directory_details import tenures_of_position
from desktop.ui import theme
from desktop.ui.directory.record_detail import line_of
from desktop.ui.directory.tenures_panel import TenuresPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button


class HolderHistory(QDialog):
    """Lists the holders of a post, the latest first, and follows what is changed."""

    def __init__(self, session: Session, position: UUID, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Riwayat pejabat – {post}").format(post=title))
        self._session, self._position = session, position
        unit = theme.current().unit
        self.panel = TenuresPanel(session, of_person=False)
        close = button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 4)
        whole.addWidget(self.panel)
        whole.addStretch()
        whole.addLayout(line_of(QWidget(), close, spacing=unit))
        self._show()
        self.resize(unit * 110, self.sizeHint().height())
        session.bus.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.tables & {"tenure", "person"}:
            self._show()

    def _show(self) -> None:
        self.panel.show_tenures(tenures_of_position(self._session.store, self._position))
