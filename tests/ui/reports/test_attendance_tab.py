"""Kehadiran in Laporan: who came, counted; Enter on a number lists its seats, Enter on a seat opens its meeting."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.base.clock import today
from desktop.base.periods import month
from desktop.models.queries.attendance import participants
from desktop.services.attendance import mark
from desktop.ui.meetings.attendance_model import AttendanceSummary
from desktop.ui.meetings.attendance_tab import AttendanceTab as MeetingAttendance
from desktop.ui.reports.attendance_tab import AttendanceTab
from desktop.ui.reports.completion_tab import CompletionTab
from desktop.ui.reports.counted_model import BAR
from desktop.ui.reports.page import ReportsPage
from desktop.ui.reports.recap_tab import RecapTab
from desktop.ui.session import Session


@pytest.fixture
def tab(qtbot: QtBot, session: Session, example: UUID, look: object) -> AttendanceTab:
    made = AttendanceTab(session)
    qtbot.addWidget(made)
    made.resize(1140, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_enter_on_a_number_lists_as_many_seats_and_escape_leads_back(tab: AttendanceTab, qtbot: QtBot) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for way in ("institution", "meeting"):
        tab.way.set_value(way)
        tab.choose()
        assert not tab.seats.isVisible()
        for row in (0, tab.model.rowCount() - 1):
            for column in range(tab.model.columnCount()):
                tab.view.setFocus()
                tab.view.setCurrentIndex(tab.model.index(row, column))
                qtbot.keyClick(tab.view, Qt.Key.Key_Return)
                shown = tab.model.index(row, max(column, BAR + 1)).data()
                if shown == "–":
                    assert not tab.seats.isVisible()
                    continue
                tab.seats.table.rows.finish()
                assert str(tab.seats.table.rows.rowCount()) == shown
                assert tab.seats.table.hasFocus()
                qtbot.keyClick(tab.seats.table, Qt.Key.Key_Escape)
                assert tab.view.hasFocus()
                assert not tab.seats.isVisible()


def test_enter_on_a_seat_opens_it_in_its_meeting(
    tab: AttendanceTab, session: Session, example: UUID, qtbot: QtBot
) -> None:
    tab.view.wanted.emit(tab.model.index(tab.model.rowCount() - 1, BAR))
    tab.seats.table.selectRow(3)
    with qtbot.waitSignal(tab.navigate) as asked:
        qtbot.keyClick(tab.seats.table, Qt.Key.Key_Return)
    page, where = asked.args
    assert (page, where["meeting"], where["tab"]) == ("meetings", example, "attendance")
    there = MeetingAttendance(session)
    qtbot.addWidget(there)
    there.show_meeting(example)
    there.show_part(seat=where["seat"])
    assert there.table.current_id() == where["seat"]


def test_numbers_and_list_follow_what_is_noted(tab: AttendanceTab, session: Session, example: UUID) -> None:
    last, came = tab.model.rowCount() - 1, tab.model.COUNTED.index("hadir") + 1
    before = int(tab.model.index(last, came).data())
    tab.view.wanted.emit(tab.model.index(last, came))
    seats = [
        seat.id for seat in participants(session.store, example) if seat.state == "hadir" and not seat.is_guest
    ]
    session.run(lambda: mark(session.desk, seats[:2], "tidak_hadir"))
    assert tab.model.index(last, came).data() == str(before - 2)
    assert tab.seats.table.rows.rowCount() == before - 2
    summary = AttendanceSummary.of(participants(session.store, example), {})
    assert tab.told.text().startswith(f"{summary.invited} undangan, {summary.present} terisi")
    assert tab.internal_words()[-1] == "Untuk keperluan internal kantor"


def test_a_period_without_meetings_says_so(tab: AttendanceTab) -> None:
    tab.period.set_value("tahun_lalu")
    tab.period.edited.emit()
    assert tab.model.rowCount() == 0
    assert not tab.view.isVisible()


def test_the_way_to_the_paper_and_back_keeps_period_and_meetings(
    qtbot: QtBot, session: Session, example: UUID, look: object
) -> None:
    page = ReportsPage(session)
    qtbot.addWidget(page)
    page.navigate.connect(lambda _key, where: page.open(**where))
    page.show()
    page.open(tab="completion")
    counts, paper = page.tab("completion"), page.tab("recap")
    assert isinstance(counts, CompletionTab)
    assert isinstance(paper, RecapTab)
    qtbot.waitUntil(counts.isVisible)
    counts.period.set_period(month(today()))
    counts.scope.setCurrentIndex(1)
    counts.on_paper.click()
    qtbot.waitUntil(paper.isVisible)
    assert paper.asked() == counts.asked()
    paper.period.set_period(None)
    paper.numbers.menu().actions()[0].trigger()
    who_came = page.tab("attendance")
    assert isinstance(who_came, AttendanceTab)
    qtbot.waitUntil(who_came.isVisible)
    assert who_came.asked() == paper.asked() != counts.asked()
