"""Kehadiran: single keys in the list, the check-in box, who came for whom, and the counts above."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.models.queries.attendance import participants
from desktop.models.queries.directory import search_institutions
from desktop.models.queries.lookup import group_members
from desktop.services.attendance import add_guest, invite
from desktop.services.directory import save_person, save_position
from desktop.services.tenures import save_tenure
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor

_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_REMARK = 5


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
        tab.table.setFocus()
        return tab

    return open_tab


@pytest.fixture
def kpu(session: Session, meeting: UUID, open_tab: Callable[[UUID], AttendanceTab]) -> AttendanceTab:
    """The attendance of a meeting to which the eight KPU of the area are invited."""
    members = group_members(session.store, "KPU kabupaten/kota")
    invite(session.desk, meeting, [{"institution_id": one} for one in members])
    return open_tab(meeting)


@pytest.fixture
def example_tab(example: UUID, open_tab: Callable[[UUID], AttendanceTab]) -> AttendanceTab:
    return open_tab(example)


def _states(tab: AttendanceTab) -> list[str]:
    return [row.state for row in tab.model.records]


def _texts(tab: AttendanceTab, row: int) -> list[str]:
    return [str(tab.model.index(row, column).data()) for column in range(tab.model.columnCount())]


def test_home_and_end_go_to_the_first_and_the_last_seat(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClick(kpu.table, Qt.Key.Key_End)
    last = kpu.table.selected_rows()
    qtbot.keyClick(kpu.table, Qt.Key.Key_Home)
    assert (last, kpu.table.selected_rows()) == ([7], [0])


def test_each_key_marks_the_row_and_moves_on(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(kpu.table, "hbt")
    assert _states(kpu)[:4] == ["hadir", "berhalangan", "tidak_hadir", "belum_dicatat"]
    assert kpu.table.currentIndex().row() == 3


def test_any_state_follows_any_other(kpu: AttendanceTab, qtbot: QtBot) -> None:
    for key, state in (("t", "tidak_hadir"), ("h", "hadir"), ("b", "berhalangan"), (" ", "belum_dicatat")):
        kpu.table.go_to_row(0)
        qtbot.keyClicks(kpu.table, key)
        assert _states(kpu)[0] == state


def test_a_range_chosen_with_shift_is_marked_at_once(
    kpu: AttendanceTab, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    for _ in range(2):
        qtbot.keyClick(kpu.table, Qt.Key.Key_Down, _SHIFT)
    qtbot.keyClicks(kpu.table, "b")
    assert _states(kpu)[:4] == ["berhalangan"] * 3 + ["belum_dicatat"]
    assert messages[-1][0] == "3 undangan – berhalangan"


def test_each_mark_is_told_and_ctrl_z_takes_it_back(
    kpu: AttendanceTab, qtbot: QtBot, session: Session, messages: list[tuple[str, str]]
) -> None:
    undo = QAction(kpu, shortcut=QKeySequence("Ctrl+Z"))
    undo.triggered.connect(session.undo)
    kpu.addAction(undo)
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "kpu tub")
    qtbot.keyClick(kpu.box, Qt.Key.Key_Return)
    assert messages[-1][0] == "KPU Kabupaten Tuban – hadir"
    assert "hadir" in _states(kpu)
    qtbot.keyClick(kpu.box, Qt.Key.Key_Z, _CTRL)
    assert "hadir" not in _states(kpu)


def test_the_counts_change_with_each_mark(kpu: AttendanceTab, qtbot: QtBot) -> None:
    assert (
        kpu.counts()
        == "Hadir 0 / Undangan 8 · Belum dicatat 8 · Instansi belum terwakili 8 · Kab/kota belum hadir 8"
    )
    qtbot.keyClicks(kpu.table, "ht")
    assert (
        kpu.counts()
        == "Hadir 1 / Undangan 8 · Belum dicatat 6 · Instansi belum terwakili 7 · Kab/kota belum hadir 7"
    )


def test_the_counts_agree_with_those_of_the_database(
    example_tab: AttendanceTab, example: UUID, session: Session
) -> None:
    states = [seat.state for seat in participants(session.store, example)]
    present, represented = states.count("hadir") + states.count("diwakili"), states.count("diwakili")
    assert example_tab.counts().startswith(f"Hadir {present} ({represented} ")
    assert f"Undangan {len(states)} ·" in example_tab.counts()


def test_w_asks_who_came_and_takes_a_name_the_directory_does_not_know(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(kpu.table, "w")
    assert kpu.representative.isVisible()
    qtbot.keyClicks(kpu.representative.picker, "Bagus Pratama, S.H., Sekretaris")
    qtbot.keyClick(kpu.representative.picker, Qt.Key.Key_Return)
    assert _states(kpu)[0] == "diwakili"
    assert _texts(kpu, 0)[_REMARK] == "Bagus Pratama, S.H., Sekretaris"
    assert kpu.table.hasFocus()
    assert kpu.table.currentIndex().row() == 1


def test_w_finds_somebody_of_the_directory(kpu: AttendanceTab, qtbot: QtBot, session: Session) -> None:
    person, _ = save_person(session.desk, name="Sekar Ayu Wulandari")
    qtbot.keyClicks(kpu.table, "w")
    qtbot.keyClicks(kpu.representative.picker, "sekar")
    qtbot.keyClick(kpu.representative.picker, Qt.Key.Key_Return)
    assert kpu.model.record(0).present_person_id == person


def test_w_and_enter_notes_that_somebody_came_whose_name_follows(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(kpu.table, "w")
    qtbot.keyClick(kpu.representative.picker, Qt.Key.Key_Return)
    assert _texts(kpu, 0)[_REMARK] == "nama belum dicatat"


def test_escape_leaves_the_seat_as_it_was(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(kpu.table, "w")
    qtbot.keyClick(kpu.representative.picker, Qt.Key.Key_Escape)
    assert _states(kpu)[0] == "belum_dicatat"
    assert kpu.table.hasFocus()


def test_who_is_represented_is_listed_as_the_office_with_the_other_name_beside(example_tab: AttendanceTab) -> None:
    _, name, office, role, state, remark = _texts(example_tab, 0)
    assert (name, office, role, state) == ("", "Kepala Bakorwil Bojonegoro", "Pimpinan", "Diwakili")
    assert remark.startswith("Yudi Widodo, Kepala Bidang Pemerintahan")


def test_a_group_reads_as_a_group_and_no_key_makes_it_a_person(
    example_tab: AttendanceTab, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    assert _texts(example_tab, 4)[1:3] == ["(kelompok)", "KPU kabupaten/kota"]
    example_tab.table.go_to_row(4)
    qtbot.keyClicks(example_tab.table, "w")
    assert not example_tab.representative.isVisible()
    assert "kelompok" in messages[-1][0]
    assert _states(example_tab)[4] == "hadir"


def test_the_box_knows_the_institutions_of_a_group(
    session: Session, meeting: UUID, open_tab: Callable[[UUID], AttendanceTab], qtbot: QtBot
) -> None:
    invite(session.desk, meeting, [{"label": "KPU kabupaten/kota"}])
    tab = open_tab(meeting)
    tab.start_check_in()
    qtbot.keyClicks(tab.box, "kpu tub")
    assert tab.box.hits() == ["KPU Kabupaten Tuban"]
    qtbot.keyClick(tab.box, Qt.Key.Key_Return)
    assert [(row.institution, row.state) for row in tab.model.records] == [
        (None, "belum_dicatat"),
        ("KPU Kabupaten Tuban", "hadir"),
    ]
    assert tab.counts().startswith("Hadir 1 / Undangan 1 · Belum dicatat 0")
    qtbot.keyClicks(tab.box, "kpu tub")
    assert tab.box.hits() == ["KPU Kabupaten Tuban  ·  Hadir"]


def test_forty_people_are_checked_in_by_keyboard(
    session: Session, meeting: UUID, open_tab: Callable[[UUID], AttendanceTab], qtbot: QtBot
) -> None:
    names = [f"{first} {last}" for first in _FIRST for last in _LAST]
    people = [save_person(session.desk, name=name)[0] for name in names]
    invite(session.desk, meeting, [{"person_id": person} for person in people])
    tab = open_tab(meeting)
    tab.start_check_in()
    for name in reversed(names):
        first, last = name.split()
        qtbot.keyClicks(tab.box, f"{first[:3]} {last[:3]}".lower())
        qtbot.keyClick(tab.box, Qt.Key.Key_Return)
        assert tab.box.text() == ""
    assert {row.state for row in participants(session.store, meeting)} == {"hadir"}
    assert tab.counts().startswith("Hadir 40 / Undangan 40 · Belum dicatat 0")


def test_those_not_marked_yet_are_offered_first(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(kpu.table, "h")
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "kpu")
    assert kpu.box.hits()[0] == "KPU Kabupaten Tuban"
    assert kpu.box.hits()[-1] == "KPU Kabupaten Bojonegoro  ·  Hadir"


def test_checking_in_twice_changes_nothing_and_says_so(
    example_tab: AttendanceTab, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    example_tab.start_check_in()
    qtbot.keyClicks(example_tab.box, "yudi")
    qtbot.keyClick(example_tab.box, Qt.Key.Key_Return)
    assert messages[-1][0] == "Yudi Widodo sudah dicatat diwakili."
    assert _states(example_tab)[0] == "diwakili"


def test_a_line_with_commas_is_a_guest(kpu: AttendanceTab, qtbot: QtBot) -> None:
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "Bagus Pratama, S.H., Kepala Seksi, Dinas Perhubungan")
    assert kpu.box.hits() == ["Enter: catat tamu hadir – Bagus Pratama, S.H. · Kepala Seksi · Dinas Perhubungan"]
    qtbot.keyClick(kpu.box, Qt.Key.Key_Return)
    assert _texts(kpu, 8)[1:3] == ["Bagus Pratama, S.H.", "Kepala Seksi, Dinas Perhubungan"]
    assert "Tamu 1" in kpu.counts()


def test_a_mistyped_name_becomes_a_guest_only_after_a_second_enter(kpu: AttendanceTab, qtbot: QtBot) -> None:
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "kpu tubn")
    qtbot.keyClick(kpu.box, Qt.Key.Key_Return)
    assert len(_states(kpu)) == 8
    assert kpu.box.text() == "kpu tubn"
    qtbot.keyClick(kpu.box, Qt.Key.Key_Return)
    assert len(_states(kpu)) == 9


def test_a_guest_is_removed_here_an_invitation_is_not(
    kpu: AttendanceTab, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "Bagus Pratama, Lurah")
    qtbot.keyClick(kpu.box, Qt.Key.Key_Return)
    kpu.table.setFocus()
    kpu.table.go_to_row(0)
    qtbot.keyClick(kpu.table, Qt.Key.Key_Delete)
    assert "Persiapan" in messages[-1][0]
    kpu.table.go_to_row(8)
    qtbot.keyClick(kpu.table, Qt.Key.Key_Delete)
    assert len(_states(kpu)) == 8


def test_escape_empties_the_box_first_and_then_leaves_it(kpu: AttendanceTab, qtbot: QtBot) -> None:
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "kpu")
    qtbot.keyClick(kpu.box, Qt.Key.Key_Escape)
    assert kpu.box.text() == ""
    with qtbot.waitSignal(kpu.check_in_left):
        qtbot.keyClick(kpu.box, Qt.Key.Key_Escape)
    assert kpu.table.hasFocus()


def test_a_remark_is_written_in_the_list(kpu: AttendanceTab, qtbot: QtBot) -> None:
    index = kpu.model.index(0, _REMARK)
    kpu.model.setData(index, "datang pukul 10.00")
    assert _texts(kpu, 0)[_REMARK] == "datang pukul 10.00"


def test_u_counts_somebody_whose_name_nobody_can_read(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(kpu.table, "u")
    assert _texts(kpu, 0)[1:5:3] == ["(nama tidak terbaca)", "Hadir"]
    assert kpu.counts().startswith("Hadir 1 /")
    assert kpu.table.currentIndex().row() == 1


def test_a_question_mark_is_a_guest_whose_name_nobody_can_read(kpu: AttendanceTab, qtbot: QtBot) -> None:
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "?")
    assert kpu.box.hits() == ["Enter: catat tamu hadir – nama tidak terbaca"]
    qtbot.keyClick(kpu.box, Qt.Key.Key_Return)
    assert "Tamu 1" in kpu.counts()
    assert _texts(kpu, 8)[1] == "(nama tidak terbaca)"


def test_p_notes_when_somebody_leaves_and_takes_it_back(
    session: Session, meeting: UUID, open_tab: Callable[[UUID], AttendanceTab], qtbot: QtBot
) -> None:
    add_guest(session.desk, meeting, name="Ratri Kusuma")
    with frozen(datetime(2024, 10, 3, 4, 5, 59, tzinfo=UTC)):
        tab = open_tab(meeting)
        qtbot.keyClicks(tab.table, "p")
        assert _texts(tab, 0)[_REMARK] == "pulang 11.05"
        assert _states(tab) == ["hadir"]
        qtbot.keyClicks(tab.table, "p")
        assert _texts(tab, 0)[_REMARK] == ""


def test_p_on_another_day_notes_nothing(kpu: AttendanceTab, qtbot: QtBot, messages: list[tuple[str, str]]) -> None:
    qtbot.keyClicks(kpu.table, "h")
    kpu.table.go_to_row(0)
    qtbot.keyClicks(kpu.table, "p")
    assert "hari rapat" in messages[-1][0]
    assert _texts(kpu, 0)[_REMARK] == ""


def test_the_rest_is_absent_only_after_a_question_naming_the_count(
    kpu: AttendanceTab, qtbot: QtBot, door: RecordedDoor, session: Session
) -> None:
    qtbot.keyClicks(kpu.table, "hb")
    door.will_answer(False, True)
    kpu.rest_button.click()
    assert door.asked[0].text == "Catat 6 undangan yang belum dicatat sebagai tidak hadir?"
    assert _states(kpu).count("belum_dicatat") == 6
    kpu.rest_button.click()
    assert _states(kpu) == ["hadir", "berhalangan", *["tidak_hadir"] * 6]
    session.undo()
    assert _states(kpu).count("belum_dicatat") == 6


def test_the_lists_name_who_nobody_came_from_and_lead_there(kpu: AttendanceTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(kpu.table, "h")
    institutions, regions = kpu.counts_line.listed()
    assert (institutions[0], regions[0], len(regions)) == ("KPU Kabupaten Tuban", "Kabupaten Tuban", 7)
    kpu.counts_line.wanted.emit(kpu.model.record(4).id)
    assert kpu.table.currentIndex().row() == 4


def test_w_offers_those_of_the_institution_before_anything_is_typed(
    kpu: AttendanceTab, qtbot: QtBot, session: Session
) -> None:
    seat = kpu.model.record(0)
    post, _ = save_position(session.desk, institution_id=seat.institution_id, title="Sekretaris")
    person, _ = save_person(session.desk, name="Ratri Kusuma")
    save_tenure(session.desk, position_id=post, person_id=person)
    save_person(session.desk, name="Bagus Pratama")
    qtbot.keyClicks(kpu.table, "w")
    assert [hit.label for hit in kpu.people_for(seat)("")] == ["Ratri Kusuma"]
    offered = kpu.representative.picker._popup
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    assert kpu.model.record(0).present_person_id == person


def test_the_box_finds_by_region(
    session: Session, meeting: UUID, open_tab: Callable[[UUID], AttendanceTab], qtbot: QtBot
) -> None:
    polres = search_institutions(session.store, "polres tuban")[0]
    invite(session.desk, meeting, [{"institution_id": polres.id}])
    tab = open_tab(meeting)
    tab.start_check_in()
    qtbot.keyClicks(tab.box, "kabupaten tub")
    assert tab.box.hits() == ["Polres Tuban"]


def test_the_model_keeps_its_promises_to_qt(kpu: AttendanceTab, qtbot: QtBot) -> None:
    QAbstractItemModelTester(kpu.model, QAbstractItemModelTester.FailureReportingMode.Fatal, kpu)
    qtbot.keyClicks(kpu.table, "hh")
    kpu.start_check_in()
    qtbot.keyClicks(kpu.box, "Bagus Pratama, Lurah")
    qtbot.keyClick(kpu.box, Qt.Key.Key_Return)
    assert kpu.model.rowCount() == 9


_FIRST = ("Agus", "Bambang", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hendra")
_LAST = ("Santoso", "Wibowo", "Lestari", "Prasetyo", "Nugroho")
