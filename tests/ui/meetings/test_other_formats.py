"""Format lain: a message on the clipboard with one key, a calendar file, and each in the register."""

from __future__ import annotations

import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.issued import issued_of
from desktop.services.formats.chat import addressed_institutions
from desktop.services.meetings import update_meeting
from desktop.services.minutes_life import make_ready
from desktop.ui.meetings.minutes_tab import MinutesTab
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor
from tests.unwritable import FULL, FULL_DISK, HELD, READ_ONLY_DISK, unwritable


@pytest.fixture
def tab(qtbot: QtBot, session: Session, example: UUID) -> MinutesTab:
    made = MinutesTab(session)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_meeting(example)
    return made


def test_one_key_copies_the_result_and_the_register_knows(
    qtbot: QtBot, tab: MinutesTab, session: Session, example: UUID, messages: list[tuple[str, str]]
) -> None:
    tab.setFocus()
    qtbot.keyClick(tab, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert QGuiApplication.clipboard().text().startswith("*HASIL RAPAT*")
    assert "disalin" in messages[-1][0]
    newest = issued_of(session.store, example)[0]
    assert (newest.way, newest.kind, newest.is_draft) == ("salin", "minutes", True)


def test_an_institution_gets_its_own_text(tab: MinutesTab, session: Session, example: UUID) -> None:
    place, _ = addressed_institutions(session.store, example)[0]
    tab.formats.copy_for(place)
    assert "\nYth. " in QGuiApplication.clipboard().text()


def test_a_classified_meeting_is_not_copied(
    tab: MinutesTab, session: Session, example: UUID, messages: list[tuple[str, str]]
) -> None:
    QGuiApplication.clipboard().setText("yang lama")
    session.run(lambda: update_meeting(session.desk, example, security="terbatas"))
    tab.formats.copy_invitation()
    assert QGuiApplication.clipboard().text() == "yang lama"
    assert "terbatas" in messages[-1][0]


def test_the_meeting_goes_into_calendars(
    qtbot: QtBot, tab: MinutesTab, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_choose(tmp_path / "rapat")
    with qtbot.waitSignal(tab.formats.maker.written, timeout=20_000):
        tab.formats.save_calendar()
    calendar = Calendar.from_ical((tmp_path / "rapat.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == 1


def test_the_minutes_become_a_word_file(qtbot: QtBot, tab: MinutesTab, door: RecordedDoor, tmp_path: Path) -> None:
    door.will_choose(tmp_path / "notula")
    with qtbot.waitSignal(tab.formats.maker.written, timeout=20_000):
        tab.formats.save_word()
    document = Document(str(tmp_path / "notula.docx"))
    assert "SALINAN KERJA" in document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("kind", [FULL_DISK, READ_ONLY_DISK, HELD])
def test_a_calendar_that_cannot_be_written_goes_to_another_place(
    qtbot: QtBot, tab: MinutesTab, door: RecordedDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    with unwritable(kind, tmp_path, monkeypatch, "rapat.ics") as place:
        door.will_choose(place.target, tmp_path / "lain.ics")
        door.will_answer(0)
        with qtbot.waitSignal(tab.formats.maker.written, timeout=20_000):
            tab.formats.save_calendar()
        place.assert_told(f"{door.asked[-1].text} {door.asked[-1].detail}")
        place.assert_untouched()
    assert Calendar.from_ical((tmp_path / "lain.ics").read_bytes()).walk("VEVENT")


def test_the_register_knows_a_dossier_only_once_it_is_written(
    qtbot: QtBot, tab: MinutesTab, door: RecordedDoor, tmp_path: Path, session: Session, example: UUID,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with unwritable(FULL, tmp_path, monkeypatch, "rapat.ZIP") as place:
        door.will_choose(place.target)
        door.will_answer(2)
        with qtbot.waitSignal(tab.formats.maker.ended, timeout=60_000):
            tab.formats.save_dossier()
        place.assert_untouched()
        assert issued_of(session.store, example) == []
    door.will_choose(tmp_path / "rapat.ZIP")
    with qtbot.waitSignal(tab.formats.maker.written, timeout=60_000):
        tab.formats.save_dossier()
        make_ready(session.desk, example)
    with zipfile.ZipFile(tmp_path / "rapat.ZIP") as archive:
        assert archive.testzip() is None
    issued = issued_of(session.store, example)
    assert {one.way for one in issued} == {"arsip"}
    assert [one.is_draft for one in issued if one.kind == "minutes"] == [
        True
    ]  # as the minutes were when asked for


def test_the_invitation_pack_is_saved_with_one_question(
    qtbot: QtBot, tab: MinutesTab, door: RecordedDoor, tmp_path: Path, session: Session, example: UUID,
    messages: list[tuple[str, str]],
) -> None:  # fmt: skip
    tab.choose("invitation")
    qtbot.waitUntil(lambda: tab.panel.preview.is_current and bool(tab.panel.preview.pdf), timeout=20_000)
    door.will_choose(tmp_path / "undangan.pdf")
    with qtbot.waitSignal(tab.formats.maker.written, timeout=20_000):
        tab.formats.save_pack()

    (event,) = Calendar.from_ical((tmp_path / "undangan.ics").read_bytes()).walk("VEVENT")
    (title,) = session.store.one("SELECT title FROM meeting")
    message = QGuiApplication.clipboard().text()
    assert (tmp_path / "undangan.pdf").read_bytes().startswith(b"%PDF")
    assert str(event["SUMMARY"]).startswith(title[:30])
    assert title in message
    assert messages[-1][0].startswith(f"Surat dan kalender tersimpan di {tmp_path.name}. Teks WhatsApp disalin")
    assert {one.way for one in issued_of(session.store, example)} == {"simpan", "salin"}
