"""Perlu arahan pimpinan in a window of its own, where a page has no room for it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.directions.panel import DirectionPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import ElidedLabel, plain_label


class DirectionDialog(QDialog):
    """What the head is asked about one record; `text` says what that is."""

    def __init__(
        self, session: Session, table: str, record: UUID, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Perlu arahan pimpinan"))
        self.setModal(True)
        unit = theme.current().unit
        self.panel = DirectionPanel(session)
        self.panel.show_record(table, record)
        self.panel.left.connect(self.reject)
        self.panel.made.connect(self.accept)
        close = button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Perlu arahan pimpinan"), role="title"))
        whole.addWidget(ElidedLabel(" ".join(text.split()), role="muted"))
        whole.addWidget(self.panel, 1)
        whole.addLayout(line)
        session.bus.changed.connect(self._changed)
        self.panel.go_in()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 140, unit * 120)

    def done(self, result: int) -> None:
        self.panel.flush()
        super().done(result)

    def _changed(self) -> None:
        self.panel.refresh()
