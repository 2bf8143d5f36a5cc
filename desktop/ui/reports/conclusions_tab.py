"""Kesimpulan: what the meetings of a period concluded, as a list to search and as a paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.dates import numeric_date
from desktop.models.queries.conclusions import CONCLUSION_LIST, conclusion_list
from desktop.models.queries.records import fields_of, id_of
from desktop.models.words import MEETING_STATES
from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.conclusions import conclusions_file_name, conclusions_title
from desktop.services.papers.profile import paper_profile
from desktop.ui import theme
from desktop.ui.exports.list_export import ListExport, filter_words
from desktop.ui.exports.sources import TableSource
from desktop.ui.meetings.wording import MEETING_SYMBOLS, MEETING_TONES
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.reports.scoped_tab import ScopedTab
from desktop.ui.session import Session
from desktop.ui.widgets.columns import Column, cell, value
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.table import DataTable

_KIND = "conclusions"
_LIST, _PAPER = "daftar", "cetak"
_PLACES = {name: place for place, name in enumerate(CONCLUSION_LIST.names)}
_DAY, _STATE = _PLACES["held_on"], _PLACES["state"]


class ConclusionsTab(ScopedTab):
    """The newest meeting first; Enter opens the very line in its meeting."""

    SHOWS = frozenset({"meeting", "statement", "topic", "forum", "office_profile"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        unit = theme.current().unit
        head = QWidget()

        # Parts
        self.views = FilterChips([(_LIST, self.tr("Daftar")), (_PAPER, self.tr("Cetak"))], single=True)
        self.views.keep_one_line()
        self.search = SearchBox(self.tr("Cari kesimpulan (Ctrl+F)"), head)
        self.search.setMinimumWidth(unit * 60)
        self.table = DataTable(self._columns(), "conclusions", session.settings)
        self.table.setAccessibleName(self.tr("Daftar kesimpulan"))
        self.table.set_sort("held_on", descending=True)
        self.panel = PaperPanel(session, self._names, slot="conclusions")
        self.panel.take_keys(self.panel)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.panel)
        export = ListExport(
            session, self, self.tr("Himpunan Kesimpulan"), lambda: TableSource(self.table), self._filters
        )

        # Assemble
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit * 3)
        line.addWidget(self.views, alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.period)
        line.addWidget(self.scope)
        line.addStretch(1)
        line.addWidget(self.search, 2)
        line.addWidget(export.make_button())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 3)
        whole.addWidget(head)
        whole.addWidget(self.period.days)
        whole.addWidget(self._pages, 1)
        self.setFocusProxy(self.table)

        # Wire
        self.views.changed.connect(self._show_view)
        self.search.searched.connect(self.refill)
        self.table.opened.connect(self._open_line)
        on_keys(self.table, "Ctrl+F", self.search.start)

    def fill(self) -> None:
        """Show the conclusions as they are searched and narrowed down, as list and, where it is seen, on paper."""
        self.renew()
        self.table.set_empty_state(self._nothing())
        self.table.set_listing(conclusion_list(self.session.store, self.asked(), self.search.text()))
        if self._pages.currentWidget() is self.panel:
            self.panel.show_paper(self._gather)

    def show_paper(self, *, on: bool) -> None:
        """Look at the paper, or at the list again."""
        self.views.choose({_PAPER if on else _LIST})
        self._show_view()

    @Slot()
    def _show_view(self) -> None:
        front = self.panel if _PAPER in self.views.chosen() else self.table
        self._pages.setCurrentWidget(front)
        self.setFocusProxy(front)
        if front is self.panel:
            self.panel.show_paper(self._gather)

    def _columns(self) -> list[Column]:
        return [
            Column("held_on", self.tr("Tanggal"), cell(_DAY, _day), 11, sortable=False,
                   value=value(_DAY, date.fromisoformat)),
            Column("title", self.tr("Rapat"), cell(_PLACES["title"]), width=30, sortable=False),
            Column("text", self.tr("Kesimpulan"), cell(_PLACES["text"]), width=40, stretch=True, sortable=False),
            Column("number", self.tr("Nomor notula"), cell(_PLACES["number"]), width=15, sortable=False),
            Column(
                "state", self.tr("Notula"), lambda row: MEETING_STATES[row[_STATE]], width=20, sortable=False,
                tone=lambda row: MEETING_TONES[row[_STATE]],
                symbol=lambda row: MEETING_SYMBOLS.get(row[_STATE], ""),
            ),
        ]  # fmt: skip

    def _filters(self) -> list[str]:
        return [*filter_words(self.search.text()), *self.filter_words()]

    def _nothing(self) -> EmptyState:
        if self._filters():
            return EmptyState(
                "search",
                self.tr("Tidak ada kesimpulan yang cocok"),
                self.tr("Ubah kata pencarian, kurun waktu, atau rapatnya."),
            )
        told = self.tr("Baris jenis Kesimpulan di Catat Rapat terhimpun di sini dengan sendirinya.")
        return EmptyState("file-text", self.tr("Belum ada kesimpulan"), told)

    def _gather(self) -> tuple[Any, ...]:
        store, paper = self.session.store, OFFICE_PAPERS[_KIND]
        content = paper.gather(store, self.period.period(), **self.scope.chosen(), text=self.search.text())
        return paper.job, content, paper_profile(store)

    def _names(self) -> PaperNames:
        period, scope = self.period.period(), self.scope.currentText()
        return PaperNames(_KIND, conclusions_title(period, scope), conclusions_file_name(period, scope))

    @Slot(int)
    def _open_line(self, seq: int) -> None:
        line = id_of(self.session.store, "statement", seq)
        meeting = fields_of(self.session.store, "statement", line)["meeting_id"]
        self.navigate.emit("meetings", {"meeting": meeting, "tab": "capture", "line": line})


def _day(text: str) -> str:
    return numeric_date(date.fromisoformat(text))
