"""From the notes to a follow-up: the chosen line becomes one, or what is typed begins one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.models.queries.commitments import CommitmentRow
from desktop.models.queries.discussion import StatementRow
from desktop.models.words import COMMITMENT_KINDS
from desktop.services.commitments import add_commitment
from desktop.ui.colours import Tone
from desktop.ui.commitments.editor import Start
from desktop.ui.meetings.capture_bar import CaptureBar
from desktop.ui.meetings.side_pane import SidePane
from desktop.ui.session import Session


class FollowUpWriter(QObject):
    """Works in the side pane. line_taken(): what stood in the line has become a follow-up.
    done(): back to the line.
    """

    line_taken = Signal()
    done = Signal()

    def __init__(self, session: Session, side: SidePane, bar: CaptureBar) -> None:
        super().__init__(side)
        self._known: Mapping[UUID, Sequence[UUID]] = {}  # the follow-ups that came from each line already
        self._session = session
        self._side = side
        self._bar = bar
        self._moved = ""  # what went from the line into the follow-up being written
        side.follow_up_wanted.connect(self.open)
        side.editor.made.connect(self._made)
        side.editor.left.connect(self.done)

    def set_meeting(self, meeting: UUID) -> None:
        """Show what was being written of this meeting when the program ended."""
        self._moved = ""
        if self._side.editor.set_place(str(meeting)):
            self._side.show_editor()
        else:
            self._side.show_lists()

    def link(self, rows: Sequence[CommitmentRow]) -> dict[UUID, tuple[str, ...]]:
        """Take over what came from each line; returns the codes by which the notes show it."""
        known: dict[UUID, list[UUID]] = {}
        codes: dict[UUID, tuple[str, ...]] = {}
        for row in rows:
            if row.statement_id is not None:
                known.setdefault(row.statement_id, []).append(row.id)
                code = row.code or self.tr("tindak lanjut {number}").format(number=row.order_no)
                codes[row.statement_id] = (*codes.get(row.statement_id, ()), code)
        self._known = known
        return codes

    def begin(self, meeting: UUID, item: UUID | None) -> None:
        """Begin one with what is typed; it leaves the line only when the follow-up is stored."""
        editor, values = self._side.editor, self._bar.values()
        if not editor.is_new():
            self._moved = values["text"]
            kind = values["kind"] if values["kind"] in COMMITMENT_KINDS else "komitmen"
            editor.start_new(Start(meeting, values["text"], kind, None, values["speaker_id"], item))
        self._side.show_editor()
        if values["text"]:
            editor.focus_addressees()
        else:
            editor.focus_text()

    def from_line(self, meeting: UUID, said: StatementRow | None) -> None:
        """Make a line a follow-up at once, ready for its addressees; or open the one it became."""
        if said is None:
            words = self.tr("Pilih dulu catatan yang akan menjadi tindak lanjut (F6).")
            self._session.bus.message.emit(words, str(Tone.NONE))
            return
        if known := self._known.get(said.id):
            self.open(known[0])
            return
        kind = said.kind if said.kind in COMMITMENT_KINDS else "arahan"
        done = self._session.make(
            lambda: add_commitment(
                self._session.desk, kind=kind, text=said.text, meeting_id=meeting, statement_id=said.id
            ),
            told=self.tr("Catatan menjadi tindak lanjut."),
        )
        if done is not None:
            self.open(done[0])

    def open(self, one: object) -> None:
        """Show a stored follow-up in the side pane."""
        if isinstance(one, UUID):
            self._side.editor.show_commitment(one)
            self._side.show_editor()
            self._side.editor.focus_addressees()

    def _made(self, _one: object) -> None:
        self._side.show_lists()
        if self._moved and self._moved == self._bar.line.value():
            self.line_taken.emit()
        self._moved = ""
        self.done.emit()
