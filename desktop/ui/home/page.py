"""Beranda: meetings around today, follow-ups, readiness and the countdown; every number leads to its list."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import long_date
from desktop.models.queries.checklist import TopicRow, open_topics
from desktop.models.queries.home import coming_meetings, foremost_follow_ups, last_meeting, next_stage, stages_now
from desktop.models.queries.meetings import latest_meeting
from desktop.models.queries.readiness import matrix
from desktop.models.queries.register import commitment_count
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.home.cards import FirstStepsCard, FollowUpsCard, MeetingsCard, ReadinessCard, TopicCard
from desktop.ui.meetings.import_meeting import MeetingImport
from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
from desktop.ui.session import Session
from desktop.ui.widgets.page_header import PageHeader

_NEAR = timedelta(days=7)
_MEETINGS_SHOWN = 3
_FOLLOW_UPS_SHOWN = 6
_SHOWN = frozenset(
    {
        "meeting", "commitment", "addressee", "topic", "topic_region", "stage", "region", "checklist_template",
        "checklist_category", "checklist_item", "checklist_item_region", "assessment",
    }
)  # fmt: skip


class HomePage(QWidget):
    """The first page. navigate(page, where): the user wants to see more."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._day: date | None = None
        unit = theme.current().unit

        # Parts
        self._header = PageHeader(self.tr("Beranda"), " ")
        self.first_steps = FirstStepsCard()
        self.meetings = MeetingsCard()
        self.follow_ups = FollowUpsCard()
        self.topic = TopicCard()
        self.readiness = ReadinessCard()

        # Assemble
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setSpacing(unit * 4)
        columns.setContentsMargins(0, 0, 0, 0)
        for *upper, lower in (
            (self.first_steps, self.meetings, self.follow_ups),
            (self.topic, self.readiness),
        ):
            column = QVBoxLayout()
            column.setSpacing(unit * 4)
            for card in upper:
                column.addWidget(card)
            column.addWidget(lower, 1)
            columns.addLayout(column, 1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        scroll.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 4)
        whole.setSpacing(unit * 4)
        whole.addWidget(self._header)
        whole.addWidget(scroll, 1)

        # Wire
        for card in (self.meetings, self.follow_ups, self.topic, self.readiness):
            card.navigate.connect(self.navigate)
        self.first_steps.new_wanted.connect(self._new_meeting)
        self.first_steps.import_wanted.connect(self._import_meeting)
        session.bus.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _changed(self, changes: Changes) -> None:
        if changes.tables & _SHOWN:
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        day = today()
        if not self._stale and day == self._day:
            return
        self._stale, self._day = False, day
        store = self._session.store
        self._header.set_subtitle(long_date(day))
        self.first_steps.setVisible(latest_meeting(store) is None)
        self.meetings.setVisible(self.first_steps.isHidden())
        self.meetings.fill(coming_meetings(store, day, _MEETINGS_SHOWN), last_meeting(store, day), day)
        count = commitment_count(store, day, day + _NEAR)
        self.follow_ups.fill(count, foremost_follow_ups(store, day, day + _NEAR, _FOLLOW_UPS_SHOWN))
        topic = foremost(open_topics(store), day)
        self.topic.setVisible(topic is not None)
        self.readiness.setVisible(topic is not None)
        if topic is not None:
            self.topic.fill(topic, stages_now(store, topic.id, day), next_stage(store, topic.id, day), day)
            self.readiness.fill(topic, matrix(store, topic.id))

    def _new_meeting(self) -> None:
        dialog = NewMeetingDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self._to_meeting)
        dialog.show()

    def _import_meeting(self) -> None:
        meeting = MeetingImport(self._session).run()
        if meeting is not None:
            self._to_meeting(meeting)

    def _to_meeting(self, meeting: UUID) -> None:
        self.navigate.emit("meetings", {"meeting": meeting})


def foremost(topics: list[TopicRow], day: date) -> TopicRow | None:
    """The topic whose day comes next; one without a day, or whose day has passed, only where there is no other."""
    return min(topics, key=lambda topic: _distance(topic, day), default=None)


def _distance(topic: TopicRow, day: date) -> tuple[int, int]:
    if topic.event_date is None:
        return (2, 0)
    left = (topic.event_date - day).days
    return (0, left) if left >= 0 else (1, -left)
