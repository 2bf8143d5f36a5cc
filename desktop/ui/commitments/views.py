"""The views of the register: list, calendar, paper, and those of the days between meetings; one at a time."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.ui.commitments.due_calendar import DueCalendar
from desktop.ui.commitments.paper_view import PaperView
from desktop.ui.commitments.register_view import RegisterView
from desktop.ui.session import Session

LIST, CALENDAR, PAPER = "daftar", "kalender", "cetak"
_TITLES = {
    LIST: QT_TRANSLATE_NOOP("RegisterViews", "Daftar"),
    CALENDAR: QT_TRANSLATE_NOOP("RegisterViews", "Kalender"),
    PAPER: QT_TRANSLATE_NOOP("RegisterViews", "Cetak"),
}
BETWEEN = {
    "hubungi": (QT_TRANSLATE_NOOP("RegisterViews", "Perlu dihubungi"), "commitments.contact_board.ContactBoard"),
    "belum_lapor": (QT_TRANSLATE_NOOP("RegisterViews", "Belum melapor"), "commitments.unheard_view.UnheardView"),
    "arahan": (QT_TRANSLATE_NOOP("RegisterViews", "Perlu arahan"), "directions.board.DirectionBoard"),
}
"""Views of the days between meetings, with a filter of their own: title, and class under desktop.ui."""


class RegisterViews(QStackedWidget):
    """The list is there from the beginning, the others are made when they are first looked at.

    opened(seq)              a follow-up of the calendar is wanted in the list
    navigate(page, where)    another page of the window is wanted
    """

    opened = Signal(int)
    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = CommitmentFilter()
        self._key = LIST
        self.list = RegisterView(session, self)
        self.list.navigate.connect(self.navigate)
        self.list.ordered.connect(self._show_paper)
        self.calendar: DueCalendar | None = None
        self.paper: PaperView | None = None
        self._between: dict[str, Any] = {}
        self.addWidget(self.list)

    def key(self) -> str:
        """The view in sight."""
        return self._key

    def current(self) -> QWidget:
        """The widget of the view in sight."""
        shown = self.currentWidget()
        assert shown is not None
        return shown

    def go_to(self, key: str) -> None:
        """Bring a view into sight, with what the filter finds now."""
        self.flush()
        self._key = key
        self.setCurrentWidget(self._view(key))
        if self.calendar is not None and key == CALENDAR:
            self.calendar.show_filter(self._asked)
        self._show_paper()

    def show_filter(self, asked: CommitmentFilter) -> None:
        """Show what this finds, in the list and in the view in sight."""
        self._asked = asked
        self.list.show_filter(asked)
        if self.calendar is not None and self._key == CALENDAR:
            self.calendar.show_filter(asked)
        self._show_paper()

    def set_group(self, by: str) -> None:
        """Part the list and the paper by one of `GROUPINGS`; "" not at all."""
        self.list.set_group(by)
        self._show_paper()

    def between(self, key: str) -> Any:
        """A view of the days between meetings."""
        if key not in self._between:
            module, _, name = BETWEEN[key][1].rpartition(".")
            made = getattr(import_module(f"desktop.ui.{module}"), name)(self._session)
            made.navigate.connect(self.navigate)
            self.addWidget(made)
            self._between[key] = made
        return self._between[key]

    def flush(self) -> None:
        """Save what is still being changed in any of them."""
        self.list.flush()
        for view in self._between.values():
            view.flush()

    def _view(self, key: str) -> QWidget:
        if key == CALENDAR:
            if self.calendar is None:
                self.calendar = DueCalendar(self._session)
                self.calendar.opened.connect(self.opened)
                self.addWidget(self.calendar)
            return self.calendar
        if key == PAPER:
            if self.paper is None:
                self.paper = PaperView(self._session)
                self.addWidget(self.paper)
            return self.paper
        return self.between(key) if key in BETWEEN else self.list

    @Slot()
    def _show_paper(self) -> None:
        if self.paper is not None and self._key == PAPER:
            shown = self.list
            self.paper.show_filter(self._asked, order=shown.order, descending=shown.descending, group=shown.group)


def view_titles() -> list[tuple[str, str]]:
    """The views by their keys, in their order."""
    titles = {**_TITLES, **{key: title for key, (title, _) in BETWEEN.items()}}
    return [(key, QCoreApplication.translate("RegisterViews", str(title))) for key, title in titles.items()]
