"""Two rows are made one, after a look at both."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from desktop.models.queries.directory import search_people
from desktop.services.directory import save_person
from desktop.ui.directory.join_dialog import JoinDialog
from desktop.ui.directory.people_tab import PeopleTab
from desktop.ui.session import Session
from tests.ui.directory.test_page import DAY

Key, Held = Qt.Key, Qt.KeyboardModifier


def tab_with_two(qtbot: QtBot, session: Session) -> PeopleTab:
    save_person(session.desk, name="Siti Aminah")
    save_person(session.desk, name="Siti Aminah, S.H.", phone="081234567890")
    tab = PeopleTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.table.setFocus()
    return tab


def choose_both(tab: PeopleTab) -> None:
    rows, flags = tab.table.rows, QItemSelectionModel.SelectionFlag
    for row in range(2):
        tab.table.selectionModel().select(rows.index(row, 0), flags.Select | flags.Rows)


def test_two_chosen_people_become_one_with_the_words_marked(qtbot: QtBot, session: Session) -> None:
    tab = tab_with_two(qtbot, session)
    choose_both(tab)
    qtbot.keyClick(tab.table, Key.Key_G, Held.ControlModifier)
    (dialog,) = tab.findChildren(JoinDialog)
    next(one for one in dialog.findChildren(QRadioButton) if one.text() == "Siti Aminah, S.H.").click()
    dialog.join.click()
    (hit,) = search_people(session.store, "aminah", DAY)
    assert hit.name == "Siti Aminah, S.H."
    assert tab.table.rows.rowCount() == 1


def test_what_only_one_has_is_kept_by_itself(qtbot: QtBot, session: Session) -> None:
    tab = tab_with_two(qtbot, session)
    choose_both(tab)
    tab.join_chosen()
    (dialog,) = tab.findChildren(JoinDialog)
    assert dialog.values() in ({"phone": "081234567890"}, {})


def test_one_row_alone_says_what_to_do(qtbot: QtBot, session: Session) -> None:
    tab = tab_with_two(qtbot, session)
    with qtbot.waitSignal(session.bus.message) as told:
        tab.join_chosen()
    assert "Tandai dulu dua baris" in told.args[0]
    assert tab.findChildren(JoinDialog) == []
