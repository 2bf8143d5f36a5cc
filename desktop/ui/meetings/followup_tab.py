"""The tab Tindak Lanjut of a meeting: what came out of it, for whom, by when, and how far it is."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.meetings import meeting_head
from desktop.models.words import COMMITMENT_KINDS, DUE_SOURCES
from desktop.services.commitments import delete_commitment
from desktop.ui import theme
from desktop.ui.commitments.detail import FollowUpDetail
from desktop.ui.commitments.editor import Start
from desktop.ui.commitments.faces import done_words, due_words, face_of
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import plain_label

_SHOWS = frozenset({"commitment", "addressee", "statement", "institution", "position"})


class FollowUpTab(QWidget):
    """show_meeting(id) fills it; refresh(changes) and flush() are called by the workspace.

    navigate(page, where)    another page of the window is wanted
    """

    navigate = Signal(str, dict)
    shown = Signal(object)
    """The follow-up the keyboard is at, or None."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._listing = RowsAtHand()
        # Each part is made where it will stand: the style sheet dresses anew whatever is moved, with all it holds.
        self._split = MemorySplitter("meeting_commitments", session.settings, Qt.Orientation.Vertical, self)
        self._card = Card(parent=self._split)
        self._lower = QStackedWidget(self._card)
        self.table = DataTable(self._columns(), "meeting_commitments", session.settings)
        self._sum = plain_label(role="muted")
        self._nothing = EmptyState(
            "list-checks",
            self.tr("Belum ada yang dipilih"),
            self.tr("Pilih satu tindak lanjut, atau tekan Ctrl+N."),
        )
        self._dress_table()
        self._assemble()
        self.setFocusProxy(self.table)
        self._wire()

    def _dress_table(self) -> None:
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Tindak lanjut rapat ini"))
        empty = EmptyState(
            "list-checks",
            self.tr("Belum ada tindak lanjut"),
            self.tr("Catat dari sini, atau jadikan catatan rapat tindak lanjut (Ctrl+T di Catat Rapat)."),
            self.tr("Tindak lanjut baru"),
        )
        empty.wanted.connect(self.start_new)
        self.table.set_empty_state(empty)

    def _assemble(self) -> None:
        unit = theme.current().unit
        add = button(self.tr("Tindak lanjut baru (Ctrl+N)"), "plus")
        add.clicked.connect(self.start_new)
        export = ListExport(self._session, self, self._export_title, self._shown)
        head = QHBoxLayout()
        head.addWidget(self._sum, 1)
        head.addWidget(export.make_button())
        head.addWidget(add)
        left = QWidget(self._split)
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(unit * 2)
        listed.addLayout(head)
        listed.addWidget(self.table, 1)
        # Now, for Tab goes through parts as they come
        self.detail = FollowUpDetail(self._session, "followup:tab", parent=self._lower)
        self.editor = self.detail.editor
        self._lower.addWidget(self._nothing)
        self._lower.addWidget(self.detail)
        self._card.body.addWidget(self._lower)
        self._split.addWidget(left)
        self._split.addWidget(self._card)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([unit * 56, unit * 82])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _wire(self) -> None:
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(self._open_seq)
        self.editor.made.connect(self._made)
        self.detail.left.connect(self.table.setFocus)
        self.detail.navigate.connect(self.navigate)
        self.editor.closed.connect(self._show_nothing)
        on_keys(self, "Ctrl+N", self.start_new)
        on_keys(self, "Ctrl+Shift+V", self._note_chat)
        on_keys(self.table, "Del", self._delete)

    def show_meeting(self, meeting: UUID) -> None:
        """Show the follow-ups of a meeting, and the one that was being written when the program ended."""
        self._meeting = meeting
        writing = self.editor.set_place(str(meeting))
        self._reload()
        self._lower.setCurrentWidget(self.detail if writing else self._nothing)

    def open(self, commitment: UUID) -> None:
        """Go to one follow-up."""
        for seq, row in self._listing.all():
            if row.id == commitment:
                self.table.select_seq(seq)
                self.table.setFocus()

    def start_new(self) -> None:
        """Begin a new follow-up, or go on with the one being written."""
        if self._meeting is None:
            return
        if not self.editor.is_new():
            self.table.select_seq(None)
            self.editor.start_new(Start(self._meeting))
        self._lower.setCurrentWidget(self.detail)
        self.editor.focus_text()

    def flush(self) -> None:
        """Save what is still being changed."""
        self.detail.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere."""
        if self._meeting is None:
            return
        self.detail.refresh(changes)
        if changes.tables & _SHOWS:
            self._reload()

    # Within

    def _columns(self) -> list[Column]:
        return [
            Column("code", self.tr("Kode"), lambda row: row[1].code or str(row[1].order_no), 7),
            Column("kind", self.tr("Jenis"), lambda row: COMMITMENT_KINDS[row[1].kind], 11),
            Column("text", self.tr("Uraian"), lambda row: " ".join(row[1].text.split()), 16, stretch=True),
            Column("to", self.tr("Penanggung jawab"), self._to_words, 24, tip=_everybody, value=_everybody),
            Column("due", self.tr("Batas waktu"), _due, 21, value=_due_value),
            Column(
                "state",
                self.tr("Status"),
                lambda row: face_of(row[1], today()).text,
                18,
                tone=lambda row: face_of(row[1], today()).tone,
                symbol=lambda row: face_of(row[1], today()).symbol,
                tip=lambda row: done_words(row[1].done, len(row[1].addressees)),
            ),
        ]

    def _export_title(self) -> str:
        head = meeting_head(self._session.store, self._meeting) if self._meeting else None
        words = self.tr("Tindak Lanjut {meeting}")
        return words.format(meeting=head.title if head else "").strip()

    def _shown(self) -> TableSource:
        """The columns on screen; what a day rests on stands beside it in a column of its own."""
        shown = []
        for column in (self.table.rows.columns[number] for number in self.table.header.shown()):
            shown.append(column)
            if column.key == "due":
                shown.append(Column("basis", self.tr("Dasar batas waktu"), _basis, 18))
        return TableSource(self.table, shown)

    def _to_words(self, row: tuple[Any, ...]) -> str:
        words = row[1].addressee_words()
        if not words:
            return self.tr("belum ada")
        return self.tr("{first}, +{more}").format(first=words[0], more=len(words) - 1) if words[1:] else words[0]

    def _reload(self) -> None:
        assert self._meeting is not None
        found = commitments_of(self._session.store, self._meeting)
        same = self._listing.replace([(row.seq, row) for row in found])
        if same and found:
            self.table.refresh_rows([row.seq for row in found])
        else:
            self.table.set_listing(self._listing)
        done = sum(not row.unfinished for row in found)
        self._sum.setText(
            self.tr("{done} dari {total} tindak lanjut selesai").format(done=done, total=len(found))
            if found
            else ""
        )

    def _current(self) -> CommitmentRow | None:
        seq = self.table.current_seq()
        rows = self._listing.rows([seq]) if seq is not None else []
        return rows[0][1] if rows else None

    def _show_current(self, _seq: int | None) -> None:
        row = self._current()
        self.shown.emit(row.id if row else None)
        if row is not None:
            self.detail.show_commitment(row.id)
            self._lower.setCurrentWidget(self.detail)
        elif not self.editor.is_new():
            self.detail.flush()
            self._show_nothing()

    def _show_nothing(self) -> None:
        self._lower.setCurrentWidget(self._nothing)

    def _open_seq(self, _seq: int) -> None:
        self.detail.go_in()

    def _note_chat(self) -> None:
        from desktop.ui.commitments.chat_dialog import open_chat

        self.detail.flush()
        open_chat(self._session, self, self.editor.current())

    def _made(self, commitment: object) -> None:
        if isinstance(commitment, UUID):
            self.open(commitment)

    def _delete(self) -> None:
        row = self._current()
        if row is not None:
            self._session.run(
                lambda: delete_commitment(self._session.desk, row.id), told=self.tr("Tindak lanjut dihapus.")
            )


def _everybody(row: tuple[Any, ...]) -> str:
    return "\n".join(row[1].addressee_words())


def _due(row: tuple[Any, ...]) -> str:
    one: CommitmentRow = row[1]
    return due_words(one.due_date, one.due_source, one.due_note)


def _due_value(row: tuple[Any, ...]) -> date | str | None:
    one: CommitmentRow = row[1]
    return one.due_date or one.due_note


def _basis(row: tuple[Any, ...]) -> str:
    one: CommitmentRow = row[1]
    return DUE_SOURCES[one.due_source] if one.due_source else ""
