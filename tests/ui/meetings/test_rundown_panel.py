"""Susunan acara beside the agenda: from the usual lines, with times that follow the lengths."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.queries.records import fields_of
from desktop.models.queries.rundown import rundown
from desktop.services.meeting_copies import new_meeting
from desktop.services.meeting_pattern import pattern_of
from desktop.services.meetings import update_meeting
from desktop.services.rundown import USUAL
from desktop.ui.meetings.preparation_tab import PreparationTab
from desktop.ui.session import Session
from desktop.ui.widgets.picker_field import PickerField


@pytest.fixture
def tab(session: Session, meeting: UUID, qtbot: QtBot) -> PreparationTab:
    update_meeting(session.desk, meeting, starts_at=time(9))
    made = PreparationTab(session)
    qtbot.addWidget(made)
    session.bus.changed.connect(made.refresh)
    made.resize(1110, 570)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_meeting(meeting)
    made.agenda.line.setFocus()
    qtbot.keyClick(made.agenda.line, Qt.Key.Key_F7)
    return made


def _usual(tab: PreparationTab) -> None:
    start = tab.rundown.empty.findChild(QPushButton)
    assert isinstance(start, QPushButton)
    start.click()


def _column(tab: PreparationTab, column: int) -> list[str]:
    model = tab.rundown.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_f7_leads_to_the_ceremony_and_back(tab: PreparationTab, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is tab.rundown.line
    qtbot.keyClick(tab.rundown.line, Qt.Key.Key_F7)
    assert QApplication.focusWidget() is tab.agenda.line
    tab.agenda.rundown_button.click()
    assert tab.programme.currentWidget() is tab.rundown


def test_the_usual_lines_have_times_from_the_meetings_start(
    tab: PreparationTab, session: Session, meeting: UUID
) -> None:
    QAbstractItemModelTester(tab.rundown.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    _usual(tab)
    assert _column(tab, 2) == [title for title, _ in USUAL]
    assert _column(tab, 1)[:3] == ["09.00–09.05", "09.05–09.10", "09.10–09.15"]
    session.run(lambda: update_meeting(session.desk, meeting, starts_at=time(13, 30)))
    assert _column(tab, 1)[0] == "13.30–13.35"
    session.undo()
    session.undo()
    assert _column(tab, 2) == []


def test_lines_are_written_changed_moved_and_deleted_by_keyboard(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    for title in ("Doa", "Pembukaan"):
        qtbot.keyClicks(tab.rundown.line, title)
        qtbot.keyClick(tab.rundown.line, Qt.Key.Key_Return)
    table, model = tab.rundown.table, tab.rundown.model
    table.setFocus()
    table.go_to_row(1)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    model.setData(model.index(0, 3), "Sdr. Rangga")
    model.setData(model.index(0, 4), "0,5 jam")
    model.setData(model.index(1, 1), "10.00")
    assert [(row.title, row.officer, row.planned_minutes) for row in rundown(session.store, meeting)] == [
        ("Pembukaan", "Sdr. Rangga", 30),
        ("Doa", None, None),
    ]
    assert _column(tab, 1) == ["09.00–09.30", "10.00"]
    table.go_to_row(0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert _column(tab, 2) == ["Doa"]


def test_its_paper_is_asked_for_by_its_name(tab: PreparationTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.print_wanted) as wanted:
        tab.rundown.print_button.click()
    assert wanted.args == ["rundown"]


def test_a_copy_says_so_until_it_was_checked(
    tab: PreparationTab, session: Session, meeting: UUID, example: UUID
) -> None:
    assert tab.origin.isHidden()
    made, _ = new_meeting(
        session.desk, title="Rapat II", held_on=date(2024, 10, 10), pattern=pattern_of(session.store, example)
    )
    tab.show_meeting(made.meeting)
    assert "(26 September 2024) – periksa tanggal, tempat, dan undangan." in tab.origin.text()
    tab.origin.wanted.emit()
    assert tab.origin.isHidden()
    session.undo()
    assert not tab.origin.isHidden()


def test_a_meeting_is_cancelled_in_the_form(tab: PreparationTab, session: Session, meeting: UUID) -> None:
    tab.meeting_form.form.field("cancelled").click()  # type: ignore[attr-defined]
    tab.flush()
    assert fields_of(session.store, "meeting", meeting)["cancelled"] is True


def test_co_organisers_are_suggested_one_after_the_other_and_kept_as_words(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    field = tab.meeting_form.form.field("co_organiser")
    assert isinstance(field, PickerField)
    field.setFocus()
    for words in ("kpu kabupaten tuban", ", bawaslu kabupaten tuban"):
        qtbot.keyClicks(field, words)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        popup = QApplication.activePopupWidget()
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        field.end(False)
    qtbot.keyClicks(field, ", Paguyuban")
    tab.agenda.setFocus()
    tab.flush()
    kept = fields_of(session.store, "meeting", meeting)["co_organiser"]
    assert kept == "KPU Kabupaten Tuban, Bawaslu Kabupaten Tuban, Paguyuban"
