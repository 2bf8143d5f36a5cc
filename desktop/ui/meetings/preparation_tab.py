"""Persiapan: what the meeting is, its agenda, and who is invited."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.attendance import participants
from desktop.ui import theme
from desktop.ui.meetings.agenda_panel import AgendaPanel
from desktop.ui.meetings.invitation_panel import InvitationPanel
from desktop.ui.meetings.meeting_form import MeetingForm
from desktop.ui.meetings.origin_banner import OriginBanner
from desktop.ui.meetings.rundown_panel import RundownPanel
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter

_SEATS = frozenset({"participant", "person", "position", "institution", "tenure"})
_AGENDA = frozenset({"agenda_item", "meeting"})
_RUNDOWN = frozenset({"rundown_item", "meeting"})


class PreparationTab(QWidget):
    """Left the form, right the agenda (or the order of ceremony) above the invitations.

    print_wanted(str)    a paper of this meeting is wanted
    """

    print_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        unit = theme.current().unit

        # Parts, each made where it will stand, as Tab goes: the style sheet dresses anew whatever is moved
        self.origin = OriginBanner(session, self)
        halves = MemorySplitter("preparation", session.settings, parent=self)
        sheet = Card(parent=halves)
        lists = MemorySplitter("preparation_lists", session.settings, Qt.Orientation.Vertical, halves)
        self.programme = QStackedWidget(lists)
        self.meeting_form = MeetingForm(session, sheet)
        self.agenda = AgendaPanel(session, self.programme)
        self.rundown = RundownPanel(session, self.programme)
        self.programme.addWidget(self.agenda)
        self.programme.addWidget(self.rundown)
        self.agenda.rundown_wanted.connect(self._switch_programme)
        self.rundown.agenda_wanted.connect(self._switch_programme)
        self.rundown.print_wanted.connect(self.print_wanted)
        self.invitations = InvitationPanel(session, lists)
        self.invitations.print_wanted.connect(self.print_wanted)

        # Assemble
        sheet.body.addWidget(self.meeting_form)
        lists.addWidget(self.programme)
        lists.addWidget(self.invitations)
        lists.setSizes([unit * 62, unit * 76])
        halves.addWidget(sheet)
        halves.addWidget(lists)
        halves.setStretchFactor(1, 1)
        halves.setSizes([unit * 132, unit * 142])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.origin)
        whole.addWidget(halves, 1)
        self.setFocusProxy(self.meeting_form)
        on_keys(self, "F6", partial(self._cycle, 1))
        on_keys(self, "Shift+F6", partial(self._cycle, -1))
        on_keys(self, "F7", self._switch_programme)

    def show_meeting(self, meeting: UUID) -> None:
        """Show the preparation of a meeting."""
        self.flush()
        self._meeting = meeting
        seats = participants(self._session.store, meeting)
        self.meeting_form.show_meeting(meeting)
        self.invitations.show_meeting(meeting, seats)
        self.agenda.show_meeting(meeting, seats)
        self.rundown.show_meeting(meeting)
        self.origin.show_meeting(meeting)

    def go_to(self, field: str) -> None:
        """Put the keyboard into a field of the meeting, or to its agenda."""
        if field == "agenda":
            self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.meeting_form.form.go_to(field)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.agenda.table.finish_editing()
        self.rundown.table.finish_editing()
        self.invitations.table.finish_editing()
        self.meeting_form.flush()

    def _cycle(self, step: int) -> None:
        """From the sheet to the agenda, the invitations, and round again."""
        parts = (self.meeting_form, self.programme, self.invitations)
        now = QApplication.focusWidget()
        here = next((place for place, part in enumerate(parts) if now and part.isAncestorOf(now)), 0)
        line = self.agenda.line if self.programme.currentWidget() is self.agenda else self.rundown.line
        entries = (self.meeting_form, line, self.invitations.picker)
        entries[(here + step) % len(entries)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _switch_programme(self) -> None:
        """From the agenda to the order of ceremony, and back."""
        front = self.rundown if self.programme.currentWidget() is self.agenda else self.agenda
        self.programme.setCurrentWidget(front)
        front.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, changes: ChangeSet) -> None:
        """Bring anew what the change concerns."""
        if self._meeting is None:
            return
        self.meeting_form.refresh(changes)
        self.origin.refresh(changes)
        if changes.tables & _RUNDOWN:
            self.rundown.reload()
        if changes.tables & _SEATS:
            seats = participants(self._session.store, self._meeting)
            self.invitations.show_seats(seats)
            self.agenda.show_seats(seats)
        elif changes.tables & _AGENDA:
            self.agenda.reload()
