"""The items behind a cell, what holds back first, as a table in which a state is noted with one key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.models.queries.readiness import Head
from desktop.models.queries.readiness_items import ItemRow
from desktop.services.readiness_words import holds_back, in_order, reasons
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory
from desktop.ui.readiness.wording import LATE_SYMBOL, OLD_SYMBOL, short_region, state_look
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import LinesAtHand
from desktop.ui.widgets.table import DataTable

FOLLOW_UP_KEY = "l"
"""Makes a follow-up of an item that is not ready."""
HOLDING_KEY = "h"
"""Shows only what holds back, or all."""
STATE_KEYS = {
    "0": "belum_siap",
    "1": "sebagian",
    "2": "siap",
    "3": "siap_bukti",
    "n": "tidak_berlaku",
}
"""Which key notes which state."""


class Behind(NamedTuple):
    """An item behind a cell; in a matrix of institutions with the one whose reports it shows."""

    item: ItemRow
    owner: Head | None = None

    @property
    def key(self) -> tuple[UUID, UUID, UUID | None]:
        return self.item.item_id, self.item.region_id, self.owner.id if self.owner else None


class ItemListing(LinesAtHand[Behind]):
    """A row is (place, item, owner, day)."""

    def __init__(self, lines: Sequence[Behind], day: date) -> None:
        super().__init__(lines)
        self.day = day

    def rows(self, seqs: Sequence[int]) -> Sequence[Row]:
        return [(seq, *self.lines[seq], self.day) for seq in seqs if seq < len(self.lines)]


class ItemsTable(DataTable):
    """marked(state): a state key was pressed; it is meant for the selected items.
    follow_up_wanted(): L, for the selected items. holding_wanted(): H, for what holds back only, or all.
    """

    marked = Signal(str)
    follow_up_wanted = Signal()
    holding_wanted = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(self._item_columns(), "readiness.items", memory, parent)
        self._listing = ItemListing((), today())
        self._all: list[Behind] = []
        self._only_holding = False
        self._holding: set[object] = set()
        self.setAccessibleName(self.tr("Butir kesiapan"))

    def show_items(self, items: Sequence[ItemRow | Behind], day: date | None = None) -> None:
        """Show the items of a cell as seen from a day.

        The same ones read anew stay where they are, so that noting a state moves nothing.
        """
        lines = [one if isinstance(one, Behind) else Behind(one) for one in items]
        fresh = {line.key: line for line in lines}
        seen = day or today()
        if fresh.keys() == {line.key for line in self._all}:
            self._all = [fresh[line.key] for line in self._all]
        else:
            by_item = {id(line.item): line for line in lines}
            self._all = [by_item[id(item)] for item in in_order((line.item for line in lines), seen)]
            self._remember_holding(seen)
        self._show(seen)

    def show_holding(self, only: bool) -> None:
        """Show only what holds back now, or all."""
        self._only_holding = only
        self._remember_holding(self._listing.day)
        self._show(self._listing.day)

    def holding(self) -> int:
        """How many of all items hold back now."""
        return sum(holds_back(line.item, self._listing.day) for line in self._all)

    def item(self, seq: int | None) -> ItemRow | None:
        """The item of a row, by its seq."""
        line = self._listing.at(seq)
        return line.item if line is not None else None

    def owner(self, seq: int | None) -> Head | None:
        """The institution whose reports a row shows, by its seq; None where those of all are shown."""
        line = self._listing.at(seq)
        return line.owner if line is not None else None

    def select_item(self, wanted: UUID) -> None:
        """Go to the first row of an item, also where it does not hold back."""
        if self._only_holding and wanted not in {line.item.item_id for line in self._listing.lines}:
            self.holding_wanted.emit()
        lines = self._listing.lines
        place = next((at for at, line in enumerate(lines) if line.item.item_id == wanted), None)
        if place is not None:
            self.select_seq(place)

    def chosen(self) -> list[ItemRow]:
        """The selected items."""
        return [self._listing.lines[seq].item for seq in self.selected_seqs()]

    def owners(self) -> set[Head | None]:
        """The institutions whose reports the selected rows show."""
        return {self._listing.lines[seq].owner for seq in self.selected_seqs()}

    def advance(self) -> None:
        """Go on to the next item."""
        seq = self.current_seq()
        if seq is not None and seq + 1 < len(self._listing.lines):
            self.select_seq(seq + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        letter = event.text().lower() if plain else ""
        state = STATE_KEYS.get(letter)
        if letter == HOLDING_KEY:
            self.holding_wanted.emit()
        elif state is not None and self.current_seq() is not None:
            self.marked.emit(state)
        elif letter == FOLLOW_UP_KEY and self.current_seq() is not None:
            self.follow_up_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _remember_holding(self, day: date) -> None:
        """What holds back when it is asked for: it stays in sight when it is noted as ready."""
        self._holding = {line.key for line in self._all if holds_back(line.item, day)}

    def _show(self, day: date) -> None:
        lines = [line for line in self._all if not self._only_holding or line.key in self._holding]
        before = self._listing.lines
        if [line.key for line in lines] == [line.key for line in before] and day == self._listing.day:
            changed = [place for place, line in enumerate(lines) if line != before[place]]
            self._listing.lines[:] = lines
            self.refresh_rows(changed)
            return
        self._listing = ItemListing(lines, day)
        self._show_columns(lines)
        self._say_nothing()
        self.select_seq(None)
        self.set_listing(self._listing)
        self.rows.finish()
        self.select_seq(0 if lines else None)

    def _show_columns(self, lines: Sequence[Behind]) -> None:
        self.setColumnHidden(0, len({line.item.region_id for line in lines}) < 2)
        self.setColumnHidden(1, len({line.owner for line in lines}) < 2)
        self.header.fill(self.viewport().width())

    def _say_nothing(self) -> None:
        ready = self._only_holding and bool(self._all)
        words = (
            (self.tr("Tidak ada yang menghambat"), self.tr("H menampilkan semua butir."))
            if ready
            else (self.tr("Tidak ada butir di sini"), self.tr("Esc kembali ke matriks."))
        )
        self.set_empty_state(EmptyState("clipboard-check", *words))

    def _item_columns(self) -> list[Column]:
        plain = partial(Column, sortable=False)
        return [
            plain("region", self.tr("Wilayah"), lambda row: short_region(row[1].region), 14),
            plain("owner", self.tr("Instansi"), lambda row: row[2].name if row[2] else "", 18),
            plain("code", self.tr("Kode"), lambda row: row[1].code, 7),
            plain("text", self.tr("Butir"), lambda row: row[1].text, 8, stretch=True, spoken=_spoken),
            plain("state", self.tr("Keadaan dan sebabnya"), _why, 28, tone=_tone, symbol=_symbol, tip=_state_tip),
        ]  # fmt: skip


def _why(row: Row) -> str:
    return "; ".join(reasons(row[1], row[3]))


def state_tone(item: ItemRow, day: date) -> Tone:
    """The tone of an item's state; `siap` without the evidence asked for, or too old, is not calm."""
    tone = state_look(item.state)[0]
    return Tone.ATTENTION if tone is Tone.OK and holds_back(item, day) else tone


def _tone(row: Row) -> Tone:
    return state_tone(row[1], row[3])


def _symbol(row: Row) -> str:
    item: ItemRow = row[1]
    if item.is_late(row[3]):
        return LATE_SYMBOL
    return OLD_SYMBOL if item.needs_confirmation(row[3]) else state_look(item.state)[1]


def _state_tip(row: Row) -> str:
    item: ItemRow = row[1]
    parts = [
        *reasons(item, row[3]),
        "" if item.as_of is None else medium_date(item.as_of),
        item.institution or "",
        item.note or "",
    ]
    return "\n".join(part for part in parts if part)


def _spoken(row: Row) -> str:
    item: ItemRow = row[1]
    return f"{item.code}. {item.text}. {_why(row)}"
