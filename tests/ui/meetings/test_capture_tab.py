"""Catat Rapat through its real widgets: lines are stored, found again, corrected, moved and made follow-ups."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import StatementRow, agenda, statements
from desktop.services.capture import update_statement
from desktop.services.draft_keeper import recall_draft
from desktop.ui.bus import ChangeBus
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.meetings.line_editor import LineEditor
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor

Key, Held = Qt.Key, Qt.KeyboardModifier


def opened(qtbot: QtBot, session: Session, meeting: UUID) -> CaptureTab:
    tab = CaptureTab(session)
    qtbot.addWidget(tab)
    tab.resize(1100, 560)
    session.bus.changed.connect(tab.refresh)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.show_meeting(meeting)
    tab.focus_line()
    return tab


@pytest.fixture
def tab(qtbot: QtBot, session: Session, example: UUID) -> CaptureTab:
    return opened(qtbot, session, example)


def said(session: Session, meeting: UUID) -> list[StatementRow]:
    return statements(session.store, meeting)


def follow_ups(session: Session, meeting: UUID) -> list[CommitmentRow]:
    return commitments_of(session.store, meeting)


def typed(qtbot: QtBot, tab: CaptureTab, text: str) -> None:
    qtbot.keyClicks(tab.bar.line, text)


def entered(qtbot: QtBot, tab: CaptureTab, text: str) -> None:
    typed(qtbot, tab, text)
    qtbot.keyClick(tab.bar.line, Key.Key_Return)


def name(qtbot: QtBot, field: QWidget, words: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)


def at(tab: CaptureTab, one: UUID) -> None:
    """Let the keyboard be at a line."""
    tab.notes.setFocus()
    tab.notes.setCurrentIndex(tab.model.index(tab.model.row_of(one), 0))


def focused() -> QWidget | None:
    return QApplication.focusWidget()


# The line


def test_enter_stores_the_line_under_the_current_point(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    tab.agenda.setCurrentRow(1)
    name(qtbot, tab.bar.speaker, "Miftahur Rozaq")
    qtbot.keyClick(tab.bar.line, Key.Key_2, Held.ControlModifier)
    entered(qtbot, tab, "Gudang harus bebas banjir")
    line = said(session, example)[-1]
    assert (line.text, line.kind) == ("Gudang harus bebas banjir", "arahan")
    assert line.agenda_item_id == agenda(session.store, example)[1].id
    assert line.speaker_id == said(session, example)[5].speaker_id
    assert tab.bar.line.value() == ""
    assert focused() is tab.bar.line


def test_kind_and_speaker_stay_for_the_next_line(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    name(qtbot, tab.bar.speaker, "Miftahur Rozaq")
    qtbot.keyClick(tab.bar.line, Key.Key_4, Held.ControlModifier)
    entered(qtbot, tab, "Satu")
    entered(qtbot, tab, "Dua")
    first, second = said(session, example)[-2:]
    assert (first.kind, first.speaker_id) == (second.kind, second.speaker_id)
    assert second.kind == "kesimpulan"


def test_shift_enter_begins_a_new_line_within(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    low = tab.bar.line.height()
    typed(qtbot, tab, "Satu")
    for text in ("Dua", "Tiga"):
        qtbot.keyClick(tab.bar.line, Key.Key_Return, Held.ShiftModifier)
        typed(qtbot, tab, text)
    qtbot.waitUntil(lambda: tab.bar.line.height() > low)
    qtbot.keyClick(tab.bar.line, Key.Key_Return)
    assert said(session, example)[-1].text == "Satu\nDua\nTiga"


def test_an_empty_line_is_not_stored(qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID) -> None:
    entered(qtbot, tab, "   ")
    assert len(said(session, example)) == 7


def test_the_keys_lead_through_all_kinds(qtbot: QtBot, tab: CaptureTab) -> None:
    found = []
    for key, times in ((Key.Key_1, 3), (Key.Key_2, 3), (Key.Key_3, 3), (Key.Key_4, 1)):
        tab.bar.kinds.set_value("kesimpulan" if key != Key.Key_4 else "arahan")
        for _ in range(times):
            qtbot.keyClick(tab.bar.line, key, Held.ControlModifier)
            found.append(tab.bar.kinds.value())
    assert len(set(found)) == 10
    assert found[:2] == ["paparan", "laporan"]


def test_ctrl_and_arrows_lead_through_the_agenda(qtbot: QtBot, tab: CaptureTab) -> None:
    tab.agenda.setCurrentRow(0)
    typed(qtbot, tab, "setengah")
    for _ in range(2):
        qtbot.keyClick(tab.bar.line, Key.Key_Down, Held.ControlModifier)
    assert tab.agenda.currentRow() == 2
    qtbot.keyClick(tab.bar.line, Key.Key_Up, Held.ControlModifier)
    assert tab.agenda.currentRow() == 1
    assert tab.bar.line.value() == "setengah"


def test_whom_somebody_spoke_for_is_remembered_with_the_speaker(qtbot: QtBot, tab: CaptureTab) -> None:
    name(qtbot, tab.bar.speaker, "Yudi Widodo")
    name(qtbot, tab.bar.behalf, "Kepala Bakorwil Bojonegoro")
    assert tab.bar.behalf.value() is not None
    name(qtbot, tab.bar.speaker, "Miftahur Rozaq")
    assert tab.bar.behalf.value() is None
    name(qtbot, tab.bar.speaker, "Yudi Widodo")
    assert tab.bar.behalf.typed() == "Kepala Bakorwil Bojonegoro"


def test_a_speaker_nobody_knows_is_not_stored(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID, messages: list[tuple[str, str]]
) -> None:
    name(qtbot, tab.bar.speaker, "Orang Asing")
    entered(qtbot, tab, "Usul")
    assert len(said(session, example)) == 7
    assert "Orang Asing" in messages[-1][0]
    assert tab.bar.line.value() == "Usul"


def test_enter_on_somebody_present_lets_them_speak(qtbot: QtBot, tab: CaptureTab) -> None:
    tab.side.people.setFocus()
    tab.side.people.setCurrentRow(1)
    qtbot.keyClick(tab.side.people, Key.Key_Return)
    assert tab.bar.speaker.typed() == "AKBP Rahmat Ansori"
    assert focused() is tab.bar.line


# Drafts


def test_typing_is_safe_within_a_second_and_comes_back_with_its_caret(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID, bus: ChangeBus
) -> None:
    name(qtbot, tab.bar.speaker, "Miftahur Rozaq")
    qtbot.keyClick(tab.bar.line, Key.Key_3, Held.ControlModifier)
    tab.agenda.setCurrentRow(2)
    with qtbot.waitSignal(bus.draft_saved, timeout=1500):
        typed(qtbot, tab, "Belum selesai diketik")
    with qtbot.waitSignal(bus.draft_saved, timeout=1500):
        for _ in range(8):
            qtbot.keyClick(tab.bar.line, Key.Key_Left)
        typed(qtbot, tab, "x")
    again = opened(qtbot, session, example)
    assert again.bar.line.toPlainText() == "Belum selesaix diketik"
    assert again.bar.line.caret() == (14, 14)
    assert again.bar.kinds.value() == "tanggapan"
    assert again.bar.speaker.typed() == "Miftahur Rozaq"
    assert again.agenda.currentRow() == 2


def test_a_stored_line_leaves_no_draft(qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID) -> None:
    typed(qtbot, tab, "Jadi")
    tab.flush()
    assert recall_draft(session.desk, f"capture:{example}") is not None
    qtbot.keyClick(tab.bar.line, Key.Key_Return)
    assert recall_draft(session.desk, f"capture:{example}") is None


def test_a_new_tab_goes_on_as_the_last_line_was(tab: CaptureTab) -> None:
    assert tab.bar.kinds.value() == "informasi"
    assert tab.bar.speaker.typed() == "Nur Elya Anggraini"
    assert tab.agenda.currentRow() == 3


# Lines that stand already


def test_f2_corrects_a_line_where_it_stands(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    one = said(session, example)[5].id
    at(tab, one)
    qtbot.keyClick(tab.notes, Key.Key_F2)
    editor = tab.corrections.editor
    assert editor is not None
    assert focused() is editor.text
    qtbot.keyClicks(editor.text, " Semuanya.")
    qtbot.keyClick(editor.text, Key.Key_Return)
    assert said(session, example)[5].text == "Logistik Pilkada dinyatakan siap. Semuanya."
    assert tab.corrections.editor is None
    assert focused() is tab.notes


def test_escape_leaves_the_line_as_it_was(qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID) -> None:
    before = said(session, example)
    at(tab, before[5].id)
    qtbot.keyClick(tab.notes, Key.Key_F2)
    editor = tab.corrections.editor
    assert editor is not None
    qtbot.keyClicks(editor.text, "salah")
    qtbot.keyClick(editor.text, Key.Key_Escape)
    assert said(session, example) == before


def test_a_correction_is_stored_when_the_focus_leaves(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    at(tab, said(session, example)[5].id)
    qtbot.keyClick(tab.notes, Key.Key_F2)
    editor = tab.corrections.editor
    assert editor is not None
    qtbot.keyClicks(editor.text, " Ya.")
    tab.focus_line()
    qtbot.waitUntil(lambda: tab.corrections.editor is None)
    assert said(session, example)[5].text.endswith("siap. Ya.")
    assert focused() is tab.bar.line


def test_a_correction_survives_the_end_of_the_program(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID, bus: ChangeBus
) -> None:
    at(tab, said(session, example)[5].id)
    qtbot.keyClick(tab.notes, Key.Key_F2)
    assert tab.corrections.editor is not None
    with qtbot.waitSignal(bus.draft_saved, timeout=1500):
        qtbot.keyClicks(tab.corrections.editor.text, " Ya.")
    again = opened(qtbot, session, example)
    assert again.corrections.editor is not None
    assert again.corrections.editor.text.value().endswith("siap. Ya.")


def corrected_twice(qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID) -> LineEditor:
    """A line open here that somebody else changed, after the first Enter."""
    one = said(session, example)[5].id
    at(tab, one)
    qtbot.keyClick(tab.notes, Key.Key_F2)
    editor = tab.corrections.editor
    assert editor is not None
    qtbot.keyClicks(editor.text, " Ya.")
    update_statement(session.desk, one, text="Milik teman.", kind="informasi")
    qtbot.keyClick(editor.text, Key.Key_Return)
    return editor


def test_a_line_somebody_else_changed_is_not_overwritten_unseen(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID, messages: list[tuple[str, str]]
) -> None:
    editor = corrected_twice(qtbot, tab, session, example)
    assert said(session, example)[5].text == "Milik teman."
    assert "sudah diubah orang lain: “Milik teman.”" in messages[-1][0]
    assert tab.corrections.editor is editor
    tab.focus_line()
    qtbot.waitUntil(lambda: len(messages) > 1)
    assert said(session, example)[5].text == "Milik teman."


def test_a_second_enter_takes_only_what_was_corrected_here(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    editor = corrected_twice(qtbot, tab, session, example)
    qtbot.keyClick(editor.text, Key.Key_Return)
    assert tab.corrections.editor is None
    now = said(session, example)[5]
    assert (now.text, now.kind) == ("Logistik Pilkada dinyatakan siap. Ya.", "informasi")


def test_escape_leaves_what_somebody_else_wrote(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    editor = corrected_twice(qtbot, tab, session, example)
    qtbot.keyClick(editor.text, Key.Key_Escape)
    assert said(session, example)[5].text == "Milik teman."


def test_alt_and_arrows_move_a_line_also_into_the_next_point(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    lines = said(session, example)
    at(tab, lines[1].id)
    qtbot.keyClick(tab.notes, Key.Key_Down, Held.AltModifier)
    assert [one.code for one in said(session, example)][:3] == ["P-01", "P-03", "P-02"]
    qtbot.keyClick(tab.notes, Key.Key_Down, Held.AltModifier)
    moved = next(one for one in said(session, example) if one.code == "P-02")
    assert moved.agenda_item_id == lines[3].agenda_item_id
    assert tab.model.row_of(lines[1].id) == tab.notes.currentIndex().row()
    for _ in range(2):
        qtbot.keyClick(tab.notes, Key.Key_Up, Held.AltModifier)
    assert [one.code for one in said(session, example)] == [one.code for one in lines]
    assert said(session, example)[1].agenda_item_id == lines[1].agenda_item_id


def test_a_deleted_line_comes_back_with_undo(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    at(tab, said(session, example)[0].id)
    qtbot.keyClick(tab.notes, Key.Key_Delete)
    assert len(said(session, example)) == 6
    session.undo()
    assert len(said(session, example)) == 7
    assert tab.model.row_of(said(session, example)[0].id) > 0


def test_a_line_with_a_follow_up_is_not_deleted(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID, messages: list[tuple[str, str]]
) -> None:
    at(tab, said(session, example)[1].id)
    qtbot.keyClick(tab.notes, Key.Key_Delete)
    assert len(said(session, example)) == 7
    assert "sudah menjadi tindak lanjut" in messages[-1][0]


# Follow-ups


def test_ctrl_t_makes_the_chosen_line_a_follow_up(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    line = said(session, example)[0]
    at(tab, line.id)
    qtbot.keyClick(tab.notes, Key.Key_T, Held.ControlModifier)
    made = follow_ups(session, example)[-1]
    assert (made.statement_id, made.kind, made.text) == (line.id, "arahan", line.text)
    assert tab.side.editor.current() == made.id
    qtbot.keyClick(tab.side.editor, Key.Key_Escape)
    assert focused() is tab.bar.line


def test_ctrl_t_twice_opens_what_the_line_became(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    at(tab, said(session, example)[1].id)
    qtbot.keyClick(tab.notes, Key.Key_T, Held.ControlModifier)
    assert len(follow_ups(session, example)) == 6
    assert tab.side.editor.current() == follow_ups(session, example)[0].id


def test_ctrl_d_takes_what_is_typed_into_a_follow_up(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID
) -> None:
    tab.agenda.setCurrentRow(2)
    name(qtbot, tab.bar.speaker, "Miftahur Rozaq")
    typed(qtbot, tab, "Distribusi sesuai rencana")
    qtbot.keyClick(tab.bar.line, Key.Key_D, Held.ControlModifier)
    editor = tab.side.editor
    assert editor.form.text.value() == "Distribusi sesuai rencana"
    addressees = focused()
    assert addressees is not None
    qtbot.keyClicks(addressees, "KPU Provinsi Jawa Timur")
    qtbot.keyClick(addressees, Key.Key_Return)
    qtbot.keyClick(addressees, Key.Key_Return, Held.ControlModifier)
    made = follow_ups(session, example)[-1]
    assert (made.kind, made.text, made.statement_id) == ("komitmen", "Distribusi sesuai rencana", None)
    assert made.addressee_words() == ["KPU Provinsi Jawa Timur"]
    assert made.speaker_id == said(session, example)[5].speaker_id
    assert made.agenda_item_id == agenda(session.store, example)[2].id
    assert tab.bar.line.value() == ""
    assert focused() is tab.bar.line


def test_escape_from_the_follow_up_leads_back_to_the_caret(qtbot: QtBot, tab: CaptureTab) -> None:
    typed(qtbot, tab, "Distribusi sesuai rencana")
    for _ in range(7):
        qtbot.keyClick(tab.bar.line, Key.Key_Left)
    qtbot.keyClick(tab.bar.line, Key.Key_D, Held.ControlModifier)
    now = focused()
    assert now is not None
    qtbot.keyClick(now, Key.Key_Escape)
    assert focused() is tab.bar.line
    assert tab.bar.line.caret() == (18, 18)
    assert tab.bar.line.value() == "Distribusi sesuai rencana"
    assert tab.side.editor.is_new()


def test_a_half_written_follow_up_is_thrown_away_only_after_a_question(
    qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID, door: RecordedDoor
) -> None:
    typed(qtbot, tab, "Distribusi")
    qtbot.keyClick(tab.bar.line, Key.Key_D, Held.ControlModifier)
    door.will_answer(False, True)
    tab.side.editor.close_entry()
    assert tab.side.editor.is_new()
    tab.side.editor.close_entry()
    assert not tab.side.editor.is_new()
    assert len(follow_ups(session, example)) == 6
    assert tab.bar.line.value() == "Distribusi"


# Panes


def test_f6_leads_through_the_panes_and_back(qtbot: QtBot, tab: CaptureTab) -> None:
    seen = []
    for _ in range(5):
        now = focused()
        assert now is not None
        qtbot.keyClick(now, Key.Key_F6)
        seen.append(focused())
    assert seen == [tab.agenda, tab.notes, tab.side.people, tab.side.follow_ups, tab.bar.line]


def test_a_pane_reached_by_keyboard_shows_where_one_is(qtbot: QtBot, tab: CaptureTab) -> None:
    chosen = []
    for _ in range(4):
        now = focused()
        assert now is not None
        qtbot.keyClick(now, Key.Key_F6)
        pane = focused()
        assert isinstance(pane, QAbstractItemView)
        chosen.append([index.row() for index in pane.selectionModel().selectedIndexes()])
    assert chosen == [[tab.agenda.currentRow()], [1], [0], [0]]


@pytest.mark.parametrize("pane", ["agenda", "notes"])
def test_escape_leads_back_to_the_line(qtbot: QtBot, tab: CaptureTab, pane: str) -> None:
    widget = getattr(tab, pane)
    widget.setFocus()
    qtbot.keyClick(widget, Key.Key_Escape)
    assert focused() is tab.bar.line


def test_only_this_point_can_be_shown(qtbot: QtBot, tab: CaptureTab, session: Session, example: UUID) -> None:
    tab.agenda.setCurrentRow(1)
    tab.stage.scope.choose({"ini"})
    tab.stage.scope.changed.emit(frozenset({"ini"}))
    codes = [line.said.code for row in range(tab.model.rowCount()) if (line := tab.model.line(row))]
    assert codes == ["P-04", "P-05"]
    qtbot.keyClick(tab.bar.line, Key.Key_Down, Held.ControlModifier)
    codes = [line.said.code for row in range(tab.model.rowCount()) if (line := tab.model.line(row))]
    assert codes == ["P-06"]


def test_a_meeting_without_an_agenda_takes_notes_too(qtbot: QtBot, session: Session, meeting: UUID) -> None:
    tab = opened(qtbot, session, meeting)
    entered(qtbot, tab, "Catatan pertama")
    assert [one.text for one in said(session, meeting)] == ["Catatan pertama"]
    assert tab.model.rowCount() == 2
