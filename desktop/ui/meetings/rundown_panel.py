"""Susunan acara: what the MC announces, with times that follow from the lengths."""

from __future__ import annotations

from datetime import time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.base.dates import clock_text, parse_time
from desktop.base.durations import length_words, parse_minutes
from desktop.models.journal import ChangeSet
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.rundown import RundownRow, clock_times, rundown
from desktop.services.rundown import (
    add_rundown_lines,
    delete_rundown_line,
    move_rundown_line,
    start_from_usual,
    update_rundown_line,
)
from desktop.ui import theme
from desktop.ui.meetings.lines_field import LinesField
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.cell_delegates import CellDelegate
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.text import plain_label, set_tip

_TIME, _TITLE, _OFFICER, _MINUTES = 1, 2, 3, 4


class RundownPanel(Card):
    """Type a line and press Enter; F2 edits, Alt+↑/↓ or the mouse moves, Delete removes.

    agenda_wanted()      back to the agenda
    print_wanted(str)    its paper is wanted ("rundown")
    """

    agenda_wanted = Signal()
    print_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Susunan acara"), parent)
        self._session = session
        self._meeting: UUID | None = None
        self._times: dict[UUID, str] = {}
        self._total = plain_label(role="muted")
        self.back = button(self.tr("Acara"), "list-checks", kind="quiet")
        set_tip(self.back, self.tr("Kembali ke acara rapat (F7)"))
        self.print_button = icon_button("printer", self.tr("Cetak susunan acara"))
        self.tools.addWidget(self._total)
        self.tools.addWidget(self.print_button)
        self.tools.addWidget(self.back)

        # Table
        self.model = RecordModel[RundownRow](self._columns(), self)
        self.table = RecordTable(self.model, self.tr("Susunan acara"))
        self.table.allow_dragging()
        names = {
            _TIME: self.tr("Waktu mulai"),
            _TITLE: self.tr("Acara"),
            _OFFICER: self.tr("Petugas"),
            _MINUTES: self.tr("Menit"),
        }
        for column, name in names.items():
            self.table.setItemDelegateForColumn(column, CellDelegate(name, self.table))
        self.empty = EmptyState(
            "list-checks",
            self.tr("Belum ada susunan acara"),
            self.tr("Untuk pembawa acara, terpisah dari acara rapat: lagu, doa, sambutan."),
            self.tr("Mulai dari pola"),
        )
        self.table.set_empty_state(self.empty)

        # Line
        self.line = LinesField(self.tr("Tulis satu baris susunan acara, lalu Enter"))
        self.line.setAccessibleName(self.tr("Susunan acara baru"))
        self.body.setSpacing(theme.current().unit * 2)
        self.body.addWidget(self.line)
        self.body.addWidget(self.table, 1)

        # Wire
        self.back.clicked.connect(self.agenda_wanted)
        self.print_button.clicked.connect(self._print)
        self.empty.wanted.connect(self._start_from_usual)
        self.line.returnPressed.connect(self._add_typed)
        self.line.pasted.connect(self._add)
        self.model.change_wanted.connect(self._change)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)

    def show_meeting(self, meeting: UUID) -> None:
        """Show the order of ceremony of a meeting."""
        self._meeting = meeting
        self.line.clear()
        self.reload()

    def reload(self) -> None:
        """Bring the lines anew; their times follow the meeting's start."""
        if self._meeting is None:
            return
        rows = rundown(self._session.store, self._meeting)
        head = meeting_head(self._session.store, self._meeting)
        spans = clock_times(rows, head.starts_at if head else None)
        self._times = {row.id: _span_words(start, end) for row, (start, end) in zip(rows, spans, strict=True)}
        self.model.set_records(rows)
        self.table.viewport().update()  # a line's time may be another although the line is the same
        minutes = sum(row.planned_minutes or 0 for row in rows)
        self._total.setText(self.tr("Seluruhnya {length}").format(length=length_words(minutes)) if minutes else "")

    def _columns(self) -> list[RecordColumn[RundownRow]]:
        return [
            RecordColumn(self.tr("No"), None, width=3, right=True),
            RecordColumn(
                self.tr("Waktu"),
                lambda row: self._times.get(row.id, ""),
                width=11,
                field="starts_at",
                edit=lambda row: f"{row.starts_at:%H.%M}" if row.starts_at else "",
                tip=lambda _row: self.tr("Mengikuti waktu mulai dan lamanya; isi hanya bila harus tepat."),
            ),
            RecordColumn(
                self.tr("Acara"),
                lambda row: row.title,
                width=22,
                stretch=True,
                field="title",
                edit=lambda row: row.title,
            ),
            RecordColumn(
                self.tr("Petugas"),
                lambda row: row.officer or "",
                width=18,
                field="officer",
                edit=lambda row: row.officer or "",
            ),
            RecordColumn(
                self.tr("Menit"),
                lambda row: str(row.planned_minutes or ""),
                width=5,
                right=True,
                field="planned_minutes",
                edit=lambda row: str(row.planned_minutes or ""),
            ),
        ]

    @Slot()
    def _add_typed(self) -> None:
        if self.line.value() and self._add([self.line.value()]):
            self.line.clear()

    @Slot(list)
    def _add(self, titles: list[str]) -> bool:
        meeting = self._meeting
        if meeting is None:
            return False
        done = self._session.run(lambda: add_rundown_lines(self._session.desk, meeting, titles))
        if done:
            self.table.go_to_row(self.model.rowCount() - 1)
        return done

    @Slot()
    def _start_from_usual(self) -> None:
        meeting = self._meeting
        if meeting is not None:
            told = self.tr("Susunan acara dimulai dari pola; ubah seperlunya.")
            if self._session.run(lambda: start_from_usual(self._session.desk, meeting), told=told):
                self.table.setFocus()
                self.table.go_to_row(0)

    @Slot(object, str, object)
    def _change(self, line: UUID, field: str, value: object) -> None:
        def deed() -> ChangeSet:
            kept: Any = str(value)
            if field == "planned_minutes":
                kept = parse_minutes(kept)
            elif field == "starts_at":
                kept = parse_time(kept, field) if kept.strip() else None
            return update_rundown_line(self._session.desk, line, **{field: kept})

        self._session.run(deed)

    @Slot(object, int)
    def _move(self, line: UUID, to: int) -> None:
        self._session.run(lambda: move_rundown_line(self._session.desk, line, to))

    @Slot()
    def _print(self) -> None:
        self.print_wanted.emit("rundown")

    @Slot()
    def _remove(self) -> None:
        row = self.table.currentIndex().row()
        line = self.model.record(row)
        told = self.tr("Baris dihapus: {title}").format(title=line.title)
        if self._session.run(lambda: delete_rundown_line(self._session.desk, line.id), told=told):
            self.table.go_to_row(min(row, self.model.rowCount() - 1))


def _span_words(start: time | None, end: time | None) -> str:
    """`09.00–09.15` without the zone, which stands in the headline."""
    return "–".join(clock_text(clock, None) for clock in (start, end) if clock is not None)
