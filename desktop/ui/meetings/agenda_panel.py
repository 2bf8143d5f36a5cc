"""Acara: the points of the agenda, written line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.base.dates import clock_text, parse_time
from desktop.base.durations import length_words, parse_minutes
from desktop.models.journal import ChangeSet
from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.discussion import AgendaRow, agenda
from desktop.models.queries.records import fields_of
from desktop.services.agenda import (
    add_agenda_item,
    add_agenda_items,
    delete_agenda_item,
    move_agenda_item,
    update_agenda_item,
)
from desktop.services.agenda_times import minutes_between
from desktop.ui.colours import Tone
from desktop.ui.imports.source import ImportSource
from desktop.ui.meetings import choices
from desktop.ui.meetings.lines_field import LinesField
from desktop.ui.session import Session
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.cell_delegates import CellDelegate, PickerDelegate
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import Choice
from desktop.ui.widgets.record_model import RecordColumn, RecordModel
from desktop.ui.widgets.record_table import RecordTable
from desktop.ui.widgets.text import plain_label, set_tip

_TITLE, _PRESENTER, _MINUTES, _START, _END = 1, 2, 3, 4, 5
_TIMES = ("started_at", "ended_at")


class AgendaPanel(Card):
    """Type a point and press Enter; F2 edits, Alt+↑/↓ or the mouse moves, Delete removes.

    rundown_wanted()    the order of ceremony is wanted in this place
    """

    rundown_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Acara"))
        self._session = session
        self._meeting: UUID | None = None
        self._seats: dict[UUID, ParticipantRow] = {}
        self._total = plain_label(role="muted")
        self.beyond = Badge()
        self.tools.addWidget(self._total)
        self.tools.addWidget(self.beyond)
        self.rundown_button = button(self.tr("Susunan acara"), "list-checks", kind="quiet")
        set_tip(self.rundown_button, self.tr("Susunan acara untuk pembawa acara (F7)"))
        self.rundown_button.clicked.connect(self.rundown_wanted)
        self.tools.addWidget(self.rundown_button)

        # Table
        self.model = RecordModel[AgendaRow](self._columns(), self)
        self.table = RecordTable(self.model, self.tr("Daftar acara"))
        self.table.allow_dragging()
        self.table.setItemDelegateForColumn(_TITLE, CellDelegate(self.tr("Acara"), self.table))
        presenter = PickerDelegate(choices.seats(self._all_seats), self._presenter, self.tr("Penyaji"), self.table)
        self.table.setItemDelegateForColumn(_PRESENTER, presenter)
        self.table.setItemDelegateForColumn(_MINUTES, CellDelegate(self.tr("Menit"), self.table))
        self.table.setItemDelegateForColumn(_START, CellDelegate(self.tr("Mulai"), self.table))
        self.table.setItemDelegateForColumn(_END, CellDelegate(self.tr("Selesai"), self.table))
        self.table.set_empty_state(
            EmptyState(
                "list-checks",
                self.tr("Belum ada acara"),
                self.tr("Tulis satu acara di atas, lalu Enter. Seterusnya baris demi baris."),
            )
        )

        # Line
        self.imports = ImportSource(session, "agenda", self, self.table)
        self.tools.addWidget(self.imports.make_icon(self.tr("Impor acara")))
        self.line = LinesField(self.tr("Tulis acara, lalu Enter; beberapa baris dapat ditempel sekaligus"))
        self.line.setAccessibleName(self.tr("Acara baru"))
        self.body.addWidget(self.line)
        self.body.addWidget(self.table, 1)

        # Wire
        self.line.returnPressed.connect(self._add)
        self.line.pasted.connect(self._add_all)
        self.model.change_wanted.connect(self._change)
        self.table.move_wanted.connect(self._move)
        self.table.remove_wanted.connect(self._remove)

    def show_meeting(self, meeting: UUID, seats: Sequence[ParticipantRow]) -> None:
        """Show the agenda of a meeting; `seats` are those who may present."""
        self._meeting = self.imports.meeting = meeting
        self.line.clear()
        self.show_seats(seats)

    def show_seats(self, seats: Sequence[ParticipantRow]) -> None:
        """Take over who sits in the meeting."""
        self._seats = {seat.id: seat for seat in seats}
        self.reload()

    def total(self) -> str:
        """How long the whole agenda takes, as it is shown."""
        return self._total.text()

    def reload(self) -> None:
        """Bring the agenda anew."""
        if self._meeting is None:
            return
        rows = agenda(self._session.store, self._meeting)
        self.model.set_records(rows)
        timed = any(row.started_at or row.ended_at for row in rows)
        for column in (_START, _END):
            self.table.setColumnHidden(column, not timed)
        minutes = sum(row.planned_minutes or 0 for row in rows)
        self._show_beyond(minutes)
        self._total.setText(self.tr("Seluruhnya {length}").format(length=length_words(minutes)) if minutes else "")

    def _show_beyond(self, minutes: int) -> None:
        """Say in words and colour when the agenda takes longer than the meeting."""
        values = fields_of(self._session.store, "meeting", self._meeting) if self._meeting else None
        start, end = (values["starts_at"], values["ends_at"]) if values else (None, None)
        over = minutes - minutes_between(start, end) if start and end else 0
        self.beyond.setVisible(over > 0)
        words = self.tr("Lebih {length} dari waktu rapat").format(length=length_words(over)) if over > 0 else ""
        self.beyond.set_state(words, Tone.ATTENTION)

    def _columns(self) -> list[RecordColumn[AgendaRow]]:
        return [
            RecordColumn(self.tr("No"), None, width=3, right=True),
            RecordColumn(
                self.tr("Acara"),
                lambda row: row.title,
                width=26,
                stretch=True,
                field="title",
                edit=lambda row: row.title,
            ),
            RecordColumn(
                self.tr("Penyaji"),
                self._presenter_name,
                width=18,
                field="presenter_id",
                edit=lambda row: row.presenter_id,
            ),
            RecordColumn(
                self.tr("Menit"),
                lambda row: str(row.planned_minutes or ""),
                width=5,
                right=True,
                field="planned_minutes",
                edit=lambda row: str(row.planned_minutes or ""),
            ),
            RecordColumn(
                self.tr("Mulai"),
                lambda row: _clock(row.started_at),
                width=6,
                field="started_at",
                edit=lambda row: _clock(row.started_at),
            ),
            RecordColumn(
                self.tr("Selesai"),
                lambda row: _clock(row.ended_at),
                width=6,
                field="ended_at",
                edit=lambda row: _clock(row.ended_at),
            ),
        ]

    def _presenter_name(self, row: AgendaRow) -> str:
        seat = self._seats.get(row.presenter_id) if row.presenter_id else None
        return choices.seat_choice(seat).label if seat else ""

    def _presenter(self, row: int) -> Choice | None:
        presenter = self.model.record(row).presenter_id
        seat = self._seats.get(presenter) if presenter else None
        return choices.seat_choice(seat) if seat else None

    def _all_seats(self) -> list[ParticipantRow]:
        return list(self._seats.values())

    @Slot()
    def _add(self) -> None:
        meeting, title = self._meeting, self.line.value()
        if meeting is None or not title:
            return
        done = self._session.make(lambda: add_agenda_item(self._session.desk, meeting, title=title))
        if done is not None:
            self.line.clear()
            self.table.go_to_row(self.model.row_of(done[0]))

    @Slot(list)
    def _add_all(self, titles: list[str]) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        told = self.tr("{count} acara ditambahkan").format(count=len(titles))
        if self._session.run(lambda: add_agenda_items(self._session.desk, meeting, titles), told=told):
            self.table.go_to_row(self.model.rowCount() - 1)

    @Slot(object, str, object)
    def _change(self, item: UUID, field: str, value: object) -> None:
        def deed() -> ChangeSet:
            kept: Any = parse_minutes(str(value)) if field == "planned_minutes" else value
            if field in _TIMES:
                kept = parse_time(str(value), field) if str(value).strip() else None
            return update_agenda_item(self._session.desk, item, **{field: kept})

        self._session.run(deed)

    @Slot(object, int)
    def _move(self, item: UUID, to: int) -> None:
        self._session.run(lambda: move_agenda_item(self._session.desk, item, to))

    @Slot()
    def _remove(self) -> None:
        row = self.table.currentIndex().row()
        item = self.model.record(row)
        told = self.tr("Acara dihapus: {title}").format(title=item.title)
        if self._session.run(lambda: delete_agenda_item(self._session.desk, item.id), told=told):
            self.table.go_to_row(min(row, self.model.rowCount() - 1))


def _clock(value: time | None) -> str:
    return clock_text(value, None) if value else ""
