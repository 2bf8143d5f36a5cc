"""Notula: which states can be chosen for the minutes."""

from __future__ import annotations

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.journal import writing
from desktop.models.tables import Meeting
from desktop.ui.meetings.minutes_tab import MinutesTab
from desktop.ui.session import Session
from desktop.ui.widgets.fields import ChoiceField


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
