"""The top of a page that shows one topic: its name to choose another, how far its day is, and all topics."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.office import TopicSummary, topics
from desktop.ui.readiness.wording import countdown
from desktop.ui.session import Session
from desktop.ui.topics.foremost import foremost
from desktop.ui.topics.manage import manage_topics
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.page_header import PageHeader

EVERY = "every"
"""The value of the choice that stands for all topics together."""
_NAME_LETTERS = 36


class TopicHeader(PageHeader):
    """Closed topics stand behind the open ones.

    chosen()                another topic was chosen
    navigate(page, where)   the dialog of topics leads to another place
    """

    chosen = Signal()
    navigate = Signal(str, dict)

    def __init__(
        self, session: Session, title: str, *, every: bool = False, parent: QWidget | None = None
    ) -> None:
        """With `every` all topics together can be chosen too."""
        super().__init__(title, " ", parent)
        self._session = session
        self._every = every
        self._topics: list[TopicSummary] = []
        self.topic_field = ChoiceField()
        self.topic_field.setAccessibleName(self.tr("Topik Koordinasi"))
        self.topic_field.setMinimumContentsLength(_NAME_LETTERS)
        self.add_action(self.topic_field)
        self.manage_button = icon_button("settings", self.tr("Topik Koordinasi: baru, ubah, tutup, laporan akhir"))
        self.add_action(self.manage_button)
        self.topic_field.edited.connect(self._told)
        self.manage_button.clicked.connect(self.manage)

    def load(self) -> None:
        """Read the topics anew; the chosen one stays chosen, else the foremost open one is."""
        found = topics(self._session.store)
        self._topics = sorted(found, key=lambda one: not one.is_open)
        options: list[tuple[object, str]] = [(one.id, self._words(one)) for one in self._topics]
        if self._every and len(options) > 1:
            options.append((EVERY, self.tr("Semua topik")))
        with QSignalBlocker(self.topic_field):
            self.topic_field.set_options(options)
        if self.topic() is None and not self.is_every() and self._topics:
            first = foremost([one for one in self._topics if one.is_open], today()) or self._topics[0]
            self.topic_field.set_value(first.id)
        self.topic_field.setVisible(bool(self._topics))
        self.tell_countdown()

    def topic(self) -> TopicSummary | None:
        """The topic in hand; None for all of them, or where there is none."""
        chosen = self.topic_field.value()
        return next((one for one in self._topics if one.id == chosen), None)

    def is_every(self) -> bool:
        """Whether all topics together were chosen."""
        return self.topic_field.value() == EVERY

    def choose(self, topic: UUID) -> bool:
        """Go to a topic; False where it is in hand already."""
        if topic == self.topic_field.value():
            return False
        self.topic_field.set_value(topic)
        self.tell_countdown()
        return True

    def tell_countdown(self) -> None:
        """Say how far the topic's day is from today."""
        topic = self.topic()
        words = " " if self.is_every() else ""
        if topic is not None:
            row = TopicRow(topic.id, topic.name, topic.event_label, topic.event_date)
            words = countdown(row, today()) or " "  # nothing moves from one topic to another
        self.set_subtitle(words)

    @Slot()
    def manage(self) -> None:
        """Show all topics."""
        manage_topics(self._session, self, self.navigate, self.topic_field.value())

    def _words(self, topic: TopicSummary) -> str:
        return topic.name if topic.is_open else self.tr("{topic} (ditutup)").format(topic=topic.name)

    @Slot()
    def _told(self) -> None:
        self.tell_countdown()
        self.chosen.emit()
