"""What is typed in a meeting of a closed topic is refused with the reason, and nothing typed is lost."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.queries.attendance import participants
from desktop.models.queries.closing import open_items
from desktop.models.queries.discussion import statements
from desktop.models.seeds import PILKADA, fixed_id
from desktop.services.topic_closing import End, close_topic, end_items, reopen_topic
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.meetings.page import MeetingsPage
from desktop.ui.session import Session
from desktop.ui.topics.closed_banner import ClosedBanner

TOPIC = fixed_id("topic", PILKADA)


def test_a_meeting_of_a_closed_topic_says_so_and_takes_nothing(
    session: Session, example: UUID, qtbot: QtBot
) -> None:
    said: list[str] = []
    session.bus.message.connect(lambda text, _tone: said.append(text))
    page = MeetingsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.open(meeting=example, tab="capture")
    banner = page.findChildren(ClosedBanner)[0]
    assert banner.isHidden()
    desk, store = session.desk, session.store
    session.run(lambda: end_items(
        desk, TOPIC, [one for one in open_items(store, TOPIC) if one.kind == "tindak_lanjut"], End("selesai")
    ))  # fmt: skip
    session.run(lambda: close_topic(desk, TOPIC, left={example: "Sudah lewat"}))
    assert "Topik ditutup pada 20 Desember 2024" in banner.text()
    assert not banner.isHidden()
    before = len(statements(store, example)), participants(store, example)
    tab = page.findChildren(CaptureTab)[0]
    QTest.keyClicks(tab.bar.line, "Tambahan sesudah ditutup")
    QTest.keyClick(tab.bar.line, Qt.Key.Key_Return)
    assert "sudah ditutup pada 20 Desember 2024" in said[-1]
    assert "Tambahan sesudah ditutup" in tab.bar.line.toPlainText()
    page.open(meeting=example, tab="attendance")
    page.open(meeting=example, tab="preparation")
    assert (len(statements(store, example)), participants(store, example)) == before
    session.run(lambda: reopen_topic(desk, TOPIC, "Ada PSU"))
    assert banner.isHidden()


def test_undo_of_what_was_done_before_is_refused_with_the_reason_until_it_is_open_again(session: Session) -> None:
    said: list[str] = []
    session.bus.message.connect(lambda text, _tone: said.append(text))
    desk = session.desk
    open_ones = [one for one in open_items(session.store, TOPIC) if one.kind == "tindak_lanjut"]
    session.run(lambda: end_items(desk, TOPIC, open_ones, End("selesai")))
    close_topic(desk, TOPIC, left={one.id: "x" for one in open_items(session.store, TOPIC)})  # on another computer
    session.undo()
    assert "sudah ditutup" in said[-1]
    reopen_topic(desk, TOPIC, "Ada PSU")
    session.undo()
    assert len(open_items(session.store, TOPIC)) == 7
