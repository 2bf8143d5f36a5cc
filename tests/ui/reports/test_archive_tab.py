"""Daftar Arsip: what is not filled in is seen, found, and one key away."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.base.clock import HeldClock
from desktop.services.meetings import create_meeting, update_meeting
from desktop.ui.exports.list_export import ListExport
from desktop.ui.reports.archive_tab import ArchiveTab
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor

WHOLE = {
    "archive_code": "200.2.1",
    "archive_level": "Asli",
    "archive_place": "Lemari 2",
    "archive_retention": "5 tahun",
}


@pytest.fixture
def flood(session: Session, example: UUID) -> UUID:
    """A second meeting, all of whose archive data are there."""
    meeting, _ = create_meeting(session.desk, title="Rapat Banjir", held_on=date(2024, 8, 1))
    update_meeting(session.desk, meeting, minutes_number="12/2024", **WHOLE)
    return meeting


@pytest.fixture
def tab(qtbot: QtBot, session: Session, flood: UUID) -> ArchiveTab:
    made = ArchiveTab(session)
    qtbot.addWidget(made)
    made.resize(1150, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def column(tab: ArchiveTab, key: str) -> list[str]:
    place = [one.key for one in tab.table.rows.columns].index(key)
    return [str(tab.table.rows.index(row, place).data()) for row in range(tab.table.rows.rowCount())]


def press(tab: ArchiveTab, chip: str) -> None:
    found = tab.chips.findChild(QPushButton, chip)
    assert found is not None
    found.click()


def test_every_meeting_is_listed_with_what_it_lacks(tab: ArchiveTab) -> None:
    assert column(tab, "whole") == ["Belum lengkap", "Lengkap"]
    assert column(tab, "title")[1] == "Rapat Banjir (Nomor 12/2024)"
    assert [" ".join(one.text().split()) for one in tab.chips.findChildren(QPushButton)] == [
        "Semua 2", "Lengkap 1", "Belum lengkap 1",
    ]  # fmt: skip


def test_what_is_filled_in_leaves_the_list_of_what_is_not(
    tab: ArchiveTab, session: Session, example: UUID
) -> None:
    press(tab, "kurang")
    assert len(column(tab, "title")) == 1
    session.run(lambda: update_meeting(session.desk, example, **WHOLE))
    assert column(tab, "title") == []


def test_the_place_on_the_shelf_is_found_and_so_is_the_period(tab: ArchiveTab, qtbot: QtBot) -> None:
    tab.search.setText("lemari 2")
    tab.search.searched.emit("lemari 2")
    assert column(tab, "place") == ["Lemari 2"]
    tab.period.setCurrentIndex(1)
    tab.period.edited.emit()
    assert column(tab, "place") == []


def test_seen_again_in_another_month_this_month_is_that_one(tab: ArchiveTab, the_day: HeldClock) -> None:
    tab.period.setCurrentIndex(1)
    tab.period.edited.emit()
    assert (tab.period.words(), len(column(tab, "title"))) == ("September 2024", 1)
    tab.hide()
    the_day.move(timedelta(days=10))
    tab.show()
    assert (tab.period.words(), len(column(tab, "title"))) == ("Oktober 2024", 0)


def test_enter_opens_the_minutes_where_archive_data_are_typed(
    tab: ArchiveTab, qtbot: QtBot, example: UUID
) -> None:
    tab.table.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(tab.navigate) as asked:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert asked.args == ["meetings", {"meeting": example, "tab": "minutes"}]


def test_the_workbook_names_what_is_missing(
    tab: ArchiveTab, qtbot: QtBot, door: RecordedDoor, tmp_path: Path
) -> None:
    export = tab.findChild(ListExport)
    assert export is not None
    door.will_choose(tmp_path / "arsip.xlsx")
    with qtbot.waitSignal(export.written, timeout=20_000):
        export.save()
    assert door.suggested[0].name == "2024-09-26_Daftar-Arsip.xlsx"
    rows = (
        CalamineWorkbook.from_path(tmp_path / "arsip.xlsx").get_sheet_by_index(0).to_python(skip_empty_area=False)
    )
    head = next(row for row in rows if "Kode klasifikasi" in row)
    told = [dict(zip(head, row, strict=True)) for row in rows[rows.index(head) + 1 :]]
    assert [one["Data arsip"] for one in told] == [
        "Belum diisi: kode klasifikasi, tingkat perkembangan, lokasi fisik, retensi", "Lengkap",
    ]  # fmt: skip
    assert (told[1]["Kode klasifikasi"], told[1]["Tanggal"]) == ("200.2.1", date(2024, 8, 1))
