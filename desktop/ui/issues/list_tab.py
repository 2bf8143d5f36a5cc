"""Kendala & Perkembangan: the list, and beside it the entry that is written or changed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.journal import ChangeSet
from desktop.models.queries.issues import issue_list
from desktop.models.queries.records import id_of, seq_of
from desktop.models.words import ISSUE_STATES
from desktop.services.issues import delete_issues, set_issue_state
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport
from desktop.ui.exports.sources import TableSource
from desktop.ui.issues.entry_panel import EntryPanel
from desktop.ui.issues.filters import IssueFilters
from desktop.ui.issues.follow_up_making import make_follow_up
from desktop.ui.issues.issues_table import IssuesTable, file_columns
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel

_CONCERNED = frozenset(
    {
        "issue",
        "region",
        "institution",
        "topic_region",
        "issue_commitment",
        "commitment",
        "addressee",
        "attachment",
    }
)
_LISTED = frozenset({"issue", "region", "institution", "topic_region"})


class IssuesTab(QWidget):
    """What was told of one topic, or of all. navigate(page, where): to a follow-up."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic: UUID | None = None
        self._shows = False
        self._descending = True
        unit = theme.current().unit

        # Parts, each made where it will stand
        halves = MemorySplitter("issues", session.settings, parent=self)
        left = QWidget(halves)
        self.filters = IssueFilters(self, left)
        self.table = IssuesTable(session.settings, left)
        self.table.set_sort("time", descending=True)
        export = ListExport(
            session, self, self.tr("Kendala dan Perkembangan"), lambda: TableSource(self.table, file_columns()),
            self.filters.words,
        )  # fmt: skip
        self.filters.add_action(export.make_button())
        keys = ElidedLabel(
            self.tr(
                "Tombol: T terbuka, D ditangani, S selesai, L jadikan tindak lanjut, Enter mengubah, "
                "Delete menghapus, Ctrl+N catatan baru"
            ),
            role="help",
        )

        # Assemble
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, unit * 2, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(keys)
        halves.addWidget(left)
        self.entry = EntryPanel(session, halves)  # now, for Tab goes through parts as they come
        halves.addWidget(self.entry)
        halves.setStretchFactor(0, 1)
        halves.setSizes([unit * 190, unit * 92])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.addWidget(halves)
        self.setFocusProxy(self.entry.form.text)

        # Wire
        self.filters.changed.connect(self._reload)
        self.table.sort_wanted.connect(self._sort)
        self.table.opened.connect(self._open)
        self.table.state_wanted.connect(self._set_state)
        self.table.removal_wanted.connect(self._remove)
        self.table.follow_up_wanted.connect(self._make_follow_up)
        self.entry.made.connect(self._show_made)
        self.entry.issue_wanted.connect(self._show_entry)
        self.entry.navigate.connect(self.navigate)
        self.entry.left.connect(self.table.setFocus)
        on_keys(self, "Ctrl+N", self.entry.start_new)
        on_keys(self, "Ctrl+L", self.entry.links.make)

    def show_topic(self, topic: UUID | None, *, is_open: bool) -> None:
        """Show what was told of a topic, None: of all; of a closed one nothing more is taken."""
        if topic != self._topic:
            self.filters.clear()
        self._topic, self._shows = topic, True
        self.table.show_topics(shown=topic is None)
        self.entry.show_topic(topic, is_open=is_open)
        self._reload()

    def show_issue(self, one: UUID) -> None:
        """Go to one of them."""
        self.filters.clear()
        self._reload()
        self.table.select_seq(seq_of(self._session.store, "issue", one))
        self.table.setFocus()

    def show_state(self, state: str, kind: str = "") -> None:
        """Show those in a state, `UNSOLVED` for what is not dealt with; of a kind where one is named."""
        self.filters.clear()
        self.filters.chips.choose({state})
        self.filters.kind.set_value(kind or None)
        self._reload()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.entry.flush()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere or here."""
        if not self._shows or not changes.tables & _CONCERNED:
            return
        self.entry.refresh(changes)
        if not changes.tables & _LISTED:
            return
        seqs = self.table.selected_seqs()
        if changes.name == "issue.state" and changes.ids("issue") <= set(self._ids(seqs)):
            # They stay in sight even when they no longer fit the filter, until the list is asked for anew.
            self.table.refresh_rows(seqs)
            self.filters.offer(self._session.store, self._topic)
        else:
            self._reload()

    # Within

    @Slot()
    def _reload(self) -> None:
        if not self._shows:
            return
        store = self._session.store
        self.filters.offer(store, self._topic)
        wanted = self.filters.wanted()
        self.table.set_empty_state(self._emptiness(any(wanted.values())))
        self.table.set_listing(issue_list(store, topic=self._topic, descending=self._descending, **wanted))

    def _emptiness(self, filtered: bool) -> EmptyState:
        if filtered:
            return EmptyState(
                "search", self.tr("Tidak ada yang cocok"), self.tr("Coba kata lain, atau pilih Semua.")
            )
        return EmptyState(
            "message-square-text", self.tr("Belum ada yang dicatat"),
            self.tr("Ketik apa yang dilaporkan di sebelah kanan, lalu tekan Enter."),
        )  # fmt: skip

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._descending = descending
        self.table.set_sort(key, descending)
        self._reload()

    def _ids(self, seqs: list[int]) -> list[UUID]:
        return [id_of(self._session.store, "issue", seq) for seq in seqs]

    @Slot(int)
    def _open(self, seq: int) -> None:
        self.entry.show_issue(id_of(self._session.store, "issue", seq))

    @Slot(object)
    def _show_entry(self, one: UUID) -> None:
        """Open an entry that another one led to."""
        self.show_issue(one)
        self.entry.show_issue(one)

    @Slot()
    def _make_follow_up(self) -> None:
        seq = self.table.current_seq()
        if seq is None:
            return
        one = id_of(self._session.store, "issue", seq)
        if make_follow_up(self._session, one):
            self.entry.show_issue(one)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_made(self, one: UUID) -> None:
        self.table.select_seq(seq_of(self._session.store, "issue", one))

    @Slot(str)
    def _set_state(self, state: str) -> None:
        chosen = self._ids(self.table.selected_seqs())
        what = self.tr("{count} catatan").format(count=len(chosen)) if len(chosen) > 1 else self.tr("Status")
        told = self.tr("{what}: {state}").format(what=what, state=ISSUE_STATES[state].lower())
        self._session.run(lambda: set_issue_state(self._session.desk, chosen, state), told=told)

    @Slot()
    def _remove(self) -> None:
        chosen = self._ids(self.table.selected_seqs())
        told = self.tr("{count} catatan dihapus").format(count=len(chosen))
        if chosen and self._session.run(lambda: delete_issues(self._session.desk, chosen), told=told):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
