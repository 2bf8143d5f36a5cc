"""The table of Isi Laporan: an item in a region a line; states by keys, notes by typing, values after Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.base.dates import brief_date, medium_date
from desktop.services.readiness_values import goal_of, value_words
from desktop.services.readiness_words import beyond_words, reasons
from desktop.ui.colours import Tone
from desktop.ui.memory import Memory
from desktop.ui.readiness.entry.lines import BY_INSTITUTION, BY_ITEM, Line
from desktop.ui.readiness.items_table import STATE_KEYS, state_tone
from desktop.ui.readiness.wording import short_need, short_region, state_look
from desktop.ui.widgets.columns import Column, Row
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rows_at_hand import LinesAtHand
from desktop.ui.widgets.shortcuts import CTRL_ENTER, on_keys
from desktop.ui.widgets.table import DataTable

_VALUE = "value"
_VALUE_LETTERS = 24  # there is room for "1.200 dari 1.867 TPS" while it is typed


class EntryTable(DataTable):
    """Its keys, as signals; they are meant for the chosen lines, the last three for the current one.

    marked(state)          0, 1, 2, 3 or N
    paste_wanted()         Ctrl+V
    value_wanted()         Enter, F2 or a double click
    note_wanted(letters)   Space, or a letter the note begins with
    evidence_wanted()      Ctrl+Enter
    number_begun()         a digit that is no state: numbers are typed after Enter
    """

    marked = Signal(str)
    paste_wanted = Signal()
    value_wanted = Signal()
    note_wanted = Signal(str)
    evidence_wanted = Signal()
    number_begun = Signal()

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(self._entry_columns(), "readiness.entry", memory, parent)
        self._listing = LinesAtHand[Line]()
        self.setAccessibleName(self.tr("Laporan yang diisi"))
        self.opened.connect(lambda _seq: self.value_wanted.emit())
        on_keys(self, CTRL_ENTER, self.evidence_wanted.emit, Qt.ShortcutContext.WidgetShortcut)

    def show_lines(self, lines: Sequence[Line], walk: str, *, filtered: bool = False) -> None:
        """Show lines; where they are those shown already, only what differs is repainted.

        `filtered`: there are more of them, which a filter leaves out.
        """
        if not lines:
            self._say_nothing(filtered=filtered)
        before = self._listing.lines
        if [line.place for line in lines] == [line.place for line in before]:
            changed = [place for place, line in enumerate(lines) if line != before[place]]
            self._listing.lines[:] = lines
            self.refresh_rows(changed)
            return
        kept = self.line(self.current_seq())
        self._listing = LinesAtHand(lines)
        self.header.leave_out({BY_ITEM: ("code", "text"), BY_INSTITUTION: ()}.get(walk, ("region",)))
        self.select_seq(None)
        self.set_listing(self._listing)
        self.rows.finish()
        same = next((at for at, line in enumerate(lines) if kept and line.place == kept.place), 0)
        self.select_seq(same if lines else None)

    def go_to(self, item: object) -> None:
        """Go to the first line of an item; where there is none the keyboard stays."""
        place = next((at for at, line in enumerate(self._listing.lines) if line.item.item_id == item), None)
        if place is not None:
            self.select_seq(place)

    def line(self, seq: int | None) -> Line | None:
        """The line of a row, by its seq."""
        return self._listing.at(seq)

    def lines(self) -> list[Line]:
        """All lines shown, in their order."""
        return list(self._listing.lines)

    def current(self) -> Line | None:
        """The line the keyboard is at."""
        return self.line(self.current_seq())

    def chosen(self) -> list[Line]:
        """The selected lines."""
        return [self._listing.lines[seq] for seq in self.selected_seqs()]

    def advance(self) -> bool:
        """Go on to the next line; False at the last."""
        seq = self.current_seq()
        if seq is None or seq + 1 >= len(self._listing.lines):
            return False
        self.select_seq(seq + 1)
        return True

    def room_of(self, what: str) -> QRect:
        """Where something of the current line is typed: its value in its cell, a note over the rest of the row."""
        row = self.currentIndex().row()
        keys = [column.key for column in self.rows.columns]
        if what == _VALUE:
            room = self.visualRect(self.rows.index(row, keys.index(_VALUE)))
            return room.adjusted(
                0, 0, max(0, _VALUE_LETTERS * self.fontMetrics().averageCharWidth() - room.width()), 0
            )
        whole = self.visualRect(self.rows.index(row, self.header.shown()[1]))
        whole.setRight(self.viewport().width() - 1)
        return whole

    def event(self, event: QEvent) -> bool:
        # Letters are typed here, also those that are a shortcut of the window's menu or of a neighbour.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _typed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words = _typed(event) if self.current_seq() is not None else ""
        state = STATE_KEYS.get(words.lower())
        if state is not None:
            self.marked.emit(state)
        elif words == " " or words.isalpha() or (words in '“"(' and words):
            self.note_wanted.emit(words.strip())
        elif words:
            self.number_begun.emit()  # and Qt shall not look for a row that begins so
        elif event.key() == Qt.Key.Key_F2 and self.current_seq() is not None:
            self.value_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _say_nothing(self, *, filtered: bool) -> None:
        words = (
            (
                self.tr("Tidak ada butir dengan saringan ini"),
                self.tr("Pilih saringan Semua untuk melihat yang lain."),
            )
            if filtered
            else (
                self.tr("Tidak ada yang ditanyakan di sini"),
                self.tr("Butir kesiapan disusun di tab Daftar Periksa."),
            )
        )
        self.set_empty_state(EmptyState("clipboard-check", *words))

    def _entry_columns(self) -> list[Column]:
        plain = partial(Column, sortable=False)
        return [
            plain("code", self.tr("Kode"), lambda row: row[1].item.code, 7),
            plain("text", self.tr("Butir"), lambda row: row[1].item.text, 12, stretch=True, spoken=_spoken,
                  tip=lambda row: row[1].item.text),
            plain("region", self.tr("Wilayah"), self._region_words, 14, stretch=True, tone=_region_tone,
                  symbol=_region_symbol, tip=self._region_words),
            plain("need", self.tr("Kebutuhan"), lambda row: short_need(row[1].item), 11,
                  tip=lambda row: short_need(row[1].item)),
            plain("state", self.tr("Status"), lambda row: row[1].item.state_words, 21, tone=_tone, symbol=_symbol,
                  tip=_state_tip),
            plain(_VALUE, self.tr("Capaian"), _value_text, 10, tone=_value_tone, tip=_value_tip),
            plain("day", self.tr("Posisi, sumber"), _day_text, 15, tone=_day_tone, symbol=_day_symbol,
                  tip=self._day_tip),
        ]  # fmt: skip

    def _region_words(self, row: Row) -> str:
        line: Line = row[1]
        if not line.whole:
            return short_region(line.item.region)
        name = short_region(line.item.region.removeprefix("Provinsi "))
        return self.tr("{region} (angka keseluruhan)").format(region=name)

    def _day_tip(self, row: Row) -> str:
        line: Line = row[1]
        if line.item.as_of is None:
            return ""
        told = self.tr("Posisi data {day}").format(day=medium_date(line.item.as_of))
        told = " · ".join(filter(None, (told, line.item.institution, line.item.source)))
        if not line.item.needs_confirmation(today()):
            return told
        return self.tr("{told}. Sudah lama: perlu dikonfirmasi.").format(told=told)


def _typed(event: QKeyEvent) -> str:
    """The letter or digit typed, "" for a key that is none."""
    plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    words = event.text()
    return words if not event.modifiers() & ~plain and words.isprintable() else ""


def _region_tone(row: Row) -> Tone | None:
    return Tone.INFO if row[1].whole else None


def _region_symbol(row: Row) -> str:
    return "landmark" if row[1].whole else ""


def _tone(row: Row) -> Tone:
    return state_tone(row[1].item, today())


def _symbol(row: Row) -> str:
    line: Line = row[1]
    return "triangle-alert" if line.item.is_late(today()) else state_look(line.item.state)[1]


def _state_tip(row: Row) -> str:
    item = row[1].item
    return "\n".join(filter(None, (*reasons(item, today()), item.institution, item.note)))


def _value_text(row: Row) -> str:
    item = row[1].item
    return value_words(item.value, item.measure, item.value_text, goal_of(item))


def _value_tone(row: Row) -> Tone | None:
    return Tone.ATTENTION if beyond_words(row[1].item) else None


def _value_tip(row: Row) -> str:
    return "\n".join(filter(None, (_value_text(row), beyond_words(row[1].item))))


def _day_text(row: Row) -> str:
    day = row[1].item.as_of
    if day is None:
        return ""
    return " · ".join(filter(None, (brief_date(day, today()), row[1].item.source or row[1].item.institution)))


def _day_tone(row: Row) -> Tone | None:
    return Tone.ATTENTION if row[1].item.needs_confirmation(today()) else None


def _day_symbol(row: Row) -> str:
    return "clock" if row[1].item.needs_confirmation(today()) else ""


def _spoken(row: Row) -> str:
    item = row[1].item
    return f"{item.code}. {item.text}. {'; '.join(reasons(item, today()))}"
