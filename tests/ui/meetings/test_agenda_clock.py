"""The clock of the agenda: off until asked for, stamps with Ctrl+Down, rests where nobody sees it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.base.clock import HeldClock, frozen
from desktop.models.queries.discussion import agenda
from desktop.services.agenda import add_agenda_item
from desktop.services.meetings import update_meeting
from desktop.ui.meetings.agenda_panel import AgendaPanel
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.session import Session

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def clock() -> Iterator[HeldClock]:
    with frozen(datetime(2024, 10, 3, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))) as held:
        yield held


@pytest.fixture
def tab(qtbot: QtBot, session: Session, meeting: UUID, clock: HeldClock) -> CaptureTab:
    for title in ("Satu", "Dua"):
        add_agenda_item(session.desk, meeting, title=title, planned_minutes=15)
    tab = CaptureTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.show_meeting(meeting)
    tab.focus_line()
    return tab


def down(qtbot: QtBot, tab: CaptureTab) -> None:
    qtbot.keyClick(tab.bar.line, Key.Key_Down, Held.ControlModifier)


def stamps(session: Session, meeting: UUID) -> list[tuple[time | None, time | None]]:
    return [(row.started_at, row.ended_at) for row in agenda(session.store, meeting)]


def words(tab: CaptureTab) -> str:
    tab.clock._timer.timeout.emit()
    return tab.clock.badge.accessibleName()


def test_nothing_is_stamped_until_times_are_asked_for_and_that_is_remembered(
    qtbot: QtBot, tab: CaptureTab, session: Session, meeting: UUID
) -> None:
    down(qtbot, tab)
    assert stamps(session, meeting) == [(None, None), (None, None)]
    tab.clock.stamps.click()
    assert CaptureTab(session).clock.stamps.value()


def test_going_on_stamps_the_end_and_the_beginning(
    qtbot: QtBot, tab: CaptureTab, session: Session, meeting: UUID, clock: HeldClock
) -> None:
    tab.clock.stamps.click()
    qtbot.keyClick(tab.bar.line, Key.Key_F8)
    clock.move(timedelta(minutes=12))
    assert words(tab) == "12 dari 15 menit"
    down(qtbot, tab)
    assert stamps(session, meeting) == [(time(9), time(9, 12)), (time(9, 12), None)]
    clock.move(timedelta(minutes=18))
    assert words(tab) == "18 dari 15 menit, lebih 3"
    down(qtbot, tab)
    assert stamps(session, meeting)[1] == (time(9, 12), time(9, 30))


def test_reading_the_notes_on_another_day_stamps_nothing(
    qtbot: QtBot, tab: CaptureTab, session: Session, meeting: UUID, clock: HeldClock
) -> None:
    tab.clock.stamps.click()
    clock.move(timedelta(days=1))
    down(qtbot, tab)
    assert stamps(session, meeting) == [(None, None), (None, None)]


def test_the_clock_ticks_only_while_something_runs_and_is_seen(qtbot: QtBot, tab: CaptureTab) -> None:
    assert not tab.clock.is_ticking()
    qtbot.keyClick(tab.bar.line, Key.Key_F8)
    assert tab.clock.is_ticking()
    tab.hide()
    assert not tab.clock.is_ticking()
    tab.show()
    assert tab.clock.is_ticking()
    tab.clock.toggle()
    assert not tab.clock.is_ticking()


def test_an_agenda_longer_than_the_meeting_says_by_how_much(qtbot: QtBot, session: Session, meeting: UUID) -> None:
    add_agenda_item(session.desk, meeting, title="Paparan", planned_minutes=90)
    panel = AgendaPanel(session)
    qtbot.addWidget(panel)
    panel.show_meeting(meeting, [])
    assert panel.beyond.isHidden()
    update_meeting(session.desk, meeting, starts_at=time(9), ends_at=time(10))
    panel.reload()
    assert not panel.beyond.isHidden()
    assert panel.beyond.accessibleName() == "Lebih 30 menit dari waktu rapat"


def test_stamps_are_corrected_in_the_agenda_once_there_are_any(
    qtbot: QtBot, tab: CaptureTab, session: Session, meeting: UUID
) -> None:
    panel = AgendaPanel(session)
    qtbot.addWidget(panel)
    panel.show_meeting(meeting, [])
    assert panel.table.isColumnHidden(4)
    qtbot.keyClick(tab.bar.line, Key.Key_F8)
    panel.reload()
    assert not panel.table.isColumnHidden(4)
    panel.model.setData(panel.model.index(0, 4), "8.55")
    assert stamps(session, meeting)[0] == (time(8, 55), None)
