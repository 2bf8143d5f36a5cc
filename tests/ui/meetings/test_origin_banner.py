"""A meeting from another laptop says so where one works with it, and offers the way back of the marks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.exchange.shared_meeting import MARKS, unpack
from desktop.services.meetings import update_meeting
from desktop.services.shared_meeting import share_file, take_shared
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.meetings.preparation_tab import PreparationTab
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor


@pytest.fixture
def shared(session: Session, example: UUID, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """The example meeting as it came from another laptop."""
    monkeypatch.setattr("platform.node", lambda: "NOTULIS-1")
    with frozen(datetime(2024, 9, 25, 20, tzinfo=UTC)):
        take_shared(session.desk, share_file(session.store, example), "rapat")
    return example


@pytest.mark.parametrize("kind", [PreparationTab, AttendanceTab])
def test_a_shared_meeting_says_from_which_laptop_it_came(
    kind: type[PreparationTab | AttendanceTab], session: Session, shared: UUID, qtbot: QtBot
) -> None:
    tab = kind(session)
    qtbot.addWidget(tab)
    tab.show_meeting(shared)
    assert not tab.origin.isHidden()
    assert "(NOTULIS-1), dibuka di sini 26 September 2024." in tab.origin.text()


def test_its_button_writes_the_file_of_marks(
    session: Session, shared: UUID, qtbot: QtBot, door: RecordedDoor, tmp_path: Path
) -> None:
    tab = AttendanceTab(session)
    qtbot.addWidget(tab)
    tab.show_meeting(shared)
    tab.resize(1150, 700)
    tab.show()
    back = tmp_path / "pintu.rakor-hadir"
    door.will_choose(back)
    key = next(one for one in tab.origin.findChildren(QPushButton))
    assert key.text() == "Kirim balik kehadiran…"
    qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(back.exists)
    assert unpack(back.read_bytes(), MARKS, back.name).content["meeting"] == str(shared)


def test_a_meeting_of_our_own_says_nothing(session: Session, example: UUID, qtbot: QtBot) -> None:
    tab = AttendanceTab(session)
    qtbot.addWidget(tab)
    tab.show_meeting(example)
    assert tab.origin.isHidden()


def test_a_copy_is_checked_in_its_preparation_and_not_at_the_door(
    session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    update_meeting(session.desk, meeting, copied_from="Rakor I")
    tabs = PreparationTab(session), AttendanceTab(session)
    for tab in tabs:
        qtbot.addWidget(tab)
        tab.show_meeting(meeting)
    assert [tab.origin.isHidden() for tab in tabs] == [False, True]


def test_a_list_that_comes_while_the_meeting_is_open_is_told_at_once(
    session: Session, example: UUID, qtbot: QtBot
) -> None:
    tab = AttendanceTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    tab.show_meeting(example)
    session.make(lambda: take_shared(session.desk, share_file(session.store, example), "rapat"))
    assert not tab.origin.isHidden()
