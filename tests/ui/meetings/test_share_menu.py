"""The list goes to a second laptop and its marks come back through the files one chooses."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.base import clock
from desktop.base.settings import Settings
from desktop.models import opening, seeds
from desktop.models.queries.attendance import participants
from desktop.services.attendance import mark
from desktop.services.desk import Desk
from desktop.services.shared_meeting import differences
from desktop.ui.bus import ChangeBus
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.meetings.import_meeting import MeetingImport
from desktop.ui.meetings.share_menu import ShareMenu
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor
from tests.unwritable import FULL_DISK, unwritable


def test_a_meeting_goes_to_the_door_and_its_marks_come_back(
    qtbot: QtBot,
    session: Session,
    example: UUID,
    tmp_path: Path,
    door: RecordedDoor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tab = AttendanceTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    tab.show_meeting(example)
    out, back = tmp_path / "a.rakor-rapat", tmp_path / "a.rakor-hadir"
    door.will_choose(out)
    tab.sharing.share()
    qtbot.waitUntil(out.exists)

    monkeypatch.setenv("RAKOR_CONFIG", str(tmp_path / "config-b"))
    store = opening.open_folder(tmp_path / "b", found=seeds.found_office)
    other = Session(Desk(store, "Pintu"), None, Settings(tmp_path / "b.json"), ChangeBus())
    door.will_choose(out)
    assert MeetingImport(other).run() == example
    seats = participants(store, example)
    with clock.frozen(datetime(2024, 9, 26, 3, tzinfo=UTC)):
        mark(other.desk, [seats[1].id, seats[2].id], "berhalangan")
    menu = ShareMenu(other)
    qtbot.addWidget(menu)
    menu.meeting = example
    door.will_choose(back)
    menu.send_back()
    qtbot.waitUntil(back.exists)
    opening.close(store)

    door.will_choose(back)
    door.will_answer(0, 1)  # the first as at the door, the second as here
    tab.sharing.receive()
    states = [seat.state for seat in participants(session.store, example)]
    assert (states[1], states[2]) == ("berhalangan", "hadir")
    assert differences(session.store, example) == []


def test_a_full_stick_costs_the_shared_meeting_nothing(
    qtbot: QtBot, session: Session, example: UUID, tmp_path: Path, door: RecordedDoor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    menu = ShareMenu(session)
    qtbot.addWidget(menu)
    menu.meeting = example
    other = tmp_path / "b.rakor-rapat"
    with unwritable(FULL_DISK, tmp_path, monkeypatch, "a.rakor-rapat") as stick:
        door.will_choose(stick.target, other)
        door.will_answer(0)
        menu.share()
        qtbot.waitUntil(other.exists)
        stick.assert_told(f"{door.asked[-1].text} {door.asked[-1].detail}")
        stick.assert_untouched()


def test_a_file_that_is_none_is_said_and_changes_nothing(
    qtbot: QtBot, session: Session, example: UUID, tmp_path: Path, door: RecordedDoor
) -> None:
    (tmp_path / "foto.rakor-hadir").write_bytes(b"\xff\xd8\xff foto")
    menu = ShareMenu(session)
    qtbot.addWidget(menu)
    menu.meeting = example
    door.will_choose(tmp_path / "foto.rakor-hadir")
    with qtbot.waitSignal(session.bus.message) as told:
        menu.receive()
    assert "bukan berkas kehadiran" in told.args[0]
