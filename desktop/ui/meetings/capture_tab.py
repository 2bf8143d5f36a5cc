"""The tab Catat Rapat: agenda, notes and people side by side, and one line at the bottom that is never lost."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.discussion import StatementRow, agenda, statements
from desktop.models.words import COMMITMENT_KINDS
from desktop.services.capture import add_statement
from desktop.services.commitments import add_commitment
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.commitments.editor import Start
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.meetings.agenda_pane import AgendaPane
from desktop.ui.meetings.capture_bar import CaptureBar
from desktop.ui.meetings.corrections import Corrections, name_is_unknown
from desktop.ui.meetings.kind_chooser import FOLLOW_UP_NUMBER
from desktop.ui.meetings.notes_model import NotesModel, headings_of
from desktop.ui.meetings.notes_view import NotesView
from desktop.ui.meetings.side_pane import SidePane
from desktop.ui.meetings.voices import Voices
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.splitter import MemorySplitter

_SHOWS = frozenset({"statement", "agenda_item", "participant", "commitment", "addressee", "person", "meeting"})
_FIRST_DIGIT = int(Qt.Key.Key_1)


class CaptureTab(QWidget):
    """show_meeting(id) fills it; refresh(changes) and flush() are called by the workspace."""

    line_stored = Signal(object)
    """A line was stored; its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._said: list[StatementRow] = []
        self._follow_ups: dict[UUID, list[UUID]] = {}
        self._moved = ""  # what went from the line into the follow-up being written
        self._stale = False
        unit = theme.current().unit

        # Parts
        self.agenda = AgendaPane()
        self.model = NotesModel(self)
        self.notes = NotesView(
            self.model,
            EmptyState(
                "message-square-text",
                self.tr("Belum ada catatan"),
                self.tr("Ketik yang disampaikan di baris bawah, lalu Enter."),
            ),
        )
        self.side = SidePane(session)
        self.bar = CaptureBar(session.store)
        self._scope = FilterChips(
            [("semua", self.tr("Semua acara")), ("ini", self.tr("Acara ini saja"))], single=True
        )
        self._draft = DraftTimer(session, self._gather, self)
        self.corrections = Corrections(session, self.notes, self.model)

        # Assemble
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self._scope)
        column.addWidget(self.notes, 1)
        split = MemorySplitter("capture", session.settings)
        for pane in (self.agenda, middle, self.side):
            split.addWidget(pane)
        split.setStretchFactor(1, 1)
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
        self._meeting, self._moved = meeting, ""
        self._draft.place = f"capture:{meeting}"
        self.corrections.set_meeting(meeting)
        self.agenda.forget()
        self.bar.clear()
        self._reload()
        if self._said:
            self.bar.resume(self._said[-1])
            self.agenda.go_to(self._said[-1].agenda_item_id)
        self._restore()
        self._show_target()

    def flush(self) -> None:
        """Store a correction that is still open; keep the line being typed as a draft."""
        self.corrections.flush()
        self._draft.flush()
        self.side.editor.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere, undo included; never while a line is being corrected."""
        if self._meeting is not None and changes.tables & _SHOWS:
            self.side.editor.refresh(changes)
            self._reload()

    def focus_line(self) -> None:
        """Go to the line being typed; the caret is where it was."""
        self.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Keys

    def event(self, event: QEvent) -> bool:
        # The window has Ctrl+1 … for its pages; while notes are taken they choose the kind.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _kind_number(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (number := _kind_number(event)) is not None:
            self.bar.kinds.press(number)
        elif event.key() == Qt.Key.Key_Escape:
            self.focus_line()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        self.bar.entered.connect(self._store_line)
        self.bar.edited.connect(self._draft.touch)
        self.bar.follow_up_wanted.connect(self._write_follow_up)
        self.agenda.item_changed.connect(self._item_changed)
        self.agenda.itemActivated.connect(self.focus_line)
        self._scope.changed.connect(self._reload)
        self.corrections.ended.connect(self._reload_if_stale)
        self.side.speaker_wanted.connect(self._speaker_wanted)
        self.side.follow_up_wanted.connect(self._open_follow_up)
        self.side.editor.left.connect(self.focus_line)
        self.side.editor.made.connect(self._follow_up_made)
        for keys, deed in (
            ("Ctrl+Up", self._previous_item),
            ("Ctrl+Down", self._next_item),
            ("Ctrl+T", self._line_to_follow_up),
            ("F6", self._next_pane),
            ("Shift+F6", self._previous_pane),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _previous_item(self) -> None:
        self.agenda.step(-1)

    def _next_item(self) -> None:
        self.agenda.step(1)

    def _next_pane(self) -> None:
        self._cycle(1)

    def _previous_pane(self) -> None:
        self._cycle(-1)

    def _cycle(self, step: int) -> None:
        panes: list[QWidget] = [self.agenda, self.notes, *self.side.panes(), self.bar.line]
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
        store, kept = self._session.store, self._current()
        self._said = statements(store, self._meeting)
        voices = self.corrections.voices = Voices(store, self._meeting)
        rows = commitments_of(store, self._meeting)
        headings = headings_of(agenda(store, self._meeting), self.tr("Di luar acara"))
        self.agenda.fill(headings, Counter(one.agenda_item_id for one in self._said))
        self.bar.set_voices(voices, self._said)
        self.side.show_people(voices)
        self.side.show_follow_ups(rows)
        self._follow_ups = {}
        codes: dict[UUID, tuple[str, ...]] = {}
        for row in rows:
            if row.statement_id is not None:
                self._follow_ups.setdefault(row.statement_id, []).append(row.id)
                code = row.code or self.tr("tindak lanjut {number}").format(number=row.order_no)
                codes[row.statement_id] = (*codes.get(row.statement_id, ()), code)
        only = self._scope.chosen() == {"ini"}
        shown = [heading for heading in headings if not only or heading.item == self.agenda.point()]
        speakers = {one.speaker_id: voices.name(one.speaker_id) for one in self._said}
        self.model.fill(shown, self._said, speakers, codes)
        if kept is not None:
            self._go_to_line(kept.id)
        self._show_target()

    def _reload_if_stale(self) -> None:
        if self._stale:
            self._reload()

    def _show_target(self) -> None:
        heading = self.agenda.heading()
        self.bar.set_target(heading.text if heading else "")

    def _item_changed(self) -> None:
        self._show_target()
        self._draft.touch()
        if self._scope.chosen() == {"ini"}:
            self._reload()
        row = self.model.last_line_of(self.agenda.point())
        if row >= 0:
            self.notes.scrollTo(self.model.index(row, 0))

    def _current(self) -> StatementRow | None:
        line = self.model.line(self.notes.currentIndex().row())
        return line.said if line else None

    def _go_to_line(self, statement: UUID) -> None:
        row = self.model.row_of(statement)
        if row >= 0:
            self.notes.setCurrentIndex(self.model.index(row, 0))

    # The line

    def _store_line(self) -> None:
        meeting, item, values = self._meeting, self.agenda.point(), self.bar.values()
        if meeting is None or not values["text"] or name_is_unknown(self._session, self.bar.unknown_name()):
            return
        done = self._session.make(
            lambda: add_statement(
                self._session.desk, meeting, draft=self._draft.place, agenda_item_id=item, **values
            )
        )
        if done is not None:
            self._draft.settled()
            self.bar.take_line()
            self._go_to_line(done[0])
            self.line_stored.emit(done[0])

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
        if self.side.editor.set_place(str(self._meeting)):
            self.side.show_editor()
        else:
            self.side.show_lists()
        self.corrections.restore()

    # Follow-ups

    def _write_follow_up(self) -> None:
        """Begin a follow-up with what is typed; it leaves the line only when the follow-up is stored."""
        if self._meeting is None:
            return
        if not self.side.editor.is_new():
            values = self.bar.values()
            self._moved = values["text"]
            kind = values["kind"] if values["kind"] in COMMITMENT_KINDS else "komitmen"
            self.side.editor.start_new(
                Start(self._meeting, values["text"], kind, None, values["speaker_id"], self.agenda.point())
            )
        self.side.show_editor()
        self.side.editor.focus_addressees() if self.bar.line.value() else self.side.editor.focus_text()

    def _line_to_follow_up(self) -> None:
        """Make the chosen line a follow-up at once, ready for its addressees; or open the one it became."""
        said = self._current()
        if said is None:
            self._session.bus.message.emit(
                self.tr("Pilih dulu catatan yang akan menjadi tindak lanjut (F6)."), str(Tone.NONE)
            )
            return
        known = self._follow_ups.get(said.id)
        if known:
            self._open_follow_up(known[0])
            return
        kind = said.kind if said.kind in COMMITMENT_KINDS else "arahan"
        done = self._session.make(
            lambda: add_commitment(
                self._session.desk, kind=kind, text=said.text, meeting_id=self._meeting, statement_id=said.id
            ),
            told=self.tr("Catatan menjadi tindak lanjut."),
        )
        if done is not None:
            self._open_follow_up(done[0])

    def _open_follow_up(self, one: object) -> None:
        if isinstance(one, UUID):
            self.side.editor.show_commitment(one)
            self.side.show_editor()
            self.side.editor.focus_addressees()

    def _follow_up_made(self, _one: object) -> None:
        self.side.show_lists()
        if self._moved and self._moved == self.bar.line.value():
            self.bar.take_line()
            self._draft.discard()
        self._moved = ""
        self.focus_line()


def _kind_number(event: QKeyEvent) -> int | None:
    """Which of Ctrl+1 … Ctrl+5 was pressed."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    number = event.key() - _FIRST_DIGIT + 1
    return number if held == Qt.KeyboardModifier.ControlModifier and 1 <= number <= FOLLOW_UP_NUMBER else None
