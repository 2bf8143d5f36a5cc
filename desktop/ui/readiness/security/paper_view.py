"""Gambaran Pengamanan as it will print, with its class on each page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.queries.office import TopicSummary
from desktop.models.security import SecurityPicture
from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.security_picture import security_picture_file_name, security_picture_title
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.session import Session
from desktop.ui.widgets.fields import CheckField

_KIND = "security"


class PaperView(QWidget):
    """Shows the paper of the topic in hand."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._topic: TopicSummary | None = None
        self.panel = PaperPanel(session, self._names, slot="security-picture", copies=False, parent=self)
        self.panel.take_keys(self)
        self.districts = CheckField(self.tr("Dengan kecamatan"), self)
        self.districts.set_value(True)
        self.districts.edited.connect(self._show)
        self.panel.add_choice(self.districts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.setFocusProxy(self.panel)

    def show_picture(self, topic: TopicSummary, _picture: SecurityPicture) -> None:
        """Show a topic's paper as it stands now."""
        self._topic = topic
        self._show()

    def flush(self) -> None:
        """Nothing is typed here."""

    @Slot()
    def _show(self) -> None:
        if self._topic is not None:
            self.panel.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        store, paper, topic = self._session.store, OFFICE_PAPERS[_KIND], self._topic
        assert topic is not None
        content = paper.gather(store, topic.id, districts=self.districts.value())
        return paper.job, content, paper_profile(store)

    def _names(self) -> PaperNames:
        assert self._topic is not None
        of = (self._session.store, self._topic.id)
        return PaperNames(_KIND, security_picture_title(*of), security_picture_file_name(*of))
