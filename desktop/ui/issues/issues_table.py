"""The table of problems and news, in which one key says how far one or many are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import clock_text, long_date
from desktop.models.queries.issues import ISSUE_LIST
from desktop.models.words import ISSUE_KINDS, ISSUE_STATES, SITUATIONS
from desktop.ui.issues.looks import ISSUE_LOOKS, SITUATION_LOOKS, when_words
from desktop.ui.memory import Memory
from desktop.ui.readiness.wording import short_region
from desktop.ui.widgets.columns import Column, Row, cell
from desktop.ui.widgets.table import DataTable

FOLLOW_UP_KEY = "l"
"""Makes a follow-up of a problem."""
STATE_KEYS = {"t": "terbuka", "d": "ditangani", "s": "selesai"}
"""Which key says how far something is."""
_AT = {name: place for place, name in enumerate(ISSUE_LIST.names)}


class IssuesTable(DataTable):
    """state_wanted(state): T, D or S was pressed for the chosen ones. removal_wanted(): Delete.
    follow_up_wanted(): L, for the current one.
    """

    state_wanted = Signal(str)
    follow_up_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(_shown_columns(), "issues", memory, parent)
        self.setAccessibleName(self.tr("Daftar kendala dan perkembangan"))
        self.show_topics(shown=False)

    def show_topics(self, *, shown: bool) -> None:
        """Say of each entry which topic it is of, instead of what it made of its region: of all topics at once."""
        self.header.leave_out({"situation" if shown else "topic"})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        state = STATE_KEYS.get(event.text().lower()) if plain else None
        if state is not None and self.current_seq() is not None:
            self.state_wanted.emit(state)
        elif plain and event.text().lower() == FOLLOW_UP_KEY and self.current_seq() is not None:
            self.follow_up_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_Delete and self.current_seq() is not None:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


def file_columns() -> list[Column]:
    """What a file gets: everything that is known of each, the day and the time as such."""
    return [
        Column("day", _tr("Tanggal"), lambda row: long_date(_day(row)), 14, value=lambda row: _day(row)),
        Column("clock", _tr("Pukul"), _clock_words, 8),
        Column("kind", _tr("Jenis"), _of("kind", ISSUE_KINDS.__getitem__), 14),
        Column("region", _tr("Wilayah"), _of("region"), 24),
        Column("field", _tr("Bidang"), _of("field"), 18),
        Column("text", _tr("Uraian"), _of("text"), 40),
        Column("source", _tr("Sumber"), lambda row: _get(row, "institution") or _get(row, "source") or "", 22),
        Column("handling", _tr("Penanganan"), _of("handling"), 30),
        Column("situation", _tr("Keadaan wilayah"), _of("situation", SITUATIONS.__getitem__), 16),
        Column("state", _tr("Status"), _of("state", ISSUE_STATES.__getitem__), 12),
    ]


def _shown_columns() -> list[Column]:
    return [
        Column("time", _tr("Waktu"), lambda row: when_words(_day(row), _clock(row), today()), 11, tip=_when_tip),
        Column("region", _tr("Wilayah"), _of("region", short_region), 14, sortable=False, tip=_of("region")),
        Column("text", _tr("Uraian"), _text, 20, stretch=True, sortable=False, tip=_whole, spoken=_whole),
        Column(
            "state", _tr("Status"), lambda row: ISSUE_LOOKS[_get(row, "state")].text, 13, sortable=False,
            tone=lambda row: ISSUE_LOOKS[_get(row, "state")].tone,
            symbol=lambda row: ISSUE_LOOKS[_get(row, "state")].symbol,
        ),
        Column(
            "situation", _tr("Keadaan"), lambda row: SITUATION_LOOKS[_told(row)].text if _told(row) else "", 17,
            sortable=False, tone=lambda row: SITUATION_LOOKS[_told(row)].tone if _told(row) else None,
            symbol=lambda row: SITUATION_LOOKS[_told(row)].symbol,
        ),
        Column("topic", _tr("Topik"), _of("topic"), 17, sortable=False, tip=_of("topic")),
    ]  # fmt: skip


def _get(row: Row, name: str) -> Any:
    return row[_AT[name]]


def _of(name: str, show: Callable[[Any], str] = str) -> Callable[[Row], str]:
    return cell(_AT[name], show)


def _day(row: Row) -> date:
    return date.fromisoformat(_get(row, "happened_on"))


def _clock(row: Row) -> time | None:
    text = _get(row, "happened_at")
    return time.fromisoformat(text) if text else None


def _clock_words(row: Row) -> str:
    clock = _clock(row)
    return "" if clock is None else clock_text(clock, None)


def _text(row: Row) -> str:
    """The field and what happened, in a line."""
    words = " ".join(_get(row, "text").split())
    return f"{_get(row, 'field')} · {words}" if _get(row, "field") else words


def _told(row: Row) -> str | None:
    """What it made of its region, where that is worth a word."""
    situation = _get(row, "situation")
    return None if situation == "kondusif" else situation


def _when_tip(row: Row) -> str:
    clock = _clock_words(row)
    return f"{long_date(_day(row))}, {clock}" if clock else long_date(_day(row))


def _whole(row: Row) -> str:
    """Everything that is told of it, as the list has no room for it."""
    told_by = _get(row, "institution") or _get(row, "source")
    parts = [f"{ISSUE_KINDS[_get(row, 'kind')]}: {_get(row, 'text')}"]
    if _get(row, "handling"):
        parts.append(_tr("Penanganan: {text}").format(text=_get(row, "handling")))
    if told_by:
        parts.append(_tr("Sumber: {text}").format(text=told_by))
    return "\n".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("IssuesTable", text)
