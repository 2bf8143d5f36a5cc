"""Tutup Topik by keys: an end for one row and for many, what is missing is asked for, and then the topic is closed."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.queries.office import topics
from desktop.models.queries.records import fields_of
from desktop.models.seeds import PILKADA, fixed_id
from desktop.services.issues import add_issue
from desktop.services.topics import add_topic
from desktop.ui.session import Session
from desktop.ui.topics.closing_dialog import ClosingDialog
from desktop.ui.topics.topics_dialog import TopicsDialog

TOPIC = fixed_id("topic", PILKADA)


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[ClosingDialog]:
    add_topic(session.desk, "Pelantikan 2025")
    add_issue(session.desk, topic_id=TOPIC, text="Truk tertahan")
    made = ClosingDialog(session, TOPIC)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def kinds(dialog: ClosingDialog) -> list[str]:
    return [item.kind for item in dialog._open_ones()]


def choose(dialog: ClosingDialog, kind: str) -> UUID:
    """Go to the first row of a kind."""
    seq, item = next((seq, one) for seq, one in dialog.table._items.items() if one.kind == kind)
    dialog.table.select_seq(seq)
    return item.id


def test_a_key_gives_an_end_and_asks_first_for_what_is_missing(dialog: ClosingDialog, session: Session) -> None:
    one = choose(dialog, "tindak_lanjut")
    QTest.keyClicks(dialog.table, "s")
    assert fields_of(session.store, "commitment", one)["ended_how"] == "selesai"
    assert len(kinds(dialog)) == 7
    two = choose(dialog, "tindak_lanjut")
    QTest.keyClicks(dialog.table, "a")
    assert "ke mana" in dialog.hint.text()
    dialog.form.reason.setText("Menunggu pelantikan")
    QTest.keyClick(dialog.form.reason, Qt.Key.Key_Return)
    assert len(kinds(dialog)) == 7  # whereto is still missing
    dialog.form.topic.set_value(next(one.id for one in topics(session.store) if one.id != TOPIC))
    QTest.keyClick(dialog.form.reason, Qt.Key.Key_Return)
    assert fields_of(session.store, "commitment", two)["ended_how"] == "dialihkan"
    dialog.undo_button.click()
    assert fields_of(session.store, "commitment", two)["ended_how"] is None


def test_many_end_at_once_and_the_topic_is_closed_when_nothing_hinders(
    dialog: ClosingDialog, session: Session, qtbot: QtBot, example: UUID
) -> None:
    assert not dialog.close_button.isEnabled()
    dialog.table.selectAll()
    QTest.keyClicks(dialog.table, "t")
    QTest.keyClicks(dialog.form.reason, "Tahapannya sudah lewat")
    QTest.keyClick(dialog.form.reason, Qt.Key.Key_Return)
    assert kinds(dialog) == ["notula"]
    assert dialog.close_button.isEnabled()
    dialog.report.note.setPlainText("Selesai.")
    dialog.reject()
    again = ClosingDialog(session, TOPIC)  # what was written for the closing is found again
    qtbot.addWidget(again)
    assert again.report.note.value() == "Selesai."
    again.close_button.click()
    values = fields_of(session.store, "topic", TOPIC)
    assert values["state"] == "closed"
    assert values["closing_note"].startswith("Selesai.\nNotula “Rapat Koordinasi")
    assert values["closing_note"].endswith("Tahapannya sudah lewat")
    assert again.tabs.currentWidget() is again.report
    assert not again.close_button.isVisibleTo(again)
    qtbot.waitUntil(lambda: again.report.panel.preview.page_count > 0, timeout=20_000)


def test_of_all_chosen_those_end_that_can_and_the_others_are_named(dialog: ClosingDialog) -> None:
    dialog.table.selectAll()
    QTest.keyClicks(dialog.table, "s")
    assert kinds(dialog) == ["notula"]
    assert dialog.fault.text().startswith("1 notula atau formulir tidak ikut")
    QTest.keyClicks(dialog.table, "t")
    assert dialog.fault.isHidden()


def test_what_cannot_end_here_says_how_it_is_done_and_enter_leads_there(
    dialog: ClosingDialog, qtbot: QtBot, example: UUID
) -> None:
    choose(dialog, "notula")
    QTest.keyClicks(dialog.table, "s")
    assert "Tandatangani notulanya" in dialog.fault.text()
    assert dialog.hint.text().startswith("Tombol")  # no reason is awaited for what was refused
    with qtbot.waitSignal(dialog.navigate) as led:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert led.args == ["meetings", {"meeting": example, "tab": "minutes"}]


def test_the_list_of_topics_offers_what_fits_each(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = TopicsDialog(session, TOPIC)
    qtbot.addWidget(dialog)
    dialog.show()
    asked: list[object] = []
    monkeypatch.setattr(dialog, "_ask", asked.append)
    dialog.add_button.click()
    new = asked.pop()
    new.form.field("name").setText("Pilkada serentak 2024")  # type: ignore[attr-defined]
    new.save()  # type: ignore[attr-defined]
    assert "sudah ada" in new.form._cells["name"]._error.text()  # type: ignore[attr-defined]
    new.form.field("name").setText("Banjir 2025")  # type: ignore[attr-defined]
    new.save()  # type: ignore[attr-defined]
    made = dialog.current()
    assert made is not None
    assert (made.name, made.event_label) == ("Banjir 2025", "Hari H")
    dialog.close_or_report()
    asked.pop().close_topic()  # type: ignore[attr-defined]
    assert not dialog.close_button.isVisible()
    dialog.reopen_button.click()
    reopening = asked.pop()
    reopening.form.field("name").setText("Banjir lagi")  # type: ignore[attr-defined]
    reopening._save()  # type: ignore[attr-defined]
    again = dialog.current()
    assert again is not None
    assert again.is_open
