"""The items behind a cell, as a table in which a state is noted with one key."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.models.queries.readiness_items import ItemRow
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory
from desktop.ui.readiness.wording import short_region, state_look
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.table import DataTable

FOLLOW_UP_KEY = "l"
"""Makes a follow-up of an item that is not ready."""
STATE_KEYS = {
    "0": "belum_siap",
    "1": "sebagian",
    "2": "siap",
    "3": "siap_bukti",
    "n": "tidak_berlaku",
}
"""Which key notes which state."""


class ItemListing:
    """Items in memory as a `Listing`: a row is (place, item)."""

    def __init__(self, items: Sequence[ItemRow]) -> None:
        self.items = list(items)

    def head(self, limit: int) -> Sequence[Row]:
        return [(place, item) for place, item in enumerate(self.items[:limit])]

    def key_chunks(self) -> Iterator[array[int]]:
        yield array("I", range(len(self.items)))

    def rows(self, seqs: Sequence[int]) -> Sequence[Row]:
        return [(seq, self.items[seq]) for seq in seqs if seq < len(self.items)]


class ItemsTable(DataTable):
    """marked(state): a state key was pressed; it is meant for the selected items.
    follow_up_wanted(): L, for the selected items.
    """

    marked = Signal(str)
    follow_up_wanted = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(self._item_columns(), "readiness.items", memory, parent)
        self._listing = ItemListing(())
        self.setAccessibleName(self.tr("Butir kesiapan"))
        self.set_empty_state(
            EmptyState(
                "clipboard-check", self.tr("Tidak ada butir untuk wilayah ini"), self.tr("Esc kembali ke matriks.")
            )
        )

    def show_items(self, items: Sequence[ItemRow]) -> None:
        """Show items; where they are those shown already, only what differs is repainted."""
        before = self._listing.items
        if [_key(item) for item in items] == [_key(item) for item in before]:
            changed = [place for place, item in enumerate(items) if item != before[place]]
            self._listing.items[:] = items
            self.refresh_rows(changed)
            return
        self._listing = ItemListing(items)
        self._show_regions(len({item.region_id for item in items}) > 1)
        self.select_seq(None)
        self.set_listing(self._listing)
        self.rows.finish()
        self.select_seq(0 if items else None)

    def item(self, seq: int | None) -> ItemRow | None:
        """The item of a row, by its seq."""
        return None if seq is None or seq >= len(self._listing.items) else self._listing.items[seq]

    def select_item(self, wanted: UUID) -> None:
        """Go to the first row of an item."""
        place = next((at for at, item in enumerate(self._listing.items) if item.item_id == wanted), None)
        if place is not None:
            self.select_seq(place)

    def chosen(self) -> list[ItemRow]:
        """The selected items."""
        return [self._listing.items[seq] for seq in self.selected_seqs()]

    def advance(self) -> None:
        """Go on to the next item."""
        seq = self.current_seq()
        if seq is not None and seq + 1 < len(self._listing.items):
            self.select_seq(seq + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        state = STATE_KEYS.get(event.text().lower()) if plain else None
        if state is not None and self.current_seq() is not None:
            self.marked.emit(state)
        elif plain and event.text().lower() == FOLLOW_UP_KEY and self.current_seq() is not None:
            self.follow_up_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_regions(self, shown: bool) -> None:
        self.setColumnHidden(0, not shown)
        self.header.fill(self.viewport().width())

    def _item_columns(self) -> list[Column]:
        plain = partial(Column, sortable=False)
        return [
            plain("region", self.tr("Wilayah"), lambda row: short_region(row[1].region), 14),
            plain("code", self.tr("Kode"), lambda row: row[1].code, 7),
            plain("text", self.tr("Butir"), lambda row: row[1].text, 8, stretch=True, spoken=_spoken),
            plain("state", self.tr("Status"), _state_text, 23, tone=_tone, symbol=_symbol, tip=_state_tip),
        ]


def _key(item: ItemRow) -> tuple[object, object]:
    return item.item_id, item.region_id


def _state_text(row: Row) -> str:
    item: ItemRow = row[1]
    return item.state_words


def _tone(row: Row) -> Tone:
    return state_look(row[1].state)[0]


def _symbol(row: Row) -> str:
    item: ItemRow = row[1]
    return "triangle-alert" if item.is_late(today()) else state_look(item.state)[1]


def _state_tip(row: Row) -> str:
    item: ItemRow = row[1]
    parts = [
        item.state_words,
        "" if item.as_of is None else medium_date(item.as_of),
        item.institution or "",
        item.note or "",
    ]
    return "\n".join(part for part in parts if part)


def _spoken(row: Row) -> str:
    item: ItemRow = row[1]
    return f"{item.code}. {item.text}. {item.state_words}"
