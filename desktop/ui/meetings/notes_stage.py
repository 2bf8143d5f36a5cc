"""The middle of Catat Rapat: the notes, and in their place for a while what earlier meetings left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.queries.discussion import StatementRow
from desktop.ui import theme
from desktop.ui.meetings.notes_model import Heading, NotesModel
from desktop.ui.meetings.notes_view import NotesView
from desktop.ui.meetings.review_pane import ReviewPane
from desktop.ui.meetings.voices import Voices
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.text import set_tip

Codes = Mapping[UUID, tuple[str, ...]]


class NotesStage(QStackedWidget):
    """left(): the round of old follow-ups was left, back to the line being typed."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = NotesModel(self)
        self.notes = NotesView(
            self.model,
            EmptyState(
                "message-square-text",
                self.tr("Belum ada catatan"),
                self.tr("Ketik yang disampaikan di baris bawah, lalu Enter."),
            ),
        )
        self.scope = FilterChips(
            [("semua", self.tr("Semua acara")), ("ini", self.tr("Acara ini saja"))], single=True
        )
        self.review_button = button("", "history", kind="quiet")
        set_tip(self.review_button, self.tr("Tinjau tindak lanjut rapat sebelumnya (F4)"))

        # Assemble
        middle, unit = QWidget(self), theme.current().unit
        head = QHBoxLayout()
        head.addWidget(self.scope, 1)
        head.addWidget(self.review_button)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addLayout(head)
        column.addWidget(self.notes, 1)
        self.review = ReviewPane(session, self)
        self.addWidget(middle)
        self.addWidget(self.review)

        # Wire
        self.review.left.connect(self._review_left)
        self.review.counted.connect(self._show_count)
        self.review_button.clicked.connect(self.begin_review)

    @property
    def only_this_point(self) -> bool:
        """Whether only the lines of the current point are wanted."""
        return self.scope.chosen() == {"ini"}

    @property
    def front(self) -> QWidget:
        """The list in front: the notes, or what is being gone through."""
        return self.review if self.currentWidget() is self.review else self.notes

    def current(self) -> StatementRow | None:
        """The note the keyboard is at."""
        line = self.model.line(self.notes.currentIndex().row())
        return line.said if line else None

    def go_to(self, statement: UUID) -> None:
        """Let the keyboard be at a note."""
        row = self.model.row_of(statement)
        if row >= 0:
            self.notes.setCurrentIndex(self.model.index(row, 0))

    def show_end_of(self, point: UUID | None) -> None:
        """Scroll to the last note of a point of the agenda."""
        row = self.model.last_line_of(point)
        if row >= 0:
            self.notes.scrollTo(self.model.index(row, 0))

    def fill(
        self, headings: Sequence[Heading], said: Sequence[StatementRow], voices: Voices, codes: Codes
    ) -> None:
        """Show the notes anew without moving what is read; `codes` are the follow-ups of each."""
        kept, height = self.current(), self.notes.verticalScrollBar().value()
        self.model.fill(headings, said, {one.speaker_id: voices.name(one.speaker_id) for one in said}, codes)
        if kept is not None:
            self.go_to(kept.id)
        self.notes.doItemsLayout()
        self.notes.verticalScrollBar().setValue(height)

    def settle(self) -> None:
        """Begin at the notes, or at a note on an old follow-up that was being typed when the program ended."""
        if self.review.is_writing:
            self.setCurrentWidget(self.review)
        else:
            self.leave_review()

    def begin_review(self) -> None:
        """Go through what earlier meetings left open; the line below keeps its caret."""
        self.setCurrentWidget(self.review)
        self.review.begin()

    def leave_review(self) -> None:
        """Back to the notes."""
        self.review.flush()
        self.setCurrentIndex(0)

    def toggle_review(self) -> None:
        """F4: to what earlier meetings left open, and back."""
        if self.front is self.review:
            self._review_left()
        else:
            self.begin_review()

    def _review_left(self) -> None:
        self.leave_review()
        self.left.emit()

    def _show_count(self, answered: int, every: int) -> None:
        self.review_button.setVisible(every > 0)
        self.review_button.setText(self.tr("Rapat lalu {n}/{all}").format(n=answered, all=every))
