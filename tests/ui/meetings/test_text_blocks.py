"""Ready sentences: found while typing, put in at the caret, changed in a list of the office's own."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.text_blocks import text_blocks
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.meetings.text_block_dialog import TextBlockDialog
from desktop.ui.session import Session

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def tab(qtbot: QtBot, session: Session, meeting: UUID) -> CaptureTab:
    tab = CaptureTab(session)
    qtbot.addWidget(tab)
    tab.resize(1100, 560)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.show_meeting(meeting)
    tab.focus_line()
    return tab


def test_a_sentence_is_found_by_its_words_and_the_caret_goes_where_it_is_open(
    qtbot: QtBot, tab: CaptureTab
) -> None:
    qtbot.keyClicks(tab.bar.line, "Bahwa")
    qtbot.keyClick(tab.bar.line, Key.Key_Period, Held.ControlModifier)
    qtbot.keyClicks(tab.text_blocks.search, "rapat ditutup")
    qtbot.keyClick(tab.text_blocks.search, Key.Key_Return)
    assert tab.text_blocks.isHidden()
    assert tab.bar.line.value() == "Bahwa Rapat ditutup pukul … oleh …"
    qtbot.keyClicks(tab.bar.line, "11.30")
    assert tab.bar.line.value() == "Bahwa Rapat ditutup pukul 11.30 oleh …"


def test_arrows_choose_and_escape_leaves_the_line_alone(qtbot: QtBot, tab: CaptureTab, session: Session) -> None:
    tab.text_blocks.open()
    qtbot.keyClick(tab.text_blocks.search, Key.Key_Escape)
    assert tab.bar.line.value() == ""
    tab.text_blocks.open()
    qtbot.keyClick(tab.text_blocks.search, Key.Key_Down)
    qtbot.keyClick(tab.text_blocks.search, Key.Key_Return)
    assert tab.bar.line.value() == text_blocks(session.store)[1].text


def test_the_office_keeps_its_own_list(qtbot: QtBot, session: Session) -> None:
    dialog = TextBlockDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.line, "Demi kelancaran, mohon ...")
    qtbot.keyClick(dialog.line, Key.Key_Return)
    assert text_blocks(session.store)[-1].text == "Demi kelancaran, mohon …"
    last = dialog.model.rowCount() - 1
    assert dialog.table.currentIndex().row() == last
    qtbot.keyClick(dialog.table, Key.Key_Up, Held.AltModifier)
    assert text_blocks(session.store)[last - 1].text == "Demi kelancaran, mohon …"
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert len(text_blocks(session.store)) == last
    session.undo()
    assert dialog.model.rowCount() == last + 1
    dialog.accept()
