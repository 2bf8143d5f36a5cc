"""Perlu arahan pimpinan by keyboard: asked at a follow-up or a problem, answered on the board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.base import clock
from desktop.base.settings import Settings
from desktop.models.queries.commitments import commitment, commitments_of
from desktop.models.queries.escalations import awaited_directions, escalation_of
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.escalations import answer_direction, ask_direction
from desktop.services.issues import add_issue
from desktop.ui.bus import ChangeBus
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.directions.board import DirectionBoard
from desktop.ui.directions.dialog import DirectionDialog
from desktop.ui.directions.panel import DirectionPanel
from desktop.ui.issues.page import IssuesPage
from desktop.ui.session import Session

TOPIC = fixed_id("topic", PILKADA)
QUESTION, ANSWER = "Bolehkah dipakai gudang provinsi?", "Pakai gudang provinsi."
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus) -> Iterator[Session]:
    with clock.frozen(datetime(2024, 11, 4, 3, tzinfo=UTC)):
        yield Session(Desk(sqlite_store, "Uji"), None, Settings(tmp_path / "settings.json"), bus)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1110, 620)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def problem(session: Session) -> UUID:
    return add_issue(session.desk, topic_id=TOPIC, text="Gudang tergenang")[0]


def test_answers_are_written_one_after_the_other(qtbot: QtBot, session: Session, example: UUID) -> None:
    first, second = commitments_of(session.store, example)[0].id, problem(session)
    ask_direction(session.desk, "commitment", first, QUESTION, date(2024, 11, 1))
    ask_direction(session.desk, "issue", second, "Perlu pompa?")
    board = DirectionBoard(session)
    shown(qtbot, board)
    board.table.setFocus()
    for answer, left in ((ANSWER, 1), ("Ya, dua pompa.", 0)):
        qtbot.keyClick(board.table, Key.Key_Return)
        qtbot.keyClicks(board.panel.answer, answer)
        qtbot.keyClick(board.panel.answer, Key.Key_Return, Held.ControlModifier)
        assert board.table.rows.rowCount() == left
    assert awaited_directions(session.store) == []
    given = [escalation_of(session.store, *one) for one in (("commitment", first), ("issue", second))]
    assert [one.direction for one in given if one] == [ANSWER, "Ya, dua pompa."]
    session.undo()
    assert board.table.rows.rowCount() == 1
    chips = [" ".join(chip.text().split()) for chip in board.chips.findChildren(QPushButton)]
    assert chips == ["Menunggu arahan 1", "Sudah diberi arahan 1"]


def test_what_is_shown_leads_to_its_page(qtbot: QtBot, session: Session, example: UUID) -> None:
    one = problem(session)
    ask_direction(session.desk, "issue", one, QUESTION)
    board = DirectionBoard(session)
    shown(qtbot, board)
    with qtbot.waitSignal(board.navigate) as led:
        board.show_button.click()
    assert led.args == ["issues", {"issue": one}]


def test_a_follow_up_is_brought_before_the_head_at_its_tab(qtbot: QtBot, session: Session, example: UUID) -> None:
    one = commitments_of(session.store, example)[0].id
    page = CommitmentsPage(session)
    shown(qtbot, page)
    page.open(commitment=one, tab="direction")
    panel = page.findChild(DirectionPanel)
    assert panel is not None
    panel.question.setFocus()
    qtbot.keyClicks(panel.question, QUESTION)
    qtbot.keyClick(panel.question, Key.Key_Return, Held.ControlModifier)
    (waiting,) = awaited_directions(session.store)
    assert (waiting.id, waiting.question) == (one, QUESTION)
    assert panel.badge.accessibleName() == "Menunggu arahan sejak Senin, 4 November 2024"
    panel.question.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.question, " Sampai kapan?")  # changed words save themselves
    panel.flush()
    assert awaited_directions(session.store)[0].question == f"{QUESTION} Sampai kapan?"
    panel.withdraw.click()
    assert awaited_directions(session.store) == []
    assert panel.question.value() == ""


def test_an_answer_becomes_a_follow_up_and_leads_to_it(qtbot: QtBot, session: Session, example: UUID) -> None:
    one = commitments_of(session.store, example)[0].id
    ask_direction(session.desk, "commitment", one, QUESTION)
    answer_direction(session.desk, "commitment", one, ANSWER)
    panel = DirectionPanel(session)
    shown(qtbot, panel)
    panel.show_record("commitment", one)
    with qtbot.waitSignal(panel.made) as made:
        panel.follow_up.click()
    (new,) = made.args or ()
    row = commitment(session.store, new)
    assert row is not None
    assert (row.kind, row.text) == ("arahan", ANSWER)
    panel.again.click()
    assert not panel.form.field("direction").isVisible()
    qtbot.keyClicks(panel.question, "Lalu?")
    panel.confirm()
    assert [waiting.question for waiting in awaited_directions(session.store)] == ["Lalu?"]


def test_an_answer_being_written_outlives_the_program(qtbot: QtBot, session: Session) -> None:
    one = problem(session)
    ask_direction(session.desk, "issue", one, QUESTION)
    panel = DirectionPanel(session)
    shown(qtbot, panel)
    panel.show_record("issue", one)
    qtbot.keyClicks(panel.answer, "Setengah kali")
    panel.flush()
    other = DirectionPanel(session)
    qtbot.addWidget(other)
    other.show_record("issue", one)
    assert other.answer.value() == "Setengah kali"
    other.confirm()
    third = DirectionPanel(session)
    qtbot.addWidget(third)
    third.show_record("issue", one)
    assert third.badge.accessibleName().startswith("Arahan diberikan")


def test_an_empty_question_is_refused_beside_its_field(qtbot: QtBot, session: Session) -> None:
    panel = DirectionPanel(session)
    shown(qtbot, panel)
    panel.show_record("issue", problem(session))
    panel.confirm()
    assert awaited_directions(session.store) == []
    assert "belum diisi" in panel.form._cells["escalation"]._error.text()


def test_a_problem_is_brought_before_the_head_from_kendala(qtbot: QtBot, session: Session) -> None:
    one = problem(session)
    page = IssuesPage(session)
    shown(qtbot, page)
    assert not page.issues.entry.direction_button.isVisible()
    page.issues.entry.show_issue(one)
    assert page.issues.entry.direction_button.text() == "Arahan…"
    page.issues.entry.direction_button.click()
    dialog = page.findChild(DirectionDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.panel.question, QUESTION)
    dialog.panel.do.click()
    assert [waiting.id for waiting in awaited_directions(session.store)] == [one]
    qtbot.keyClick(dialog.panel.answer, Key.Key_Escape)
    assert not dialog.isVisible()
    assert page.issues.entry.direction_button.text() == "Menunggu arahan"
