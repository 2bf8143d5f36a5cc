"""The items that changed between two positions, the worst news first; Enter leads to the item in the matrix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.base.dates import medium_date, numeric_date
from desktop.models import then_and_now as news
from desktop.models.then_and_now import ItemChange
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import LinesAtHand
from desktop.ui.widgets.table import DataTable

_LOOKS = {
    news.WORSE: (Tone.PROBLEM, "chevron-down"),
    news.NOT_READY: (Tone.ATTENTION, "circle-alert"),
    news.WITHDRAWN: (Tone.ATTENTION, "minus"),
    news.OTHER: (Tone.NONE, "pencil"),
    news.BETTER: (Tone.INFO, "chevron-up"),
    news.READY: (Tone.OK, "check"),
    news.ASKED_ANEW: (Tone.NONE, "circle-help"),
    news.ADDED: (Tone.NONE, "plus"),
    news.REMOVED: (Tone.NONE, "x"),
}


class ChangesTable(DataTable):
    """What changed, item by item."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(self._change_columns(), "readiness.changes", memory, parent)
        self._listing = LinesAtHand[ItemChange]()
        self.setAccessibleName(self.tr("Butir yang berubah"))
        self.set_empty_state(
            EmptyState("check", self.tr("Tidak ada butir yang berubah"), self.tr("Pilih posisi lain di atas."))
        )

    def show_changes(self, changes: Sequence[ItemChange]) -> None:
        """Show other changes, from the first on."""
        self._listing = LinesAtHand(changes)
        self.select_seq(None)
        self.set_listing(self._listing)
        self.rows.finish()
        self.select_seq(0 if changes else None)

    def change(self, seq: int) -> ItemChange | None:
        """The change of a row, by its seq."""
        return self._listing.at(seq)

    def _change_columns(self) -> list[Column]:
        plain = partial(Column, sortable=False)
        return [
            plain("kind", self.tr("Kabar"), lambda row: row[1].kind.words, 19, tone=_tone, symbol=_symbol),
            plain("region", self.tr("Wilayah"), lambda row: short_region(row[1].region), 14),
            plain("text", self.tr("Butir"), _item, 26, stretch=True, spoken=_spoken, tip=_tip),
            plain("then", self.tr("Dulu"), lambda row: row[1].then, 19),
            plain("now", self.tr("Kini"), lambda row: row[1].now, 17),
            plain("institution", self.tr("Pelapor"), lambda row: row[1].institution or "", 14),
            plain("as_of", self.tr("Posisi data"), _day, 10, value=lambda row: row[1].as_of),
        ]


def _item(row: Row) -> str:
    return f"{row[1].code} {row[1].text}"


def _tone(row: Row) -> Tone:
    return _LOOKS[row[1].kind][0]


def _symbol(row: Row) -> str:
    return _LOOKS[row[1].kind][1]


def _day(row: Row) -> str:
    return numeric_date(row[1].as_of) if row[1].as_of else ""


def _spoken(row: Row) -> str:
    one: ItemChange = row[1]
    return f"{one.code}. {one.text}. {one.then} → {one.now}".removesuffix(" → ")


def _tip(row: Row) -> str:
    one: ItemChange = row[1]
    told = (one.institution or "", medium_date(one.as_of) if one.as_of else "")
    return "\n".join(part for part in (f"{one.code} {one.text}", one.category, *told) if part)
