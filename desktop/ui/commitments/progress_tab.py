"""Perkembangan: everything reported on a follow-up, the newest first, and beside it the report that is written."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.models.queries.carried import appearances
from desktop.models.queries.commitments import commitment
from desktop.models.queries.progress import LogRow, log_of
from desktop.services.progress import delete_report
from desktop.ui import theme
from desktop.ui.commitments.detail_tabs import DetailTab
from desktop.ui.commitments.log_table import LogTable, day_in_short
from desktop.ui.commitments.report_panel import ReportPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel


class ProgressTab(DetailTab):
    """The log of one follow-up."""

    SHOWS = frozenset(
        {"progress_report", "addressee", "commitment", "meeting", "institution", "attachment", "outgoing_form"}
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._log: dict[UUID, LogRow] = {}
        unit = theme.current().unit

        # The log; each part is made where it will stand, for the style sheet dresses anew whatever is moved
        halves = MemorySplitter("commitment_log", session.settings, parent=self)
        left = QWidget(halves)
        self.table = LogTable(session.settings)
        self.table.set_empty_state(
            EmptyState("history", self.tr("Belum ada perkembangan"), self.tr("Catat laporan pertama di sebelah."))
        )
        self._sum = ElidedLabel(role="muted")
        self._remove_button = icon_button("trash-2", self.tr("Hapus laporan (Delete)"))
        self.chat_button = icon_button("message-square-text", self.tr("Catat dari WhatsApp (Ctrl+Shift+V)"))
        head = QHBoxLayout()
        head.addWidget(self._sum, 1)
        head.addWidget(self.chat_button)
        head.addWidget(self._remove_button)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, unit * 2, 0)
        column.setSpacing(unit)
        column.addLayout(head)
        column.addWidget(self.table, 1)

        # The report
        self.panel = ReportPanel(session, halves)
        halves.addWidget(left)
        halves.addWidget(self.panel)
        halves.setStretchFactor(0, 1)
        halves.setSizes([unit * 146, unit * 124])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

        # Wire
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(lambda _seq: self.panel.form.focus_first())
        self.table.removal_wanted.connect(self._remove)
        self._remove_button.clicked.connect(self._remove)
        self.chat_button.clicked.connect(self._open_chat)
        self.panel.begun.connect(lambda: self.table.select_seq(None))
        self.panel.left.connect(self.left)
        on_keys(self, "Ctrl+Shift+N", self.panel.start_new)

    def fill(self, *, afresh: bool) -> None:
        store, one = self.session.store, self.commitment
        task = commitment(store, one) if one is not None else None
        log = log_of(store, task.id) if task is not None else []
        self._log = {row.id: row for row in log}
        if afresh:
            self.table.select_seq(None)
            self.panel.show_task(task)
        else:
            self.panel.update_task(task)
        nth = appearances(store, task.id, today()) if task is not None else {}
        self.table.show_log(log, nth)
        self._sum.setText(self._summary(log, len(nth)))
        self._remove_button.setEnabled(bool(log) and not store.read_only)
        self.chat_button.setEnabled(not store.read_only)
        shown = self.panel.current()
        if not afresh and shown is not None:
            if shown in self._log:
                self.panel.show_report(self._log[shown], afresh=False)
            else:
                self.panel.show_task(task)

    def flush(self) -> None:
        """Save what is still being typed."""
        self.panel.flush()

    def go_in(self) -> None:
        self.panel.form.focus_first()

    # Within

    @Slot(object)
    def _show_current(self, _seq: int | None) -> None:
        row = self.table.current_report()
        if row is not None and row.id != self.panel.current():
            self.panel.show_report(row)

    @Slot()
    def _open_chat(self) -> None:
        from desktop.ui.commitments.chat_dialog import open_chat

        self.panel.flush()
        open_chat(self.session, self, self.commitment)

    @Slot()
    def _remove(self) -> None:
        row = self.table.current_report()
        if row is not None:
            self.panel.flush()
            self.session.run(lambda: delete_report(self.session.desk, row.id), told=self.tr("Laporan dihapus."))

    def _summary(self, log: Sequence[LogRow], meetings: int) -> str:
        """How many meetings it came up in since, and how its date moved."""
        moved = [row for row in reversed(log) if row.due_after is not None]
        parts = []
        if meetings:
            parts.append(self.tr("Muncul di {count} rapat sesudahnya").format(count=meetings))
        if moved:
            days = [row.due_after for row in moved if row.due_after]
            first = [moved[0].due_before] if moved[0].due_before else []
            whole = [*first, *days]
            way = " → ".join(day_in_short(day, beside=min(whole)) for day in whole)
            parts.append(self.tr("Batas waktu berubah {count} kali: {way}").format(count=len(moved), way=way))
        return " · ".join(parts)
