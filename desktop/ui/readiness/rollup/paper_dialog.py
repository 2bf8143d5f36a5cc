"""Rekap Wilayah as it will print."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.region_rollup import region_rollup_file_name, region_rollup_title
from desktop.ui import theme
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size

_KIND = "rollup"


class RollupPaperDialog(QDialog):
    """The paper of a whole in a topic."""

    def __init__(self, session: Session, topic: UUID, whole: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._topic, self._whole = session, topic, whole
        self.setWindowTitle(region_rollup_title(session.store, topic, whole))
        self.setModal(True)
        unit = theme.current().unit
        self.panel = PaperPanel(session, self._names, slot="region-rollup", parent=self)
        self.panel.take_keys(self)
        close = button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        all_of_it = QVBoxLayout(self)
        all_of_it.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        all_of_it.setSpacing(unit * 3)
        all_of_it.addWidget(self.panel, 1)
        all_of_it.addLayout(foot)
        self.panel.show_paper(self._gather)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 290, unit * 165)

    def _gather(self) -> tuple[Any, ...]:
        store, paper = self._session.store, OFFICE_PAPERS[_KIND]
        return paper.job, paper.gather(store, self._topic, self._whole), paper_profile(store)

    def _names(self) -> PaperNames:
        of = (self._session.store, self._topic, self._whole)
        return PaperNames(_KIND, region_rollup_title(*of), region_rollup_file_name(*of))
