"""Rekapitulasi: attendance and follow-ups of a period, on paper as it will print."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.period_recap import EVERY_MEETING, recap_file_name, recap_title, scope_choices
from desktop.services.papers.profile import paper_profile
from desktop.ui import theme
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.reports.period_field import PeriodField
from desktop.ui.reports.tab import ReportTab
from desktop.ui.session import Session
from desktop.ui.widgets.fields import ChoiceField

_KIND = "recap"
_WIDEST = 80  # of the theme's unit


class RecapTab(ReportTab):
    """A period and which meetings of it; the paper follows."""

    SHOWS = frozenset(
        {"meeting", "participant", "commitment", "addressee", "institution", "topic", "forum", "office_profile"}
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.period = PeriodField()
        self.scope = ChoiceField([({}, EVERY_MEETING)])
        self.scope.setAccessibleName(self.tr("Rapat yang dihitung"))
        self.scope.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.scope.setMaximumWidth(theme.current().unit * _WIDEST)
        self.panel = PaperPanel(session, self._names, slot="report")
        self.panel.add_choice(self.period)
        self.panel.add_choice(self.scope)
        self.panel.add_line(self.period.days)
        self.panel.take_keys(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self.setFocusProxy(self.period)
        self.period.changed.connect(self._draw)
        self.scope.edited.connect(self._draw)

    def fill(self) -> None:
        """Offer the topics and forums there are now, and draw the paper anew."""
        self.period.renew()
        self.scope.set_options(scope_choices(self.session.store))
        if self.scope.currentIndex() < 0:  # what was chosen is gone
            self.scope.set_value({})
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.panel.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        store, paper = self.session.store, OFFICE_PAPERS[_KIND]
        return paper.job, paper.gather(store, self.period.period(), **self._scope()), paper_profile(store)

    def _scope(self) -> dict[str, Any]:
        chosen = self.scope.value()
        assert isinstance(chosen, dict)
        return chosen

    def _names(self) -> PaperNames:
        period, scope = self.period.period(), self.scope.currentText()
        assert period is not None
        return PaperNames(_KIND, recap_title(period, scope), recap_file_name(period, scope))
