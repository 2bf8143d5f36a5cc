"""Notula: what can be chosen for the minutes, and the keys that save them."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.journal import writing
from desktop.models.tables import Meeting
from desktop.ui.meetings.minutes_tab import MinutesTab
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.fields import ChoiceField
from tests.ui.conftest import RecordedDoor


@pytest.fixture
def tab(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MinutesTab:
    made = MinutesTab(session)
    qtbot.addWidget(made)
    monkeypatch.setattr(made.preview, "show_paper", lambda _gather: None)  # no paper is looked at here
    return made


def offered(tab: MinutesTab) -> tuple[list[str], str]:
    (field,) = [one for one in tab.findChildren(ChoiceField) if "Konsep" in _labels(one)]
    return _labels(field), field.currentText()


def _labels(field: ChoiceField) -> list[str]:
    return [field.itemText(row) for row in range(field.count())]


def test_signed_is_not_a_state_to_choose(tab: MinutesTab, meeting: UUID) -> None:
    tab.show_meeting(meeting)
    assert offered(tab) == (["Konsep", "Dikoreksi", "Siap ditandatangani"], "Konsep")


def test_minutes_marked_as_signed_before_still_say_so(tab: MinutesTab, session: Session, meeting: UUID) -> None:
    with writing(session.store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, state="ditandatangani")
    tab.show_meeting(meeting)
    assert offered(tab)[1] == "Ditandatangani"


def test_what_was_half_typed_for_one_meeting_is_not_taken_to_another(
    tab: MinutesTab, session: Session, meeting: UUID, example: UUID, qtbot: QtBot
) -> None:
    tab.show_meeting(meeting)
    day = tab.findChild(DateField)
    assert day is not None
    qtbot.keyClicks(day, "31 feb")
    tab.show_meeting(example)
    assert day.text() == ""


def test_ctrl_s_saves_the_paper_on_screen(
    tab: MinutesTab, meeting: UUID, qtbot: QtBot, door: RecordedDoor, tmp_path: Path
) -> None:
    with qtbot.waitActive(tab):
        tab.show()
    tab.show_meeting(meeting)
    tab.preview.made.emit(b"%PDF")
    tab.setFocus()
    door.will_choose(tmp_path / "notula.pdf")
    qtbot.keyClick(tab.preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "notula.pdf").exists()
