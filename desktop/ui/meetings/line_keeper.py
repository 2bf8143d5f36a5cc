"""Keeps what is typed or pasted in the capture line, and makes notes and follow-ups of one another later."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.models.queries.discussion import StatementRow
from desktop.services.attendance import add_guest
from desktop.services.capture import update_statement
from desktop.services.capture_line import Reading, follow_up_to_note, keep_lines
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.meetings.capture_bar import CaptureBar
from desktop.ui.meetings.corrections import name_is_unknown
from desktop.ui.meetings.kind_chooser import next_kind
from desktop.ui.meetings.line_input import without_bullet
from desktop.ui.session import Session


class LineKeeper(QObject):
    """kept(Kept): the last of what was typed or pasted was stored."""

    kept = Signal(object)

    def __init__(self, session: Session, bar: CaptureBar, draft: DraftTimer) -> None:
        super().__init__(bar)
        self.meeting: UUID | None = None
        self._session = session
        self._bar = bar
        self._draft = draft
        bar.guest_wanted.connect(self.add_guest)

    def keep_typed(self, item: UUID | None) -> None:
        """Keep the line; one that names several, or says nothing, stays and says what it needs."""
        reading = self._bar.reader.reading()
        if reading is None or not (reading.tokens or reading.text):
            return
        if reading.ambiguous is not None:
            self._bar.reader.choose(reading.ambiguous)
        elif name_is_unknown(self._session, None if reading.speaker else self._bar.unknown_name()):
            return
        elif self._keep([reading], item):
            self._bar.take_line()

    def keep_pasted(self, texts: Sequence[str], item: UUID | None) -> None:
        """Make each line that was pasted a record of its own; what cannot be kept yet stays in the box."""
        words = [line for text in texts if (line := without_bullet(text))]
        read = [(line, self._bar.reader.read(line)) for line in words]
        ready = [one for _, one in read if one is not None and one.text and one.ambiguous is None]
        done = self._keep(ready, item)
        if left := [line for line, one in read if not done or one not in ready]:
            self._bar.line.set_value("\n".join(left))
            self._draft.touch()

    def add_guest(self, name: str) -> None:
        """Put somebody on the list whom a line names and nobody invited."""
        meeting = self.meeting
        if meeting is not None:
            told = self.tr("{name} dicatat sebagai tamu.").format(name=name)
            self._session.run(lambda: add_guest(self._session.desk, meeting, name=name), told=told)

    def change_kind(self, line: StatementRow, number: int) -> None:
        """Give a note that stands already the kind a key stands for."""
        kind = next_kind(number, line.kind)
        self._session.run(lambda: update_statement(self._session.desk, line.id, kind=kind))

    def make_note(self, follow_up: UUID, number: int) -> None:
        """Make a follow-up a note of the kind a key stands for."""
        kind, told = next_kind(number, ""), self.tr("Tindak lanjut menjadi catatan.")
        self._session.make(lambda: follow_up_to_note(self._session.desk, follow_up, kind), told=told)

    def _keep(self, readings: Sequence[Reading], item: UUID | None) -> bool:
        meeting, scene = self.meeting, self._bar.reader.scene
        if meeting is None or scene is None or not readings:
            return False
        lines = []
        for reading in readings:
            self._bar.take_speaker(reading)
            lines.append(self._bar.line_of(reading, item))
        done = self._session.make(
            lambda: keep_lines(self._session.desk, meeting, lines, scene, draft=self._draft.place)
        )
        if done is None:
            return False
        self._draft.settled()
        self.kept.emit(done[0][-1])
        return True
