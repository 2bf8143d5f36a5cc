"""The log of a follow-up as a table, the newest first: when, who, how far, what was told and how it came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent, Qt

from desktop.base.clock import today
from desktop.base.dates import brief_date, clock_text, long_date, medium_date
from desktop.base.quantities import quantity_text
from desktop.models.queries.progress import LogRow
from desktop.models.words import COMMITMENT_STATES, REPORT_CHANNELS
from desktop.ui.commitments.faces import addressee_face
from desktop.ui.memory import Memory
from desktop.ui.widgets.columns import Column
from desktop.ui.widgets.rows_at_hand import RowsAtHand
from desktop.ui.widgets.table import DataTable

_CONTEXT = "FollowUpLog"
_BY_HAND = QT_TRANSLATE_NOOP("FollowUpLog", "Status diubah")
_IN_MEETING = QT_TRANSLATE_NOOP("FollowUpLog", "Rapat ke-{number}")
_FORM = QT_TRANSLATE_NOOP("FollowUpLog", "Dari formulir, {day}")
_FILES = QT_TRANSLATE_NOOP("FollowUpLog", "{count} bukti")
_DUE = QT_TRANSLATE_NOOP("FollowUpLog", "batas {before} → {after}: {reason}")
_NO_DUE = QT_TRANSLATE_NOOP("FollowUpLog", "belum ada")


class LogTable(DataTable):
    """removal_wanted(): Delete was pressed on the current report."""

    removal_wanted = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__(self._columns(), "commitment_log", memory)
        self._listing = RowsAtHand()
        self._nth: Mapping[UUID, int] = {}
        self.header.setSectionsClickable(False)
        self.setAccessibleName(self.tr("Perkembangan, yang terbaru di atas"))

    def show_log(self, log: Sequence[LogRow], nth: Mapping[UUID, int]) -> None:
        """Show these reports; `nth` tells of each meeting the how manieth it is since the one of the follow-up."""
        self._nth = nth
        same = self._listing.replace([(row.seq, row) for row in log])
        if same and log:
            self.refresh_rows([row.seq for row in log])
        else:
            self.set_listing(self._listing)

    def current_report(self) -> LogRow | None:
        """The report the keyboard is at."""
        seq = self.current_seq()
        rows = self._listing.rows([seq]) if seq is not None else []
        return rows[0][1] if rows else None

    def seq_of(self, report: UUID) -> int | None:
        """The row of a report."""
        return next((seq for seq, row in self._listing.all() if row.id == report), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _columns(self) -> list[Column]:
        return [
            Column("day", self.tr("Tanggal"), lambda row: day_words(row[1]), 12, tip=lambda row: _day_tip(row[1])),
            Column("who", self.tr("Penanggung jawab"), _who, 14),
            Column(
                "state",
                self.tr("Status"),
                lambda row: addressee_face(row[1].state).text,
                17,
                tone=lambda row: addressee_face(row[1].state).tone,
                symbol=lambda row: addressee_face(row[1].state).symbol,
                tip=lambda row: COMMITMENT_STATES[row[1].state],
            ),
            Column("told", self.tr("Perkembangan"), self._told, 12, stretch=True, tip=self._told_tip),
        ]

    def _told(self, row: tuple[Any, ...]) -> str:
        return " · ".join(self._parts(row[1]))

    def _told_tip(self, row: tuple[Any, ...]) -> str:
        return "\n".join(self._parts(row[1]))

    def _parts(self, row: LogRow) -> list[str]:
        note = " ".join((row.note or "").split())
        parts = [self._came_by(row), quantity_text(row.amount, row.target, row.unit), note, due_change(row)]
        if row.files:
            parts.append(_tr(_FILES).format(count=row.files))
        return [part for part in parts if part]

    def _came_by(self, row: LogRow) -> str:
        if row.is_by_hand:
            return _tr(_BY_HAND)
        if row.form_id is not None:
            return _tr(_FORM).format(day=medium_date(row.as_of or row.reported_on))
        channel = REPORT_CHANNELS[row.channel]
        if row.meeting_id is not None and row.meeting_id in self._nth:
            channel = _tr(_IN_MEETING).format(number=self._nth[row.meeting_id])
        return f"{channel}, {row.reporter}" if row.reporter else channel


def _who(row: tuple[Any, ...]) -> str:
    words: str = row[1].words
    return words.replace("Kabupaten ", "Kab. ")


def day_words(row: LogRow) -> str:
    """When it was reported, in short: `26 Sep 14.05`; with the year where it is another one."""
    clock = f" {clock_text(row.reported_at, None)}" if row.reported_at is not None else ""
    return f"{day_in_short(row.reported_on)}{clock}"


def day_in_short(day: date, beside: date | None = None) -> str:
    """A day as narrow places tell it: `26 Sep`; with the year where it is another one, or the day `beside` it has
    another one."""
    year = "" if day.year == today().year == (beside or day).year else f" {day.year}"
    return f"{brief_date(day)}{year}"


def due_change(row: LogRow) -> str:
    """How the report moved the date of the follow-up, and why; "" where it did not."""
    if row.due_after is None:
        return ""
    before = medium_date(row.due_before) if row.due_before else _tr(_NO_DUE)
    return _tr(_DUE).format(before=before, after=medium_date(row.due_after), reason=row.due_reason or "")


def _day_tip(row: LogRow) -> str:
    words = [long_date(row.reported_on), row.meeting_title or ""]
    return "\n".join(part for part in words if part)


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
