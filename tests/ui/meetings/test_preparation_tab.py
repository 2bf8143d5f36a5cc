"""Persiapan: the form saves itself, the agenda is written line by line, groups are invited once."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.queries.attendance import participants
from desktop.models.queries.discussion import agenda
from desktop.models.queries.preparation import invitation_groups
from desktop.models.queries.records import fields_of
from desktop.services.directory import save_person
from desktop.services.meetings import create_meeting, update_meeting
from desktop.ui.meetings.fill_dialog import FillDialog
from desktop.ui.meetings.groups_dialog import GroupsDialog
from desktop.ui.meetings.preparation_tab import PreparationTab
from desktop.ui.session import Session
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.picker_field import PickerField

_ALT = Qt.KeyboardModifier.AltModifier
_EIGHT = (
    "Pembukaan", "Laporan panitia", "Arahan pimpinan", "Paparan KPU", "Paparan Bawaslu", "Tanya jawab",
    "Kesimpulan", "Penutup",
)  # fmt: skip


@pytest.fixture
def tab(session: Session, meeting: UUID, qtbot: QtBot) -> PreparationTab:
    made = PreparationTab(session)
    qtbot.addWidget(made)
    session.bus.changed.connect(made.refresh)
    made.resize(1110, 570)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_meeting(meeting)
    return made


def _stored(session: Session, meeting: UUID) -> dict[str, Any]:
    return fields_of(session.store, "meeting", meeting).values


def _field(tab: PreparationTab, key: str) -> QLineEdit:
    field = tab.meeting_form.form.field(key)
    assert isinstance(field, QLineEdit)
    return field


def _invite_tuban(tab: PreparationTab, qtbot: QtBot) -> None:
    """Type, see several hits, take the first."""
    tab.invitations.picker.setFocus()
    qtbot.keyClicks(tab.invitations.picker, "ketua kpu tuban")
    qtbot.keyClick(tab.invitations.picker, Qt.Key.Key_Return)
    hits = QApplication.activePopupWidget()
    assert hits is not None
    qtbot.keyClick(hits, Qt.Key.Key_Down)
    qtbot.keyClick(hits, Qt.Key.Key_Return)


def _write_agenda(tab: PreparationTab, qtbot: QtBot, *titles: str) -> None:
    for title in titles:
        qtbot.keyClicks(tab.agenda.line, title)
        qtbot.keyClick(tab.agenda.line, Qt.Key.Key_Return)


def _titles(tab: PreparationTab) -> list[str]:
    return [row.title for row in tab.agenda.model.records]


def test_what_is_typed_is_saved_without_a_button(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClicks(_field(tab, "place"), "Aula")
    qtbot.keyClicks(_field(tab, "starts_at"), "9")
    tab.flush()
    stored = _stored(session, meeting)
    assert (stored["place"], stored["starts_at"]) == ("Aula", time(9, 0))


def test_only_what_changed_is_saved(tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot) -> None:
    qtbot.keyClicks(_field(tab, "place"), "Aula")
    with qtbot.waitSignal(session.bus.changed) as changed:
        tab.flush()
    assert changed.args[0].ids("meeting") == {meeting}
    with qtbot.assertNotEmitted(session.bus.changed, wait=0):
        tab.flush()


def test_opening_a_meeting_saves_nothing(
    tab: PreparationTab, session: Session, example: UUID, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(session.bus.changed, wait=0):
        tab.show_meeting(example)
        tab.flush()


def test_a_refused_field_does_not_keep_the_others_from_being_saved(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClicks(_field(tab, "starts_at"), "10")
    tab.flush()
    qtbot.keyClicks(_field(tab, "place"), "Aula")
    qtbot.keyClicks(_field(tab, "ends_at"), "9")
    tab.flush()
    stored = _stored(session, meeting)
    assert (stored["place"], stored["ends_at"]) == ("Aula", None)
    assert "sesudah waktu mulai" in _field(tab, "ends_at").accessibleDescription()


def test_an_emptied_name_is_refused_beside_the_field(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    title = tab.meeting_form.form.field("title")
    title.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    tab.flush()
    assert _stored(session, meeting)["title"] == "Rapat Koordinasi Banjir"
    assert title.problem() == "Nama rapat belum diisi."  # type: ignore[attr-defined]


def test_a_change_made_elsewhere_leaves_alone_what_is_being_typed(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClicks(_field(tab, "place"), "Au")
    session.run(lambda: update_meeting(session.desk, meeting, invitation_number="005/7"))
    assert (_field(tab, "place").text(), _field(tab, "invitation_number").text()) == ("Au", "005/7")


def test_the_minute_taker_is_found_by_name(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    person, _ = save_person(session.desk, name="Sekar Ayu Wulandari")
    picker = _field(tab, "minute_taker_id")
    assert isinstance(picker, PickerField)
    picker.setFocus()
    qtbot.keyClicks(picker, "Sekar Ayu Wulandari")
    tab.agenda.line.setFocus()
    tab.flush()
    assert _stored(session, meeting)["minute_taker_id"] == person
    tab.show_meeting(meeting)
    assert picker.text() == "Sekar Ayu Wulandari"


def test_eight_points_are_written_with_the_keyboard_only(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    _write_agenda(tab, qtbot, *_EIGHT)
    assert [row.title for row in agenda(session.store, meeting)] == list(_EIGHT)
    assert tab.agenda.line.text() == ""


def test_alt_arrows_move_a_point_and_it_stays_current(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot
) -> None:
    _write_agenda(tab, qtbot, "Satu", "Dua", "Tiga")
    tab.agenda.table.setFocus()
    tab.agenda.table.go_to_row(2)
    for _ in range(3):
        qtbot.keyClick(tab.agenda.table, Qt.Key.Key_Up, _ALT)
    assert _titles(tab) == ["Tiga", "Satu", "Dua"]
    assert tab.agenda.table.currentIndex().row() == 0
    qtbot.keyClick(tab.agenda.table, Qt.Key.Key_Down, _ALT)
    assert [row.title for row in agenda(session.store, meeting)] == ["Satu", "Tiga", "Dua"]


def test_a_point_is_edited_in_its_place(tab: PreparationTab, qtbot: QtBot) -> None:
    _write_agenda(tab, qtbot, "Pembukan")
    table = tab.agenda.table
    table.setFocus()
    table.setCurrentIndex(tab.agenda.model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Pembukaan")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _titles(tab) == ["Pembukaan"])


def test_leaving_the_tab_keeps_what_is_typed_in_a_cell(tab: PreparationTab, example: UUID, qtbot: QtBot) -> None:
    _write_agenda(tab, qtbot, "Pembukaan")
    item, table = tab.agenda.model.record(0).id, tab.agenda.table
    table.setFocus()
    table.setCurrentIndex(tab.agenda.model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(table.findChild(QLineEdit), "Doa")
    tab.flush()
    assert tab.agenda.model.record(0).id == item
    assert _titles(tab) == ["Doa"]
    tab.show_meeting(example)


def test_minutes_are_added_up(tab: PreparationTab, qtbot: QtBot, messages: list[tuple[str, str]]) -> None:
    _write_agenda(tab, qtbot, "Satu", "Dua")
    tab.agenda.model.setData(tab.agenda.model.index(0, 3), "45")
    tab.agenda.model.setData(tab.agenda.model.index(1, 3), "30")
    tab.agenda.model.setData(tab.agenda.model.index(1, 3), "banyak")
    assert tab.agenda.total() == "Seluruhnya 1 jam 15 menit"
    assert messages[-1][1] == "problem"


@pytest.mark.parametrize(
    ("typed", "minutes"), [("1,5 jam", 90), ("90m", 90), ("1:30", 90), ("15", 15), (" ", None)]
)
def test_minutes_are_understood_as_people_write_them(
    tab: PreparationTab, qtbot: QtBot, typed: str, minutes: int | None
) -> None:
    _write_agenda(tab, qtbot, "Satu")
    tab.agenda.model.setData(tab.agenda.model.index(0, 3), "20")
    tab.agenda.model.setData(tab.agenda.model.index(0, 3), typed)
    assert tab.agenda.model.record(0).planned_minutes == minutes


def test_several_pasted_lines_become_several_points_and_one_undo(
    tab: PreparationTab, session: Session, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("1. Pembukaan\r\n\n- Paparan KPU\n  Penutup  \n")
    tab.agenda.line.setFocus()
    qtbot.keyClick(tab.agenda.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert _titles(tab) == ["Pembukaan", "Paparan KPU", "Penutup"]
    session.undo()
    assert _titles(tab) == []
    QGuiApplication.clipboard().setText("Satu saja\n")
    qtbot.keyClick(tab.agenda.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert tab.agenda.line.value() == "Satu saja"


@pytest.mark.parametrize(
    ("dragged", "below", "expected"),
    [(0, 2, ["Dua", "Tiga", "Satu"]), (2, None, ["Tiga", "Satu", "Dua"]), (1, 1, ["Satu", "Dua", "Tiga"])],
)
def test_a_point_is_dragged_with_the_mouse(
    tab: PreparationTab, qtbot: QtBot, dragged: int, below: int | None, expected: list[str]
) -> None:
    _write_agenda(tab, qtbot, "Satu", "Dua", "Tiga")
    table = tab.agenda.table
    table.go_to_row(dragged)
    y = 2 if below is None else table.visualRect(tab.agenda.model.index(below, 1)).bottom() - 2
    dropped = QDropEvent(
        QPointF(20, y), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    table.dropEvent(dropped)
    assert _titles(tab) == expected
    assert [row.order_no for row in tab.agenda.model.records] == [1, 2, 3]


def test_a_hidden_column_leaves_its_room_to_the_others(tab: PreparationTab, qtbot: QtBot) -> None:
    _write_agenda(tab, qtbot, "Satu")
    table = tab.agenda.table
    shown = [one for one in range(tab.agenda.model.columnCount()) if not table.isColumnHidden(one)]
    assert sum(table.columnWidth(one) for one in shown) == table.viewport().width()


def test_a_presenter_is_picked_among_the_invited(tab: PreparationTab, qtbot: QtBot) -> None:
    _write_agenda(tab, qtbot, "Paparan")
    _invite_tuban(tab, qtbot)
    table = tab.agenda.table
    table.setFocus()
    table.setCurrentIndex(tab.agenda.model.index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(PickerField)
    assert isinstance(editor, PickerField)
    qtbot.keyClicks(editor, "Ketua KPU Kabupaten Tuban")
    table.setFocus()
    qtbot.waitUntil(lambda: tab.agenda.model.index(0, 2).data() == "Ketua KPU Kabupaten Tuban")


def test_a_presenter_is_chosen_from_the_hits(tab: PreparationTab, qtbot: QtBot) -> None:
    _write_agenda(tab, qtbot, "Paparan")
    _add_group(tab, "Polres")
    table = tab.agenda.table
    table.setFocus()
    table.setCurrentIndex(tab.agenda.model.index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClicks(table.findChild(PickerField), "polres")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    first = tab.invitations.model.record(0).invited_office
    qtbot.waitUntil(lambda: tab.agenda.model.index(0, 2).data() == first)


def test_a_role_is_chosen_in_the_list_by_keyboard(tab: PreparationTab, qtbot: QtBot) -> None:
    _add_group(tab, "Polres")
    table = tab.invitations.table
    table.setFocus()
    table.setCurrentIndex(tab.invitations.model.index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    words = QApplication.focusWidget()
    qtbot.keyClick(words, Qt.Key.Key_Up)
    qtbot.keyClick(words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.invitations.model.record(0).role == "narasumber")


def test_a_deleted_point_is_told_and_comes_back(
    tab: PreparationTab, session: Session, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    _write_agenda(tab, qtbot, "Satu", "Dua")
    tab.agenda.table.setFocus()
    tab.agenda.table.go_to_row(0)
    qtbot.keyClick(tab.agenda.table, Qt.Key.Key_Delete)
    assert messages[-1][0] == "Acara dihapus: Satu"
    assert _titles(tab) == ["Dua"]
    session.undo()
    assert _titles(tab) == ["Satu", "Dua"]


def _fill(tab: PreparationTab) -> FillDialog:
    tab.invitations.fill_button.click()
    dialog = tab.findChild(FillDialog)
    assert isinstance(dialog, FillDialog)
    return dialog


def _add_group(tab: PreparationTab, words: object) -> None:
    dialog = _fill(tab)
    dialog.groups.tick([words])
    dialog.add.click()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    tab.activateWindow()
    QApplication.processEvents()


def test_a_group_is_added_once_and_says_how_many_were_there(
    tab: PreparationTab, session: Session, meeting: UUID, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    _invite_tuban(tab, qtbot)
    _add_group(tab, "KPU kabupaten/kota")
    assert messages[-1][0] == "7 undangan ditambahkan, 1 sudah ada."
    _add_group(tab, "KPU kabupaten/kota")
    assert messages[-1][0] == "8 sudah ada di daftar. Tidak ada yang ditambahkan."
    assert len(participants(session.store, meeting)) == 8
    session.undo()
    assert len(participants(session.store, meeting)) == 1


def test_what_would_be_added_is_counted_before(tab: PreparationTab, qtbot: QtBot) -> None:
    _invite_tuban(tab, qtbot)
    dialog = _fill(tab)
    dialog.groups.setFocus()
    dialog.groups.setCurrentRow(0)
    qtbot.keyClick(dialog.groups, Qt.Key.Key_Space)
    assert dialog.count.text() == "7 baru, 1 sudah ada"
    assert dialog.names.count() == 8
    qtbot.keyClick(dialog.groups, Qt.Key.Key_Return)
    assert tab.invitations.model.rowCount() == 8


def test_regions_and_kinds_are_ticked_together(tab: PreparationTab, qtbot: QtBot) -> None:
    dialog = _fill(tab)
    dialog.chips.findChild(QPushButton, "regions").click()
    dialog.whole_area.click()
    everybody = dialog.names.count()
    dialog.kinds.tick(["kpu", "bawaslu"])
    assert (dialog.count.text(), everybody > 16) == ("16 baru, 0 sudah ada", True)
    dialog.add.click()
    assert {seat.leads for seat in tab.invitations.model.records} == {True}


def test_the_last_meeting_of_the_forum_lends_its_invitations(
    tab: PreparationTab, session: Session, meeting: UUID, example: UUID
) -> None:
    session.run(lambda: update_meeting(session.desk, meeting, forum_id=_forum_of(session, example)))
    dialog = _fill(tab)
    dialog.chips.findChild(QPushButton, "meeting").click()
    dialog.add.click()
    invited = [seat for seat in participants(session.store, example) if not seat.is_guest]
    assert len(participants(session.store, meeting)) == len(invited)


def _forum_of(session: Session, meeting: UUID) -> UUID:
    forum: UUID = fields_of(session.store, "meeting", meeting)["forum_id"]
    return forum


@pytest.mark.parametrize("words", ["Bawaslu kabupaten/kota", "Polres", "Kodim", "Pemerintah kabupaten/kota"])
def test_every_group_offered_has_institutions(tab: PreparationTab, words: str) -> None:
    _add_group(tab, words)
    assert 7 <= tab.invitations.model.rowCount() <= 8


def test_the_list_is_kept_as_a_group_and_added_from_it(
    tab: PreparationTab, session: Session, qtbot: QtBot
) -> None:
    _add_group(tab, "Polres")
    tab.invitations.more.save_as_group()
    asked = tab.findChild(NameDialog)
    qtbot.keyClicks(asked.form.field("name"), "Kepolisian")
    qtbot.keyClick(asked.form.field("name"), Qt.Key.Key_Return)
    (group,) = invitation_groups(session.store)
    assert (group.name, group.members) == ("Kepolisian", tab.invitations.model.rowCount())
    other, _ = create_meeting(session.desk, title="Rapat Lain", held_on=date(2024, 10, 4))
    tab.show_meeting(other)
    _add_group(tab, group.id)
    assert tab.invitations.model.rowCount() == group.members


def test_answers_are_noted_by_single_keys_and_counted(tab: PreparationTab, session: Session, qtbot: QtBot) -> None:
    _add_group(tab, "Polres")
    table, model = tab.invitations.table, tab.invitations.model
    table.setFocus()
    table.go_to_row(0)
    qtbot.keyClick(table, Qt.Key.Key_H)
    qtbot.keyClick(table, Qt.Key.Key_B)
    assert [model.record(row).answer for row in range(3)] == ["akan_hadir", "berhalangan", "belum"]
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_H)
    assert tab.invitations.counts.text().startswith("4 akan hadir · 1 berhalangan · ")
    session.undo()
    assert tab.invitations.counts.text().startswith("1 akan hadir · 1 berhalangan · ")
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [model.record(row).answer for row in range(2, 5)] == ["belum"] * 3


def test_whom_they_send_is_asked_and_shown(tab: PreparationTab, session: Session, qtbot: QtBot) -> None:
    _add_group(tab, "Polres")
    table, model = tab.invitations.table, tab.invitations.model
    table.setFocus()
    table.go_to_row(0)
    qtbot.keyClick(table, Qt.Key.Key_W)
    picker = tab.invitations.representative.picker
    assert QApplication.focusWidget() is picker
    qtbot.keyClicks(picker, "Rangga Uji, Kabag Ops")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    seat = model.record(0)
    assert (seat.answer, seat.present_name, seat.state) == ("diwakili", "Rangga Uji", "belum_dicatat")
    assert "diwakili Rangga Uji" in model.index(0, 1).data()
    assert table.currentIndex().row() == 1
    assert QApplication.focusWidget() is table


def test_invitations_are_ordered_and_dragged(tab: PreparationTab, session: Session) -> None:
    _add_group(tab, "Bawaslu kabupaten/kota")
    _add_group(tab, "KPU kabupaten/kota")
    actions = tab.invitations.more.menu().actions()
    actions[1].trigger()
    names = [seat.institution for seat in tab.invitations.model.records]
    assert names[:2] == ["KPU Kabupaten Bojonegoro", "Bawaslu Kabupaten Bojonegoro"]
    tab.invitations.table.move_wanted.emit(tab.invitations.model.record(1).id, 0)
    actions[0].trigger()
    assert tab.invitations.model.record(7).institution == "KPU Kota Mojokerto"


def test_groups_are_made_renamed_and_deleted(tab: PreparationTab, session: Session, qtbot: QtBot) -> None:
    tab.invitations.more.arrange_groups()
    dialog = tab.findChild(GroupsDialog)
    assert isinstance(dialog, GroupsDialog)
    dialog.new.click()
    asked = dialog.findChild(NameDialog)
    qtbot.keyClicks(asked.form.field("name"), "Keamanan")
    qtbot.keyClick(asked.form.field("name"), Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.picker, "Tokoh masyarakat Baureno")
    qtbot.keyClick(dialog.picker, Qt.Key.Key_Return)
    assert [row.words for row in dialog.model.records] == ["Tokoh masyarakat Baureno"]
    dialog.names.list.currentItem().setText("Keamanan Wilayah")
    assert [(row.name, row.members) for row in invitation_groups(session.store)] == [("Keamanan Wilayah", 1)]
    dialog.names.setFocus()
    qtbot.keyClick(dialog.names.list, Qt.Key.Key_Delete)
    assert invitation_groups(session.store) == []
    session.undo()
    assert dialog.names.list.count() == 1


def test_an_office_already_invited_is_not_added_again(
    tab: PreparationTab, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    for _ in range(2):
        _invite_tuban(tab, qtbot)
    assert tab.invitations.model.rowCount() == 1
    assert messages[-1][0] == "Ketua KPU Kabupaten Tuban sudah ada di daftar."


def test_what_the_directory_does_not_know_is_invited_in_the_words_typed(tab: PreparationTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(tab.invitations.picker, "Tokoh masyarakat Baureno")
    qtbot.keyClick(tab.invitations.picker, Qt.Key.Key_Return)
    assert tab.invitations.model.record(0).label == "Tokoh masyarakat Baureno"


def test_several_invitations_are_removed_with_one_key_and_one_undo(
    tab: PreparationTab, session: Session, qtbot: QtBot
) -> None:
    _add_group(tab, "Polres")
    before = tab.invitations.model.rowCount()
    table = tab.invitations.table
    table.setFocus()
    table.go_to_row(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert tab.invitations.model.rowCount() == before - 2
    session.undo()
    assert tab.invitations.model.rowCount() == before


def test_role_and_answer_are_changed_in_the_list(tab: PreparationTab, session: Session, meeting: UUID) -> None:
    _add_group(tab, "Polres")
    model = tab.invitations.model
    model.setData(model.index(0, 2), "narasumber")
    model.setData(model.index(0, 3), "akan_hadir")
    seat = participants(session.store, meeting)[0]
    assert (seat.role, seat.answer) == ("narasumber", "akan_hadir")


def test_the_empty_attendance_sheet_is_asked_for_by_its_name(tab: PreparationTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.print_wanted) as wanted:
        tab.invitations.sheet_button.click()
    assert wanted.args == ["attendance-sheet"]


def test_the_models_keep_their_promises_to_qt(tab: PreparationTab, session: Session, qtbot: QtBot) -> None:
    for model in (tab.agenda.model, tab.invitations.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    _write_agenda(tab, qtbot, "Satu", "Dua")
    tab.agenda.table.move_wanted.emit(tab.agenda.model.record(1).id, 0)
    _add_group(tab, "Kodim")
    for _ in range(3):
        session.undo()
    assert tab.invitations.model.rowCount() == 0


def test_another_meeting_shows_its_own_day(tab: PreparationTab, example: UUID) -> None:
    tab.show_meeting(example)
    assert tab.meeting_form.form.values()["held_on"] == date(2024, 9, 26)
    assert _titles(tab)[0].startswith("Pembukaan")


def test_a_new_meeting_is_gone_on_with_at_its_hour(tab: PreparationTab) -> None:
    """Its name and day were typed when it was made."""
    tab.setFocus()
    assert QApplication.focusWidget() is tab.meeting_form.form.field("starts_at")


def test_f6_leads_from_the_sheet_to_the_lists_and_back(tab: PreparationTab, qtbot: QtBot) -> None:
    tab.setFocus()
    seen = []
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F6):
        now = QApplication.focusWidget()
        assert now is not None
        qtbot.keyClick(now, key)
        seen.append(QApplication.focusWidget())
    assert seen == [tab.agenda.line, tab.invitations.picker, tab.meeting_form.form.field("starts_at")]
