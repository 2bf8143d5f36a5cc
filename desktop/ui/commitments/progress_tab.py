"""Perkembangan: everything reported on a follow-up, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.models.queries.progress import LogRow, appearances, log_of
from desktop.ui import theme
from desktop.ui.commitments.detail_tabs import DetailTab
from desktop.ui.commitments.log_table import LogTable
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.text import ElidedLabel


class ProgressTab(DetailTab):
    """The log of one follow-up."""

    SHOWS = frozenset({"progress_report", "addressee", "commitment", "meeting", "institution", "attachment"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit
        self.table = LogTable(session.settings)
        self.table.set_empty_state(EmptyState("history", self.tr("Belum ada perkembangan yang dicatat")))
        self._sum = ElidedLabel(role="muted")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        whole.addWidget(self._sum)
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def fill(self, *, afresh: bool) -> None:  # noqa: ARG002 - nothing is typed here
        store, one = self.session.store, self.commitment
        log = log_of(store, one) if one is not None else []
        nth = appearances(store, one) if one is not None else {}
        self.table.show_log(log, nth)
        self._sum.setText(self._summary(log, len(nth)))

    def _summary(self, log: Sequence[LogRow], meetings: int) -> str:
        """How many meetings it came up in since, and how its date moved."""
        moved = [row for row in reversed(log) if row.due_after is not None]
        parts = []
        if meetings:
            parts.append(self.tr("Muncul di {count} rapat sesudahnya").format(count=meetings))
        if moved:
            days = [row.due_after for row in moved if row.due_after]
            first = [moved[0].due_before] if moved[0].due_before else []
            way = " → ".join(medium_date(day) for day in (*first, *days))
            parts.append(self.tr("Batas waktu berubah {count} kali: {way}").format(count=len(moved), way=way))
        return " · ".join(parts)
