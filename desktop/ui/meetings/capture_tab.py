"""The tab Catat Rapat: agenda, notes and people side by side, and one line at the bottom that is never lost."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.discussion import AgendaRow, StatementRow, agenda, statements
from desktop.services.capture_line import Kept, Scene, scene_of
from desktop.ui import theme
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.meetings.agenda_clock import AgendaClock
from desktop.ui.meetings.agenda_pane import AgendaPane
from desktop.ui.meetings.capture_bar import CaptureBar
from desktop.ui.meetings.corrections import Corrections
from desktop.ui.meetings.follow_up_writer import FollowUpWriter
from desktop.ui.meetings.kind_chooser import FOLLOW_UP_NUMBER, kind_number
from desktop.ui.meetings.line_keeper import LineKeeper
from desktop.ui.meetings.notes_model import headings_of
from desktop.ui.meetings.notes_stage import NotesStage
from desktop.ui.meetings.review_pane import SHOWS as REVIEW_SHOWS
from desktop.ui.meetings.side_pane import SidePane
from desktop.ui.meetings.text_block_popup import TextBlockPopup
from desktop.ui.meetings.voices import Voices
from desktop.ui.session import Session
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter

_SHOWS = frozenset({"statement", "agenda_item", "commitment", "addressee", "meeting"})
# What a line can name: read once, and again when one of these changes.
_NAMES = frozenset(
    {
        "participant",
        "person",
        "position",
        "tenure",
        "institution",
        "institution_region",
        "region",
        "meeting",
        "topic",
    }
)


class CaptureTab(QWidget):
    """show_meeting(id) fills it; refresh(changes) and flush() are called by the workspace."""

    line_stored = Signal(object)
    """A line was stored; its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._said: list[StatementRow] = []
        self._stale = False
        unit = theme.current().unit

        # Parts, each made where it will stand: the style sheet dresses anew whatever is moved, with all it holds
        split = MemorySplitter("capture", session.settings, parent=self)
        points = QWidget(split)
        self.agenda = AgendaPane(points)
        self.clock = AgendaClock(session, points)
        self._points: dict[UUID | None, AgendaRow] = {}
        self.stage = NotesStage(session, split)
        self.side = SidePane(session, split)
        self.model, self.notes = self.stage.model, self.stage.notes
        self.review = self.stage.review
        self.bar = CaptureBar(session.store, self)
        self.text_blocks = TextBlockPopup(session, self.bar.line)
        self._draft = DraftTimer(session, self._gather, self)
        self.corrections = Corrections(session, self.notes, self.model)
        self._writer = FollowUpWriter(session, self.side, self.bar)
        self._keeper = LineKeeper(session, self.bar, self._draft)
        self._scene: Scene | None = None

        # Assemble
        left = QVBoxLayout(points)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(unit * 2)
        left.addWidget(self.agenda, 1)
        left.addWidget(self.clock)
        for pane in (points, self.stage, self.side):
            split.addWidget(pane)
        for number, share in enumerate((2, 5, 3)):
            split.setStretchFactor(number, share)
        split.setSizes([unit * 55, unit * 135, unit * 85])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 3)
        whole.addWidget(split, 1)
        whole.addWidget(self.bar)
        self.setFocusProxy(self.bar.line)
        self._wire()

    def show_meeting(self, meeting: UUID) -> None:
        """Show a meeting, with what was being typed when the program ended, the caret where it was."""
        if meeting == self._meeting:
            self._reload()
            return
        self.flush()
        self.corrections.drop()
        self._meeting = self._keeper.meeting = meeting
        self._scene = None
        self._draft.place = f"capture:{meeting}"
        self.clock.show_meeting(meeting)
        self.corrections.set_meeting(meeting)
        self.agenda.forget()
        self.bar.clear()
        self._reload()
        if self._said:
            self.bar.resume(self._said[-1])
            self.agenda.go_to(self._said[-1].agenda_item_id)
        self._restore()
        self._writer.set_meeting(meeting)
        self.review.show_meeting(meeting)
        self.stage.settle()
        self._show_target()

    def flush(self) -> None:
        """Store a correction that is still open; keep the line being typed as a draft."""
        self.corrections.flush()
        self._draft.flush()
        self.side.editor.flush()
        self.review.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere, undo included; never while a line is being corrected."""
        if changes.tables & (_NAMES | {"meeting"}):
            self._scene = None
        if self._meeting is not None and changes.tables & (_SHOWS | _NAMES):
            self.side.editor.refresh(changes)
            self._reload()
        if self._meeting is not None and changes.tables & REVIEW_SHOWS:
            self.review.reload()

    def show_part(self, line: UUID) -> None:
        """Go to a note, the keyboard on it."""
        said = next((one for one in self._said if one.id == line), None)
        if said is None:
            return
        self.stage.leave_review()
        if self.stage.only_this_point:
            self.agenda.go_to(said.agenda_item_id)
        self.stage.go_to(line)
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_line(self) -> None:
        """Go to the line being typed; the caret is where it was."""
        self.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Keys

    def event(self, event: QEvent) -> bool:
        # The window has Ctrl+1 … for its pages; while notes are taken they choose the kind.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and kind_number(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (number := kind_number(event)) is not None:
            if not self._changes_kind(number):
                self.bar.kinds.press(number)
        elif event.key() == Qt.Key.Key_Escape:
            self.focus_line()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        self.bar.entered.connect(self._store_line)
        self.bar.pasted.connect(self._store_lines)
        self._keeper.kept.connect(self._kept)
        self.bar.edited.connect(self._draft.touch)
        self.agenda.item_changed.connect(self._item_changed)
        self.agenda.itemActivated.connect(self.focus_line)
        self.stage.scope.changed.connect(self._reload)
        self.corrections.ended.connect(self._reload_if_stale)
        self.stage.left.connect(self.focus_line)
        self.text_blocks.closed.connect(self.focus_line)
        self.side.speaker_wanted.connect(self._speaker_wanted)
        self._writer.line_taken.connect(self._line_taken)
        self._writer.done.connect(self.focus_line)
        for keys, deed in (
            ("Ctrl+Up", self._previous_item),
            ("Ctrl+Down", self._next_item),
            ("Ctrl+T", self._line_to_follow_up),
            ("Ctrl+D", self._write_follow_up),
            ("F4", self.stage.toggle_review),
            ("Ctrl+.", self._text_block),
            ("F8", self.clock.toggle),
            ("F6", self._next_pane),
            ("Shift+F6", self._previous_pane),
        ):
            on_keys(self, keys, deed)

    def _text_block(self) -> None:
        self.text_blocks.open()

    def _previous_item(self) -> None:
        self._step_item(-1)

    def _next_item(self) -> None:
        self._step_item(1)

    def _step_item(self, by: int) -> None:
        left = self.agenda.point()
        self.agenda.step(by)
        self.clock.went(left, self.agenda.point())

    def _next_pane(self) -> None:
        self._cycle(1)

    def _previous_pane(self) -> None:
        self._cycle(-1)

    def _cycle(self, step: int) -> None:
        panes: list[QWidget] = [self.agenda, self.stage.front, *self.side.panes(), self.bar.line]
        now = QApplication.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if now is pane or (now is not None and pane.isAncestorOf(now))),
            -1 if step > 0 else 0,
        )
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Showing

    def _reload(self) -> None:
        if self._meeting is None:
            return
        if self.corrections.editor is not None:
            self._stale = True
            return
        self._stale = False
        store = self._session.store
        self._said = statements(store, self._meeting)
        voices = self.corrections.voices = Voices(store, self._meeting)
        rows = commitments_of(store, self._meeting)
        points = agenda(store, self._meeting)
        self._points = {point.id: point for point in points}
        headings = headings_of(points, self.tr("Di luar acara"))
        self.agenda.fill(headings, Counter(one.agenda_item_id for one in self._said))
        self._scene = self._scene or scene_of(store, self._meeting)
        self.bar.set_voices(voices, self._said, self._scene)
        self.side.show_people(voices)
        self.side.show_follow_ups(rows)
        only = self.stage.only_this_point
        shown = [heading for heading in headings if not only or heading.item == self.agenda.point()]
        self.stage.fill(shown, self._said, voices, self._writer.link(rows))
        self._show_target()

    def _reload_if_stale(self) -> None:
        if self._stale:
            self._reload()

    def _show_target(self) -> None:
        heading = self.agenda.heading()
        self.bar.set_target(heading.text if heading else "")
        self.clock.show_item(self._points.get(self.agenda.point()))

    def _item_changed(self) -> None:
        self._show_target()
        self._draft.touch()
        if self.stage.only_this_point:
            self._reload()
        self.stage.show_end_of(self.agenda.point())

    # The line

    def _store_line(self) -> None:
        self._keeper.keep_typed(self.agenda.point())

    def _store_lines(self, texts: list[str]) -> None:
        self._keeper.keep_pasted(texts, self.agenda.point())

    def _kept(self, kept: Kept) -> None:
        if kept.is_follow_up:
            self.side.go_to_follow_up(kept.id)
        else:
            self.stage.go_to(kept.id)
        self.line_stored.emit(kept.id)

    def _changes_kind(self, number: int) -> bool:
        """Ctrl+1 … Ctrl+5 on a line or a follow-up that stands already make it one of the other."""
        line = self.stage.current() if self.notes.hasFocus() else None
        one = self.side.current_follow_up() if self.side.follow_ups.hasFocus() else None
        if line is not None and number == FOLLOW_UP_NUMBER:
            self._line_to_follow_up()
        elif line is not None:
            self._keeper.change_kind(line, number)
        elif one is not None and number != FOLLOW_UP_NUMBER:
            self._keeper.make_note(one, number)
        else:
            return False
        return True

    def _speaker_wanted(self, seat: object) -> None:
        if isinstance(seat, UUID):
            self.bar.choose_speaker(seat)
            self.focus_line()

    def _gather(self) -> dict[str, Any] | None:
        if not self.bar.line.value():
            return None
        item = self.agenda.point()
        return {**self.bar.pack(), "item": str(item) if item else None}

    def _restore(self) -> None:
        kept = self._draft.recall()
        if kept is not None:
            self.bar.unpack(kept)
            self.agenda.go_to(UUID(kept["item"]) if kept["item"] else None)
        self.corrections.restore()

    # Follow-ups

    def _write_follow_up(self) -> None:
        if self._meeting is not None:
            self._writer.begin(self._meeting, self.agenda.point())

    def _line_to_follow_up(self) -> None:
        if self._meeting is not None:
            self._writer.from_line(self._meeting, self.stage.current())

    def _line_taken(self) -> None:
        self.bar.take_line()
        self._draft.discard()
