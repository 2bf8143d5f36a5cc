"""Kalender: what falls due on each day of a month, of what the filter finds; beside it the list of one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import MONTHS, long_date
from desktop.base.numbers import grouped
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.due_calendar import DueDay, due_days, on_day
from desktop.models.queries.register import commitment_list
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.commitments.columns import register_columns
from desktop.ui.commitments.due_calendar_button import save_due_calendar
from desktop.ui.exports.file_maker import FileMaker
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.month_grid import Mark, MonthGrid, months_later
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label, set_tip

_KINDS = (
    ("late", QT_TRANSLATE_NOOP("DueCalendar", "terlambat"), Tone.PROBLEM, "circle-alert"),
    ("soon", QT_TRANSLATE_NOOP("DueCalendar", "segera"), Tone.ATTENTION, "clock"),
    ("later", QT_TRANSLATE_NOOP("DueCalendar", "terbuka"), Tone.INFO, "flag"),
    ("internal", QT_TRANSLATE_NOOP("DueCalendar", "internal"), Tone.NONE, "circle-dashed"),
    ("done", QT_TRANSLATE_NOOP("DueCalendar", "selesai"), Tone.OK, "check"),
)
_OF_THE_DAY = ("text", "state")
_WIDTH = 12  # characters, for there is little room


class DueCalendar(QWidget):
    """opened(seq): a follow-up of the list is wanted."""

    opened = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = CommitmentFilter()
        unit = theme.current().unit

        # Month
        split = MemorySplitter("due_calendar", session.settings, parent=self)
        month = QWidget(split)
        self.grid = MonthGrid()
        self.grid.setAccessibleName(self.tr("Kalender batas waktu"))
        self.grid.month_changed.connect(self.refresh)
        self.grid.day_changed.connect(self._show_day)
        self.grid.opened.connect(self._go_to_list)
        self._month = plain_label(role="heading")
        before = icon_button("chevron-left", self.tr("Bulan sebelumnya (PgUp)"))
        after = icon_button("chevron-right", self.tr("Bulan berikutnya (PgDn)"))
        now = button(self.tr("Hari ini"), kind="quiet")
        before.clicked.connect(self._earlier)
        after.clicked.connect(self._later)
        now.clicked.connect(self._go_to_today)
        self.maker = FileMaker(session, self)
        export = button(self.tr("Kalender (.ics)…"), "download", kind="quiet")
        set_tip(export, self.tr("Batas waktu yang disepakati, untuk kalender di telepon atau komputer"))
        export.clicked.connect(self.save_file)
        line = QHBoxLayout()
        line.setSpacing(unit * 2)
        for one in (before, after):
            line.addWidget(one)
        line.addWidget(self._month, 1)
        line.addWidget(now)
        line.addWidget(export)
        left = QVBoxLayout(month)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(unit * 2)
        left.addLayout(line)
        left.addWidget(self.grid, 1)

        # Day
        self._day = plain_label(role="heading")
        card = Card(parent=split)
        columns = [replace(one, width=_WIDTH) for one in register_columns() if one.key in _OF_THE_DAY]
        self.table = DataTable(columns, "due_of_day", session.settings, card)
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Jatuh tempo pada hari itu"))
        self.table.opened.connect(self.opened)
        card.body.addWidget(self._day)
        card.body.addWidget(self.table, 1)

        # Assemble
        split.addWidget(month)
        split.addWidget(card)
        split.setStretchFactor(0, 1)
        split.setSizes([unit * 200, unit * 78])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.grid)

    def show_filter(self, asked: CommitmentFilter) -> None:
        """Show what this finds."""
        self._asked = asked
        self.refresh()

    @Slot()
    def save_file(self) -> None:
        """Save the promised days of what the filter finds for calendars."""
        listing = commitment_list(self._session.store, self._asked, today=today())
        seqs = [seq for chunk in listing.key_chunks() for seq in chunk]
        save_due_calendar(self._session, self.maker, seqs=seqs)

    @Slot()
    def refresh(self) -> None:
        """Ask again what falls due, in one query for the whole month."""
        first, last = self.grid.days_shown()
        found = due_days(self._session.store, self._asked, first, last, today=today())
        day = self.grid.day()
        self._month.setText(f"{MONTHS[day.month - 1]} {day.year}")
        self.grid.set_marks(self._marks(found))
        self._show_day(day)

    def _marks(self, found: Mapping[date, DueDay]) -> dict[date, list[Mark]]:
        return {
            day: [
                Mark(f"{grouped(count)} {self.tr(str(word))}", grouped(count), tone, symbol)
                for name, word, tone, symbol in _KINDS
                if (count := getattr(due, name))
            ]
            for day, due in found.items()
        }

    @Slot(object)
    def _show_day(self, day: date) -> None:
        self._day.setText(long_date(day))
        self.table.set_empty_state(EmptyState("calendar", self.tr("Tidak ada yang jatuh tempo"), ""))
        listing = commitment_list(self._session.store, on_day(self._asked, day), today=today(), order="text")
        self.table.set_listing(listing)

    @Slot(object)
    def _go_to_list(self, _day: date) -> None:
        if self.table.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _earlier(self) -> None:
        self.grid.set_day(months_later(self.grid.day(), -1))

    @Slot()
    def _later(self) -> None:
        self.grid.set_day(months_later(self.grid.day(), 1))

    @Slot()
    def _go_to_today(self) -> None:
        self.grid.set_day(today())
        self.grid.setFocus()
