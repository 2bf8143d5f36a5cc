"""Cocokkan dengan Daftar Hadir: one key a row, nothing stored before the differences were seen, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.services.attendance import add_guest, invite, mark
from desktop.services.directory import save_person
from desktop.services.papers.attendance import attendance_sheet_content
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.meetings.sheet_panel import SheetPanel
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor

_CTRL = Qt.KeyboardModifier.ControlModifier
_NAMES = [f"{first} {last}" for first in ("Sekar", "Bagus", "Dimas") for last in ("Ayu", "Pratama")]
_IN_PAPER, _REMARK = 3, 4


@pytest.fixture
def invited(session: Session, meeting: UUID) -> list[UUID]:
    """Six invented people."""
    people = [save_person(session.desk, name=name)[0] for name in _NAMES]
    invite(session.desk, meeting, [{"person_id": person} for person in people])
    return [seat.id for seat in participants(session.store, meeting)]


@pytest.fixture
def open_tab(session: Session, qtbot: QtBot) -> Callable[[UUID], AttendanceTab]:
    def open_tab(meeting: UUID) -> AttendanceTab:
        tab = AttendanceTab(session)
        qtbot.addWidget(tab)
        session.bus.changed.connect(tab.refresh)
        tab.resize(1100, 560)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.activateWindow()
        tab.show_meeting(meeting)
        return tab

    return open_tab


@pytest.fixture
def panel(
    invited: list[UUID], meeting: UUID, open_tab: Callable[[UUID], AttendanceTab], qtbot: QtBot
) -> SheetPanel:
    tab = open_tab(meeting)
    qtbot.mouseClick(tab.match_button, Qt.MouseButton.LeftButton)
    return tab.sheet


def _states(session: Session, meeting: UUID) -> list[str]:
    return [seat.state for seat in participants(session.store, meeting)]


def _seat(session: Session, meeting: UUID, number: int) -> ParticipantRow:
    return participants(session.store, meeting)[number - 1]


def _cell(panel: SheetPanel, number: int, column: int = _IN_PAPER) -> str:
    return str(panel.model.index(number - 1, column).data())


def _row(panel: SheetPanel) -> int:
    return panel.table.currentIndex().row() + 1


def _save(panel: SheetPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.table, Qt.Key.Key_Return, _CTRL)


def test_the_rows_stand_as_on_the_printed_sheet(
    example: UUID, open_tab: Callable[[UUID], AttendanceTab], session: Session
) -> None:
    tab = open_tab(example)
    tab.match_button.click()
    printed = [row for group in attendance_sheet_content(session.store, example).groups for row in group.rows]
    assert [row.number for row in tab.sheet.model.records] == [*range(1, len(printed) + 1)]
    for number, row in enumerate(printed, start=1):
        assert row.institution.split(" ")[0] in _cell(tab.sheet, number, 2)


def test_sixty_rows_take_sixty_keys(
    session: Session, meeting: UUID, open_tab: Callable[[UUID], AttendanceTab], qtbot: QtBot
) -> None:
    people = [save_person(session.desk, name=f"Orang Ke {number}")[0] for number in range(60)]
    invite(session.desk, meeting, [{"person_id": person} for person in people])
    tab = open_tab(meeting)
    tab.match_button.click()
    qtbot.keyClicks(tab.sheet.table, "sh us" * 12)
    assert tab.sheet.guest_line.hasFocus()
    qtbot.keyClick(tab.sheet.guest_line, Qt.Key.Key_Return, _CTRL)
    tab.sheet.differences.save_button.click()
    states = _states(session, meeting)
    assert (states.count("hadir"), states.count("tidak_hadir")) == (48, 12)


def test_nothing_is_stored_before_it_is_saved(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID
) -> None:
    qtbot.keyClicks(panel.table, "ssuuhh")
    assert set(_states(session, meeting)) == {"belum_dicatat"}
    qtbot.keyClick(panel.guest_line, Qt.Key.Key_Return, _CTRL)
    assert set(_states(session, meeting)) == {"hadir"}
    assert [bool(seat.unreadable) for seat in participants(session.store, meeting)] == [
        False, False, True, True, False, False,
    ]  # fmt: skip


def test_saving_is_one_step_back(panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID) -> None:
    qtbot.keyClicks(panel.table, "sssss")
    _save(panel, qtbot)
    session.undo()
    assert set(_states(session, meeting)) == {"belum_dicatat"}


def test_backspace_and_up_go_back_a_row(panel: SheetPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.table, "ss")
    qtbot.keyClick(panel.table, Qt.Key.Key_Backspace)
    assert _row(panel) == 2
    qtbot.keyClick(panel.table, Qt.Key.Key_Up)
    assert _row(panel) == 1


def test_a_number_and_enter_go_to_the_row(panel: SheetPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.table, "15")
    qtbot.keyClick(panel.table, Qt.Key.Key_Backspace)
    qtbot.keyClicks(panel.table, "5")
    qtbot.keyClick(panel.table, Qt.Key.Key_Backspace)
    qtbot.keyClick(panel.table, Qt.Key.Key_Backspace)
    qtbot.keyClicks(panel.table, "5")
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert _row(panel) == 5


def test_ctrl_z_takes_back_a_row_read_and_nothing_stored(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID
) -> None:
    session.run(lambda: mark(session.desk, [_seat(session, meeting, 6).id], "hadir"))
    qtbot.keyClicks(panel.table, "s ")
    qtbot.keyClick(panel.table, Qt.Key.Key_Z, _CTRL)
    assert (_cell(panel, 1), _cell(panel, 2), _row(panel)) == ("Bertanda tangan", "Belum dibaca", 2)
    assert _seat(session, meeting, 6).state == "hadir"


def test_w_asks_for_the_name_and_goes_on(panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID) -> None:
    qtbot.keyClicks(panel.table, "w")
    qtbot.keyClicks(panel.name_bar.picker, "Ratri Kusuma, Sekretaris")
    qtbot.keyClick(panel.name_bar.picker, Qt.Key.Key_Return)
    assert (_cell(panel, 1), _cell(panel, 1, _REMARK)) == ("Diwakili", "Ratri Kusuma, Sekretaris")
    assert (_row(panel), panel.table.hasFocus()) == (2, True)
    _save(panel, qtbot)
    seat = _seat(session, meeting, 1)
    assert (seat.state, seat.name, seat.title) == ("diwakili", "Ratri Kusuma", "Sekretaris")


def test_w_finds_somebody_of_the_directory(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID
) -> None:
    person, _ = save_person(session.desk, name="Ratri Kusuma")
    qtbot.keyClicks(panel.table, "w")
    qtbot.keyClicks(panel.name_bar.picker, "ratri")
    qtbot.keyClick(panel.name_bar.picker, Qt.Key.Key_Return)
    _save(panel, qtbot)
    assert _seat(session, meeting, 1).present_person_id == person


def test_guests_written_by_hand_come_last(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID
) -> None:
    qtbot.keyClicks(panel.table, "ssssss")
    for line in ("Ratri Kusuma, Ketua, Karang Taruna", "?, Staf, Dinas Sosial"):
        qtbot.keyClicks(panel.guest_line, line)
        qtbot.keyClick(panel.guest_line, Qt.Key.Key_Return)
    assert [row.number for row in panel.model.records][-2:] == [7, 8]
    _save(panel, qtbot)
    guests = [seat for seat in participants(session.store, meeting) if seat.is_guest]
    assert [(seat.name, seat.label) for seat in guests] == [
        ("Ratri Kusuma", "Karang Taruna"),
        (None, "Dinas Sosial"),
    ]


def test_a_guest_noted_in_the_room_already_is_not_noted_twice(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID
) -> None:
    session.run(lambda: add_guest(session.desk, meeting, name="Ratri Kusuma"))
    qtbot.keyClicks(panel.guest_line, "ratri kusuma, Ketua")
    qtbot.keyClick(panel.guest_line, Qt.Key.Key_Return)
    assert (panel.model.rowCount(), _cell(panel, 7)) == (7, "Bertanda tangan")


def test_a_guest_read_by_mistake_is_taken_away_again(panel: SheetPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.guest_line, "Ratri")
    qtbot.keyClick(panel.guest_line, Qt.Key.Key_Return)
    qtbot.keyClick(panel.guest_line, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.table, Qt.Key.Key_End)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert panel.model.rowCount() == 6


def test_whoever_is_noted_and_did_not_sign_is_listed_and_stays_unless_chosen(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID, invited: list[UUID]
) -> None:
    session.run(lambda: mark(session.desk, invited[:2], "hadir"))
    qtbot.keyClicks(panel.table, "  ssss")
    qtbot.keyClick(panel.guest_line, Qt.Key.Key_Return, _CTRL)
    asked = panel.differences
    texts = [[str(asked.model.index(row, column).data()) for column in (1, 2, 3)] for row in range(2)]
    assert texts == [
        [name, "Tercatat hadir, tidak bertanda tangan", "Tetap hadir"] for name in ("Sekar Ayu", "Sekar Pratama")
    ]
    assert not asked.absent.isVisible()
    qtbot.keyClick(asked.table, Qt.Key.Key_Down)
    qtbot.keyClick(asked.table, Qt.Key.Key_Space)
    qtbot.keyClick(asked.table, Qt.Key.Key_Return, _CTRL)
    assert _states(session, meeting) == ["hadir", "tidak_hadir", *["hadir"] * 4]


def test_nobody_becomes_absent_without_a_question_naming_the_count(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID
) -> None:
    qtbot.keyClicks(panel.table, "ss  ")
    _save(panel, qtbot)
    assert panel.differences.absent.text() == "Catat 2 undangan yang tidak bertanda tangan sebagai tidak hadir"
    panel.differences.absent.setChecked(False)
    qtbot.keyClick(panel.differences.absent, Qt.Key.Key_Return, _CTRL)
    assert _states(session, meeting) == ["hadir", "hadir", *["belum_dicatat"] * 4]


def test_escape_in_the_differences_leads_back_to_reading(
    panel: SheetPanel, qtbot: QtBot, session: Session, meeting: UUID
) -> None:
    qtbot.keyClicks(panel.table, "s ")
    _save(panel, qtbot)
    qtbot.keyClick(panel.differences.absent, Qt.Key.Key_Escape)
    assert panel.table.hasFocus()
    assert (_row(panel), set(_states(session, meeting))) == (3, {"belum_dicatat"})


def test_an_end_without_warning_leads_back_to_the_row(
    panel: SheetPanel,
    qtbot: QtBot,
    session: Session,
    meeting: UUID,
    open_tab: Callable[[UUID], AttendanceTab],
) -> None:
    with qtbot.waitSignal(session.bus.draft_saved):  # kept while one goes on, not when one leaves
        qtbot.keyClicks(panel.table, "s u")
    fresh = open_tab(meeting).sheet
    assert fresh.isVisible()
    assert [_cell(fresh, number) for number in range(1, 5)] == [
        "Bertanda tangan", "Tidak bertanda tangan", "Nama tidak terbaca", "Belum dibaca",
    ]  # fmt: skip
    assert _row(fresh) == 4


def test_what_was_saved_does_not_come_back(
    panel: SheetPanel, qtbot: QtBot, meeting: UUID, open_tab: Callable[[UUID], AttendanceTab]
) -> None:
    qtbot.keyClicks(panel.table, "ss")
    panel.flush()
    _save(panel, qtbot)
    assert not panel.isVisible()
    assert not open_tab(meeting).sheet.isVisible()


def test_beginning_anew_asks_first(
    panel: SheetPanel, qtbot: QtBot, meeting: UUID, door: RecordedDoor, open_tab: Callable[[UUID], AttendanceTab]
) -> None:
    qtbot.keyClicks(panel.table, "ss")
    panel.flush()
    door.will_answer(True)
    panel.head.restart.click()
    assert (_cell(panel, 1), _row(panel)) == ("Belum dibaca", 1)
    assert not open_tab(meeting).sheet.isVisible()


def test_f3_leads_from_the_sheet_to_the_box_and_the_reading_waits(
    panel: SheetPanel, qtbot: QtBot, session: Session
) -> None:
    qtbot.keyClicks(panel.table, "ss")
    tab = panel.parent()
    assert isinstance(tab, AttendanceTab)
    tab.start_check_in()
    assert tab.box.hasFocus()
    assert tab.match_button.text() == "Lanjutkan mencocokkan"
    tab.match_button.click()
    assert (_row(panel), _cell(panel, 2)) == (3, "Bertanda tangan")


def test_the_models_keep_their_promises_to_qt(panel: SheetPanel, qtbot: QtBot) -> None:
    for model in (panel.model, panel.differences.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    qtbot.keyClicks(panel.table, "s us")
    qtbot.keyClicks(panel.guest_line, "Ratri")
    qtbot.keyClick(panel.guest_line, Qt.Key.Key_Return)
    _save(panel, qtbot)
    assert panel.differences.model.rowCount() == 0
