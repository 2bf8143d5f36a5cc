"""A part of Kesiapan: it shows one topic."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.models.queries.office import TopicSummary
from desktop.ui.refilled_tab import RefilledTab
from desktop.ui.session import Session


class ReadinessTab(RefilledTab):
    """It is made as `Tab(session, parent)`; `topic` is the one in hand, None where there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.topic: TopicSummary | None = None

    def show_topic(self, topic: TopicSummary | None) -> None:
        """Show a topic, which may be the one in hand as it is now."""
        if self.topic is not None and (topic is None or topic.id != self.topic.id):
            self.leave()
        if topic != self.topic:
            self.topic = topic
            self.refill()

    def leave(self) -> None:
        """Another topic comes: keep what is being typed."""
        self.flush()
