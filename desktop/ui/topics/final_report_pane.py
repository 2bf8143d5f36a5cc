"""The final report of a topic as it will print, and what the closing says of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.final_report import final_report_file_name, final_report_title
from desktop.services.papers.profile import paper_profile
from desktop.ui import theme
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.form import Form

_KIND = "final-report"


class FinalReportPane(QWidget):
    """typed(): note or day of the closing were changed."""

    typed = Signal()

    def __init__(self, session: Session, topic: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._topic = session, topic
        unit = theme.current().unit
        self.form = Form()
        self.day = self.form.add_row("closed_on", self.tr("Ditutup pada"), DateField())
        self.note = self.form.add_row(
            "closing_note",
            self.tr("Catatan penutupan"),
            TextField(self.tr("Tercetak di bagian Penutup"), lines=6, most=14),
            help=self.tr("Misalnya hasil akhirnya, dan terima kasih kepada siapa."),
        )
        self.form.setFixedWidth(unit * 84)
        self.form.load({"closed_on": today(), "closing_note": ""})
        self.panel = PaperPanel(session, self._names, slot="final-report")
        self.panel.take_keys(self)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.setSpacing(unit * 4)
        left = QVBoxLayout()
        left.addWidget(self.form, 1)
        whole.addLayout(left)
        whole.addWidget(self.panel, 1)
        self.form.typing.connect(self._typed)

    def show_paper(self, *, is_open: bool) -> None:
        """Show the report as it stands; once the topic is closed nothing is written here any more."""
        self.form.setVisible(is_open)
        self.panel.show_paper(self._gather)

    def _typed(self) -> None:
        self.panel.follow_typing(self._gather)
        self.typed.emit()

    def _gather(self) -> tuple[Any, ...]:
        store, paper = self._session.store, OFFICE_PAPERS[_KIND]
        typed = {"closed_on": self.day.value(), "closing_note": self.note.value()}
        return paper.job, paper.gather(store, self._topic, typed=typed), paper_profile(store)

    def _names(self) -> PaperNames:
        of = (self._session.store, self._topic)
        return PaperNames(_KIND, final_report_title(*of), final_report_file_name(*of))
