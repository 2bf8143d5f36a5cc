"""What has no end yet in a topic: one key gives one or many rows theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.dates import short_date
from desktop.models.queries.closing import OpenItem
from desktop.models.words import OPEN_ITEM_KINDS
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable

END_KEYS = {"s": "selesai", "t": "dihentikan", "a": "dialihkan"}
"""Which key gives which end."""
_SYMBOLS = {
    "tindak_lanjut": "list-checks",
    "kendala": "message-square-text",
    "arahan": "circle-help",
    "notula": "file-text",
    "formulir": "inbox",
}


class OpenItemsTable(DataTable):
    """end_wanted(how): the key of an end was pressed for the chosen rows."""

    end_wanted = Signal(str)

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(_columns(), "topics.closing", memory, parent)
        self._items: dict[int, OpenItem] = {}
        self._numbers: dict[tuple[str, UUID], int] = {}  # a row keeps its number while the dialog is open
        self._at_hand = RowsAtHand()
        self.setAccessibleName(self.tr("Yang belum punya akhir"))
        self.set_empty_state(
            EmptyState(
                "circle-check", self.tr("Semua butir sudah punya akhir"),
                self.tr("Tulis catatan penutupan, lalu tutup topiknya."),
            )
        )  # fmt: skip

    def show_items(self, items: Sequence[OpenItem], left: Mapping[UUID, str]) -> None:
        """Show what is open; `left` are the reasons for leaving minutes and forms as they are."""
        row = self.currentIndex().row()
        numbered = [(self._numbers.setdefault(one.key, len(self._numbers) + 1), one) for one in items]
        self._items = dict(numbered)
        rows = [(number, one, left.get(one.id, "")) for number, one in numbered]
        if self._at_hand.replace(rows):
            self.refresh_rows([number for number, *_ in rows])
            return
        self.set_listing(self._at_hand)
        self.rows.finish()
        if rows and self.current_seq() not in self._items:
            self.select_seq(rows[min(max(row, 0), len(rows) - 1)][0])

    def chosen(self) -> list[OpenItem]:
        """The selected rows."""
        return [self._items[seq] for seq in self.selected_seqs() if seq in self._items]

    def item(self, seq: int) -> OpenItem | None:
        """The row of that number."""
        return self._items.get(seq)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().lower() in END_KEYS and self.selected_seqs():
            self.end_wanted.emit(END_KEYS[event.text().lower()])
        else:
            super().keyPressEvent(event)


def _columns() -> list[Column]:
    return [
        Column(
            "kind", _tr("Jenis"), lambda row: OPEN_ITEM_KINDS[_of(row).kind], 17, sortable=False,
            tone=lambda row: Tone.NONE if row[2] else Tone.ATTENTION, symbol=lambda row: _SYMBOLS[_of(row).kind],
        ),
        Column("text", _tr("Uraian"), _text, 24, stretch=True, sortable=False),
        Column("who", _tr("Untuk / wilayah"), _who, 22, sortable=False),
        Column("on", _tr("Tanggal"), _day, 16, sortable=False),
        Column("state", _tr("Keadaan"), _state, 27, sortable=False),
    ]  # fmt: skip


def _of(row: Row) -> OpenItem:
    found: OpenItem = row[1]
    return found


def _text(row: Row) -> str:
    return " ".join(_of(row).text.split())


def _who(row: Row) -> str:
    """To whom or where; what is said there of minutes is how far they are."""
    one = _of(row)
    return "" if one.kind == "notula" else short_region(one.who)


def _day(row: Row) -> str:
    day = _of(row).on
    return short_date(day) if day else ""


def _state(row: Row) -> str:
    one = _of(row)
    if row[2]:
        return _tr("Dibiarkan: {reason}").format(reason=row[2])
    if one.kind == "tindak_lanjut" and one.parts > 1:
        return _tr("{done} dari {all} selesai").format(done=one.done, all=one.parts)
    if one.asks:
        return _tr("Menunggu arahan pimpinan")
    if one.kind == "formulir":
        return _tr("Belum kembali")
    return _tr("{state}, belum ditandatangani").format(state=one.who) if one.kind == "notula" else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenItemsTable", text)
