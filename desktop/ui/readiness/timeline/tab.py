"""Tahapan: what runs now and what comes next in words, then the stages on a scale of days."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.office import stages
from desktop.models.queries.review_points import review_points
from desktop.services.papers.stage_timeline import stage_timeline_file_name, stage_timeline_title
from desktop.services.stage_standing import Standing, coming, running
from desktop.ui import theme
from desktop.ui.papers.office_dialog import OfficePaperDialog
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.readiness.timeline.bars import SHADES
from desktop.ui.readiness.timeline.model import TimelineModel
from desktop.ui.readiness.timeline.stages_dialog import StagesDialog
from desktop.ui.readiness.timeline.view import DETAILS, TimelineView
from desktop.ui.readiness.timeline.wording import closed_text, next_text, now_text, review_text, standing_text
from desktop.ui.reports.bars import BarLegend
from desktop.ui.session import Session
from desktop.ui.topics.topic_deeds import topic_editor
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.text import plain_label, set_tip


class TimelineTab(ReadinessTab):
    """`open(stage=id)` goes to a stage."""

    SHOWS = frozenset({"stage", "topic", "review_point"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit

        # Words and deeds
        self.now, self.next, self.review = (_sentence(self) for _ in range(3))
        names = {
            "semua": self.tr("Seluruhnya"),
            "bulan": self.tr("Per bulan"),
            "minggu": self.tr("Per minggu"),
        }
        self._legend = BarLegend({str(one): SHADES[one] for one in SHADES}, _meaning, self)
        self.detail = ChoiceField([(key, names[key]) for key in DETAILS], parent=self)
        self.detail.setAccessibleName(self.tr("Skala waktu"))
        self.detail.setMinimumContentsLength(max(map(len, names.values())))
        self.print_button = icon_button("printer", self.tr("Cetak tahapan"))
        self.topic_button = button(self.tr("Ubah topik…"), "flag", parent=self)
        set_tip(self.topic_button, self.tr("Hari puncak, titik tinjau, dan wilayah yang ikut"))
        self.stages_button = button(self.tr("Susun tahapan…"), "list-checks", parent=self)

        # Timeline
        self._shown = QWidget(self)
        self.model = TimelineModel(self)
        self.view = TimelineView(self.model, self._shown)
        self.told = _sentence(self._shown, "muted")
        self.told.setMinimumHeight(2 * self.told.fontMetrics().height())  # the view shall not move with the words
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing = EmptyState(
            "calendar",
            self.tr("Topik ini belum mempunyai tahapan"),
            self.tr("Tahapan menunjukkan apa yang berjalan dan apa yang menyusul menuju hari puncaknya."),
            parent=self,
        )

        # Assemble
        sentences = QVBoxLayout()
        sentences.setSpacing(unit)
        for sentence in (self.now, self.next, self.review):
            sentences.addWidget(sentence)
        deeds = QHBoxLayout()
        deeds.setSpacing(unit * 2)
        deeds.addWidget(self._legend)
        deeds.addStretch()
        for deed in (self.detail, self.print_button, self.topic_button, self.stages_button):
            deeds.addWidget(deed)
        shown = QVBoxLayout(self._shown)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(unit)
        shown.addWidget(self.view, 1)
        shown.addWidget(self.told)
        self._body = QStackedLayout()
        self._body.addWidget(self._shown)
        self._body.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(sentences)
        whole.addLayout(deeds)
        whole.addLayout(self._body, 1)
        self.setFocusProxy(self.view)

        # Wire
        self.detail.edited.connect(self._detail_chosen)
        self.print_button.clicked.connect(self.print_stages)
        self.topic_button.clicked.connect(self.edit_topic)
        self.stages_button.clicked.connect(self.edit_stages)
        self.view.opened.connect(self.edit_stages)
        self.view.moved.connect(self._tell_stage)

    def open(self, **where: object) -> None:
        """Go to a `stage`."""
        self.catch_up()
        stage = where.get("stage")
        if isinstance(stage, UUID) and self.view.go_to_stage(stage):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self) -> None:
        """Show the stages as they stand today, of a closed topic as it was closed, at the stage chosen."""
        topic = self.topic
        if topic is None:
            return
        day, at = topic.closed_on or today(), self.view.current()
        found, points = stages(self.session.store, topic.id), review_points(self.session.store, topic.id)
        self.model.show_topic(found, points, topic.event_date, topic.event_label, day, closed=not topic.is_open)
        if not self.view.go_to_stage(at.id if at else None):
            now = running(found, day) or coming(found, day)
            self.view.go_to(max(self.model.row_of(now[0].id if now else None), 0))
        told = (now_text(found, day), next_text(found, day), review_text(points, day))
        if not topic.is_open:  # nothing of it comes any more
            told = (closed_text(topic.closed_on), "", "")
        for label, words in zip((self.now, self.next, self.review), told, strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.topic_button.setVisible(topic.is_open)
        self.stages_button.setVisible(topic.is_open)
        self._body.setCurrentWidget(self._shown if found else self._nothing)
        self._tell_stage()

    @Slot()
    def edit_topic(self) -> None:
        """Change the topic's day, its review points and regions."""
        if self.topic is not None and self.topic.is_open:
            self._ask(topic_editor(self.session, self.topic, self.window()))

    @Slot()
    def edit_stages(self, at: object = None) -> None:
        """Arrange the stages, beginning at one; those of a closed topic stand still."""
        if self.topic is None or not self.topic.is_open:
            return
        here = self.view.current()
        start = at if isinstance(at, UUID) else here.id if here else None
        dialog = StagesDialog(self.session, self.topic, start, parent=self.window())
        self._ask(dialog)
        self.view.go_to_stage(dialog.table.current_id())

    @Slot()
    def print_stages(self) -> None:
        """Show the stages as they will print."""
        if self.topic is None:
            return
        store, topic = self.session.store, self.topic.id

        def names() -> PaperNames:
            return PaperNames("stages", stage_timeline_title(store, topic), stage_timeline_file_name(store, topic))

        self._ask(OfficePaperDialog(self.session, names, topic, parent=self.window()))

    def _ask(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _detail_chosen(self) -> None:
        self.view.set_detail(str(self.detail.value()))

    @Slot()
    def _tell_stage(self) -> None:
        row = self.view.currentIndex().row()
        words = self.model.words(row) if self.model.stage(row) else self.tr("Panah ↑/↓ menelusuri tahapan.")
        if self.topic is not None and self.topic.is_open and self.model.stage(row):
            words += self.tr(" · Enter mengubah")
        self.told.setText(words)


def _meaning(key: str) -> str:
    return standing_text(Standing(key))


def _sentence(parent: QWidget, role: str = "") -> QLabel:
    label = plain_label(role=role, parent=parent)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
