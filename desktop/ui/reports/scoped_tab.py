"""A tab about the meetings of a period, and the way from one such tab to another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from desktop.base.periods import Period
from desktop.models.queries.scope import Scope
from desktop.ui.refilled_tab import RefilledTab
from desktop.ui.reports.period_field import PeriodField
from desktop.ui.reports.scope_field import ScopeField
from desktop.ui.session import Session


class ScopedTab(RefilledTab):
    """`open(period=…, scope=…)` shows the meetings another tab is about, as its two fields have them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.period = PeriodField(ever=True)
        self.scope = ScopeField()
        self.period.changed.connect(self.choose)
        self.scope.edited.connect(self.choose)

    def open(self, **where: object) -> None:
        """Show the meetings that are named."""
        period, scope = where.get("period"), where.get("scope")
        if isinstance(scope, dict) and (period is None or isinstance(period, Period)):
            self.scope.renew(self.session.store)
            self.period.set_period(period)
            self.scope.set_value(scope)
            self.choose()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def choose(self) -> None:
        """Other meetings are meant."""
        self.refill()

    def renew(self) -> None:
        """Offer what there is today, and mean the same of it."""
        self.period.renew()
        self.scope.renew(self.session.store)

    def asked(self) -> Scope:
        """The meetings that are meant."""
        return Scope(self.period.period(), **self.scope.chosen())

    def filter_words(self) -> list[str]:
        """What is meant, as lines above a list."""
        return [*self.period.filter_words(), *self.scope.filter_words()]

    def show_in(self, tab: str) -> None:
        """Look at the same meetings in another tab of Laporan."""
        where = {"tab": tab, "period": self.period.period(), "scope": self.scope.chosen()}
        self.navigate.emit("reports", where)
