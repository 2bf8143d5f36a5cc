"""Daftar: the register as filtered, and below it the follow-up the keyboard is at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitment_relations import institutions_by_seq, regions_by_seq
from desktop.models.queries.commitments import addressees_said, commitment
from desktop.models.queries.records import id_of, seq_of
from desktop.models.queries.register import commitment_list
from desktop.models.queries.register_groups import GroupedRegister
from desktop.ui import theme
from desktop.ui.commitments.columns import addressee_words, file_columns, register_columns
from desktop.ui.commitments.detail import FollowUpDetail
from desktop.ui.commitments.grouped import GroupedListing, with_headings
from desktop.ui.commitments.register_table import RegisterTable
from desktop.ui.commitments.row_deeds import RowDeeds
from desktop.ui.exports.sources import TableSource
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.splitter import MemorySplitter

_NOWHERE = 0  # no row goes by it
_OF_ONE = frozenset(
    {"commitment", "addressee", "progress_report", "commitment_region", "commitment_institution", "attachment"}
)


class RegisterView(QWidget):
    """ordered(): by another column. navigate(page, where): another page of the window is wanted."""

    ordered = Signal()
    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = CommitmentFilter()
        self.order, self.descending, self.group = "due_date", False, ""
        self._groups: GroupedListing | None = None
        unit = theme.current().unit

        # Parts, each made where it will stand: the style sheet dresses anew whatever is moved, with all it holds
        split = MemorySplitter("commitments", session.settings, Qt.Orientation.Vertical, self)
        card = Card(parent=split)
        self._lower = QStackedWidget(card)
        self.table = RegisterTable(register_columns(), "commitments", session.settings)
        self.table.setAccessibleName(self.tr("Daftar tindak lanjut"))
        self.table.set_sort(self.order, self.descending)
        self.deeds = RowDeeds(session, self.table, self.chosen, self.current)
        self.detail = FollowUpDetail(session, "followup:page", linked=True, parent=self._lower)
        self.editor = self.detail.editor
        self._nothing = EmptyState(
            "list-checks", self.tr("Belum ada yang dipilih"), self.tr("Pilih satu tindak lanjut di daftar.")
        )
        self._lower.addWidget(self._nothing)
        self._lower.addWidget(self.detail)

        # Assemble
        card.body.addWidget(self._lower)
        self.table.setMinimumHeight(unit * 26)  # two rows and a half also with large letters
        split.addWidget(self.table)
        split.addWidget(card)
        split.setStretchFactor(0, 1)
        split.setSizes([unit * 58, unit * 84])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.table)

        # Wire
        self.table.sort_wanted.connect(self._sort)
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(self._open_row)
        self.table.fold_wanted.connect(self._fold)
        self.deeds.parts_wanted.connect(self._open_parts)
        self.detail.left.connect(self.table.setFocus)
        self.detail.navigate.connect(self.navigate)
        self.editor.closed.connect(self._show_nothing)
        self.editor.meeting_wanted.connect(self._to_meeting)
        self.editor.follow_up_wanted.connect(self.select)
        self.editor.issue_wanted.connect(lambda one: self.navigate.emit("issues", {"issue": one}))

    @property
    def menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        return self.deeds.menu

    def show_filter(self, asked: CommitmentFilter, current: int | None = None) -> None:
        """Show what this finds today; what was folded stays folded, and the current follow-up current."""
        self._asked = asked
        store, day, order, down = self._session.store, today(), self.order, self.descending
        listing = commitment_list(store, asked, today=day, order=order, descending=down)
        self.table.set_empty_state(self._emptiness(asked))
        if not self.group:
            self._groups = None
            self.table.set_listing(listing, current)
            return
        current = self.current() if current is None else current
        before, key = self._groups, self.table.current_seq()
        register = GroupedRegister(store, asked, self.group, today=day, order=order, descending=down)
        self._groups = GroupedListing(listing, register, before.folded if before else ())
        if current is not None:
            place = self._groups.shown_key_of(current)
        else:  # at a heading, or nowhere
            place = self._groups.heading_like(before, key) if before and key else _NOWHERE
        self.table.set_listing(self._groups, place)

    def set_group(self, by: str) -> None:
        """Part the list by one of `GROUPINGS`; "" not at all."""
        if by != self.group:
            current = self.current()
            self.group, self._groups = by, None
            self.show_filter(self._asked, current)

    def select(self, one: UUID, tab: str = "") -> None:
        """Go to a follow-up, at a tab of its detail."""
        self.detail.open_tab(tab)
        self.select_seq(seq_of(self._session.store, "commitment", one))

    def select_seq(self, seq: int) -> None:
        """The same for a follow-up by its local number."""
        if self._groups is None:
            self.table.select_seq(seq)
        elif self.current() != seq and (keys := self._groups.keys_of(seq)):
            if self._groups.is_folded(keys[0]):
                self._fold(keys[0])
            self.table.select_seq(keys[0])

    def chosen(self) -> list[int]:
        """The follow-ups of the chosen rows, of a heading all below it; else the one the keyboard is at."""
        keys = self.table.selected_seqs()
        if self._groups is not None:
            keys = [seq for key in keys for seq in self._groups.seqs_of(key)]
        current = self.current()
        return list(dict.fromkeys(keys)) or ([current] if current is not None else [])

    def current(self) -> int | None:
        """The follow-up the keyboard is at; none at a heading."""
        key = self.table.current_seq()
        if key is None or self._groups is None:
            return key
        return self._groups.seq_of(key) or None  # 0: it left its group since it was counted

    def flush(self) -> None:
        """Save what is still being changed."""
        self.detail.flush()

    def file_source(self) -> TableSource:
        """The rows as they are shown now, for a file: with all addressees, and what a day rests on."""
        shown = [self.table.rows.columns[number] for number in self.table.header.shown()]
        whole = self._groups.with_folded(()) if self._groups else None
        return TableSource(self.table, with_headings(file_columns(shown)), self._whole_rows, listing=whole)

    def take_changes(self, changes: ChangeSet) -> bool:
        """Show what changed in the one follow-up that is shown; False where the list must be asked for anew.

        That one stays in sight even when it no longer fits the filter, until the list is asked for anew.
        """
        self.detail.refresh(changes)
        current = self.current()
        if current is None or not self._only_the_one_shown(changes):
            return False
        self.table.refresh_rows(self._groups.keys_of(current) if self._groups else [current])
        return True

    # Within

    def _whole_rows(self, rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """The rows with all that a file has whole: addressees, institutions and regions concerned."""
        groups, store = self._groups, self._session.store
        seqs = [row[0] if groups is None else groups.seq_of(row[0]) for row in rows]
        known = [seq for seq in seqs if seq is not None]
        said, related = addressees_said(store, known), institutions_by_seq(store, known)
        regions = regions_by_seq(store, known)
        return [
            row if seq is None else (
                *row, "\n".join(said.get(seq, (addressee_words(row),))), "\n".join(related.get(seq, ())),
                "\n".join(regions.get(seq, ())),
            )
            for row, seq in zip(rows, seqs, strict=True)
        ]  # fmt: skip

    def _only_the_one_shown(self, changes: ChangeSet) -> bool:
        one = self.editor.current()
        row = commitment(self._session.store, one) if one else None
        if row is None or changes.tables - _OF_ONE:
            return False
        return changes.ids("commitment") <= {row.id} and changes.ids("addressee") <= {
            each.id for each in row.addressees
        }

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self.order, self.descending = key, descending
        self.table.set_sort(key, descending)
        self.show_filter(self._asked)
        self.ordered.emit()

    @Slot(object)
    def _show_current(self, _key: int | None) -> None:
        seq = self.current()
        if seq is None:
            self.detail.flush()
            self._show_nothing()
        else:
            one = id_of(self._session.store, "commitment", seq)
            if one != self.editor.current():  # a row may only go by another number
                self.detail.show_commitment(one)
            self._lower.setCurrentWidget(self.detail)

    @Slot(int)
    def _fold(self, key: int) -> None:
        if self._groups is not None:
            self._groups = self._groups.toggled(key)
            self.table.keep_place(self._groups)

    @Slot()
    def _show_nothing(self) -> None:
        self._lower.setCurrentWidget(self._nothing)

    @Slot(int)
    def _open_row(self, _key: int) -> None:
        self.detail.go_in()

    @Slot(int)
    def _open_parts(self, _seq: int) -> None:
        self.detail.bar.setCurrentIndex(0)
        self.detail.go_in()

    @Slot(object)
    def _to_meeting(self, meeting: object) -> None:
        self.navigate.emit("meetings", {"meeting": meeting})

    def _emptiness(self, asked: CommitmentFilter) -> EmptyState:
        if asked.text:
            return EmptyState(
                "search", self.tr("Tidak ada yang cocok"), self.tr("Coba kata lain, atau tekan Esc.")
            )
        if asked != CommitmentFilter(state=asked.state):
            return EmptyState(
                "funnel", self.tr("Tidak ada yang sesuai saringan"), self.tr("Hapus salah satu saringannya.")
            )
        if asked.state == "terlambat":
            return EmptyState("circle-check", self.tr("Tidak ada yang terlambat"),
                              self.tr("Acuan internal tidak pernah dihitung terlambat."))  # fmt: skip
        if asked.state == "due_soon":
            return EmptyState("circle-check", self.tr("Tidak ada yang jatuh tempo dalam 7 hari"),
                              self.tr("Pilih Terbuka untuk melihat semua yang belum selesai."))  # fmt: skip
        if asked.state:
            done = asked.state == "selesai"
            words = self.tr("Belum ada yang selesai") if done else self.tr("Tidak ada yang terbuka")
            return EmptyState("list-checks", words, self.tr("Pilih Semua untuk melihat yang lain."))
        return EmptyState(
            "list-checks", self.tr("Belum ada tindak lanjut"),
            self.tr("Tindak lanjut dicatat dalam rapat: buka Rapat, lalu tab Catat Rapat (Ctrl+5)."),
        )  # fmt: skip
