"""Beranda: meetings around today, follow-ups, readiness and the countdown; every number leads to its list.

What is looked up is shown when the page appears; what is counted over everything follows in the next turn of the
event loop: on the first page of a day the meetings stand on the screen while readiness is still being summed up.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import long_date
from desktop.models.queries.home import (
    MeetingBrief,
    coming_meetings,
    foremost_follow_ups,
    has_meetings,
    last_meeting,
)
from desktop.ui import theme
from desktop.ui.home.day_notice import DayNotice
from desktop.ui.home.follow_ups_card import FollowUpsCard
from desktop.ui.home.meeting_cards import FirstStepsCard, MeetingsCard
from desktop.ui.session import Session
from desktop.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:  # the right half comes when the left one is painted, the notice when there is something to say
    from desktop.models.journal import ChangeSet
    from desktop.ui.home.position_notice import PositionNotice
    from desktop.ui.home.readiness_cards import ReadinessHalf

_NEAR = timedelta(days=7)
_ELSEWHERE_MS = 300  # many changes in a row are counted once
_MEETINGS_SHOWN = 3
_LINES_SHOWN = 4  # of meetings to come and follow-ups together: more would scroll on a small laptop
_SHOWN = frozenset(
    {
        "meeting", "commitment", "addressee", "progress_report", "issue", "institution", "topic", "topic_region",
        "stage", "region", "checklist_template", "checklist_category", "checklist_item", "checklist_item_region",
        "assessment", "commitment_checklist_item", "commitment_region", "region_figure", "due_override",
        "institution_region",
    }
)  # fmt: skip


class HomePage(QWidget):
    """The first page.

    navigate(page, where)    the user wants to see more
    filled()                 both halves show how things stand
    """

    navigate = Signal(str, dict)
    filled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._day: date | None = None
        self._today: list[MeetingBrief] = []
        unit = theme.current().unit

        # Parts
        self._header = PageHeader(self.tr("Beranda"), " ")
        self.notice = DayNotice(session)
        self.first_steps = FirstStepsCard()
        self.meetings = MeetingsCard()
        self.follow_ups = FollowUpsCard()
        self.half: ReadinessHalf | None = None
        self.positions: PositionNotice | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._elsewhere = QTimer(self, singleShot=True, interval=_ELSEWHERE_MS)

        # Assemble
        sheet = QWidget()
        self._halves = halves = QHBoxLayout(sheet)
        halves.setSpacing(unit * 4)
        halves.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(unit * 4)
        left.addWidget(self.first_steps)
        left.addWidget(self.meetings)
        left.addWidget(self.follow_ups, 1)
        halves.addLayout(left, 1)
        halves.addStretch(1)  # keeps the place of the right half
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        scroll.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 3)
        whole.setSpacing(unit * 3)
        whole.addWidget(self._header)
        whole.addWidget(self.notice)
        whole.addWidget(scroll, 1)

        # Wire
        for card in (self.notice, self.meetings, self.follow_ups):
            card.navigate.connect(self.navigate)
        self.first_steps.new_wanted.connect(self._new_meeting)
        self.first_steps.import_wanted.connect(self._import_meeting)
        self._later.timeout.connect(self._sum_up)
        self._elsewhere.timeout.connect(self._recount)
        session.bus.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.half is None:  # the event loop comes to it once this is on the screen
            self._later.start()

    def _changed(self, changes: ChangeSet) -> None:
        if "readiness_snapshot" in changes.tables:
            self._tell_positions(changes)
        if changes.tables & _SHOWN:
            self._stale = True
            if self.isVisible():
                self._refresh()
            else:
                self._elsewhere.start()

    def _tell_positions(self, changes: ChangeSet) -> None:
        from desktop.ui.home.position_notice import PositionNotice

        if self.positions is None:
            self.positions = PositionNotice(self._session, self)
            self._whole.insertWidget(self._whole.indexOf(self.notice) + 1, self.positions)
        self.positions.hear(changes)

    @Slot()
    def _recount(self) -> None:
        """The line at the bottom is seen from every page: it follows what is changed there."""
        from desktop.models.queries.attention import late_and_soon

        if not self.isVisible():
            self.notice.recount(*late_and_soon(self._session.store, today()))

    def _refresh(self) -> None:
        day = today()
        if not self._stale and day == self._day:
            return
        self._stale, self._day = False, day
        store = self._session.store
        self._header.set_subtitle(long_date(day))
        self.first_steps.setVisible(not has_meetings(store))
        self.meetings.setVisible(self.first_steps.isHidden())
        coming = coming_meetings(store, day, _MEETINGS_SHOWN)
        self._today = [one for one in coming if one.held_on == day]
        self.meetings.fill(coming, last_meeting(store, day), day)
        self.follow_ups.fill(foremost_follow_ups(store, day, day + _NEAR, _LINES_SHOWN - max(1, len(coming))))
        if self.half is not None:
            self._sum_up()

    @Slot()
    def _sum_up(self) -> None:
        """What is counted over everything: what asks for attention, and the readiness of all regions."""
        from desktop.models.queries.attention import attention
        from desktop.models.queries.checklist import open_topics
        from desktop.ui.topics.foremost import foremost

        store, day = self._session.store, today()
        found, topics = attention(store, day), open_topics(store)
        topic = foremost(topics, day)
        self.follow_ups.sum_up(found, topic, [one for one in topics if one is not topic])
        self.notice.show_day(day, found.late, found.soon, self._today)
        if self.half is None:
            from desktop.ui.home.readiness_cards import ReadinessHalf

            self.half = ReadinessHalf()
            self.half.navigate.connect(self.navigate)
            self._halves.takeAt(1)
            self._halves.addWidget(self.half, 1)
        self.half.fill(store, topic, day)
        self.filled.emit()

    def _new_meeting(self) -> None:
        from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog

        dialog = NewMeetingDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self._to_meeting)
        dialog.show()

    def _import_meeting(self) -> None:
        from desktop.ui.meetings.import_meeting import MeetingImport

        meeting = MeetingImport(self._session).run()
        if meeting is not None:
            self._to_meeting(meeting)

    def _to_meeting(self, meeting: UUID) -> None:
        self.navigate.emit("meetings", {"meeting": meeting})
