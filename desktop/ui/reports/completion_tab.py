"""Capaian: how far the follow-ups of a period are, as bars and numbers; each number opens its list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.models.queries.completion import WAYS, completion, overall
from desktop.models.queries.scope import Scope
from desktop.services.papers.period_recap import EVERY_MEETING, scope_choices
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource
from desktop.ui.reports.bars import BarLegend
from desktop.ui.reports.completion_model import CompletionModel, percent_words
from desktop.ui.reports.completion_view import CompletionView
from desktop.ui.reports.period_field import PeriodField
from desktop.ui.reports.tab import ReportTab
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.text import plain_label

_WIDEST = 80  # of the theme's unit


class CompletionTab(ReportTab):
    """By institution, region or month; Enter on a number opens the follow-ups it counts."""

    SHOWS = frozenset(
        {"meeting", "commitment", "addressee", "commitment_region", "institution", "position", "region", "topic",
         "forum"}
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit

        # Parts
        by = self.tr("Menurut {way}")
        self.way = ChoiceField([(key, by.format(way=name.lower())) for key, name in WAYS.items()])
        self.way.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.way.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.way.setAccessibleName(self.tr("Dihitung menurut"))
        self.period = PeriodField(ever=True)
        self.scope = ChoiceField([({}, EVERY_MEETING)])
        self.scope.setAccessibleName(self.tr("Rapat yang dihitung"))
        self.scope.setMaximumWidth(unit * _WIDEST)
        self.told = plain_label(role="muted")
        self.model = CompletionModel(self)
        self.view = CompletionView(self.model)
        self._nothing = EmptyState(
            "list-checks", self.tr("Tidak ada tindak lanjut"),
            self.tr("Pilih kurun waktu atau rapat yang lain."),
        )  # fmt: skip
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        export = ListExport(
            session, self, self.tr("Capaian Tindak Lanjut"),
            lambda: ModelSource(self.view, WAYS[self._way()]), self._filters,
        )  # fmt: skip

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(unit * 3)
        for widget in (self.way, self.period, self.scope):
            line.addWidget(widget)
        line.addWidget(self.told, 1)
        line.addWidget(export.make_button())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(line)
        whole.addWidget(self.period.days)
        whole.addWidget(BarLegend())
        whole.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)

        # Wire
        self.period.changed.connect(self.refill)
        for field in (self.way, self.scope):
            field.edited.connect(self.refill)
        self.view.wanted.connect(self._open_list)

    def fill(self) -> None:
        """Count anew."""
        self.period.renew()
        store = self.session.store
        self.scope.set_options(scope_choices(store))
        if self.scope.currentIndex() < 0:  # what was chosen is gone
            self.scope.set_value({})
        scope, day = self._scope(), today()
        whole = overall(store, scope, day)
        self.model.set_rows(completion(store, self._way(), scope, day), whole)
        self._pages.setCurrentWidget(self.view if self.model.rowCount() else self._nothing)
        said = self.tr("{total} tindak lanjut, {percent} selesai").format(
            total=grouped(whole.total), percent=percent_words(whole)
        )
        self.told.setText(said if whole.total else "")

    def _way(self) -> str:
        return str(self.way.value())

    def _scope(self) -> Scope:
        chosen = self.scope.value()
        assert isinstance(chosen, dict)
        return Scope(self.period.period(), **chosen)

    def _filters(self) -> Sequence[str]:
        of = self.scope.currentText()
        return [*self.period.filter_words(), *([] if of == EVERY_MEETING else [of])]

    @Slot(QModelIndex)
    def _open_list(self, index: QModelIndex) -> None:
        found = self.model.found_by(index)
        if found is not None:
            self.navigate.emit("commitments", {"filter": found})
