"""Tindak lanjut rapat sebelumnya: asked one after the other at the start of a meeting, answered by single keys."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import long_date
from desktop.models.journal import ChangeSet
from desktop.models.queries.records import fields_of
from desktop.models.queries.review import ReviewPart, review
from desktop.models.queries.scene import event_date
from desktop.services.progress import TypedNote, answer_in_meeting, read_note
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.meetings.review_model import ReviewModel
from desktop.ui.meetings.review_view import ReviewView
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.text import plain_label

SHOWS = frozenset({"progress_report", "addressee", "commitment", "participant", "meeting", "institution"})


class ReviewPane(QWidget):
    """left(): Escape was pressed in the list; counted(answered, all): how far the round is."""

    left = Signal()
    counted = Signal(int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._shown: UUID | None = None
        self._on = date.min
        self._event: date | None = None
        self._edited = False
        self._draft = DraftTimer(session, self._gather, self)
        unit = theme.current().unit

        # Parts
        self._count = plain_label(role="muted")
        self._keys = plain_label(
            self.tr(
                "1 belum · 2 dalam proses · 3 selesai (laporan instansi) · 4 selesai (bukti diterima) · "
                "ketik: catatan · !tanggal: batas baru · >tanggal: dibahas lagi · Esc: kembali"
            ),
            role="muted",
        )
        self._keys.setWordWrap(True)
        self.model = ReviewModel(self)
        self.list = ReviewView(
            self.model,
            EmptyState(
                "circle-check",
                self.tr("Tidak ada yang masih terbuka"),
                self.tr(
                    "Yang ditanyakan di sini: tindak lanjut rapat sebelumnya dari forum atau topik yang sama."
                ),
            ),
        )
        self.note = LineField(self.tr("Catatan untuk tindak lanjut yang dipilih"), max_length=2000)
        self.note.setAccessibleName(self.tr("Catatan tindak lanjut"))
        self.reason = LineField(self.tr("Alasan perubahan batas waktu"), max_length=1000)
        self.reason.setAccessibleName(self.tr("Alasan perubahan batas waktu"))
        self._new_date = plain_label(role="field")
        self._new_date.setWordWrap(True)

        # Assemble
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Tindak lanjut rapat sebelumnya"), role="heading"))
        head.addStretch()
        head.addWidget(self._count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addLayout(head)
        whole.addWidget(self._keys)
        whole.addWidget(self.list, 1)
        for widget in (self.note, self._new_date, self.reason):
            whole.addWidget(widget)
        self.setFocusProxy(self.list)
        self._wire()
        self._show_date(TypedNote(""))

    def show_meeting(self, meeting: UUID) -> None:
        """Show what to ask in a meeting."""
        self.flush()
        self._meeting = meeting
        self._draft.place = f"review:{meeting}"
        self.reload()
        self.list.go_to(self.model.first_row())
        self._restore()

    @property
    def is_writing(self) -> bool:
        """Whether a note is being typed that was not kept yet."""
        return self._edited

    def begin(self) -> None:
        """Put the keyboard to the first one nobody asked for yet, or back to the one at hand."""
        if not self.list.currentIndex().isValid():
            self.list.go_to(self.model.first_row())
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, changes: ChangeSet) -> None:
        """Bring anew what the change concerns."""
        if changes.tables & SHOWS:
            self.reload()

    def reload(self) -> None:
        """Bring the list anew; the current one stays."""
        if self._meeting is None:
            return
        store = self._session.store
        self._on = fields_of(store, "meeting", self._meeting)["held_on"]
        self._event = event_date(store, self._meeting)
        found = review(store, self._meeting)
        self.model.fill(found.asked, found.closed)
        if self._current() is None:  # a new list forgets which was chosen
            self.list.go_to(self.model.row_of(self._shown))
        parts = [part for part in self.model.parts() if part.addressee_id is not None]
        answered = sum(part.answer_id is not None for part in parts)
        words = self.tr("{answered} dari {all} ditanyakan").format(answered=answered, all=len(parts))
        self._count.setText(words if parts else "")
        self.counted.emit(answered, len(parts))
        if not self._edited:
            self._load()

    def flush(self) -> None:
        """Store a note that is still being typed; a date without a reason stays in the words."""
        if not self._edited:
            return
        found = self._typed()
        if found.due is not None and not self.reason.value():
            self._store({"note": self.note.value()})
        else:
            self._keep_note()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and watched is self.reason:
                self.reason.set_value("")
                self._to_note()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._load()
                self._draft.discard()
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._entered(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _wire(self) -> None:
        self.list.answered.connect(self._answer)
        self.list.typed.connect(self._begin_note)
        self.list.note_wanted.connect(self._to_note)
        self.list.left.connect(self.left)
        self.list.moved.connect(self._moved)
        for field in (self.note, self.reason):
            field.edited.connect(self._note_edited)
            field.returnPressed.connect(self._entered)
            field.installEventFilter(self)

    def _current(self) -> ReviewPart | None:
        return self.model.part(self.list.currentIndex().row())

    def _moved(self, row: int) -> None:
        part = self.model.part(row)
        if part is None or part.id == self._shown:
            return
        self.flush()
        self._shown = part.id
        self._load()

    def _load(self) -> None:
        part = self._current()
        self._edited = False
        self.note.set_value(part.note if part else "")
        self.reason.set_value("")
        self.note.setEnabled(part is not None and part.addressee_id is not None)
        self._show_date(TypedNote(""))

    def _may_answer(self) -> bool:
        """Whether the current part can be answered; where nobody was named it says so."""
        part = self._current()
        if part is not None and part.addressee_id is None:
            words = self.tr("Belum ada penanggung jawabnya; tentukan dulu di Tindak Lanjut.")
            self._session.bus.message.emit(words, str(Tone.ATTENTION))
        return part is not None and part.addressee_id is not None

    def _answer(self, state: str) -> None:
        if self._may_answer():
            self.flush()
            self._store({"state": state})

    def _begin_note(self, text: str) -> None:
        if not self._may_answer():
            return
        self._to_note()
        kept = self.note.value()
        self.note.setText(f"{kept} {text}" if kept else text)
        self._note_edited()

    def _to_note(self) -> None:
        if self._may_answer():
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.note.end(False)

    def _note_edited(self) -> None:
        self._edited = True
        self._draft.touch()
        self._show_date(self._typed())

    def _gather(self) -> dict[str, Any] | None:
        if not self._edited:
            return None
        return {"one": str(self._shown), "note": self.note.value(), "reason": self.reason.value()}

    def _restore(self) -> None:
        """Bring back the note that was being typed when the program ended."""
        kept = self._draft.recall()
        row = self.model.row_of(UUID(kept["one"])) if kept else -1
        if kept is not None and row >= 0:
            self.list.go_to(row)
            self.note.setText(kept["note"])
            self.reason.setText(kept["reason"])
            self._note_edited()

    def _typed(self) -> TypedNote:
        return read_note(self.note.value(), self._on, self._event, may_rest=True)

    def _show_date(self, found: TypedNote) -> None:
        words = [found.warning]
        if found.again is not None:
            told = self.tr("Tidak ditanyakan lagi sampai {day}, untuk semua penanggung jawabnya.")
            words.append(told.format(day=long_date(found.again)))
        if found.due is not None:
            told = self.tr("Batas waktu baru: {day}, berlaku untuk semua penanggung jawabnya. Apa alasannya?")
            words.append(told.format(day=long_date(found.due)))
        self._new_date.setText("\n".join(filter(None, words)))
        self._new_date.setVisible(any(words))
        self.reason.setVisible(found.due is not None)

    def _entered(self, step: int = 1) -> None:
        """Enter: a new date first asks why; else the note is kept and the next one is asked."""
        if self._edited:
            if self._typed().due is not None and not self.reason.value():
                if self.reason.hasFocus():
                    words = self.tr("Tulis alasan perubahan batas waktu; Esc kembali ke catatannya.")
                    self._session.bus.message.emit(words, str(Tone.ATTENTION))
                self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
            if not self._keep_note():
                return
        self.list.setFocus()
        self.list.go_to(self.model.next_row(self.list.currentIndex().row(), step))

    def _keep_note(self) -> bool:
        found = self._typed()
        values: dict[str, Any] = {"note": found.note}
        if found.due is not None:
            values |= {"due_date": found.due, "due_reason": self.reason.value()}
        if found.again is not None:
            values["show_again_on"] = found.again
        return self._store(values)

    def _store(self, values: dict[str, Any]) -> bool:
        meeting, part = self._meeting, self.model.part(self.model.row_of(self._shown))
        if meeting is None or part is None:
            return False
        one = part.addressee_id
        if one is None:
            return False
        self._edited = False
        done = self._session.run(lambda: answer_in_meeting(self._session.desk, meeting, one, **values))
        self._edited = not done and "state" not in values
        if done and "note" in values:
            self._draft.discard()
        return done
