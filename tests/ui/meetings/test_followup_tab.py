"""The follow-ups of one meeting: listed as said, added, changed and removed."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import statements
from desktop.services.commitments import set_state
from desktop.ui.bus import ChangeBus
from desktop.ui.meetings.followup_tab import FollowUpTab
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState

Key, Held = Qt.Key, Qt.KeyboardModifier


def opened(qtbot: QtBot, session: Session, meeting: UUID) -> FollowUpTab:
    tab = FollowUpTab(session)
    qtbot.addWidget(tab)
    tab.resize(1100, 560)
    session.bus.changed.connect(tab.refresh)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.show_meeting(meeting)
    return tab


@pytest.fixture
def tab(qtbot: QtBot, session: Session, example: UUID) -> FollowUpTab:
    return opened(qtbot, session, example)


def rows(session: Session, meeting: UUID) -> list[CommitmentRow]:
    return commitments_of(session.store, meeting)


def column(tab: FollowUpTab, number: int) -> list[str]:
    return [str(tab.table.rows.index(row, number).data()) for row in range(tab.table.rows.rowCount())]


def write(qtbot: QtBot, tab: FollowUpTab, text: str, to: str) -> None:
    qtbot.keyClick(tab.table, Key.Key_N, Held.ControlModifier)
    qtbot.keyClicks(tab.editor.form.text, text)
    field = tab.editor.form.to.focusProxy()
    field.setFocus()
    qtbot.keyClicks(field, to)


def test_follow_ups_stand_as_they_were_said(tab: FollowUpTab) -> None:
    assert column(tab, 0) == ["K-01", "K-02", "K-04", "K-05", "K-06", "K-07"]
    assert column(tab, 1)[:2] == ["Arahan", "Permintaan"]
    assert column(tab, 3)[2] == "KPU kabupaten/kota, +3"
    assert column(tab, 4)[3:5] == ["27 Nov 2024 · jadwal", "sampai penghitungan suara"]


def test_ctrl_n_writes_a_new_one(qtbot: QtBot, tab: FollowUpTab, session: Session, example: UUID) -> None:
    write(qtbot, tab, "Siapkan gudang cadangan", "KPU kabupaten/kota")
    said = tab.editor.form.field("statement_id")
    said.setFocus()
    text = "P-06 · Logistik Pilkada dinyatakan siap."
    qtbot.keyClicks(said, text)
    qtbot.keyClick(said, Key.Key_Return, Held.ControlModifier)
    made = rows(session, example)[-1]
    assert (made.text, made.kind, len(made.addressees)) == ("Siapkan gudang cadangan", "arahan", 8)
    assert made.addressee_words() == ["KPU kabupaten/kota"]
    assert tab.editor.current() == made.id
    assert column(tab, 2)[-1] == "Siapkan gudang cadangan"


def test_it_can_come_from_a_statement(qtbot: QtBot, tab: FollowUpTab, session: Session, example: UUID) -> None:
    tab.open(rows(session, example)[3].id)
    said = tab.editor.form.field("statement_id")
    said.setFocus()
    qtbot.keyClicks(said, "P-06 · Logistik Pilkada dinyatakan siap.")
    tab.editor.form.text.setFocus()
    tab.flush()
    assert rows(session, example)[3].statement_id == statements(session.store, example)[5].id


def test_a_half_written_one_survives_the_end_of_the_program(
    qtbot: QtBot, tab: FollowUpTab, session: Session, example: UUID, bus: ChangeBus
) -> None:
    with qtbot.waitSignal(bus.draft_saved, timeout=1500):
        write(qtbot, tab, "Siapkan gudang", "KPU kabupaten/kota")
        qtbot.keyClick(tab.editor.form.to.focusProxy(), Key.Key_Return)
        qtbot.keyClicks(tab.editor.form.to.focusProxy(), "Panit")
    tab.flush()
    tab.editor.form.blockSignals(True)  # ended: what losing the focus does to it is nobody's typing
    again = opened(qtbot, session, example)
    assert again.editor.is_new()
    assert again.editor.form.text.value() == "Siapkan gudang"
    assert [chip.words for chip in again.editor.form.to.value()] == ["KPU kabupaten/kota"]
    assert again.editor.form.to.typed() == "Panit"
    assert again.editor.store_new()
    assert not opened(qtbot, session, example).editor.is_new()


def test_without_a_text_nothing_is_stored(qtbot: QtBot, tab: FollowUpTab, session: Session, example: UUID) -> None:
    write(qtbot, tab, "", "Kodim")
    assert not tab.editor.store_new()
    assert len(rows(session, example)) == 6
    assert tab.editor.is_new()


def test_delete_takes_it_away_and_undo_brings_it_back(
    qtbot: QtBot, tab: FollowUpTab, session: Session, example: UUID
) -> None:
    tab.open(rows(session, example)[0].id)
    qtbot.keyClick(tab.table, Key.Key_Delete)
    assert column(tab, 0)[0] == "K-02"
    session.undo()
    assert column(tab, 0)[0] == "K-01"
    assert len(rows(session, example)[0].addressees) == 35


def test_states_are_summed_up(tab: FollowUpTab, session: Session, example: UUID) -> None:
    addressees = rows(session, example)[0].addressees
    ids = [each.id for each in addressees[:3]]
    session.run(lambda: set_state(session.desk, ids, "selesai_laporan"))
    assert column(tab, 5)[0] == "3 dari 35 selesai"


def test_a_meeting_without_follow_ups_says_what_to_do(qtbot: QtBot, session: Session, meeting: UUID) -> None:
    tab = opened(qtbot, session, meeting)
    empty = next(one for one in tab.table.findChildren(EmptyState) if one.isVisible())
    empty.wanted.emit()
    assert tab.editor.is_new()


def test_tab_goes_through_the_list_before_the_form(tab: FollowUpTab) -> None:
    met, widget = [], tab.nextInFocusChain()
    while widget is not tab:
        if widget in (tab.table, tab.editor.form.text):
            met.append(widget)
        widget = widget.nextInFocusChain()
    assert met == [tab.table, tab.editor.form.text]
