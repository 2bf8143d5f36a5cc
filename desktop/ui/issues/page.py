"""Kendala: what is told of a topic between meetings, and how its regions are day by day."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.issues import issue
from desktop.models.queries.office import TopicSummary
from desktop.ui import theme
from desktop.ui.issues.list_tab import IssuesTab
from desktop.ui.issues.situation_tab import SituationTab
from desktop.ui.session import Session
from desktop.ui.topics.closed_banner import ClosedBanner
from desktop.ui.topics.topic_header import TopicHeader
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.made_tab import made_tab

_ISSUES, _SITUATION = range(2)  # the tabs


class IssuesPage(QWidget):
    """One topic at a time, in two tabs.

    `open(issue=id)`, `open(state="terbuka")`, `open(topic=id)` or `open(tab="situation")` leads to a part of it.
    """

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit

        # Parts, each made where it will stand: the style sheet dresses anew whatever is moved, with all it holds
        self.header = TopicHeader(session, self.tr("Kendala & Perkembangan"), every=True, parent=self)
        self.topic_field = self.header.topic_field
        self.closed = ClosedBanner(self)
        body = QWidget(self)
        self._body = QStackedLayout(body)
        self.tabs = QTabWidget(body)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.issues = made_tab(self.tabs, self.tr("Kendala && Perkembangan"), partial(IssuesTab, session))
        self.situation = made_tab(self.tabs, self.tr("Situasi Harian"), partial(SituationTab, session))
        self._nothing = EmptyState(
            "message-square-text",
            self.tr("Belum ada topik koordinasi"),
            self.tr("Kendala dan perkembangan dicatat pada sebuah topik."),
        )

        # Assemble
        self._body.addWidget(self.tabs)
        self._body.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.header)
        whole.addWidget(self.closed)
        whole.addWidget(body, 1)

        # Wire
        self.header.chosen.connect(self._show_topic)
        self.header.navigate.connect(self.navigate)
        self.issues.navigate.connect(self.navigate)
        self.closed.wanted.connect(self.header.manage)
        self.tabs.currentChanged.connect(self._tab_changed)
        session.bus.changed.connect(self._changed)
        self._load_topics()

    def open(
        self,
        topic: object = None,
        issue: object = None,
        state: str = "",
        kind: str = "",
        tab: str = "",
        item: object = None,
        region: object = None,
        **_where: object,
    ) -> None:
        """Show a topic, one of its entries, those in a state (and of a kind), or its regions today.

        With an `item` a new entry of that readiness item in a `region` is begun.
        """
        if isinstance(issue, UUID):
            topic = self._topic_of(issue) or topic
        if isinstance(topic, UUID) and self.header.choose(topic):
            self._show_topic()
        self.tabs.setCurrentIndex(_SITUATION if tab == "situation" else _ISSUES)
        if isinstance(item, UUID):
            self.issues.entry.start_with(item, region if isinstance(region, UUID) else None)
        elif isinstance(issue, UUID):
            self.issues.show_issue(issue)
        elif state:
            self.issues.show_state(state, kind)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.issues.flush()
        self.situation.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.header.tell_countdown()
        if not event.spontaneous():
            self.tabs.currentWidget().setFocus()

    def topic(self) -> TopicSummary | None:
        """The topic in hand."""
        return self.header.topic()

    # Within

    def _topic_of(self, one: UUID) -> UUID | None:
        row = issue(self._session.store, one)
        return row.topic_id if row else None

    def _load_topics(self) -> None:
        self.header.load()
        self._show_topic()

    @Slot()
    def _show_topic(self) -> None:
        topic, every = self.topic(), self.header.is_every()
        self._body.setCurrentWidget(self.tabs if topic or every else self._nothing)
        self.tabs.setTabEnabled(_SITUATION, not every)  # a day is reported topic by topic
        self.closed.show_closing(topic is not None and not topic.is_open, topic.closed_on if topic else None)
        if topic is not None:
            self.issues.show_topic(topic.id, is_open=topic.is_open)
            self.situation.show_topic(topic.id)
        elif every:
            self.issues.show_topic(None, is_open=True)

    @Slot()
    def _tab_changed(self) -> None:
        self.flush()
        self.tabs.currentWidget().setFocus()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.tables & {"topic"}:
            self._load_topics()
        self.issues.refresh(changes)
        self.situation.refresh(changes)
