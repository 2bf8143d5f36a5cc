"""The meeting the program starts from, typed by hand: the same seven statements and six follow-ups as imported."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.dates import medium_date
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.discussion import StatementRow, agenda, statements
from desktop.services.capture import delete_statement
from desktop.services.commitments import delete_commitment
from desktop.ui.meetings.capture_tab import CaptureTab
from desktop.ui.meetings.followup_tab import FollowUpTab
from desktop.ui.meetings.voices import Voices
from desktop.ui.session import Session
from desktop.ui.widgets.picker_field import PickerField

Key, Held = Qt.Key, Qt.KeyboardModifier
_KIND_KEYS = {
    "laporan": (Key.Key_1, 2),
    "informasi": (Key.Key_1, 3),
    "arahan": (Key.Key_2, 1),
    "permintaan": (Key.Key_2, 2),
}


@pytest.mark.timeout(120)
def test_typing_the_example_makes_what_importing_it_makes(qtbot: QtBot, session: Session, example: UUID) -> None:
    wanted, follow_ups = statements(session.store, example), commitments_of(session.store, example)
    for each in follow_ups:
        delete_commitment(session.desk, each.id)
    for one in wanted:
        delete_statement(session.desk, one.id)
    tab = CaptureTab(session)
    later = FollowUpTab(session)
    for widget in (later, tab):
        qtbot.addWidget(widget)
        session.bus.changed.connect(widget.refresh)
        widget.resize(1100, 560)
        widget.show_meeting(example)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()

    for line in wanted:
        _type_statement(qtbot, tab, session, example, line)
    typed = statements(session.store, example)
    assert [_core(one) for one in typed] == [_core(one) for one in wanted]
    now = {one.id: made.id for one, made in zip(wanted, typed, strict=True)}

    for each in follow_ups:
        if each.statement_id is not None:
            _line_becomes(qtbot, tab, now[each.statement_id], each)
        else:
            _type_follow_up(qtbot, tab, session, example, each)
    assert later.table.rows.rowCount() == 6
    made = commitments_of(session.store, example)
    assert [_follow_up_core(one, {}) for one in made] == [_follow_up_core(one, now) for one in follow_ups]


def _type_statement(qtbot: QtBot, tab: CaptureTab, session: Session, meeting: UUID, line: StatementRow) -> None:
    items = [item.id for item in agenda(session.store, meeting)]
    _go_to_item(qtbot, tab, items.index(line.agenda_item_id))
    _name(qtbot, tab.bar.speaker, Voices(session.store, meeting).name(line.speaker_id))
    _name(qtbot, tab.bar.behalf, line.on_behalf_of or "")
    tab.bar.kinds.set_value("kesimpulan")  # so that a key begins with the first kind of its group
    key, times = _KIND_KEYS[line.kind]
    for _ in range(times):
        qtbot.keyClick(tab.bar.line, key, Held.ControlModifier)
    qtbot.keyClicks(tab.bar.line, line.text)
    qtbot.keyClick(tab.bar.line, Key.Key_Return)


def _line_becomes(qtbot: QtBot, tab: CaptureTab, statement: UUID, wanted: CommitmentRow) -> None:
    tab.notes.setFocus()
    tab.notes.setCurrentIndex(tab.model.index(tab.model.row_of(statement), 0))
    qtbot.keyClick(tab.notes, Key.Key_T, Held.ControlModifier)
    _fill(qtbot, tab, wanted)
    qtbot.keyClick(_focused(), Key.Key_Escape)  # it saves itself


def _type_follow_up(qtbot: QtBot, tab: CaptureTab, session: Session, meeting: UUID, wanted: CommitmentRow) -> None:
    items = [item.id for item in agenda(session.store, meeting)]
    _go_to_item(qtbot, tab, items.index(wanted.agenda_item_id))
    _name(qtbot, tab.bar.speaker, Voices(session.store, meeting).name(wanted.speaker_id))
    qtbot.keyClicks(tab.bar.line, wanted.text)
    qtbot.keyClick(tab.bar.line, Key.Key_D, Held.ControlModifier)
    _fill(qtbot, tab, wanted)
    qtbot.keyClick(_focused(), Key.Key_Return, Held.ControlModifier)


def _fill(qtbot: QtBot, tab: CaptureTab, wanted: CommitmentRow) -> None:
    form = tab.side.editor.form
    addressees = _focused()
    for words in wanted.addressee_words():
        qtbot.keyClicks(addressees, words)
        qtbot.keyClick(addressees, Key.Key_Return)
    if form.text.value() != wanted.text:
        form.text.setFocus()
        form.text.selectAll()
        qtbot.keyClicks(form.text, wanted.text)
    if wanted.due_source == "jadwal":
        source = form.field("due_source")
        source.setFocus()
        for _ in range(2):
            qtbot.keyClick(source, Key.Key_Down)
    if wanted.due_date is not None:
        form.field("due_date").setFocus()
        qtbot.keyClicks(form.field("due_date"), medium_date(wanted.due_date))
    if wanted.due_note:
        form.field("due_note").setFocus()
        qtbot.keyClicks(form.field("due_note"), wanted.due_note)


def _go_to_item(qtbot: QtBot, tab: CaptureTab, wanted: int) -> None:
    tab.focus_line()
    steps = wanted - tab.agenda.currentRow()
    for _ in range(abs(steps)):
        qtbot.keyClick(tab.bar.line, Key.Key_Down if steps > 0 else Key.Key_Up, Held.ControlModifier)


def _name(qtbot: QtBot, field: PickerField, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _core(one: StatementRow) -> tuple[Any, ...]:
    return (
        one.order_no,
        one.agenda_item_id,
        one.kind,
        one.speaker_id,
        one.on_behalf_of,
        one.on_behalf_of_id,
        one.text,
    )


def _follow_up_core(one: CommitmentRow, now: dict[UUID, UUID]) -> tuple[Any, ...]:
    statement = one.statement_id and now.get(one.statement_id, one.statement_id)
    addressees = [
        (each.institution_id, each.position_id, each.label, each.via, each.state) for each in one.addressees
    ]
    return (
        one.order_no, one.kind, one.text, one.meeting_id, one.agenda_item_id, statement, one.speaker_id,
        one.due_date, one.due_source, one.due_note, addressees,
    )  # fmt: skip
