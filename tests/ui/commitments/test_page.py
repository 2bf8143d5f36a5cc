"""Tindak Lanjut through its real widgets: found, filtered, brought forward by a key, changed in place."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.folding import fold
from desktop.models.queries.commitment_relations import institutions_concerned, regions_concerned
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.lookup import Lookup
from desktop.services.commitments import set_state, update_commitment
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.commitments.views import LIST
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.picker_field import PickerField

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot, session: Session, example: UUID) -> CommitmentsPage:
    return opened(qtbot, session)


def opened(qtbot: QtBot, session: Session) -> CommitmentsPage:
    page = CommitmentsPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def rows(session: Session, example: UUID) -> list[CommitmentRow]:
    return commitments_of(session.store, example)


def column(page: CommitmentsPage, number: int) -> list[str]:
    model = page.table.rows
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def chips(page: CommitmentsPage) -> list[str]:
    return [" ".join(chip.text().split()) for chip in page.bar.states.findChildren(QPushButton)]


def press(qtbot: QtBot, page: CommitmentsPage, chip: str) -> None:
    found = page.bar.states.findChild(QPushButton, chip)
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_file_of_the_list_names_every_addressee(page: CommitmentsPage, session: Session, example: UUID) -> None:
    source = page.list.file_source()
    written = [row for piece in source.pieces() for row in piece]

    titles = [column.title for column in source.columns]
    by_text = {row.text: "\n".join(row.addressee_words()) for row in rows(session, example)}
    to, text = titles.index("Penanggung jawab"), titles.index("Uraian")
    assert len(written) == page.table.rows.rowCount() == len(by_text)
    assert all(row[to] == by_text[row[text]] for row in written if by_text[row[text]])
    assert any("\n" in row[to] for row in written)
    assert not any("+" in row[to] for row in written)


def test_the_keyboard_begins_at_the_list(qtbot: QtBot, session: Session, example: UUID) -> None:
    places = QStackedWidget()
    qtbot.addWidget(places)
    page = CommitmentsPage(session)
    places.addWidget(QWidget())
    places.addWidget(page)
    with qtbot.waitActive(places):
        places.show()
        places.activateWindow()
    places.setCurrentWidget(page)
    assert page.table.hasFocus()
    assert page.table.selected_seqs() == [page.table.current_seq()]


def test_the_chips_count_and_filter(qtbot: QtBot, page: CommitmentsPage) -> None:
    assert chips(page) == ["Semua 6", "Terbuka 6", "Terlambat 2", "Jatuh tempo 7 hari 0", "Selesai 0"]
    press(qtbot, page, "terlambat")
    assert page.table.rows.rowCount() == 2
    assert all(words.startswith("Terlambat") for words in column(page, 3))


def test_what_is_due_within_seven_days_has_its_own_chip(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    days = {"K-01": date(2024, 12, 2), "K-02": date(2024, 12, 9), "K-06": date(2024, 12, 10)}
    for row in rows(session, example):
        if row.code in days:
            session.run(
                lambda row=row: update_commitment(  # type: ignore[misc]
                    session.desk, row.id, due_date=days[row.code], due_source="disepakati"
                )
            )
    press(qtbot, page, "due_soon")
    assert "Jatuh tempo 7 hari 2" in chips(page)
    assert column(page, 2) == ["2 Des 2024 · disepakati", "9 Des 2024 · disepakati"]


def test_an_internal_date_is_never_late(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    one = next(row for row in rows(session, example) if row.code == "K-05")
    session.run(lambda: update_commitment(session.desk, one.id, due_source="internal"))
    assert "Terlambat 1" in chips(page)
    page.open(commitment=one.id)
    place = page.table.currentIndex().row()
    assert column(page, 2)[place] == "27 Nov 2024 · internal"
    assert column(page, 3)[place] == "Belum"


def test_the_search_finds_words_and_counts_them(qtbot: QtBot, page: CommitmentsPage) -> None:
    qtbot.keyClicks(page._search, "pengawasan")
    qtbot.keyClick(page._search, Key.Key_Return)
    assert page.table.rows.rowCount() == 2
    assert chips(page) == ["Semua 2", "Terbuka 2", "Terlambat 0", "Jatuh tempo 7 hari 0", "Selesai 0"]


def test_the_header_sorts_on_both_sides(qtbot: QtBot, page: CommitmentsPage) -> None:
    page.table.sort_wanted.emit("text", False)
    upwards = column(page, 0)
    assert upwards == sorted(upwards)
    page.table.sort_wanted.emit("text", True)
    assert column(page, 0) == upwards[::-1]


def test_a_follow_up_opens_with_its_addressees_and_items(
    page: CommitmentsPage, session: Session, example: UUID
) -> None:
    one = rows(session, example)[2]
    page.open(commitment=one.id)
    assert page.editor.current() == one.id
    assert page.editor.form.text.value() == one.text
    assert page.editor.states.table.rows.rowCount() == 32
    assert page.editor.items.words()[0].startswith("SEC-08")
    assert [chip.words for chip in page.editor.form.to.value()] == one.addressee_words()


def test_keys_bring_a_range_of_addressees_forward(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    page.open(commitment=rows(session, example)[2].id)
    table = page.editor.states.table
    table.setFocus()
    for _ in range(2):
        qtbot.keyClick(table, Key.Key_Down, Held.ShiftModifier)
    qtbot.keyClick(table, Key.Key_3)
    assert [each.state for each in rows(session, example)[2].addressees[:4]] == ["selesai_laporan"] * 3 + ["belum"]
    assert len(table.selected_seqs()) == 3
    qtbot.keyClick(table, Key.Key_4)
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.keyClick(table, Key.Key_0)
    states = [each.state for each in rows(session, example)[2].addressees[:4]]
    assert states == ["selesai_bukti"] * 3 + ["dihentikan"]
    assert column(page, 3)[page.table.currentIndex().row()] == "Terlambat · 3/32"
    session.undo()
    assert rows(session, example)[2].addressees[3].state == "belum"


def test_what_is_finished_stays_in_sight_until_the_list_is_asked_anew(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    one = rows(session, example)[4]
    page.open(commitment=one.id, state="terbuka")
    qtbot.keyClick(page.editor.states.table, Key.Key_A, Held.ControlModifier)
    qtbot.keyClick(page.editor.states.table, Key.Key_3)
    assert page.editor.current() == one.id
    assert "Selesai 1" in chips(page)
    assert page.table.rows.rowCount() == 6
    press(qtbot, page, "terbuka")
    assert page.table.rows.rowCount() == 5


def test_typing_saves_itself(qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID) -> None:
    one = rows(session, example)[4]
    page.open(commitment=one.id)
    page.editor.form.text.setFocus()
    with qtbot.waitSignal(session.bus.saved, timeout=3000):
        qtbot.keyClick(page.editor.form.text, Key.Key_End, Held.ControlModifier)
        qtbot.keyClicks(page.editor.form.text, " di semua kecamatan")
    assert rows(session, example)[4].text == f"{one.text} di semua kecamatan"
    assert page.editor.form.text.textCursor().atEnd()


def test_looking_changes_nothing(page: CommitmentsPage, session: Session, example: UUID) -> None:
    for one in rows(session, example):
        page.open(commitment=one.id)
        page.flush()
    assert session.history.undo_name is None


def test_a_date_needs_its_source(qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID) -> None:
    page.open(commitment=rows(session, example)[0].id)
    form = page.editor.form
    source, day = form.field("due_source"), form.field("due_date")
    assert not day.isEnabled()
    qtbot.keyClick(source, Key.Key_Down)
    assert day.isEnabled()
    page.flush()
    assert rows(session, example)[0].due_source is None
    qtbot.keyClicks(day, "15/12/2024")
    page.flush()
    stored = rows(session, example)[0]
    assert (stored.due_date, stored.due_source) == (date(2024, 12, 15), "disepakati")
    qtbot.keyClick(source, Key.Key_Up)
    page.flush()
    assert rows(session, example)[0].due_date is None


def test_what_a_follow_up_concerns_is_named_in_its_form(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    one, bojonegoro = rows(session, example)[0], Lookup.read(session.store).regions[fold("Kabupaten Bojonegoro")]
    session.run(lambda: update_commitment(session.desk, one.id, regions=[bojonegoro]))
    page.open(commitment=one.id)
    for key, typed, read, name in (
        ("regions", "tuban", regions_concerned, "Kabupaten Tuban"),
        ("related", "bawaslu provinsi", institutions_concerned, "Bawaslu Provinsi Jawa Timur"),
    ):
        field = page.editor.form.field(key)
        picker = field.focusProxy()
        assert isinstance(picker, PickerField)
        before = [each.name for each in read(session.store, one.id)]
        assert [choice.label for choice in page.editor.form.values()[key]] == before
        picker.setFocus()
        qtbot.keyClicks(picker, typed)
        picker._look()
        qtbot.keyClick(picker, Key.Key_Return)
        page.flush()
        assert [each.name for each in read(session.store, one.id)] == [*before, name]
        qtbot.keyClick(picker, Key.Key_Backspace)
        page.flush()
        assert [each.name for each in read(session.store, one.id)] == before


def test_a_removed_chip_takes_its_addressees_along(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    page.open(commitment=rows(session, example)[2].id)
    first = page.editor.form.to.findChildren(QPushButton)[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    page.flush()
    assert "KPU kabupaten/kota" not in rows(session, example)[2].addressee_words()
    assert page.editor.states.table.rows.rowCount() == 24
    qtbot.keyClicks(page.editor.form.to.focusProxy(), "Panitia Kirab")
    page.flush()
    assert rows(session, example)[2].addressee_words()[-1] == "Panitia Kirab"


def test_one_of_a_group_can_be_left_out(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    page.open(commitment=rows(session, example)[2].id)
    table = page.editor.states.table
    table.setFocus()
    gone = rows(session, example)[2].addressees[0]
    qtbot.keyClick(table, Key.Key_Delete)
    left = rows(session, example)[2].addressees
    assert len(left) == 31
    assert gone.institution_id not in {each.institution_id for each in left}


def test_the_link_leads_to_the_meeting(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    page.open(commitment=rows(session, example)[0].id)
    button = next(one for one in page.editor.findChildren(QPushButton) if one.text() == "Buka rapat")
    with qtbot.waitSignal(page.navigate) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["meetings", {"meeting": example}]


def test_a_change_elsewhere_shows_here(page: CommitmentsPage, session: Session, example: UUID) -> None:
    one = rows(session, example)[4]
    ids = [each.id for each in one.addressees]
    session.run(lambda: set_state(session.desk, ids, "selesai_bukti"))
    assert "Selesai 1" in chips(page)
    assert column(page, 3).count("Selesai (bukti)") == 1


def test_an_empty_register_says_what_to_do(qtbot: QtBot, session: Session) -> None:
    page = opened(qtbot, session)
    shown = [one for one in page.table.findChildren(EmptyState) if one.isVisible()]
    assert len(shown) == 1


def test_the_list_keeps_the_rules_of_qt(qtbot: QtBot, page: CommitmentsPage) -> None:
    for model in (page.table.rows, page.editor.states.table.rows):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    press(qtbot, page, "terlambat")
    page.table.setFocus()
    qtbot.keyClick(page.editor.states.table, Key.Key_2)
    press(qtbot, page, "semua")
    assert page.table.rows.rowCount() == 6


def test_the_days_between_meetings_have_views_of_their_own(qtbot: QtBot, page: CommitmentsPage) -> None:
    for key in ("hubungi", "belum_lapor", "arahan"):
        page.open(view=key)
        view = page.views.between(key)
        assert view.isVisible()
        assert view.table.hasFocus()
        assert not page.bar.isVisible()
    page.open(state="terlambat")
    assert page.bar.isVisible()
    assert page.table.isVisible()
    page.open(view="belum_lapor")
    page.open(view="peta")  # there is none
    assert page.views.key() == LIST
    assert page.table.isVisible()


def test_who_never_reported_leads_to_what_they_have_open(qtbot: QtBot, page: CommitmentsPage) -> None:
    page.open(view="belum_lapor")
    table = page.views.between("belum_lapor").table
    asked = str(table.rows.index(0, 1).data())
    qtbot.keyClick(table, Key.Key_S)
    assert QGuiApplication.clipboard().text().startswith("*PERKEMBANGAN TINDAK LANJUT*")
    assert table.rows.index(0, 3).data() == ""
    qtbot.keyClick(table, Key.Key_H)
    assert table.rows.index(0, 3).data() == "2 Des 2024"
    with qtbot.waitSignal(page.navigate) as led:
        qtbot.keyClick(table, Key.Key_Return)
    key, where = led.args or ("", {})
    assert key == "commitments"
    page.open(**where)
    assert asked == f"{page.table.rows.rowCount()} dari {page.table.rows.rowCount()} yang terbuka"


def test_a_day_to_be_asked_again_is_kept_and_taken_away(
    qtbot: QtBot, page: CommitmentsPage, session: Session, example: UUID
) -> None:
    page.open(commitment=rows(session, example)[0].id)
    day = page.editor.form.field("show_again_on")
    qtbot.keyClicks(day, "10/12/2024")
    page.flush()
    assert rows(session, example)[0].show_again_on == date(2024, 12, 10)
    qtbot.keyClick(day, Key.Key_A, Held.ControlModifier)
    qtbot.keyClick(day, Key.Key_Delete)
    page.flush()
    assert rows(session, example)[0].show_again_on is None
