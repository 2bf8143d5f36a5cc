"""The page Tindak Lanjut: everything promised, asked and directed in all meetings, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import long_date
from desktop.base.numbers import grouped
from desktop.models.journal import ChangeSet
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitment_states import is_late
from desktop.models.queries.commitments import addressees_said, commitment
from desktop.models.queries.records import id_of, seq_of
from desktop.models.queries.register import commitment_count, commitment_list
from desktop.models.words import COMMITMENT_KINDS, DUE_SOURCES
from desktop.ui import theme
from desktop.ui.commitments.detail import FollowUpDetail
from desktop.ui.commitments.faces import Face, done_words, due_words, overall_face
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.columns import Column, cell
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable

_SHOWS = frozenset({"commitment", "addressee", "meeting", "institution"})
_ALL = "semua"


class CommitmentsPage(QWidget):
    """navigate(page key, where): another page is wanted, such as the meeting a follow-up comes from."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order = ("due_date", False)
        unit = theme.current().unit

        # Parts
        self._head = PageHeader(self.tr("Tindak Lanjut"))
        self._search = SearchBox(self.tr("Cari tindak lanjut (Ctrl+F)"), self)
        self._search.setMinimumWidth(unit * 70)
        self._head.add_action(self._search)
        export = ListExport(session, self, self.tr("Daftar Tindak Lanjut"), self._shown, self._filter_words)
        self._head.add_action(export.make_button())
        self._chips = FilterChips(
            [
                (_ALL, self.tr("Semua")),
                ("terbuka", self.tr("Terbuka")),
                ("terlambat", self.tr("Terlambat")),
                ("due_soon", self.tr("Jatuh tempo 7 hari")),
                ("selesai", self.tr("Selesai")),
            ],
            single=True,
        )
        self.table = DataTable(self._columns(), "commitments", session.settings)
        self.table.setAccessibleName(self.tr("Daftar tindak lanjut"))
        self.table.set_sort(*self._order)
        self.detail = FollowUpDetail(session, "followup:page", linked=True)
        self.editor = self.detail.editor
        self._nothing = EmptyState(
            "list-checks", self.tr("Belum ada yang dipilih"), self.tr("Pilih satu tindak lanjut di daftar.")
        )
        self._lower = QStackedWidget()
        self._lower.addWidget(self._nothing)
        self._lower.addWidget(self.detail)

        # Assemble
        card = Card()
        card.body.addWidget(self._lower)
        split = MemorySplitter("commitments", session.settings, Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(card)
        split.setStretchFactor(0, 1)
        split.setSizes([unit * 58, unit * 84])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 4, unit * 6, unit * 4)
        whole.setSpacing(unit * 3)
        whole.addWidget(self._head)
        whole.addWidget(self._chips)
        whole.addWidget(split, 1)

        # Wire
        self._search.searched.connect(self._reload)
        self._chips.changed.connect(self._reload)
        self.table.sort_wanted.connect(self._sort)
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(self._open_seq)
        self.detail.left.connect(self.table.setFocus)
        self.detail.navigate.connect(self.navigate)
        self.editor.closed.connect(self._show_nothing)
        self.editor.meeting_wanted.connect(self._to_meeting)
        session.bus.changed.connect(self._changed)
        self._reload()

    def open(self, commitment: UUID | None = None, state: str = "", tab: str = "", **_where: object) -> None:
        """Show all follow-ups in a state ("terbuka", "terlambat", "due_soon", "selesai"), or one at a tab."""
        self._search.clear()
        self._chips.choose({state or _ALL})
        self._reload()
        if commitment is not None:
            self.detail.open_tab(tab)
            self.table.select_seq(seq_of(self._session.store, "commitment", commitment))
        self.table.setFocus()

    def flush(self) -> None:
        """Save what is still being changed."""
        self.detail.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Within

    def _columns(self) -> list[Column]:
        return [
            Column("text", self.tr("Uraian"), _text, 20, stretch=True, tip=_whole_text),
            Column("addressee", self.tr("Penanggung jawab"), self._to_words, 26),
            Column(
                "due_date",
                self.tr("Batas waktu"),
                lambda row: due_words(_day(row[8]), row[9]),
                20,
                tip=_due_tip,
                value=lambda row: _day(row[8]),
            ),
            Column(
                "state",
                self.tr("Status"),
                lambda row: _face(row).text,
                18,
                tone=lambda row: _face(row).tone,
                symbol=lambda row: _face(row).symbol,
                tip=lambda row: done_words(row[5], row[4]),
            ),
        ]

    def _shown(self) -> TableSource:
        """The columns on screen with all addressees; what a day rests on stands in a column of its own."""
        shown = []
        for column in (self.table.rows.columns[number] for number in self.table.header.shown()):
            shown.append(replace(column, value=itemgetter(-1)) if column.key == "addressee" else column)
            if column.key == "due_date":
                shown.append(Column("basis", self.tr("Dasar batas waktu"), cell(9, DUE_SOURCES.__getitem__), 18))
        return TableSource(self.table, shown, self._with_addressees)

    def _with_addressees(self, rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        found = addressees_said(self._session.store, [row[0] for row in rows])
        return [(*row, "\n".join(found.get(row[0], (self._to_words(row),)))) for row in rows]

    def _filter_words(self) -> list[str]:
        return filter_words(self._search.text(), self._chips.chosen_labels() if self._state() else ())

    def _to_words(self, row: tuple[Any, ...]) -> str:
        first, total = row[3], row[12]
        if not first:
            return self.tr("belum ada")
        return self.tr("{first}, +{more}").format(first=first, more=total - 1) if total > 1 else str(first)

    def _state(self) -> str:
        chosen = next(iter(self._chips.chosen()), _ALL)
        return "" if chosen == _ALL else chosen

    def _reload(self) -> None:
        order, descending = self._order
        text, state = self._search.text().strip(), self._state()
        self.table.set_empty_state(self._emptiness(text, state))
        self.table.set_listing(
            commitment_list(
                self._session.store,
                CommitmentFilter(text=text, state=state),
                today=today(),
                order=order,
                descending=descending,
            )
        )
        self._count(text)

    def _count(self, text: str) -> None:
        store, day = self._session.store, today()
        count = commitment_count(store, today=day)
        shown = commitment_count(store, CommitmentFilter(text=text), today=day) if text else count
        counts = {_ALL: shown.total, "terbuka": shown.open, "terlambat": shown.late,
                  "due_soon": shown.soon, "selesai": shown.done}  # fmt: skip
        self._chips.set_counts(counts)
        self._head.set_subtitle(
            self.tr("{open} terbuka · {late} terlambat · {soon} jatuh tempo dalam 7 hari").format(
                open=grouped(count.open), late=grouped(count.late), soon=grouped(count.soon)
            )
        )

    def _emptiness(self, text: str, state: str) -> EmptyState:
        if text:
            return EmptyState(
                "search", self.tr("Tidak ada yang cocok"), self.tr("Coba kata lain, atau tekan Esc.")
            )
        if state == "terlambat":
            return EmptyState("circle-check", self.tr("Tidak ada yang terlambat"),
                              self.tr("Acuan internal tidak pernah dihitung terlambat."))  # fmt: skip
        if state == "due_soon":
            return EmptyState("circle-check", self.tr("Tidak ada yang jatuh tempo dalam 7 hari"),
                              self.tr("Pilih Terbuka untuk melihat semua yang belum selesai."))  # fmt: skip
        if state:
            words = self.tr("Belum ada yang selesai") if state == "selesai" else self.tr("Tidak ada yang terbuka")
            return EmptyState("list-checks", words, self.tr("Pilih Semua untuk melihat yang lain."))
        return EmptyState(
            "list-checks", self.tr("Belum ada tindak lanjut"),
            self.tr("Tindak lanjut dicatat dalam rapat: buka Rapat, lalu tab Catat Rapat (Ctrl+5)."),
        )  # fmt: skip

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self.table.set_sort(key, descending)
        self._reload()

    def _show_current(self, seq: int | None) -> None:
        if seq is None:
            self.detail.flush()
            self._show_nothing()
        else:
            self.detail.show_commitment(id_of(self._session.store, "commitment", seq))
            self._lower.setCurrentWidget(self.detail)

    def _show_nothing(self) -> None:
        self._lower.setCurrentWidget(self._nothing)

    def _open_seq(self, _seq: int) -> None:
        self.detail.go_in()

    def _to_meeting(self, meeting: object) -> None:
        self.navigate.emit("meetings", {"meeting": meeting})

    def _changed(self, changes: ChangeSet) -> None:
        self.detail.refresh(changes)
        if not changes.tables & _SHOWS:
            return
        seq = self.table.current_seq()
        if seq is not None and self._only_the_one_shown(changes):
            # It stays in sight even when it no longer fits the filter, until the list is asked for anew.
            self.table.refresh_rows([seq])
            self._count(self._search.text().strip())
        else:
            self._reload()

    def _only_the_one_shown(self, changes: ChangeSet) -> bool:
        one = self.editor.current()
        row = commitment(self._session.store, one) if one else None
        if row is None or changes.tables - {"commitment", "addressee", "progress_report"}:
            return False
        return changes.ids("commitment") <= {row.id} and changes.ids("addressee") <= {
            each.id for each in row.addressees
        }


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _face(row: tuple[Any, ...]) -> Face:
    unfinished = row[6] > 0 or row[4] == 0
    return overall_face(row[4], row[5], row[6], row[7], is_late(_day(row[8]), row[9], unfinished, today()))


def _due_tip(row: tuple[Any, ...]) -> str:
    day = _day(row[8])
    return f"{long_date(day)}\n{DUE_SOURCES[row[9]]}" if day and row[9] else ""


def _text(row: tuple[Any, ...]) -> str:
    return " ".join(str(row[2]).split())


def _whole_text(row: tuple[Any, ...]) -> str:
    return f"{COMMITMENT_KINDS[row[1]]}: {row[2]}"
