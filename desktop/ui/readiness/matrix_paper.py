"""The matrix as it will print, of the topic itself: no meeting is needed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.readiness import EXTENTS, topic_readiness_file_name, topic_readiness_title
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.readiness.matrix_export import Wanted
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.shortcuts import on_keys

_KIND = "topic-readiness"


class MatrixPaper(QWidget):
    """Shows on paper what the matrix shows on screen. left(): the user goes back to the matrix."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: Wanted | None = None
        self._scores = True
        self.panel = PaperPanel(session, self._names, slot="topic-readiness", parent=self)
        self.panel.take_keys(self)
        self.extent = ChoiceField(list(EXTENTS))
        self.extent.setAccessibleName(self.tr("Isi surat"))
        self.extent.edited.connect(self._show)
        self.panel.add_choice(self.extent)
        self.back = button(self.tr("Kembali ke matriks (Esc)"), "chevron-left")
        self.back.clicked.connect(self.left)
        self.panel.add_choice(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.setFocusProxy(self.panel)
        on_keys(self, "Esc", self.left.emit)

    def show_matrix(self, wanted: Wanted, *, scores: bool) -> None:
        """Show the paper of a topic, with the rows that are looked at."""
        self._wanted, self._scores = wanted, scores
        self._show()

    @Slot()
    def _show(self) -> None:
        self.panel.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        assert self._wanted is not None
        topic, shown, day = self._wanted
        store, paper = self._session.store, OFFICE_PAPERS[_KIND]
        content = paper.gather(store, topic, day, shown, scores=self._scores, extent=self._extent())
        return paper.job, content, paper_profile(store)

    def _names(self) -> PaperNames:
        assert self._wanted is not None
        topic, _, day = self._wanted
        name = topic_readiness_file_name(topic, day, self._extent())
        return PaperNames(_KIND, topic_readiness_title(topic), name)

    def _extent(self) -> str:
        return str(self.extent.value())
