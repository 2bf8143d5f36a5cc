"""Capaian: how far the follow-ups of a period are, as bars and numbers; each number opens its list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.models.queries.completion import WAYS, completion, overall
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource
from desktop.ui.reports.bars import BarLegend
from desktop.ui.reports.completion_model import CompletionModel, percent_words
from desktop.ui.reports.counted_view import CountedView
from desktop.ui.reports.scoped_tab import ScopedTab
from desktop.ui.reports.way_field import WayField
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.text import ElidedLabel


class CompletionTab(ScopedTab):
    """By institution, region or month; Enter on a number opens the follow-ups it counts."""

    SHOWS = frozenset(
        {"meeting", "commitment", "addressee", "commitment_region", "institution", "position", "region", "topic",
         "forum"}
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit

        # Parts
        self.way = WayField(WAYS)
        self.told = ElidedLabel(role="muted")
        self.model = CompletionModel(self)
        self.view = CountedView(self.model, self.tr("Capaian tindak lanjut"))
        self._nothing = EmptyState(
            "list-checks", self.tr("Tidak ada tindak lanjut"),
            self.tr("Pilih kurun waktu atau rapat yang lain."),
        )  # fmt: skip
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        self.on_paper = button(self.tr("Lihat di kertas"), "file-text")
        export = ListExport(
            session, self, self.tr("Capaian Tindak Lanjut"),
            lambda: ModelSource(self.view, WAYS[self.way.way()]), self.filter_words,
        )  # fmt: skip

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(unit * 3)
        for widget in (self.way, self.period, self.scope):
            line.addWidget(widget)
        line.addWidget(self.told, 1)
        line.addWidget(self.on_paper)
        line.addWidget(export.make_button())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(line)
        whole.addWidget(self.period.days)
        whole.addWidget(BarLegend(self.model.SHADES, self.model.count_words))
        whole.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)

        # Wire
        self.way.edited.connect(self.choose)
        self.view.wanted.connect(self._open_list)
        self.on_paper.clicked.connect(partial(self.show_in, "recap"))

    def fill(self) -> None:
        """Count anew."""
        self.renew()
        store, scope, day = self.session.store, self.asked(), today()
        whole = overall(store, scope, day)
        self.model.set_rows(completion(store, self.way.way(), scope, day), whole)
        self._pages.setCurrentWidget(self.view if self.model.rowCount() else self._nothing)
        said = self.tr("{total} tindak lanjut, {percent} selesai").format(
            total=grouped(whole.total), percent=percent_words(whole)
        )
        self.told.setText(said if whole.total else "")

    @Slot(QModelIndex)
    def _open_list(self, index: QModelIndex) -> None:
        found = self.model.found_by(index)
        if found is not None:
            self.navigate.emit("commitments", {"filter": found})
