"""Perlu dihubungi by keyboard: copied, noted, gone from the list, back after a week, and late all along."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.base import clock
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.contacts import due_parts
from desktop.models.queries.register import commitment_count
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment
from desktop.services.meetings import create_meeting
from desktop.ui.commitments.contact_board import ContactBoard
from desktop.ui.commitments.due_calendar import DueCalendar
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor

TODAY = date(2024, 12, 2)
KPU, TUBAN = "KPU Provinsi Jawa Timur", "KPU Kabupaten Tuban"
Key = Qt.Key


def task(session: Session, text: str, *to: str, due: int = -3, **values: Any) -> UUID:
    named = [one for words in to for one in addressees_named(session.store, words)]
    day = TODAY + timedelta(days=due)
    return add_commitment(
        session.desk, kind="arahan", text=text, to=named, due_date=day, due_source="disepakati", **values
    )[0]  # fmt: skip


@pytest.fixture
def board(qtbot: QtBot, session: Session) -> ContactBoard:
    """KPU of the province has two things to do, KPU Tuban one."""
    task(session, "Kirim data gudang", KPU, TUBAN, due=-3)
    task(session, "Distribusi kotak", KPU, due=4)
    made = ContactBoard(session)
    qtbot.addWidget(made)
    made.resize(1110, 620)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.table.setFocus()
    return made


def listed(board: ContactBoard) -> list[str]:
    model = board.table.rows
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chips(board: ContactBoard) -> list[str]:
    return [" ".join(chip.text().split()) for chip in board.chips.findChildren(QPushButton)]


def test_copied_noted_and_waited_for_by_three_keys(
    qtbot: QtBot, board: ContactBoard, session: Session, messages: list[tuple[str, str]]
) -> None:
    assert listed(board) == [f"Ketua {KPU}", f"Ketua {TUBAN}"]
    assert board.table.rows.index(0, 1).data() == "1 terlambat · 1 segera"
    qtbot.keyClick(board.table, Key.Key_S)
    text = QGuiApplication.clipboard().text()
    assert text == board.card.text.toPlainText()
    assert f"Yth. Ketua {KPU}" in text
    assert "disalin" in messages[-1][0]
    assert session.store.rows("SELECT way, meeting_id FROM issued_paper") == [("salin", None)]

    late = commitment_count(session.store, today=TODAY).late
    board.card.form.field("note").set_value("Bu Ani")
    qtbot.keyClick(board.table, Key.Key_H)
    assert listed(board) == [f"Ketua {TUBAN}"]
    assert chips(board) == ["Perlu dihubungi 1", "Sudah dihubungi 1"]
    current = board.current()
    assert current is not None
    assert current.to == f"Ketua {TUBAN}"  # whoever comes next is in hand
    assert board.card.form.values()["note"] == ""
    assert commitment_count(session.store, today=TODAY).late == late == 1
    session.undo()
    assert len(listed(board)) == 2


def test_who_was_asked_returns_after_the_days_chosen(qtbot: QtBot, board: ContactBoard, session: Session) -> None:
    for _ in range(2):
        qtbot.keyClick(board.table, Key.Key_H)
    assert listed(board) == []
    with clock.frozen(datetime(2024, 12, 5, 3, tzinfo=UTC)):
        board.hide()
        board.show()
        assert listed(board) == []
        board.again.setFocus()
        qtbot.keyClick(board.again, Key.Key_Home)  # one day
        board.again.edited.emit()
        assert len(listed(board)) == 2
        other = ContactBoard(session)
        qtbot.addWidget(other)
        assert other.again.value() == 1


def test_a_mistake_is_taken_away_where_it_stands(qtbot: QtBot, board: ContactBoard, session: Session) -> None:
    qtbot.keyClick(board.table, Key.Key_H)
    qtbot.mouseClick(board.chips.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert listed(board) == [f"Ketua {KPU}"]
    assert board.table.rows.index(0, 3).data() == "2 Des 2024"
    assert "WhatsApp" in board.card._note.text()
    board.table.setFocus()
    qtbot.keyClick(board.table, Key.Key_Delete)
    assert listed(board) == []
    assert not any(one.contacted_on for one in due_parts(session.store, TODAY))


def test_shift_s_copies_all_an_institution_has_open(qtbot: QtBot, board: ContactBoard, session: Session) -> None:
    task(session, "Evaluasi tahunan", KPU, due=90)
    qtbot.keyClick(board.table, Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("*TINDAK LANJUT RAPAT*")
    assert "Evaluasi tahunan" in text


def test_what_is_classified_is_not_copied_but_stands_on_the_board(
    qtbot: QtBot, session: Session, board: ContactBoard, messages: list[tuple[str, str]]
) -> None:
    secret, _ = create_meeting(session.desk, title="Rakor Rawan", held_on=TODAY, security="rahasia")
    session.make(lambda: (None, add_secret(session, secret)))
    QGuiApplication.clipboard().setText("yang lama")
    assert listed(board)[0] == "Kapolda Jawa Timur"
    qtbot.keyClick(board.table, Key.Key_Home)
    assert not board.card.copy_button.isEnabled()
    assert "sampaikan lewat surat" in board.card._note.text()
    qtbot.keyClick(board.table, Key.Key_S)
    assert QGuiApplication.clipboard().text() == "yang lama"
    assert "WhatsApp" in messages[-1][0]


def add_secret(session: Session, meeting: UUID) -> Any:
    to = addressees_named(session.store, "Polda Jawa Timur")
    return add_commitment(
        session.desk, kind="arahan", text="Plotting", to=to, meeting_id=meeting,
        due_date=TODAY - timedelta(days=20), due_source="disepakati",
    )[1]  # fmt: skip


def test_enter_opens_the_oldest_of_them_and_a_way_that_makes_no_sense_is_refused(
    qtbot: QtBot, board: ContactBoard, session: Session
) -> None:
    first = board.current()
    assert first is not None
    with qtbot.waitSignal(board.navigate) as led:
        qtbot.keyClick(board.table, Key.Key_Return)
    assert led.args == ["commitments", {"commitment": first.parts[0].commitment_id}]
    day = board.card.form.field("contacted_on")
    day.setFocus()
    day.setText("5 Januari 2025")
    qtbot.keyClick(day, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(listed(board)) == 2
    day.setText("kemarin")
    qtbot.keyClick(day, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(listed(board)) == 1
    note = board.card.form.field("note")
    note.setFocus()
    qtbot.keyClick(note, Key.Key_Escape)
    assert board.table.hasFocus()


def test_due_days_of_an_institution_or_a_filter_go_into_a_calendar(
    qtbot: QtBot, board: ContactBoard, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_choose(tmp_path / "semua")
    filtered = DueCalendar(session)
    qtbot.addWidget(filtered)
    filtered.show_filter(CommitmentFilter(text="distribusi"))
    with qtbot.waitSignal(filtered.maker.written, timeout=20_000):
        filtered.save_file()
    (day,) = Calendar.from_ical((tmp_path / "semua.ics").read_bytes()).walk("VEVENT")
    assert str(day["SUMMARY"]) == "Batas waktu: Distribusi kotak"

    door.will_choose(tmp_path / "batas")
    with qtbot.waitSignal(board.calendar.maker.written, timeout=20_000):
        board.calendar.save_of_one()
    days = Calendar.from_ical((tmp_path / "batas.ics").read_bytes()).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in days] == [
        "Batas waktu: Kirim data gudang", "Batas waktu: Distribusi kotak",
    ]  # fmt: skip
