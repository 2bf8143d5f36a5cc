"""Isi Laporan: many reports one after another, by region, by item or by institution, with a key each."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.clock import today
from desktop.base.dates import medium_date
from desktop.models.journal import ChangeSet
from desktop.models.queries.meetings import meetings_of_topic
from desktop.models.words import READINESS_STATES
from desktop.services.readiness_entry import mark
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.readiness.entry.entry_table import EntryTable
from desktop.ui.readiness.entry.foot_line import FootLine
from desktop.ui.readiness.entry.lines import (
    BY_INSTITUTION,
    BY_ITEM,
    BY_REGION,
    counts,
    lines_of,
    places_of,
)
from desktop.ui.readiness.entry.pasting import paste_reports
from desktop.ui.readiness.entry.row_typing import RowTyping
from desktop.ui.readiness.entry.sitting_line import SittingLine
from desktop.ui.readiness.entry.walk_bar import WalkBar
from desktop.ui.readiness.report_panel import ReportPanel
from desktop.ui.readiness.tab import ReadinessTab
from desktop.ui.session import Session
from desktop.ui.widgets.picker_field import Choice
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.splitter import MemorySplitter

_SAID = frozenset({"assessment", "attachment"})
_ROOM_FOR_BOTH = 320  # units
_SHARES = (200, 80)  # the widths when the tab is shown for the first time, in units


class EntryTab(ReadinessTab):
    """`open(region | item | institution)` goes there; with a region also to the line of an `item`."""

    SHOWS = frozenset(
        {
            "assessment", "attachment", "topic", "topic_region", "region", "region_figure", "checklist_template",
            "checklist_category", "checklist_item", "checklist_item_region", "due_override", "institution",
            "institution_region", "meeting",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._seen = False
        self._places: dict[tuple[UUID, str], list[tuple[UUID, str]]] = {}
        self._walked: tuple[str, UUID | None, str] | None = None
        unit = theme.current().unit

        # Parts, in the order in which Tab goes through them
        self.sitting = SittingLine(self._institutions, self)
        self.bar = WalkBar(self)
        panes = MemorySplitter("readiness.entry", session.settings, parent=self)
        self.table = EntryTable(session.settings, panes)
        self.report = ReportPanel(session, panes, columns=1)
        self.typing = RowTyping(self.table, self.report, self._may_note)
        panes.addWidget(self.table)
        panes.addWidget(self.report)
        panes.setSizes([unit * share for share in _SHARES])
        panes.setStretchFactor(0, _SHARES[0])
        panes.setStretchFactor(1, _SHARES[1])
        self.foot = FootLine(self)
        self.report.form.facts.names_region = True
        # Here letters are notes.
        self.report.links.follow_up_button.setText(self.tr("Jadikan tindak lanjut (Ctrl+L)"))

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.sitting)
        whole.addWidget(self.bar)
        whole.addWidget(panes, 1)
        whole.addWidget(self.foot)

        # Wire
        self.sitting.changed.connect(self._use_sitting)
        self.sitting.done.connect(self.table.setFocus)
        self.bar.walk_changed.connect(self._walk)
        self.bar.place_changed.connect(self._go)
        self.bar.filter_changed.connect(self._show)
        self.bar.details.toggled.connect(lambda _on: self._show_line(taken_over=True))
        self.table.current_changed.connect(self._line_changed)
        self.table.marked.connect(self._mark)
        self.table.paste_wanted.connect(self._paste)
        self.table.evidence_wanted.connect(self.report.evidence.attach)
        self.report.recorded.connect(self._go_on)
        self.report.navigate.connect(self.navigate)
        self.typing.finished.connect(self._go_on)
        self.typing.source_wanted.connect(self.sitting.ask_source)
        self.typing.said.connect(session.bus.message)
        self.typing.turned.connect(self._tell_foot)
        self.report.form.typing.connect(self._tell_foot)
        for number, walk in enumerate((BY_REGION, BY_ITEM, BY_INSTITUTION), start=1):
            # Not Ctrl: those are the pages of the window, and of two shortcuts of the same keys Qt takes none.
            on_keys(self, f"Alt+{number}", lambda walk=walk: self.bar.choose_walk(walk))  # type: ignore[misc]
        on_keys(self, "Ctrl+D", self.bar.details.click)
        on_keys(self, "Ctrl+L", self._follow_up)
        on_keys(self, "Ctrl+PgDown", lambda: self.bar.step(1))
        on_keys(self, "Ctrl+PgUp", lambda: self.bar.step(-1))
        self.setFocusProxy(self.table)

    def open(self, **where: object) -> None:
        """Go to a region, an item or an institution."""
        self.catch_up()
        for walk in (BY_REGION, BY_ITEM, BY_INSTITUTION):
            place = where.get(walk)
            if isinstance(place, UUID):
                self.bar.choose_walk(walk)
                if self.bar.go_to(place):
                    self._go()
                    self.table.go_to(where.get(BY_ITEM))
                return

    def flush(self) -> None:
        """Keep a report that is still being written."""
        self.typing.end()
        self.report.flush()

    def leave(self) -> None:
        """Another topic comes."""
        self.flush()
        self._walked = None

    def fill(self) -> None:
        """Show the lines as they are now."""
        self.sitting.follow_calendar()
        topic = self.topic
        is_open = topic is not None and topic.is_open and not self.session.store.read_only
        self.sitting.setEnabled(is_open)
        self.report.set_open(is_open)
        if topic is None:
            self.bar.offer("", ())
            self.table.show_lines((), BY_REGION)
            return
        self.report.set_event(topic.event_date)
        held = meetings_of_topic(self.session.store, topic.id)
        self.sitting.offer_meetings([(one.id, f"{medium_date(one.held_on)} · {one.title}") for one in held])
        names = {
            BY_REGION: self.tr("Wilayah"), BY_ITEM: self.tr("Butir"), BY_INSTITUTION: self.tr("Instansi"),
        }  # fmt: skip
        walk = self.bar.walk()
        if (topic.id, walk) not in self._places:
            self._places[topic.id, walk] = places_of(self.session.store, topic.id, walk)
        self.bar.offer(names[walk], self._places[topic.id, walk])
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:  # on a small screen the words of the items need the room
            self._seen = True
            self.bar.details.setChecked(self.width() >= _ROOM_FOR_BOTH * theme.current().unit)

    @Slot()
    def _follow_up(self) -> None:
        """Of what is chosen; a figure for a whole is of no single region."""
        if self.topic is not None and self.topic.is_open:
            self.report.links.follow_up([line.item for line in self.table.chosen() if not line.whole])

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.tables & self.SHOWS - _SAID:  # else one walks through the same as before
            self._places.clear()
        super()._changed(changes)

    # Which lines

    @Slot()
    def _walk(self) -> None:
        self.flush()
        self.fill()

    @Slot()
    def _go(self) -> None:
        self.flush()
        self._show()

    @Slot()
    def _show(self) -> None:
        if self.topic is None:
            return
        walk, place, wanted = self.bar.walk(), self.bar.at(), self.bar.wanted()
        self.sitting.walk_institution(
            Choice(place, self.bar.place.currentText()) if walk == BY_INSTITUTION and place else None
        )
        found = lines_of(self.session.store, self.topic.id, walk, place)
        self.bar.show_counts(counts(found, today()), len(found))
        # What is noted leaves its filter only when one asks for it anew: nothing may move away under the hand.
        same = (walk, place, wanted) == self._walked
        kept = {line.place for line in self.table.lines()} if same else set()
        self._walked = walk, place, wanted
        shown = [line for line in found if line.is_among(wanted, today()) or line.place in kept]
        self.report.use_sitting(self.sitting.sitting())
        self.table.show_lines(shown, walk, filtered=len(shown) < len(found))
        self._show_line(taken_over=True)

    @Slot()
    def _use_sitting(self) -> None:
        self.report.use_sitting(self.sitting.sitting())

    @Slot(object)
    def _line_changed(self, _seq: int | None) -> None:
        self.typing.end()
        self._show_line(taken_over=False)

    def _show_line(self, *, taken_over: bool) -> None:
        line = self.table.current()
        if line is not None and self.bar.details.isChecked():
            self.report.setMinimumWidth(self.report.form.least_width())
            self.report.show()
        else:
            self.report.hide()
        self.report.form.facts.show_whole(line is not None and line.whole)
        (self.report.take_over if taken_over else self.report.show_item)(line.item if line else None)
        self._tell_foot()

    @Slot()
    def _tell_foot(self) -> None:
        self.foot.tell(self.table.current(), self.report, self.typing.what)

    # Noting

    @Slot(str)
    def _mark(self, state: str) -> None:
        lines = self.table.chosen()
        if not lines or not self._may_note():
            return
        if self.report.complete(state, [line.item for line in lines]):
            if not self.report.is_writing:
                self._go_on()
            return
        self.report.flush()
        sitting = self.sitting.sitting().values() | self.report.period_of([line.item for line in lines])
        what = lines[0].item.code if len(lines) == 1 else self.tr("{count} baris").format(count=len(lines))
        told = self.tr("{what}: {state}").format(what=what, state=READINESS_STATES[state].lower())
        places = [line.place for line in lines]
        desk = self.session.desk
        done = self.session.run(lambda: mark(desk, places, state=state, **sitting), form=self.sitting, told=told)
        if done and len(lines) == 1:
            self._go_on()

    def _may_note(self) -> bool:
        if self.topic is None or not self.topic.is_open or self.session.store.read_only:
            return False
        if problem := self.sitting.problem():
            self._say(problem)
        return not problem

    @Slot()
    def _go_on(self) -> None:
        if self.table.advance():
            return
        following = self.bar.place.itemText(self.bar.place.currentIndex() + 1)
        if following:
            self._say(self.tr("Baris terakhir. Ctrl+PgDn: {place}").format(place=following), Tone.NONE)

    # Pasting

    @Slot()
    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._say(self.tr("Papan klip kosong. Salin dulu selnya di Excel."))
        elif self.topic is not None and self._may_note():
            self.report.flush()
            every = lines_of(self.session.store, self.topic.id, self.bar.walk(), self.bar.at())
            chosen = self.table.chosen()
            onto = chosen if len(chosen) > 1 else self.table.lines()[self.table.current_seq() or 0 :]
            paste_reports(self.session, text, every, onto, self.sitting.sitting(), self.window())

    # Within

    def _institutions(self, text: str) -> list[Choice]:
        return self.report.institutions(text)

    def _say(self, words: str, tone: Tone = Tone.ATTENTION) -> None:
        self.session.bus.message.emit(words, str(tone))
