"""The regions of a day: one key says how one or many of them are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.dates import clock_text
from desktop.models.queries.situation import RegionState
from desktop.models.words import SITUATIONS
from desktop.ui.colours import Tone
from desktop.ui.issues.looks import SITUATION_LOOKS
from desktop.ui.memory import Memory
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable

STATE_KEYS: dict[str, str | None] = {"0": None, "1": "kondusif", "2": "perhatian", "3": "gangguan"}
"""Which key says how a region is; None: nobody reported."""


class RegionsTable(DataTable):
    """state_wanted(state | None): a state's key was pressed for the chosen regions."""

    state_wanted = Signal(object)

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(_columns(), "issues.regions", memory, parent)
        self._rows_at_hand = RowsAtHand()
        self.setAccessibleName(self.tr("Keadaan wilayah"))
        self.set_empty_state(
            EmptyState(
                "map-pin", self.tr("Topik ini belum mempunyai wilayah"),
                self.tr("Wilayah yang ikut serta menjadi baris di sini."),
            )
        )  # fmt: skip

    def show_regions(self, regions: Sequence[RegionState]) -> None:
        """Show regions; where they are those shown already, only their cells are drawn anew."""
        rows = [(number, one) for number, one in enumerate(regions, start=1)]
        same = [one.region_id for one in self.all()] == [one.region_id for one in regions]
        self._rows_at_hand.replace(rows)
        if same:
            self.refresh_rows([number for number, _ in rows])
            return
        self.set_listing(self._rows_at_hand)
        self.rows.finish()
        self.select_seq(1 if rows else None)

    def all(self) -> list[RegionState]:
        """The regions shown."""
        return [one for _, one in self._rows_at_hand.all()]

    def current(self) -> RegionState | None:
        """The region the keyboard is at."""
        return self._at(self.current_seq())

    def chosen(self) -> list[RegionState]:
        """The selected regions."""
        return [one for one in map(self._at, self.selected_seqs()) if one is not None]

    def advance(self) -> None:
        """Go on to the next region."""
        seq = self.current_seq()
        if self._at(seq + 1 if seq is not None else None) is not None:
            self.select_seq((seq or 0) + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text() in STATE_KEYS and self.current_seq() is not None:
            self.state_wanted.emit(STATE_KEYS[event.text()])
        else:
            super().keyPressEvent(event)

    def _at(self, seq: int | None) -> RegionState | None:
        rows = self._rows_at_hand.rows([seq]) if seq is not None else []
        return rows[0][1] if rows else None


def hint(one: RegionState) -> str:
    """Why a region stands there as it does; "" where it was reported and nothing speaks against it."""
    if one.noted is None and one.happened is None:
        return _tr("Belum ada laporan: tekan 1, 2, atau 3.")
    if one.noted is None:
        return _tr("Mengikuti kejadian terberat hari itu.")
    if one.is_heavier and one.happened:
        words = SITUATIONS[one.happened].lower()
        return _tr("Ada kejadian yang dinilai {state}; periksa keadaannya.").format(state=words)
    return ""


def _columns() -> list[Column]:
    return [
        Column("region", _tr("Wilayah"), _name, 14, stretch=True, sortable=False),
        Column(
            "state", _tr("Keadaan"), lambda row: SITUATION_LOOKS[_of(row).state].text, 19, sortable=False,
            tone=lambda row: SITUATION_LOOKS[_of(row).state].tone,
            symbol=lambda row: SITUATION_LOOKS[_of(row).state].symbol, tip=_tip, spoken=_tip,
        ),
        Column("clock", _tr("Pukul"), _clock, 6, sortable=False),
        Column(
            "events", _tr("Kejadian"), lambda row: str(_of(row).events or ""), 9, sortable=False, tip=_tip,
            tone=lambda row: Tone.ATTENTION if _of(row).is_heavier else None, symbol=lambda _row: "triangle-alert",
        ),
    ]  # fmt: skip


def _of(row: Row) -> RegionState:
    found: RegionState = row[1]
    return found


def _name(row: Row) -> str:
    return short_region(_of(row).region)


def _clock(row: Row) -> str:
    clock = _of(row).reported_at
    return "" if clock is None else clock_text(clock, None)


def _tip(row: Row) -> str:
    one = _of(row)
    parts = (SITUATION_LOOKS[one.state].text, hint(one), one.institution or one.source, one.note)
    return "\n".join(filter(None, parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegionsTable", text)
