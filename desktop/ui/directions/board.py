"""Perlu arahan: everything the head was asked, follow-ups and problems together, and what was answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.dates import long_date, short_date
from desktop.models.queries.escalations import Escalation, awaited_directions, given_directions
from desktop.ui import theme
from desktop.ui.bus import Changes
from desktop.ui.directions.panel import DirectionPanel
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import ElidedLabel

_SHOWS = frozenset({"commitment", "issue", "addressee", "institution", "region", "topic"})
_WAITING, _GIVEN = "menunggu", "sudah"
_PAGES = {"commitment": ("commitments", "commitment"), "issue": ("issues", "issue")}


class DirectionBoard(QWidget):
    """navigate(page, where): what was asked about is wanted, or the follow-up an answer became."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._listing = RowsAtHand()
        unit = theme.current().unit

        # Parts
        self.chips = FilterChips(
            [(_WAITING, self.tr("Menunggu arahan")), (_GIVEN, self.tr("Sudah diberi arahan"))], single=True
        )
        self.table = DataTable(self._columns(), "directions", session.settings)
        self.table.header.setSectionsClickable(False)
        self.table.setAccessibleName(self.tr("Yang dimintakan arahan pimpinan"))
        self.card = Card(" ")
        self._text = ElidedLabel(role="muted")
        self.panel = DirectionPanel(session)
        self.show_button = button(self.tr("Buka"), "eye", kind="quiet")
        self.card.tools.addWidget(self.show_button)
        self.card.body.addWidget(self._text)
        self.card.body.addWidget(self.panel, 1)
        keys = ElidedLabel(
            self.tr("Enter menulis arahan, Ctrl+Enter mencatatnya, Esc kembali ke daftar"), role="help"
        )

        # Assemble
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, unit * 2, 0)
        column.setSpacing(unit * 2)
        column.addWidget(self.table, 1)
        column.addWidget(keys)
        halves = MemorySplitter("directions", session.settings)
        halves.addWidget(left)
        halves.addWidget(self.card)
        halves.setStretchFactor(0, 1)
        halves.setSizes([unit * 152, unit * 122])
        head = QHBoxLayout()
        head.addWidget(self.chips, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 3)
        whole.addLayout(head)
        whole.addWidget(halves, 1)
        self.setFocusProxy(self.table)

        # Wire
        self.chips.changed.connect(self._read)
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(self._go_in)
        self.panel.left.connect(self.table.setFocus)
        self.panel.made.connect(self._open_made)
        self.show_button.clicked.connect(self._open)
        session.bus.changed.connect(self._changed)

    def current(self) -> Escalation | None:
        """What the keyboard is at."""
        seq = self.table.current_seq()
        rows = self._listing.rows([seq]) if seq is not None else []
        return rows[0][1] if rows else None

    def begin(self) -> None:
        """Show what is still awaited."""
        self.chips.choose({_WAITING})
        self._read()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.panel.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    # Within

    def _columns(self) -> list[Column]:
        return [
            Column("since", self.tr("Sejak"), lambda row: _written(row[1].asked_on), 11, tip=_since),
            Column("what", self.tr("Perihal"), lambda row: _line(row[1].text), 14, stretch=True),
            Column("place", self.tr("Instansi/wilayah"), lambda row: row[1].place, 14),
            Column("asked", self.tr("Yang ditanyakan"), lambda row: _line(row[1].question), 17),
        ]

    @Slot()
    def _read(self) -> None:
        self._stale = False
        store = self._session.store
        waiting, given = awaited_directions(store), given_directions(store)
        self.chips.set_counts({_WAITING: len(waiting), _GIVEN: len(given)})
        wanted = _GIVEN in self.chips.chosen()
        self.table.set_empty_state(self._emptiness(wanted))
        rows = [(_number(one), one) for one in (given if wanted else waiting)]
        place = self.table.currentIndex().row()
        same = self._listing.replace(rows)
        if same and rows:
            self.table.refresh_rows([row[0] for row in rows])
        else:
            self.table.set_listing(self._listing)
            if self.current() is None and rows:
                self.table.select_seq(rows[min(max(place, 0), len(rows) - 1)][0])
        self._show_current()

    def _emptiness(self, given: bool) -> EmptyState:
        if given:
            return EmptyState("flag", self.tr("Belum ada arahan yang dicatat"))
        return EmptyState(
            "circle-check", self.tr("Tidak ada yang menunggu arahan"),
            self.tr("Mintakan arahan dari sebuah tindak lanjut atau kendala."),
        )  # fmt: skip

    @Slot()
    def _show_current(self) -> None:
        one = self.current()
        shown = (self.panel.subject() == (one.table, one.id)) if one else False
        if one is None:
            self.panel.show_record("commitment", None)
        elif shown:
            self.panel.refresh()
        else:
            self.panel.show_record(one.table, one.id)
        kinds = {"commitment": self.tr("Tindak lanjut"), "issue": self.tr("Kendala & perkembangan")}
        self.card.set_title(kinds[one.table] if one else " ")
        self._text.setText(_line(one.text) if one else "")
        self.show_button.setVisible(one is not None)

    @Slot()
    def _go_in(self) -> None:
        self.panel.go_in()

    @Slot()
    def _open(self) -> None:
        one = self.current()
        if one is not None:
            page, key = _PAGES[one.table]
            self.navigate.emit(page, {key: one.id})

    @Slot(object)
    def _open_made(self, one: object) -> None:
        self.navigate.emit("commitments", {"commitment": one})

    def _changed(self, changes: Changes) -> None:
        if changes.tables & _SHOWS:
            self._stale = True
            if self.isVisible():
                self._read()


def _number(one: Escalation) -> int:
    """Two tables number their rows by themselves."""
    return one.seq * 2 + (one.table == "issue")


def _written(day: date) -> str:
    return short_date(day).partition(", ")[2]


def _since(row: tuple[Any, ...]) -> str:
    return long_date(row[1].asked_on)


def _line(text: str) -> str:
    return " ".join(text.split())
