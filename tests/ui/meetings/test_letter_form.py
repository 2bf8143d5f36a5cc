"""The form of a letter: grey is what prints without typing, typing is saved, a number used twice is pointed out."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.services.letters import letter_values, update_letter
from desktop.services.meetings import create_meeting
from desktop.services.minutes_life import make_ready
from desktop.services.office import add_profile
from desktop.ui.meetings.letter_form import InvitationForm, LetterForm, NotaDinasForm, ReportForm
from desktop.ui.meetings.minutes_tab import MinutesTab
from desktop.ui.session import Session
from tests.documents.reading import page_texts

FORMS = (InvitationForm, NotaDinasForm, ReportForm)


def shown(kind: type[LetterForm], session: Session, meeting: UUID, qtbot: QtBot) -> LetterForm:
    form = kind(session)
    qtbot.addWidget(form)
    session.bus.changed.connect(lambda _changes: form.show_meeting(meeting, fresh=False))
    form.show_meeting(meeting, fresh=True)
    return form


def placeholder(form: LetterForm, key: str) -> str:
    field = form.form.field(key)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.placeholderText()


@pytest.mark.parametrize("kind", FORMS)
def test_everything_typed_is_kept_under_its_field(
    kind: type[LetterForm], session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    form = shown(kind, session, meeting, qtbot)
    typed = [key for key in list(form.form.keys()) if isinstance(form.form.field(key), QLineEdit | QPlainTextEdit)]
    typed.remove("dated_on")
    for key in typed:
        qtbot.keyClicks(form.form.field(key), f"isi {key}")
    form.flush()
    values = letter_values(session.store, meeting, kind.kind)
    assert {key: values[key] for key in typed} == {key: f"isi {key}" for key in typed}
    assert set(form.form.keys()) == set(values)


def test_nothing_is_kept_of_a_form_that_was_only_looked_at(session: Session, example: UUID, qtbot: QtBot) -> None:
    for kind in FORMS:
        form = shown(kind, session, example, qtbot)
        form.flush()
        assert form.form.changes() == {}
        assert not any(letter_values(session.store, example, kind.kind).values())


def test_grey_stands_what_prints_and_f2_takes_it_over(session: Session, example: UUID, qtbot: QtBot) -> None:
    form = shown(InvitationForm, session, example, qtbot)
    assert placeholder(form, "addressee") == "Daftar terlampir"
    assert placeholder(form, "subject").startswith("Undangan Rapat Koordinasi")
    qtbot.keyClick(form.form.field("closing"), Qt.Key.Key_F2)
    form.flush()
    closing = letter_values(session.store, example, "undangan")["closing"]
    assert closing == "Demikian, atas perhatian dan kehadiran Saudara disampaikan terima kasih."


def test_a_number_used_twice_is_pointed_out_while_it_stands(session: Session, meeting: UUID, qtbot: QtBot) -> None:
    other = create_meeting(session.desk, title="Rakor Lain", held_on=date(2024, 9, 1))[0]
    update_letter(session.desk, other, "laporan", number="005/7")
    form = shown(InvitationForm, session, meeting, qtbot)
    assert form.twice.isHidden()
    qtbot.keyClicks(form.form.field("number"), "005/7")
    form.flush()
    assert not form.twice.isHidden()
    assert form.twice.text() == "Nomor 005/7 sudah dipakai laporan hasil rapat “Rakor Lain”, 1 September 2024."
    qtbot.keyClicks(form.form.field("number"), "7")
    form.flush()
    assert form.twice.isHidden()


def test_what_frozen_minutes_name_cannot_be_typed_any_more(session: Session, example: UUID, qtbot: QtBot) -> None:
    make_ready(session.desk, example)
    invitation = shown(InvitationForm, session, example, qtbot)
    note = shown(NotaDinasForm, session, example, qtbot)
    assert not invitation.form.field("number").isEnabled()
    assert invitation.form.field("note").isEnabled()
    assert note.form.field("number").isEnabled()


def test_the_profile_is_asked_for_where_there_are_several(session: Session, meeting: UUID, qtbot: QtBot) -> None:
    form = shown(InvitationForm, session, meeting, qtbot)
    assert form.form.field("profile_id").parentWidget().isHidden()
    made, _ = add_profile(session.desk, "Bidang Pemerintahan")
    form.show_meeting(meeting, fresh=False)
    field = form.form.field("profile_id")
    assert isinstance(field, QComboBox)
    assert not field.parentWidget().isHidden()
    field.setCurrentIndex(field.count() - 1)
    field.activated.emit(field.currentIndex())
    form.flush()
    assert letter_values(session.store, meeting, "undangan")["profile_id"] == made


def test_the_paper_follows_what_is_typed_before_it_is_kept(session: Session, meeting: UUID, qtbot: QtBot) -> None:
    tab = MinutesTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    tab.show_meeting(meeting)
    tab.choose("invitation")
    form = tab.findChild(InvitationForm)
    assert form is not None
    form.form.edited.disconnect()  # however slow the computer, nothing is kept
    with qtbot.waitSignal(tab.panel.made, timeout=20_000, check_params_cb=bool) as made:
        qtbot.keyClicks(form.form.field("note"), "Pakaian batik")
    assert made.args is not None
    assert "Pakaian batik" in "".join(page_texts(made.args[0]))
    assert letter_values(session.store, meeting, "undangan")["note"] is None
