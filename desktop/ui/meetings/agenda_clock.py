"""How long the current point of the agenda takes: "12 dari 15 menit", and whether going on stamps the times."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import HOME_ZONE, clock_text
from desktop.base.settings import TIME_AGENDA
from desktop.models.queries.discussion import AgendaRow
from desktop.models.queries.records import fields_of
from desktop.services.agenda_times import clock_now, minutes_between, start_item, stop_item
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.session import Session
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.text import set_tip

_EVERY_MS = 5_000  # a minute is shown at most so late


class _Standing(NamedTuple):
    text: str
    tone: Tone
    runs: bool


class AgendaClock(QWidget):
    """Under the points of the agenda; ticks only while a point runs and somebody can see it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._item: AgendaRow | None = None
        self._zone, self._held_on = HOME_ZONE, date.min
        self._shown: _Standing | None = None
        unit = theme.current().unit

        # Parts
        self.stamps = CheckField(self.tr("Catat waktu"))
        self.stamps.set_value(session.settings.get(TIME_AGENDA))
        set_tip(self.stamps, self.tr("Ctrl+↑↓ mencatat kapan satu acara selesai dan berikutnya mulai"))
        self.badge = Badge()
        self.key = button(self.tr("Mulai (F8)"), "clock", kind="quiet")
        self._timer = QTimer(self, interval=_EVERY_MS)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit)
        for widget in (self.badge, self.key, self.stamps):
            whole.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft)

        # Wire
        self.stamps.edited.connect(self._remember)
        self.key.clicked.connect(self.toggle)
        self._timer.timeout.connect(self._tick)
        self._tick()

    def show_meeting(self, meeting: UUID) -> None:
        """Take over a meeting's day and zone."""
        values = fields_of(self._session.store, "meeting", meeting)
        self._meeting, self._zone, self._held_on = meeting, values["zone"], values["held_on"]

    def show_item(self, item: AgendaRow | None) -> None:
        """Show the time of a point; None for what is said outside the agenda."""
        self._item = item
        self._tick()

    def went(self, left: UUID | None, entered: UUID | None) -> None:
        """Stamp that one point ends and another begins, where times are kept and the meeting is held today."""
        meeting = self._meeting
        if meeting is None or left == entered or not self.stamps.value() or today(self._zone) != self._held_on:
            return
        desk = self._session.desk
        if entered is not None:
            self._session.run(lambda: start_item(desk, meeting, entered, after=left))
        elif left is not None:
            self._session.run(lambda: stop_item(desk, meeting, left))

    def toggle(self) -> None:
        """F8: begin the current point now, or end it."""
        meeting, item = self._meeting, self._item
        if meeting is None or item is None:
            return
        if item.started_at is not None and item.ended_at is None:
            self._session.run(lambda: stop_item(self._session.desk, meeting, item.id))
        else:
            self._session.run(lambda: start_item(self._session.desk, meeting, item.id))

    def is_ticking(self) -> bool:
        """Whether the clock runs."""
        return self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _remember(self) -> None:
        self._session.settings.set(TIME_AGENDA, self.stamps.value())

    def _tick(self) -> None:
        """Draw only what reads differently."""
        found = self._standing()
        if found.runs and self.isVisible():
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
        if found == self._shown:
            return
        self._shown = found
        self.badge.set_state(found.text, found.tone, "clock")
        set_tip(self.badge, self._stamped())
        self.badge.setVisible(bool(found.text))
        self.key.setEnabled(self._item is not None)
        self.key.setText(self.tr("Selesai (F8)") if found.runs else self.tr("Mulai (F8)"))

    def _stamped(self) -> str:
        times = (self._item.started_at, self._item.ended_at) if self._item else ()
        return "–".join(clock_text(one, None) for one in times if one)

    def _standing(self) -> _Standing:
        item = self._item
        if item is None or item.started_at is None:
            planned = item.planned_minutes if item else None
            return _Standing(self.tr("Rencana {n} menit").format(n=planned) if planned else "", Tone.NONE, False)
        spent = minutes_between(item.started_at, item.ended_at or clock_now(self._zone))
        over = max(spent - item.planned_minutes, 0) if item.planned_minutes else 0
        words = self.tr("{n} menit").format(n=spent)
        if item.planned_minutes:
            words = self.tr("{n} dari {plan} menit").format(n=spent, plan=item.planned_minutes)
        if over:
            words += self.tr(", lebih {n}").format(n=over)
        runs = item.ended_at is None
        return _Standing(words, Tone.ATTENTION if over else Tone.INFO if runs else Tone.NONE, runs)
