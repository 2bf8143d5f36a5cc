"""One follow-up: a new one on its way, or a stored one whose changes save themselves. The same part everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.closing import end_of_follow_up
from desktop.models.queries.commitment_relations import regions_concerned
from desktop.models.queries.commitments import CommitmentRow, commitment
from desktop.models.queries.issue_links import issues_of_follow_up
from desktop.models.queries.item_links import items_of_follow_up
from desktop.models.queries.item_proposals import proposals_of
from desktop.services.commitments import add_commitment, set_state, update_commitment
from desktop.ui import ask, theme
from desktop.ui.commitments.addressees_field import as_to
from desktop.ui.commitments.ended_lines import EndedLines
from desktop.ui.commitments.entry_form import EntryForm
from desktop.ui.commitments.faces import face_of
from desktop.ui.commitments.from_issues import FromIssues
from desktop.ui.commitments.linked_items import LinkedItems
from desktop.ui.commitments.standing import Standing
from desktop.ui.commitments.state_table import StateTable
from desktop.ui.draft_timer import DraftTimer
from desktop.ui.readiness.proposals.cards import ProposalCards
from desktop.ui.readiness.proposals.shown import SHOWN as PROPOSING
from desktop.ui.session import Session
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.text import ElidedLabel

_SHOWS = PROPOSING | {"statement", "institution", "commitment_institution"}


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of a follow-up before it is written."""

    meeting: UUID
    text: str = ""
    kind: str = "arahan"
    statement: UUID | None = None
    speaker: UUID | None = None
    agenda_item: UUID | None = None


class FollowUpEditor(QWidget):
    """made(id): a new one was stored.  left(): Escape, back to where the user came from.
    closed(): it shows nothing any more.  meeting_wanted(id): the meeting it comes from is wanted.
    issue_wanted(id), follow_up_wanted(id): a problem it came from is, or the one it goes on in.
    item_wanted(where): a readiness item is.
    shown(id | None): a stored one is shown, or a new one or nothing.
    """

    made = Signal(object)
    shown = Signal(object)
    left = Signal()
    closed = Signal()
    meeting_wanted = Signal(object)
    follow_up_wanted = Signal(object)
    issue_wanted = Signal(object)
    item_wanted = Signal(dict)

    def __init__(
        self,
        session: Session,
        place: str,
        *,
        wide: bool = False,
        linked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`place` names where new ones are written, for their drafts.

        `wide`: there is more width than height, and whoever holds the editor finds a place for its `head`;
        `linked`: the meeting is named, with a way to it.
        """
        super().__init__(parent)
        self._session = session
        self._place = place
        self._row: CommitmentRow | None = None
        self._start: Start | None = None
        self._draft = DraftTimer(session, self._gather, self)
        unit = theme.current().unit

        # Head
        self._title = ElidedLabel(role="heading")
        self._badge = Badge()
        self._close = icon_button("x", self.tr("Tutup"))
        self._close.clicked.connect(self.close_entry)
        self._store = button(self.tr("Catat (Ctrl+Enter)"), "check", kind="primary")
        self._store.clicked.connect(self.store_new)
        self.head = QWidget(None if wide else self)
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(unit * 2)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge)
        head.addWidget(self._store)
        head.addWidget(self._close)

        # Standing and fields: side by side where there is room, else one above the other
        self._standing = Standing(tall=wide, linked=linked, parent=self)
        self._standing.meeting_wanted.connect(self._meeting_pressed)
        self.states.state_wanted.connect(self._set_state)
        self.states.removal_wanted.connect(self._remove)
        self.form = EntryForm(
            session.store, None if wide else self._standing, columns=3 if wide else 1, parent=self
        )
        self.items = LinkedItems(leads=wide)
        self.items.item_wanted.connect(self.item_wanted)
        self.form.add_widget(self.items)
        self.ended = EndedLines()
        self.ended.follow_up_wanted.connect(self.follow_up_wanted)
        self.from_issues = FromIssues()
        self.from_issues.issue_wanted.connect(self.issue_wanted)
        self.form.add_widget(self.from_issues)
        self.form.edited.connect(self._save)
        self.form.typing.connect(self._typing)
        on_keys(self, CTRL_ENTER, self._confirm)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        if not wide:
            whole.addWidget(self.head)
        body = QHBoxLayout()
        body.setSpacing(unit * 5)
        if wide:
            body.addWidget(self._standing, 1)
        fields = QVBoxLayout()
        fields.setSpacing(unit * 2)
        self.proposals = ProposalCards(session, parent=self)
        fields.addWidget(self.proposals)
        fields.addWidget(self.ended)  # first why nothing can be changed any more, then what cannot
        fields.addWidget(self.form, 1)
        body.addLayout(fields, 2)
        whole.addLayout(body, 1)

    @property
    def states(self) -> StateTable:
        """The addressees of a stored follow-up."""
        return self._standing.states

    def current(self) -> UUID | None:
        """The stored follow-up shown, None while a new one is written or nothing is shown."""
        return self._row.id if self._row else None

    def is_new(self) -> bool:
        """Whether a new one is being written."""
        return self._start is not None

    def set_place(self, place: str) -> bool:
        """Write new ones somewhere else from now on; shows what was being written there, and says if there was."""
        self.flush()
        self._draft.place = f"{self._place}:{place}"
        self._row = self._start = None
        kept = self._draft.recall()
        if kept is not None:
            ends = [UUID(end) if end else None for end in kept["ends"]]
            self.start_new(Start(UUID(kept["meeting"]), speaker=ends[0], agenda_item=ends[1]))
            self.form.unpack(kept["form"])
        return kept is not None

    def start_new(self, start: Start) -> None:
        """Begin a new one; what was being written is kept if there was anything."""
        self.flush()
        self._row, self._start = None, start
        self.form.set_meeting(start.meeting)
        self.form.show_new(start.text, start.kind, start.statement)
        self._title.setText(self.tr("Tindak lanjut baru"))
        self.form.set_read_only(False)
        for part in (self._badge, self._standing, self.items, self.from_issues, self.ended, self.proposals):
            part.hide()
        self._store.show()
        if start.text:
            self._draft.touch()
        self.shown.emit(None)

    def show_commitment(self, one: UUID) -> None:
        """Show a stored one, ready to be changed."""
        self.flush()
        row = commitment(self._session.store, one)
        if row is None:
            self._forget()
            return
        self._start = None
        self.form.set_meeting(row.meeting_id)
        self._show(row, afresh=True)
        self.shown.emit(row.id)

    def focus_text(self) -> None:
        """Go where writing begins."""
        self.form.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_addressees(self) -> None:
        """Go where addressees are named."""
        self.form.to.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Save what is still being changed, or keep the draft of a new one."""
        if self._start is not None:
            self._draft.flush()
            return
        self.form.to.take_typed()
        self.form.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere, undo included, without touching what is being typed."""
        if self._row is None or not changes.tables & _SHOWS:
            return
        row = commitment(self._session.store, self._row.id)
        if row is None:
            self._forget()
        else:
            self._show(row, afresh=False)

    def store_new(self) -> bool:
        """Store the new one; False when something in it is missing."""
        start = self._start
        self._settle_field()
        self.form.to.take_typed()
        self.form.clear_errors()
        if start is None or not self.form.check():
            return False
        values = self.form.all_values()
        if values["statement_id"] is None:
            values |= {"speaker_id": start.speaker, "agenda_item_id": start.agenda_item}
        place = self._draft.place
        done = self._session.make(
            lambda: add_commitment(self._session.desk, meeting_id=start.meeting, draft=place, **values),
            form=self.form, told=self.tr("Tindak lanjut dicatat."),
        )  # fmt: skip
        if done is None:
            return False
        self._draft.settled()
        self._forget()
        self.made.emit(done[0])
        return True

    def close_entry(self) -> None:
        """Close; a new one with something in it only after a question."""
        if self._start is not None and self._gather() is not None:
            if not ask.question(
                self.tr("Buang tindak lanjut yang belum dicatat?"),
                self.tr("Uraian yang sudah diketik akan hilang."), yes=self.tr("Buang"), danger=True,
            ):  # fmt: skip
                return
            self._draft.discard()
        self.flush()
        self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    # Within

    def _show(self, row: CommitmentRow, *, afresh: bool) -> None:
        self._row = row
        self.form.show_row_of(row, afresh=afresh)
        self._title.setText(row.code or self.tr("Tindak lanjut {number}").format(number=row.order_no))
        self._badge.set_state(*face_of(row, today()))
        self._badge.show()
        self._standing.show_row(row, self.form.statement(row.statement_id))
        self._standing.show()
        items = items_of_follow_up(self._session.store, row.id)
        regions = regions_concerned(self._session.store, row.id) if items else []
        self.items.show_items(items, regions[0].id if regions else None)
        self.proposals.show_proposals(proposals_of(self._session.store, row.id) if items else [])
        self.from_issues.show_issues(issues_of_follow_up(self._session.store, row.id))
        end = end_of_follow_up(self._session.store, row.id)
        self.ended.show_end(end)
        self.form.set_read_only(end.is_closed)
        self._store.hide()

    def _forget(self) -> None:
        self._row = self._start = None
        self.shown.emit(None)
        self.closed.emit()

    def _confirm(self) -> None:
        if self._start is not None:
            self.store_new()
        else:
            self.flush()

    def _settle_field(self) -> None:
        """Let the field being typed in take what stands in it, as if it was left."""
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            now.clearFocus()

    def _typing(self) -> None:
        if self._start is not None:
            self._draft.touch()

    def _gather(self) -> dict[str, Any] | None:
        start = self._start
        if start is None or not (self.form.text.value() or self.form.to.value() or self.form.to.typed()):
            return None
        ends = [str(end) if end else None for end in (start.speaker, start.agenda_item)]
        return {"meeting": str(start.meeting), "ends": ends, "form": self.form.pack()}

    def _save(self) -> None:
        row = self._row
        values = self.form.changed_values() if row else {}
        if row is None or not values:
            return
        to = values.pop("to", None)
        if self._session.run(
            lambda: update_commitment(self._session.desk, row.id, to=to, **values), form=self.form
        ):  # fmt: skip
            self.form.mark_saved([*values, *(["to"] if to is not None else [])])

    def _set_state(self, ids: Sequence[UUID], state: str) -> None:
        self._session.run(
            lambda: set_state(self._session.desk, ids, state), told=self.tr("Status tindak lanjut dicatat.")
        )

    def _remove(self, ids: Sequence[UUID]) -> None:
        row = self._row
        if row is None:
            return
        kept = [as_to(one) for one in row.addressees if one.id not in ids]
        self._session.run(
            lambda: update_commitment(self._session.desk, row.id, to=kept),
            told=self.tr("Penanggung jawab dihapus."),
        )

    def _meeting_pressed(self) -> None:
        if self._row is not None:
            self.meeting_wanted.emit(self._row.meeting_id)
