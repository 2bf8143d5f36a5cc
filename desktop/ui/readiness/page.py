"""Kesiapan: one topic, its countdown, and its parts in tabs: the matrix, reports, positions kept, and more."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.office import TopicSummary
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.forms.desk import FormDesk
from desktop.ui.readiness.matrix_tab import MatrixTab
from desktop.ui.readiness.proposals.button import WaitingButton
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.session import Session
from desktop.ui.topics.closed_banner import ClosedBanner
from desktop.ui.topics.topic_header import TopicHeader
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.late_tabs import LateTabs

_TABS = (
    ("matrix", "Matriks", "readiness.matrix_tab", "MatrixTab"),
    ("entry", "Isi Laporan", "readiness.entry.tab", "EntryTab"),
    ("history", "Perkembangan", "readiness.history.tab", "HistoryTab"),
    ("rollup", "Rekap Wilayah", "readiness.rollup.tab", "RollupTab"),
    ("security", "Pengamanan", "readiness.security.security_tab", "SecurityTab"),
    ("timeline", "Tahapan", "readiness.timeline.tab", "TimelineTab"),
    ("checklist", "Daftar Periksa", "readiness.checklist.checklist_tab", "ChecklistTab"),
)


class ReadinessPage(QWidget):
    """How ready the regions are.

    `open(topic=id)` shows a topic; `tab` names a part, which gets whatever else is asked for (the matrix without).
    With `waiting` the items that wait to be brought up to date are shown over it.

    navigate(page, where)    the user wants another place
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        unit = theme.current().unit

        # Head
        self.header = TopicHeader(session, self.tr("Kesiapan"), parent=self)
        self.topic_field = self.header.topic_field
        self.waiting = WaitingButton(session, self.header)
        self.waiting.navigate.connect(self.navigate)
        self.header.add_action(self.waiting)
        self.forms = FormDesk(session, self, self._in_hand)
        self.forms.navigate.connect(self.navigate)
        self.header.add_action(self.forms.make_button())
        self.closed = ClosedBanner(self)

        # Parts
        body = QWidget(self)
        self.tabs = LateTabs(_TABS, self._make, "ReadinessPage", body)
        self._nothing = EmptyState(
            "clipboard-check",
            self.tr("Belum ada topik koordinasi"),
            self.tr("Kesiapan dicatat pada topik yang mempunyai daftar periksa dan wilayah."),
        )
        self._body = QStackedLayout(body)
        self._body.addWidget(self.tabs)
        self._body.addWidget(self._nothing)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.header)
        whole.addWidget(self.closed)
        whole.addWidget(body, 1)
        self.setFocusProxy(self.tabs)

        # Wire
        self.header.chosen.connect(self._topic_chosen)
        self.header.navigate.connect(self.navigate)
        self.closed.wanted.connect(self.header.manage)
        self.tabs.currentChanged.connect(self._tab_changed)
        session.bus.changed.connect(self._changed)
        self.tab(self.tabs.key())

    @property
    def matrix(self) -> MatrixTab:
        """The part that is shown first."""
        return cast(MatrixTab, self.tab("matrix"))

    def tab(self, key: str) -> ReadinessTab:
        """A part by its key, made now if it was never seen."""
        return cast(ReadinessTab, self.tabs.page(key))

    def open(self, tab: str = "matrix", *, waiting: bool = False, **where: object) -> None:
        """Show a topic (`topic`) and something particular in one of its parts."""
        self._refresh()
        topic = where.get("topic")
        if isinstance(topic, UUID) and self.header.choose(topic):
            self._topic_chosen()
        if self.tabs.go_to(tab):
            self.tab(tab).open(**where)
        if waiting:
            QTimer.singleShot(0, self.waiting.show_list)  # once the page stands

    def flush(self) -> None:
        """Keep what is still being typed."""
        for page in self.tabs.pages():
            cast(ReadinessTab, page).flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self.waiting.catch_up()
        if not event.spontaneous():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self.header.tell_countdown()  # it may be another day by now

    def topic(self) -> TopicSummary | None:
        """The topic in hand."""
        return self.header.topic()

    # Within

    def _make(self, tab: type[QWidget], parent: QWidget) -> QWidget:
        made = cast(type[ReadinessTab], tab)(self._session, parent)
        made.navigate.connect(self.navigate)
        made.show_topic(self.topic())
        return made

    def _in_hand(self) -> tuple[TopicRow | None, UUID | None]:
        """The topic while it is open, and the region of the row the keyboard is at."""
        topic = self.topic()
        if topic is None or not topic.is_open:
            return None, None
        return TopicRow(topic.id, topic.name, topic.event_label, topic.event_date), self.matrix.region()

    def _changed(self, changes: Changes) -> None:
        if "topic" in changes.tables:
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self.header.tell_countdown()
        if self._stale:
            self._stale = False
            self.header.load()
            self._topic_chosen()

    @Slot()
    def _topic_chosen(self) -> None:
        topic = self.topic()
        self.closed.show_closing(topic is not None and not topic.is_open, topic.closed_on if topic else None)
        self._body.setCurrentWidget(self._nothing if topic is None else self.tabs)
        self.waiting.show_topic(topic.id if topic is not None and topic.is_open else None)
        for page in self.tabs.pages():
            cast(ReadinessTab, page).show_topic(topic)

    @Slot()
    def _tab_changed(self) -> None:
        self.flush()
