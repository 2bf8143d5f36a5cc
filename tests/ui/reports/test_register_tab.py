"""Surat & Berkas Terbit: what left the program, what became of it, and where it belongs."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.base.clock import HeldClock
from desktop.services.issued import note_issued
from desktop.services.meetings import create_meeting
from desktop.services.minutes_life import make_ready
from desktop.ui.exports.list_export import ListExport
from desktop.ui.reports.register_tab import RegisterTab
from desktop.ui.session import Session
from desktop.ui.verify_dialog import VerifyDialog
from tests.ui.conftest import RecordedDoor


@pytest.fixture
def issued(session: Session, example: UUID, the_day: HeldClock) -> UUID:
    """Two attendance sheets, a draft of the minutes and final ones, a recap; one minute apart."""
    desk = session.desk
    for kind, title, content, meeting in (
        ("attendance-sheet", "Daftar Hadir", b"1", example),
        ("attendance-sheet", "Daftar Hadir", b"2", example),
        ("minutes", "Notula", b"3", example),
        ("recap", "Rekapitulasi September 2024", b"4", None),
    ):
        note_issued(desk, kind, title, "cetak", content, meeting=meeting, pages=2)
        the_day.move(timedelta(minutes=1))
    make_ready(desk, example)
    note_issued(desk, "minutes", "Notula", "simpan", b"5", meeting=example, file_name="notula.pdf")
    return example


@pytest.fixture
def tab(qtbot: QtBot, session: Session, issued: UUID) -> RegisterTab:
    made = RegisterTab(session)
    qtbot.addWidget(made)
    made.resize(1150, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def column(tab: RegisterTab, key: str) -> list[str]:
    place = [one.key for one in tab.table.rows.columns].index(key)
    return [str(tab.table.rows.index(row, place).data()) for row in range(tab.table.rows.rowCount())]


def search(tab: RegisterTab, text: str) -> None:
    tab.search.setText(text)
    tab.search.searched.emit(text)


def test_the_newest_paper_is_first_and_each_says_what_it_is_today(tab: RegisterTab) -> None:
    assert list(zip(column(tab, "title"), column(tab, "standing"), column(tab, "version"), strict=True)) == [
        ("Notula", "Naskah berlaku", "Versi pertama"),
        ("Rekapitulasi September 2024", "Terbaru", ""),
        ("Notula", "Konsep", ""),
        ("Daftar Hadir", "Terbaru", ""),
        ("Daftar Hadir", "Sudah diganti", ""),
    ]


def test_only_kinds_that_were_issued_can_be_chosen(tab: RegisterTab) -> None:
    assert [tab.kind.itemText(row) for row in range(tab.kind.count())] == [
        "Semua surat", "Daftar Hadir", "Notula", "Rekapitulasi",
    ]  # fmt: skip
    tab.kind.set_value("recap")
    tab.kind.edited.emit()
    assert column(tab, "title") == ["Rekapitulasi September 2024"]


def test_a_paper_is_found_by_its_file_its_hash_and_its_meeting(tab: RegisterTab) -> None:
    search(tab, "notula.pdf")
    assert len(column(tab, "title")) == 1
    search(tab, "4b227777")  # SHA-256 of "4"
    assert column(tab, "title") == ["Rekapitulasi September 2024"]
    search(tab, "koordinasi pilkada")
    assert len(column(tab, "title")) == 4


def test_a_meeting_can_be_asked_for_from_elsewhere(tab: RegisterTab, session: Session, issued: UUID) -> None:
    search(tab, "rekap")
    tab.open(meeting=issued)
    assert set(column(tab, "title")) == {"Notula", "Daftar Hadir"}
    other, _ = create_meeting(session.desk, title="Lain", held_on=date(2024, 9, 1))
    tab.open(meeting=other)
    assert column(tab, "title") == []


def test_a_paper_of_another_month_is_not_in_this_period(tab: RegisterTab) -> None:
    for key, found in (("bulan_ini", 5), ("bulan_lalu", 0)):
        tab.period.setCurrentIndex(tab.period._values.index(key))
        tab.period.edited.emit()
        assert len(column(tab, "title")) == found


def test_enter_opens_what_the_paper_belongs_to(tab: RegisterTab, qtbot: QtBot, issued: UUID) -> None:
    tab.table.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(tab.navigate) as asked:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert asked.args == ["meetings", {"meeting": issued, "tab": "minutes"}]
    qtbot.keyClick(tab.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(tab.navigate) as asked:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert asked.args == ["reports", {"tab": "recap"}]


def test_enter_on_a_paper_of_the_office_leads_to_where_it_is_made(
    tab: RegisterTab, session: Session, qtbot: QtBot
) -> None:
    made_at = {
        "situation": ["issues", {"tab": "situation"}],
        "conclusions": ["reports", {"tab": "conclusions"}],
        "follow-ups": ["commitments", {"view": "cetak"}],
    }
    for kind in made_at:
        note_issued(session.desk, kind, f"Surat {kind}", "simpan", kind.encode())
    tab.refill()
    for kind, place in made_at.items():
        tab.kind.set_value(kind)
        tab.kind.edited.emit()
        tab.table.selectRow(0)
        with qtbot.waitSignal(tab.navigate) as asked:
            qtbot.keyClick(tab.table, Qt.Key.Key_Return)
        assert asked.args == place


def test_a_paper_in_the_hand_is_verified_from_here(tab: RegisterTab, qtbot: QtBot) -> None:
    seen: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, VerifyDialog)
        seen.append(dialog.windowTitle())
        dialog.accept()

    QTimer.singleShot(0, close)
    next(one for one in tab.findChildren(QPushButton) if one.text() == "Periksa surat…").click()
    assert seen == ["Periksa surat"]


def test_the_workbook_has_the_whole_hash_and_says_what_was_filtered(
    tab: RegisterTab, qtbot: QtBot, door: RecordedDoor, tmp_path: Path
) -> None:
    tab.kind.set_value("recap")
    tab.kind.edited.emit()
    export = tab.findChild(ListExport)
    assert export is not None
    door.will_choose(tmp_path / "register.xlsx")
    with qtbot.waitSignal(export.written, timeout=20_000):
        export.save()
    rows = CalamineWorkbook.from_path(tmp_path / "register.xlsx").get_sheet_by_index(0).to_python()
    text = [str(cell) for row in rows for cell in row]
    assert "Saringan: Rekapitulasi" in text
    assert "4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a" in text
