"""Perkembangan: two positions side by side, the items that changed, the way of each region, all of it on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.errors import AppError
from desktop.models.queries.moments import moments, position_of
from desktop.models.queries.positions import template_in_force
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import items
from desktop.models.queries.review_points import review_points
from desktop.models.queries.trend import trends
from desktop.models.then_and_now import Comparison, compared
from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.readiness_progress import progress_file_name, progress_title, summary_words
from desktop.services.snapshots import point_words
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.readiness.history.changes_table import ChangesTable
from desktop.ui.readiness.history.moments_bar import MomentsBar
from desktop.ui.readiness.history.steps_model import StepsModel
from desktop.ui.readiness.history.steps_view import StepsView
from desktop.ui.readiness.history.trend_charts import TrendCharts, legend_words
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.readiness.wording import short_region
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.text import ElidedLabel, plain_label

_KIND = "topic-progress"
_STEPS, _CHANGES, _CHARTS, _PAPER = "dulu_kini", "berubah", "grafik", "kertas"
_MEETINGS_OFFERED = 8


class HistoryTab(ReadinessTab):
    """`open(view=…)` shows one of the views: "dulu_kini", "berubah", "grafik" or "kertas"."""

    SHOWS = frozenset(
        {
            "assessment", "topic", "topic_region", "region", "checklist_template", "checklist_category",
            "checklist_item", "checklist_item_region", "institution", "readiness_snapshot", "review_point",
            "region_figure", "meeting",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Comparison | None = None
        self._region: UUID | None = None
        self._category: str | None = None
        self._charts_stale = True
        unit = theme.current().unit
        shown = QWidget(self)

        self.bar = MomentsBar(session, shown)

        # Views
        self.views = FilterChips(
            [
                (_STEPS, self.tr("Dulu dan kini")), (_CHANGES, self.tr("Butir yang berubah")),
                (_CHARTS, self.tr("Grafik")), (_PAPER, self.tr("Di kertas")),
            ],
            single=True, parent=shown,
        )  # fmt: skip
        self.summary = ElidedLabel(role="muted", parent=shown)
        self.narrowed = button("", "x", kind="quiet", parent=shown)
        self.narrowed.hide()
        self._stack = QStackedLayout()
        self.model = StepsModel(self)
        self.steps = StepsView(self.model, shown)
        self.changes = ChangesTable(session.settings, shown)
        export = ListExport(
            session, self, self.tr("Butir yang Berubah"), lambda: TableSource(self.changes), self._filter_words
        )
        self._chart_page = QWidget(shown)
        self.charts = TrendCharts(self._chart_page)
        self._legend = plain_label(role="help", parent=self._chart_page)
        column = QVBoxLayout(self._chart_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.charts, 1)
        column.addWidget(self._legend)
        self.panel: PaperPanel | None = None
        for one in (self.steps, self.changes, self._chart_page):
            self._stack.addWidget(one)

        # Assemble
        line = QHBoxLayout()
        line.setSpacing(unit * 3)
        line.addWidget(self.views)
        line.addWidget(self.narrowed)
        line.addWidget(self.summary, 1)
        self._export_button = export.make_button()
        line.addWidget(self._export_button)
        whole = QVBoxLayout(shown)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.bar)
        whole.addLayout(line)
        whole.addLayout(self._stack, 1)
        self._shown = shown
        self.nothing = EmptyState(
            "history", self.tr("Topik ini belum mempunyai daftar periksa"),
            self.tr("Perkembangan dihitung dari daftar periksa yang berlaku dan laporannya."), parent=self,
        )  # fmt: skip
        self._body = QStackedLayout(self)
        self._body.addWidget(shown)
        self._body.addWidget(self.nothing)
        self.setFocusProxy(self.steps)

        # Wire
        self.bar.chosen.connect(self._compare)
        self.views.changed.connect(self._view_changed)
        self.narrowed.clicked.connect(self._widen)
        self.steps.opened.connect(self._open_cell)
        self.changes.opened.connect(self._open_item)

    def open(self, **where: object) -> None:
        """Show a view."""
        self.catch_up()
        view = where.get("view")
        if view in (_STEPS, _CHANGES, _CHARTS, _PAPER):
            self.go_to(str(view))

    def go_to(self, view: str) -> None:
        """Bring a view to the front."""
        self.views.choose({view})
        self._view_changed()

    def leave(self) -> None:
        """Another topic comes: its own usual positions are compared."""
        self.bar.take_usual()
        self._widen()
        if self.panel is not None:
            self.panel.clear()

    def fill(self) -> None:
        """Offer the positions there are now, and compare those in hand anew."""
        topic = self.topic
        if topic is None:
            return
        usable = template_in_force(self.session.store, topic.id) is not None
        self._body.setCurrentWidget(self._shown if usable else self.nothing)
        if not usable:
            return
        self.bar.offer(topic, moments(self.session.store, topic.id))
        self._charts_stale = True
        self._compare()

    # Views

    @Slot()
    def _compare(self) -> None:
        pair, topic = self.bar.pair(), self.topic
        if topic is None or pair is None:
            return
        store, (then, now) = self.session.store, pair
        try:
            found = compared(position_of(store, topic.id, then), position_of(store, topic.id, now))
        except AppError as fault:  # kept by a newer Rakor, or just deleted elsewhere
            self.session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return
        self._found = found
        self.model.set_comparison(found)
        self.summary.setText(summary_words(found))
        self.views.set_counts({_CHANGES: len(found.changes)})
        self.views.keep_one_line()
        self._show_changes()
        self._view_changed()

    @Slot()
    def _view_changed(self) -> None:
        view = next(iter(self.views.chosen()), _STEPS)
        shown: QWidget = {_STEPS: self.steps, _CHANGES: self.changes}.get(view, self._chart_page)
        if view == _PAPER:
            shown = panel = self._paper()
            panel.show_paper(self._gather)
        elif view == _CHARTS and self._charts_stale:
            self._fill_charts()
        self._stack.setCurrentWidget(shown)
        self._export_button.setVisible(view == _CHANGES)
        self.narrowed.setVisible(view == _CHANGES and bool(self._narrow_words()))
        self.setFocusProxy(shown)

    def _fill_charts(self) -> None:
        topic = self.topic
        if topic is None:
            return
        self._charts_stale = False
        way = trends(self.session.store, topic.id)
        marks = [
            (one.day, point_words(one.day_offset))
            for one in review_points(self.session.store, topic.id)
            if one.day is not None
        ]
        self.charts.show_trends(way, marks)
        self._chart_page.setFocusProxy(next(iter(self.charts.charts), self._legend))
        told = (
            "" if way.recounted else self.tr(" Laporannya sangat banyak: hanya posisi yang direkam yang digambar.")
        )
        self._legend.setText(f"{legend_words()}{told}")

    def _paper(self) -> PaperPanel:
        if self.panel is None:
            self.panel = PaperPanel(self.session, self._names, slot="readiness-progress", parent=self._shown)
            self.panel.take_keys(self.panel)
            self._stack.addWidget(self.panel)
        return self.panel

    def _gather(self) -> tuple[Any, ...]:
        store, paper, topic = self.session.store, OFFICE_PAPERS[_KIND], self.topic
        pair = self.bar.pair()
        assert topic is not None
        assert pair is not None
        return paper.job, paper.gather(store, topic.id, *pair), paper_profile(store)

    def _names(self) -> PaperNames:
        topic, pair = self.topic, self.bar.pair()
        assert topic is not None
        day = pair[1].day if pair else today()
        store = self.session.store
        return PaperNames(_KIND, progress_title(store, topic.id), progress_file_name(store, topic.id, day))

    # Items

    def _show_changes(self) -> None:
        found = () if self._found is None else self._found.changes
        self.changes.show_changes(
            [
                one
                for one in found
                if self._region in (None, one.region_id) and self._category in (None, one.category)
            ]
        )
        self.narrowed.setText(self._narrow_words())

    def _narrow_words(self) -> str:
        """Of which region and category the items are shown; nothing where of all."""
        names = dict(self._found.regions) if self._found else {}
        region = short_region(names.get(self._region, "")) if self._region else ""
        return " · ".join(part for part in (region, self._category or "") if part)

    def _filter_words(self) -> list[str]:
        narrowed = self._narrow_words()
        return [*self.bar.words(), *([narrowed] if narrowed else [])]

    @Slot(int, int)
    def _open_cell(self, row: int, column: int) -> None:
        self._region, self._category = self.model.region(row), self.model.category(column)
        self._show_changes()
        self.go_to(_CHANGES)
        self.changes.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _widen(self) -> None:
        self._region = self._category = None
        self._show_changes()
        self.narrowed.hide()

    @Slot(int)
    def _open_item(self, seq: int) -> None:
        """Lead to the item in the matrix, in the version of the checklist that counts now."""
        one, topic = self.changes.change(seq), self.topic
        if one is None or topic is None:
            return
        store = self.session.store
        category = next(
            (head.id for head in matrix(store, topic.id).categories if head.name == one.category), None
        )
        item = next((row.item_id for row in items(store, topic.id) if row.thread_id == one.thread_id), None)
        where = {"topic": topic.id, "region": one.region_id, "category": category, "item": item}
        self.navigate.emit("readiness", {"tab": "matrix", **where})
