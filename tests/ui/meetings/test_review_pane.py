"""Going through what earlier meetings left open: single keys, a note by typing, a new date with its reason."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.queries.checklist import open_topics
from desktop.models.queries.progress import log_of
from desktop.models.queries.review import ReviewPart, review, to_be_asked
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment, set_state, update_commitment
from desktop.services.meetings import create_meeting
from desktop.services.papers.minutes import minutes_content
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.session import Session

Key = Qt.Key
KPU, BAWASLU = "KPU Provinsi Jawa Timur", "Bawaslu Provinsi Jawa Timur"


@pytest.fixture
def later(session: Session) -> UUID:
    """A meeting that follows one with two open follow-ups."""
    topic = open_topics(session.store)[0].id
    first, _ = create_meeting(session.desk, title="Rakor", held_on=date(2024, 9, 2), topic_id=topic)
    for name in (KPU, BAWASLU):
        to = addressees_named(session.store, name)
        add_commitment(session.desk, kind="arahan", text=f"Kirim data {name}", to=to, meeting_id=first)
    return create_meeting(session.desk, title="Lanjutan", held_on=date(2024, 10, 3), topic_id=topic)[0]


@pytest.fixture
def tab(qtbot: QtBot, session: Session, later: UUID) -> CaptureTab:
    tab = CaptureTab(session)
    qtbot.addWidget(tab)
    tab.resize(1100, 560)
    session.bus.changed.connect(tab.refresh)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.show_meeting(later)
    tab.focus_line()
    return tab


def parts(session: Session, meeting: UUID) -> list[ReviewPart]:
    return review(session.store, meeting).asked


def test_f4_asks_the_first_and_escape_leads_back_to_the_caret(qtbot: QtBot, tab: CaptureTab) -> None:
    qtbot.keyClicks(tab.bar.line, "Selamat pagi")
    tab.bar.line.set_caret(7, 7)
    qtbot.keyClick(tab.bar.line, Key.Key_F4)
    assert tab.review.list.hasFocus()
    qtbot.keyClick(tab.review.list, Key.Key_Escape)
    assert tab.bar.line.hasFocus()
    assert (tab.bar.line.value(), tab.bar.line.caret()) == ("Selamat pagi", (7, 7))


def test_digits_answer_down_goes_on_and_undo_takes_back(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    tab.stage.begin_review()
    for key in (Key.Key_3, Key.Key_Down, Key.Key_2):
        qtbot.keyClick(tab.review.list, key)
    assert [part.state for part in parts(session, later)] == ["selesai_laporan", "proses"]
    (logged,) = log_of(session.store, parts(session, later)[0].commitment_id)
    (printed, _) = minutes_content(session.store, later).reviewed
    assert (logged.state, printed.status) == ("selesai_laporan", "Selesai (laporan instansi)")
    session.undo()
    assert [part.state for part in parts(session, later)] == ["selesai_laporan", "belum"]


def test_letters_begin_a_note_and_enter_keeps_it_and_goes_on(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    tab.stage.begin_review()
    qtbot.keyClick(tab.review.list, "M")
    assert tab.review.note.hasFocus()
    qtbot.keyClicks(tab.review.note, "enunggu surat")
    qtbot.keyClick(tab.review.note, Key.Key_Return)
    assert [part.note for part in parts(session, later)] == ["Menunggu surat", None]
    assert tab.review.list.hasFocus()
    assert tab.review.note.value() == ""


def test_a_new_date_asks_why_before_anything_is_kept(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    tab.stage.begin_review()
    qtbot.keyClick(tab.review.list, "!")
    qtbot.keyClicks(tab.review.note, "12/11 menunggu")
    qtbot.keyClick(tab.review.note, Key.Key_Return)
    assert tab.review.reason.hasFocus()
    assert parts(session, later)[0].answer_id is None
    qtbot.keyClicks(tab.review.reason, "Keliru")
    qtbot.keyClick(tab.review.reason, Key.Key_Escape)  # back to the note, which is still there
    assert tab.review.note.hasFocus()
    assert (tab.review.note.value(), tab.review.reason.value()) == ("!12/11 menunggu", "")
    qtbot.keyClick(tab.review.note, Key.Key_Return)
    qtbot.keyClicks(tab.review.reason, "Anggaran belum cair")
    qtbot.keyClick(tab.review.reason, Key.Key_Return)
    part = parts(session, later)[0]
    assert (part.due_date, part.due_reason, part.note) == (date(2024, 11, 12), "Anggaran belum cair", "menunggu")


def test_a_note_being_typed_is_not_lost_when_another_row_is_chosen(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    tab.stage.begin_review()
    qtbot.keyClicks(tab.review.note, "Sudah dikirim")
    tab.review.list.go_to(tab.review.model.next_row(tab.review.list.currentIndex().row()))
    assert [part.note for part in parts(session, later)] == ["Sudah dikirim", None]
    assert tab.review.note.value() == ""


def test_escape_in_the_note_drops_it(qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID) -> None:
    tab.stage.begin_review()
    qtbot.keyClicks(tab.review.note, "Salah")
    qtbot.keyClick(tab.review.note, Key.Key_Escape)
    tab.flush()
    assert [part.note for part in parts(session, later)] == [None, None]
    assert tab.review.list.hasFocus()


def test_the_notes_say_how_far_the_round_is(qtbot: QtBot, tab: CaptureTab) -> None:
    assert tab.stage.review_button.text() == "Rapat lalu 0/2"
    tab.stage.review_button.click()
    qtbot.keyClick(tab.review.list, Key.Key_2)
    assert tab.stage.review_button.text() == "Rapat lalu 1/2"


def test_a_note_being_typed_survives_the_end_of_the_program(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    tab.stage.begin_review()
    tab.review.list.go_to(tab.review.model.next_row(1))
    qtbot.keyClicks(tab.review.note, "Sedang dis")
    tab.review._draft.flush()
    again = CaptureTab(session)
    qtbot.addWidget(again)
    again.show_meeting(later)
    assert again.stage.front is again.review
    assert again.review.note.value() == "Sedang dis"
    again.flush()
    assert [part.note for part in parts(session, later)] == [None, "Sedang dis"]
    third = CaptureTab(session)
    qtbot.addWidget(third)
    third.show_meeting(later)
    assert third.stage.front is third.notes


def test_what_was_closed_in_between_stands_last_once_and_can_still_be_answered(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    first = parts(session, later)[0]
    session.run(lambda: set_state(session.desk, [first.id], "selesai_laporan", on=date(2024, 9, 20)))
    rows = [tab.review.model.data(tab.review.model.index(row)) for row in range(tab.review.model.rowCount())]
    assert [str(row).split(". ")[0] for row in rows] == [
        BAWASLU, f"Kirim data {BAWASLU}", "Selesai sejak rapat lalu", f"Kirim data {KPU}",
    ]  # fmt: skip
    assert "sejak 20 September 2024" in str(rows[-1])
    assert tab.stage.review_button.text() == "Rapat lalu 0/1"
    tab.review.list.go_to(3)
    qtbot.keyClick(tab.review.list, Key.Key_4)
    assert [part.state for part in parts(session, later)] == ["selesai_bukti", "belum"]
    assert tab.stage.review_button.text() == "Rapat lalu 1/2"


def test_a_greater_sign_lets_it_rest_until_a_day(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    tab.stage.begin_review()
    qtbot.keyClick(tab.review.list, ">")
    qtbot.keyClicks(tab.review.note, "12/11 menunggu DPT")
    qtbot.keyClick(tab.review.note, Key.Key_Return)
    part = parts(session, later)[0]
    assert (part.note, part.show_again_on) == (
        "menunggu DPT. Dibahas lagi mulai Selasa, 12 November 2024.", date(2024, 11, 12),
    )  # fmt: skip
    topic = open_topics(session.store)[0].id
    assert [to_be_asked(session.store, None, topic, date(2024, 11, day)) for day in (11, 12)] == [1, 2]


def test_one_that_nobody_was_named_for_is_shown_and_says_what_it_needs(
    qtbot: QtBot, tab: CaptureTab, session: Session, later: UUID
) -> None:
    first = parts(session, later)[0].commitment_id
    session.run(lambda: update_commitment(session.desk, first, to=()))
    told: list[str] = []
    session.bus.message.connect(lambda words, _tone: told.append(words))
    nobody = next(
        row for row in range(4) if tab.review.model.index(row).data() == "Penanggung jawab belum ditentukan"
    )
    tab.review.list.go_to(nobody + 1)
    for key in (Key.Key_3, Key.Key_X):
        qtbot.keyClick(tab.review.list, key)
    assert told == ["Belum ada penanggung jawabnya; tentukan dulu di Tindak Lanjut."] * 2
    assert tab.review.note.value() == ""
