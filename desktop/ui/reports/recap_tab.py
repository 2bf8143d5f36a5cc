"""Rekapitulasi: attendance and follow-ups of a period, on paper as it will print."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.periods import month
from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.period_recap import recap_file_name, recap_title
from desktop.services.papers.profile import paper_profile
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.reports.scoped_tab import ScopedTab
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button

_KIND = "recap"


class RecapTab(ScopedTab):
    """A period and which meetings of it; the paper follows."""

    SHOWS = frozenset(
        {"meeting", "participant", "commitment", "addressee", "institution", "topic", "forum", "office_profile"}
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.period.set_period(month(today()))
        self.panel = PaperPanel(session, self._names, slot="report")
        self.numbers = button(self.tr("Lihat angkanya"))
        menu = QMenu(self.numbers)
        for words, tab in ((self.tr("Kehadiran"), "attendance"), (self.tr("Capaian tindak lanjut"), "completion")):
            menu.addAction(words).triggered.connect(partial(self.show_in, tab))
        self.numbers.setMenu(menu)
        for choice in (self.period, self.scope, self.numbers):
            self.panel.add_choice(choice)
        self.panel.add_line(self.period.days)
        self.panel.take_keys(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.setFocusProxy(self.period)

    def fill(self) -> None:
        """Offer the topics and forums there are now, and draw the paper anew."""
        self.renew()
        self.choose()

    @Slot()
    def choose(self) -> None:
        self.panel.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        store, paper = self.session.store, OFFICE_PAPERS[_KIND]
        content = paper.gather(store, self.period.period(), **self.scope.chosen())
        return paper.job, content, paper_profile(store)

    def _names(self) -> PaperNames:
        period, scope = self.period.period(), self.scope.currentText()
        return PaperNames(_KIND, recap_title(period, scope), recap_file_name(period, scope))
