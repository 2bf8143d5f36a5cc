"""Rapat baru: blank, from the last meeting of its forum, from any meeting, or from a template."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.base.clock import today
from desktop.models.queries.attendance import participants
from desktop.models.queries.discussion import agenda
from desktop.models.queries.office import forums
from desktop.models.queries.records import fields_of
from desktop.services.meeting_copies import new_meeting
from desktop.services.meeting_pattern import pattern_of
from desktop.services.templates import save_template
from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
from desktop.ui.session import Session
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.picker_field import PickerField


@pytest.fixture
def series(session: Session, example: UUID) -> UUID:
    """The example as a series: again on two Thursdays, two weeks apart."""
    pattern = pattern_of(session.store, example)
    for day in (10, 24):
        made, _ = new_meeting(
            session.desk,
            title=f"Rakor {day}",
            held_on=date(2024, 10, day),
            forum_name="Forum Uji",
            pattern=pattern,
        )
    return made.meeting


@pytest.fixture
def dialog(session: Session, series: UUID, qtbot: QtBot) -> NewMeetingDialog:
    save_template(session.desk, series, "Bulanan")
    made = NewMeetingDialog(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _type(dialog: NewMeetingDialog, qtbot: QtBot, key: str, words: str) -> None:
    field = dialog.form.field(key)
    field.setFocus()
    qtbot.keyClicks(field, words)


def _start_with(dialog: NewMeetingDialog, qtbot: QtBot, words: str) -> None:
    """Choose by the keyboard what the meeting begins with."""
    field = dialog.form.field("start")
    assert isinstance(field, ChoiceField)
    field.setFocus()
    for _ in range(field.count()):
        if field.currentText().startswith(words):
            return
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.currentText().startswith(words)


def _made(dialog: NewMeetingDialog, qtbot: QtBot) -> UUID:
    with qtbot.waitSignal(dialog.made) as made:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    found: UUID = made.args[0]
    return found


def test_a_new_forum_is_made_with_its_first_meeting(
    dialog: NewMeetingDialog, session: Session, qtbot: QtBot
) -> None:
    _type(dialog, qtbot, "title", "Rapat Perdana")
    _type(dialog, qtbot, "forum", "Forum Banjir")
    meeting = _made(dialog, qtbot)
    assert "Forum Banjir" in [row.name for row in forums(session.store)]
    fields = fields_of(session.store, "meeting", meeting)
    assert (fields["forum_id"] is not None, fields["copied_from"]) == (True, None)
    session.undo()
    assert "Forum Banjir" not in [row.name for row in forums(session.store)]


def test_the_last_meeting_of_the_forum_is_copied_on_the_proposed_day(
    dialog: NewMeetingDialog, session: Session, series: UUID, qtbot: QtBot
) -> None:
    _type(dialog, qtbot, "forum", "Forum Uji")
    dialog.form.field("held_on").setFocus()
    qtbot.waitUntil(dialog.propose.isVisible)
    assert "tiap 2 minggu, Kamis" in dialog.propose.text()
    qtbot.keyClick(dialog.propose, Qt.Key.Key_Space)
    _start_with(dialog, qtbot, "Rapat terakhir forum ini (24")
    meeting = _made(dialog, qtbot)
    fields = fields_of(session.store, "meeting", meeting)
    assert fields["held_on"] >= today()
    assert fields["held_on"].weekday() == 3
    assert (fields["title"], fields["copied_from"]) == ("Rakor 24", "Rakor 24")
    assert len(agenda(session.store, meeting)) == len(agenda(session.store, series)) > 0


def test_any_meeting_can_be_copied_and_only_what_is_ticked(
    dialog: NewMeetingDialog, session: Session, qtbot: QtBot
) -> None:
    _start_with(dialog, qtbot, "Salinan dari rapat")
    source = dialog.form.field("source")
    assert isinstance(source, PickerField)
    source.setFocus()
    qtbot.keyClicks(source, "rakor 10")
    qtbot.keyClick(source, Qt.Key.Key_Return)
    if (popup := QApplication.activePopupWidget()) is not None:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: source.value() is not None)
    qtbot.keyClick(dialog.parts.boxes["seats"], Qt.Key.Key_Space)
    meeting = _made(dialog, qtbot)
    assert participants(session.store, meeting) == []
    assert agenda(session.store, meeting)


def test_a_copy_of_nothing_is_refused_beside_the_field(dialog: NewMeetingDialog, qtbot: QtBot) -> None:
    _type(dialog, qtbot, "title", "Rapat")
    _start_with(dialog, qtbot, "Salinan dari rapat")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "Pilih rapat" in dialog.form.field("source").accessibleDescription()


def test_a_template_lends_its_agenda_and_seats(dialog: NewMeetingDialog, session: Session, qtbot: QtBot) -> None:
    _type(dialog, qtbot, "title", "Rapat dari templat")
    _start_with(dialog, qtbot, "Templat: Bulanan")
    meeting = _made(dialog, qtbot)
    assert participants(session.store, meeting)
    assert fields_of(session.store, "meeting", meeting)["copied_from"] == "templat Bulanan"


def test_what_is_copied_is_asked_only_when_something_is_copied(dialog: NewMeetingDialog, qtbot: QtBot) -> None:
    assert not dialog.parts.isVisible()
    _start_with(dialog, qtbot, "Templat")
    assert dialog.parts.isVisible()
    assert not dialog.form.field("source").isVisible()


def test_the_next_meeting_says_how_many_follow_ups_it_goes_through_and_gets_a_point_for_them(
    dialog: NewMeetingDialog, session: Session, example: UUID, qtbot: QtBot
) -> None:
    assert not dialog.review.isVisible()
    dialog.begin_from(example)
    assert dialog.carried.text() == "6 tindak lanjut akan dibahas"
    held_on = dialog.form.field("held_on")
    assert isinstance(held_on, QLineEdit)
    held_on.clear()
    _type(dialog, qtbot, "held_on", "1/9/2024")
    assert not dialog.review.isVisible()
    held_on.clear()
    _type(dialog, qtbot, "held_on", "17/10/2024")
    qtbot.waitUntil(dialog.review.isVisible)
    meeting = _made(dialog, qtbot)
    assert [point.title for point in agenda(session.store, meeting)][:2] == [
        "Pembukaan dan arahan Kepala Bakorwil Bojonegoro", "Tindak lanjut rapat sebelumnya",
    ]  # fmt: skip
