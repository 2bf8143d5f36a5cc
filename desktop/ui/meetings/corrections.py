"""What is done to lines that stand already: corrected where they are, moved, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.base.errors import ChangedMeanwhile
from desktop.models.queries.records import fields_of
from desktop.services.capture import delete_statement, move_statement, update_statement
from desktop.ui.colours import Tone
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.meetings.line_editor import LineEditor
from desktop.ui.meetings.notes_model import NotesModel
from desktop.ui.meetings.notes_view import NotesView
from desktop.ui.meetings.voices import Voices
from desktop.ui.session import Session
from desktop.ui.widgets.picker_field import PickerField

if TYPE_CHECKING:
    from desktop.models.journal import ChangeSet


class Corrections(QObject):
    """Carries out what the notes ask for. ended(): no line is being corrected any more."""

    ended = Signal()

    def __init__(self, session: Session, notes: NotesView, model: NotesModel) -> None:
        super().__init__(notes)
        self.voices = Voices(session.store, None)
        self._session = session
        self._notes = notes
        self._model = model
        self._editor: LineEditor | None = None
        self._draft = DraftTimer(session, self._gather, self)
        notes.edit_wanted.connect(self.edit)
        notes.move_wanted.connect(self.move)
        notes.delete_wanted.connect(self.delete)

    @property
    def editor(self) -> LineEditor | None:
        """Where a line is being corrected now."""
        return self._editor

    def set_meeting(self, meeting: UUID) -> None:
        """Keep drafts for another meeting from now on."""
        self._draft.place = f"line:{meeting}"

    def restore(self) -> None:
        """Go on with the correction that was open when the program ended."""
        kept = self._draft.recall()
        row = self._model.row_of(UUID(kept["statement"])) if kept else -1
        if kept and row >= 0:
            self.edit(row)
            assert self._editor is not None
            self._editor.unpack(kept)

    def edit(self, row: int) -> None:
        """Correct the line in a row."""
        line = self._model.line(row)
        if line is None or (self._editor is not None and not self.finish()):
            return
        row = self._model.row_of(line.said.id)  # what was open before may have changed the rows
        if (line := self._model.line(row)) is None:
            return
        editor = self._editor = LineEditor(line.said, self.voices)
        self._notes.begin_editing(row, editor)
        editor.start()
        editor.edited.connect(self._draft.touch)
        editor.grown.connect(self._notes.editor_grown)
        editor.finished.connect(self.finish)
        editor.cancelled.connect(self.cancel)

    def finish(self) -> bool:
        """Store the correction; False when it is not fit to be stored and stays open."""
        editor = self._editor
        if editor is None or name_is_unknown(self._session, editor.unknown_name()):
            return False
        if not self._session.run(lambda: self._store(editor)):
            return False
        self._draft.settled()
        self._end()
        return True

    def _store(self, editor: LineEditor) -> ChangeSet:
        desk, one = self._session.desk, editor.statement
        try:
            return update_statement(desk, one, draft=self._draft.place, was=editor.was, **editor.values())
        except ChangedMeanwhile:
            editor.be_told(fields_of(desk.store, "statement", one).values)
            raise

    def cancel(self) -> None:
        """Leave the line as it was."""
        self._draft.discard()
        self._end()

    def flush(self) -> None:
        """Store the correction that is open, or at least keep its draft."""
        if self._editor is not None and not self.finish():
            self._draft.flush()

    def drop(self) -> None:
        """Put the editor away without storing; its draft stays."""
        if self._editor is not None:
            self._draft.settled()
            self._end()

    def move(self, row: int, step: int) -> None:
        """Move a line up (-1) or down (1), at the edge of a group into the next group."""
        line = self._model.line(row)
        target = self._model.place_after_step(line.said.id, step) if line else None
        if line is not None and target is not None:
            place, item = target
            self._session.run(lambda: move_statement(self._session.desk, line.said.id, place, agenda_item_id=item))

    def delete(self, row: int) -> None:
        """Take a line away."""
        line = self._model.line(row)
        if line is not None:
            self._session.run(
                lambda: delete_statement(self._session.desk, line.said.id), told=self.tr("Catatan dihapus.")
            )

    def _end(self) -> None:
        editor, now = self._editor, QApplication.focusWidget()
        here = editor is not None and now is not None and editor.isAncestorOf(now)
        self._editor = None
        self._notes.end_editing()
        self.ended.emit()
        if here:
            self._notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gather(self) -> dict[str, Any] | None:
        return self._editor.pack() if self._editor is not None else None


def name_is_unknown(session: Session, field: PickerField | None) -> bool:
    """Say that nobody bears the name in a field, and go there."""
    if field is None:
        return False
    session.bus.message.emit(field.problem(), str(Tone.ATTENTION))
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
