"""Kehadiran: who came to the meetings of a period, as bars and numbers; each number opens the seats it counts."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.base.periods import usual_periods
from desktop.documents.period_recap_content import INTERNAL
from desktop.models.queries.invited_seats import WAYS, attendance, together
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import ModelSource
from desktop.ui.reports.attendance_model import AttendanceCounts
from desktop.ui.reports.bars import BarLegend
from desktop.ui.reports.counted_view import CountedView
from desktop.ui.reports.scoped_tab import ScopedTab
from desktop.ui.reports.seats_pane import SeatsPane
from desktop.ui.reports.way_field import WayField
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel, plain_label


class AttendanceTab(ScopedTab):
    """By institution or meeting; Enter on a number shows its seats below, Enter on a seat opens its meeting."""

    SHOWS = frozenset({"meeting", "participant", "institution", "position", "person", "tenure", "topic", "forum"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)

        # Parts
        self.period.set_period(usual_periods(today())["tahun_ini"])
        self.way = WayField(WAYS)
        self.told = ElidedLabel(role="muted")
        self.model = AttendanceCounts(self)
        self.view = CountedView(self.model, self.tr("Rekapitulasi kehadiran"))
        self._nothing = EmptyState(
            "users", self.tr("Tidak ada undangan"), self.tr("Pilih kurun waktu atau rapat yang lain.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        self.on_paper = button(self.tr("Lihat di kertas"), "file-text")
        self.seats = SeatsPane(session)
        self.seats.hide()

        # Assemble
        split = MemorySplitter("attendance_report", session.settings, Qt.Orientation.Vertical)
        split.addWidget(self._make_upper())
        split.addWidget(self.seats)
        split.setSizes([1, 1])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.view)

        # Wire
        self.way.edited.connect(self.choose)
        self.view.wanted.connect(self._show_seats)
        self.on_paper.clicked.connect(partial(self.show_in, "recap"))
        self.seats.left.connect(self.view.setFocus)
        self.seats.seat_wanted.connect(self._open_seat)

    def fill(self) -> None:
        """Count anew, and list anew the seats that are shown."""
        self.renew()
        rows = attendance(self.session.store, self.way.way(), self.asked())
        whole = together(rows, self.asked())
        self.model.set_rows(rows, whole)
        self._pages.setCurrentWidget(self.view if rows else self._nothing)
        said = self.tr("{total} undangan, {came} terisi ({percent}%)").format(
            total=grouped(whole.total), came=grouped(whole.came), percent=whole.percent
        )
        self.told.setText(said if rows else "")
        if not self.seats.isHidden():
            self.seats.refresh()

    @Slot()
    def choose(self) -> None:
        self.seats.hide()  # the number they belong to is no longer in sight
        super().choose()

    def internal_words(self) -> list[str]:
        """What is meant, as lines above a file that is not for others."""
        return [*self.filter_words(), INTERNAL]

    def _make_upper(self) -> QWidget:
        unit = theme.current().unit
        upper = QWidget()
        export = ListExport(
            self.session, upper, self.tr("Rekapitulasi Kehadiran"),
            lambda: ModelSource(self.view, WAYS[self.way.way()]), self.internal_words,
        )  # fmt: skip
        line = QHBoxLayout()
        line.setSpacing(unit * 3)
        for widget in (self.way, self.period, self.scope):
            line.addWidget(widget)
        line.addWidget(self.told, 1)
        line.addWidget(self.on_paper)
        line.addWidget(export.make_button())
        below = QHBoxLayout()
        below.addWidget(BarLegend(self.model.SHADES, self.model.count_words))
        below.addStretch()
        below.addWidget(plain_label(INTERNAL, role="muted"))
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addLayout(line)
        column.addWidget(self.period.days)
        column.addLayout(below)
        column.addWidget(self._pages, 1)
        return upper

    @Slot(QModelIndex)
    def _show_seats(self, index: QModelIndex) -> None:
        found, counted = self.model.found_by(index), self.model.counted_at(index)
        if found is None or counted is None:
            return
        words = [self.model.name(index.row()), self.model.count_words(counted[1])]
        self.seats.show()
        self.seats.show_seats(found, " · ".join(words), [*self.internal_words(), " · ".join(words)])

    @Slot(object, object)
    def _open_seat(self, meeting: UUID, seat: UUID) -> None:
        self.navigate.emit("meetings", {"meeting": meeting, "tab": "attendance", "seat": seat})
