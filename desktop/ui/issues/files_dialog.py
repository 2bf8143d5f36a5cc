"""The files of a problem or a piece of news, in a window of its own: the entry beside the list has no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.queries.attachments import issue_files
from desktop.models.queries.issues import IssueRow
from desktop.models.words import ATTACHMENT_KINDS
from desktop.ui import theme
from desktop.ui.files.panel import FilesPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.text import ElidedLabel, plain_label

_KIND = "bukti"


class FilesDialog(QDialog):
    """Files are added, looked at and taken away; nothing has to be confirmed."""

    def __init__(self, session: Session, row: IssueRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Berkas"))
        self.setModal(True)
        unit = theme.current().unit
        self.files = FilesPanel(
            session, {_KIND: ATTACHMENT_KINDS[_KIND]}, self.tr("Foto, surat, dan berkas lain"), wide=True
        )
        self.files.show_owner(issue_files(row.id), fresh=True)
        close = button(self.tr("Selesai"), kind="primary")
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Berkas"), role="title"))
        whole.addWidget(ElidedLabel(" ".join(row.text.split()), role="muted"))
        whole.addWidget(self.files, 1)
        whole.addLayout(line)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 200, unit * 120)

    def done(self, result: int) -> None:
        self.files.flush()
        super().done(result)
