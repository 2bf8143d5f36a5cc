"""The list of meetings: found, ordered, opened, made, taken in, deleted and brought back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models import seeds
from desktop.models.queries.meetings import latest_meeting, meeting_head
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.minutes_life import make_ready
from desktop.ui.meetings.list_page import MeetingListPage
from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField
from tests.ui.conftest import RecordedDoor


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> MeetingListPage:
    for title, day, state in (
        ("Rapat Koordinasi Banjir", date(2024, 3, 4), "siap"),
        ("Evaluasi Arus Mudik", date(2024, 5, 6), "konsep"),
        ("Bahasan Stunting", date(2024, 4, 5), "konsep"),
    ):
        meeting, _ = create_meeting(session.desk, title=title, held_on=day)
        if state == "siap":
            make_ready(session.desk, meeting)
    made = MeetingListPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _column(page: MeetingListPage, number: int) -> list[str]:
    model = page.table.rows
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_the_latest_meeting_stands_first(page: MeetingListPage) -> None:
    assert _column(page, 0) == ["Sen, 6 Mei 2024", "Jum, 5 Apr 2024", "Sen, 4 Mar 2024"]


def test_a_click_on_the_header_orders_by_name(page: MeetingListPage, qtbot: QtBot) -> None:
    page.table.header.sort_wanted.emit("title", False)
    assert _column(page, 1) == ["Bahasan Stunting", "Evaluasi Arus Mudik", "Rapat Koordinasi Banjir"]


def test_typing_finds_meetings(page: MeetingListPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "stunt")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert _column(page, 1) == ["Bahasan Stunting"]


def test_a_chip_shows_one_status(page: MeetingListPage, qtbot: QtBot) -> None:
    chip = page.chips.findChild(object, "siap")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert _column(page, 3) == ["Siap ditandatangani"]


def test_enter_opens_the_meeting(page: MeetingListPage, qtbot: QtBot, session: Session) -> None:
    page.table.setFocus()
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    head = meeting_head(session.store, opened.args[0])
    assert head is not None
    assert head.title == "Evaluasi Arus Mudik"


def test_delete_is_told_and_one_undo_brings_the_meeting_back(
    page: MeetingListPage, qtbot: QtBot, session: Session, messages: list[tuple[str, str]]
) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert messages[0][0] == "Rapat dihapus: Evaluasi Arus Mudik"
    assert len(_column(page, 1)) == 2
    session.undo()
    assert "Evaluasi Arus Mudik" in _column(page, 1)


def test_ctrl_n_asks_for_name_and_day_only(page: MeetingListPage, qtbot: QtBot, session: Session) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(NewMeetingDialog)
    assert isinstance(dialog, NewMeetingDialog)
    qtbot.keyClicks(dialog.form.field("title"), "Rapat Logistik")
    day = dialog.form.field("held_on")
    assert isinstance(day, DateField)
    day.clear()
    qtbot.keyClicks(day, "3/10/2024")
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(day, Qt.Key.Key_Return)
    head = meeting_head(session.store, opened.args[0])
    assert head is not None
    assert (head.title, head.held_on) == ("Rapat Logistik", date(2024, 10, 3))


def test_a_meeting_without_a_name_is_refused_beside_the_field(session: Session, qtbot: QtBot) -> None:
    dialog = NewMeetingDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.form.field("title"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "Nama rapat belum diisi." in dialog.form.field("title").accessibleDescription()


def test_an_imported_meeting_is_reported_and_opened(
    page: MeetingListPage, qtbot: QtBot, door: RecordedDoor
) -> None:
    door.will_choose(seeds.example_meeting_file())
    with qtbot.waitSignal(page.opened):
        page.import_meeting()
    assert door.asked[0].text == "Rapat sudah diimpor."
    assert "4 orang" in door.asked[0].detail


def test_the_same_meeting_is_not_taken_in_twice(
    page: MeetingListPage, example: UUID, qtbot: QtBot, door: RecordedDoor
) -> None:
    door.will_choose(seeds.example_meeting_file())
    with qtbot.waitSignal(page.opened) as opened:
        page.import_meeting()
    assert opened.args == [example]
    assert door.asked[0].text == "Rapat ini sudah ada."


def test_a_file_that_is_no_meeting_is_named_and_nothing_happens(
    page: MeetingListPage, door: RecordedDoor, tmp_path: Path, messages: list[tuple[str, str]]
) -> None:
    other = tmp_path / "lain.json"
    other.write_text('{"meeting": {}}', encoding="utf-8")
    door.will_choose(other)
    page.import_meeting()
    assert messages[0][0].startswith("meeting.title:")


def test_an_empty_list_says_what_to_do(session: Session, qtbot: QtBot) -> None:
    page = MeetingListPage(session)
    qtbot.addWidget(page)
    page.show()
    words = [label.text() for label in page.findChildren(object) if hasattr(label, "text")]  # type: ignore[attr-defined]
    assert any("Ctrl+N" in str(text) for text in words)


def test_a_cancelled_meeting_is_marked_in_words(page: MeetingListPage, session: Session) -> None:
    meeting = latest_meeting(session.store)
    assert meeting is not None
    session.run(lambda: update_meeting(session.desk, meeting, cancelled=True))
    assert _column(page, 3)[0] == "Dibatalkan"
