"""A paper of no single meeting as it will print, over the part of the window it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.profile import paper_profile
from desktop.ui import theme
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_size import take_its_size


class OfficePaperDialog(QDialog):
    """`names` tells the paper's kind (a key of `OFFICE_PAPERS`) and what it is called, `of` what it is about."""

    def __init__(
        self, session: Session, names: Callable[[], PaperNames], *of: object, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._names, self._of = session, names, of
        self.setWindowTitle(names().title)
        self.setModal(True)
        unit = theme.current().unit
        self.panel = PaperPanel(session, names, slot="office-paper", parent=self)
        self.panel.take_keys(self)
        close = button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 4)
        whole.setSpacing(unit * 3)
        whole.addWidget(self.panel, 1)
        whole.addLayout(foot)
        self.panel.show_paper(self._gather)
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 290, unit * 165)

    def _gather(self) -> tuple[Any, ...]:
        store, paper = self._session.store, OFFICE_PAPERS[self._names().kind]
        return paper.job, paper.gather(store, *self._of), paper_profile(store)
