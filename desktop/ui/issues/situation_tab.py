"""Situasi Harian: the regions of a topic on a day, each with a key, and beside them the paper as it will print."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.clock import now_here, today
from desktop.models.journal import ChangeSet
from desktop.models.queries.situation import RegionState, region_states
from desktop.services.papers.catalogue import OFFICE_PAPERS
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.situation import situation_file_name, situation_title
from desktop.services.situations import forget_situation, note_situation
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.issues import choices
from desktop.ui.issues.looks import SITUATION_LOOKS
from desktop.ui.issues.regions_table import RegionsTable, hint
from desktop.ui.papers.outgoing import PaperNames
from desktop.ui.papers.panel import PaperPanel
from desktop.ui.readiness.wording import short_region
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.date_field import DateField, TimeField
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import ElidedLabel, plain_label

_KIND = "situation"
_CONCERNED = frozenset(
    {"issue", "region_situation", "region", "topic", "topic_region", "institution", "office_profile", "person"}
)


class SayingForm(Form):
    """When, by whom and with which words a region was reported on; left with Enter or Escape."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=2)
        self.clock = self.add_row("reported_at", self.tr("Pukul"), TimeField())
        teller = choices.TellerField(choices.tellers(session.store), self.tr("Instansi atau nama"))
        self.teller = self.add_row("source", self.tr("Sumber (tidak dicetak)"), teller)
        self.note = self.add_row("note", self.tr("Catatan (tidak dicetak)"), TextField(lines=2, most=4), wide=True)

    def show_region(self, one: RegionState | None, *, afresh: bool) -> None:
        """Show what was said of a region; without a word on how it is there is nothing to add to."""
        values: dict[str, object] = dict.fromkeys(("reported_at", "source", "note"))
        if one is not None and one.noted is not None:
            teller = choices.told_by(one.institution_id, one.institution, one.source)
            values = {"reported_at": one.reported_at, "source": teller, "note": one.note}
        (self.load if afresh else self.reload)(values)
        self.setEnabled(one is not None and one.noted is not None)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SituationTab(QWidget):
    """One day of one topic."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic: UUID | None = None
        self._day = self._as_of = today()  # the day shown, and which day it was then
        self._region: UUID | None = None
        self._stale = True
        unit = theme.current().unit

        # Each part is made where it will stand: the style sheet dresses anew whatever is moved, with all it holds.
        halves = MemorySplitter("issues.situation", session.settings, parent=self)
        left = QWidget(halves)

        # Day
        self.day_field = DateField()
        self.day_field.setAccessibleName(self.tr("Hari yang dilaporkan"))
        self.day_field.set_value(self._day)
        before = icon_button("chevron-left", self.tr("Hari sebelumnya"))
        after = icon_button("chevron-right", self.tr("Hari berikutnya"))
        days = QHBoxLayout()
        days.setSpacing(unit * 2)
        for one in (before, self.day_field, after):
            days.addWidget(one)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, unit * 2, 0)
        column.setSpacing(unit * 2)
        column.addLayout(days)

        # Regions
        self.counts = ElidedLabel(role="muted")
        self.table = RegionsTable(session.settings, left)
        keys = ElidedLabel(
            self.tr("Tombol: 1 kondusif, 2 perlu perhatian, 3 gangguan, 0 belum ada laporan"),
            role="help",
        )
        self._name = plain_label(role="heading")
        self.hint = ElidedLabel(role="help")
        self.form = SayingForm(session, left)
        self._saver = AutoSave(session, self.form)

        # Paper
        self.panel = PaperPanel(session, self._names, slot="situation", parent=halves)
        self.panel.take_keys(self)
        self.panel.leaving.connect(self.flush)

        # Assemble
        column.addWidget(self.counts)
        column.addWidget(self.table, 1)
        column.addWidget(keys)
        named = QHBoxLayout()
        named.setSpacing(unit * 3)
        named.addWidget(self._name)
        named.addWidget(self.hint, 1)
        column.addLayout(named)
        self.form.setFixedHeight(unit * 38)
        column.addWidget(self.form)
        halves.addWidget(left)
        halves.addWidget(self.panel)
        halves.setStretchFactor(1, 1)
        halves.setSizes([unit * 127, unit * 155])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.addWidget(halves)
        self.setFocusProxy(self.table)

        # Wire
        before.clicked.connect(lambda: self.show_day(self._day - timedelta(days=1)))
        after.clicked.connect(lambda: self.show_day(self._day + timedelta(days=1)))
        self.day_field.edited.connect(self._day_typed)
        self.table.state_wanted.connect(self._note)
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(self._write)
        self.form.edited.connect(self._save)
        self.form.left.connect(self._leave_form)

    def show_topic(self, topic: UUID) -> None:
        """Show a topic."""
        self.flush()
        other, self._topic = topic != self._topic, topic
        if other:
            self.panel.clear()
        self._renew()

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.flush()
        self._day = day
        self.day_field.set_value(day)
        self._renew()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.form.flush()
        self._save()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what changed elsewhere or here."""
        if changes.tables & _CONCERNED:
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._day == self._as_of != today():  # it showed today, and that was another day
            self.show_day(today())
        elif self._stale:
            self._renew()
        self._as_of = today()

    # Within

    def _renew(self) -> None:
        """Read the day anew, now or when it comes into sight."""
        self._stale = not self.isVisible()
        if self._topic is None or self._stale:
            return
        regions = region_states(self._session.store, self._topic, self._day)
        counts = Counter(one.state for one in regions)
        self.counts.setText(
            " · ".join(f"{look.text} {counts[state]}" for state, look in SITUATION_LOOKS.items() if counts[state])
        )
        self.table.show_regions(regions)
        self._show_region(self.table.current())
        self.panel.show_paper(self._gather)

    def _gather(self) -> tuple[Any, ...]:
        store, paper = self._session.store, OFFICE_PAPERS[_KIND]
        return paper.job, paper.gather(store, self._topic, self._day), paper_profile(store)

    def _names(self) -> PaperNames:
        assert self._topic is not None
        of = (self._session.store, self._topic, self._day)
        return PaperNames(_KIND, situation_title(*of), situation_file_name(*of))

    @Slot()
    def _day_typed(self) -> None:
        day = self.day_field.value()
        if day is not None and day != self._day:
            self.flush()
            self._day = day
            self._renew()

    @Slot(object)
    def _note(self, state: str | None) -> None:
        chosen, topic, day = self.table.chosen(), self._topic, self._day
        if topic is None or not chosen:
            return
        self.flush()
        desk, regions = self._session.desk, [one.region_id for one in chosen]
        what = chosen[0].region if len(chosen) == 1 else self.tr("{count} wilayah").format(count=len(chosen))
        told = self.tr("{what}: {state}").format(
            what=short_region(what), state=SITUATION_LOOKS[state].text.lower()
        )
        if state is None:
            done = self._session.run(lambda: forget_situation(desk, topic, day, regions), told=told)
        else:
            when = {"reported_at": now_here().time()} if day == today() else {}
            done = self._session.run(
                lambda: note_situation(desk, topic, day, regions, state=state, **when), told=told
            )
        if done and len(chosen) == 1:
            self.table.advance()

    @Slot(object)
    def _show_current(self, _seq: int | None) -> None:
        self.flush()
        self._show_region(self.table.current())

    def _show_region(self, one: RegionState | None) -> None:
        region = one.region_id if one else None
        afresh, self._region = region != self._region, region
        if afresh:
            self._saver.forget()
        self._name.setText(short_region(one.region) if one else "")
        self.hint.setText(hint(one) if one else "")
        self.form.show_region(one, afresh=afresh)

    @Slot(int)
    def _write(self, _seq: int) -> None:
        if self.form.isEnabled():
            self.form.clock.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        region, topic, day = self._region, self._topic, self._day
        if region is None or topic is None or not self.form.isEnabled():
            return

        def deed(changed: dict[str, Any]) -> ChangeSet:
            values = dict(changed)
            if "source" in values:
                values |= choices.kept_teller(values.pop("source"))
            return note_situation(self._session.desk, topic, day, [region], **values)

        self._saver.save(deed)

    @Slot()
    def _leave_form(self) -> None:
        self.form.teller.settle()
        self.flush()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
