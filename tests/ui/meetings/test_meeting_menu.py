"""Lainnya in an open meeting: the next meeting, and templates."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.discussion import agenda
from desktop.models.queries.preparation import meeting_templates
from desktop.models.queries.records import fields_of
from desktop.services.templates import save_template
from desktop.ui.meetings.meeting_menu import MeetingMenu
from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
from desktop.ui.meetings.page import MeetingsPage
from desktop.ui.meetings.preparation_tab import PreparationTab
from desktop.ui.meetings.templates_dialog import TemplatesDialog
from desktop.ui.session import Session
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.name_dialog import NameDialog

_EIGHT = (
    "Pembukaan",
    "Laporan",
    "Arahan",
    "Paparan KPU",
    "Paparan Bawaslu",
    "Tanya jawab",
    "Kesimpulan",
    "Penutup",
)


@pytest.fixture
def menu(session: Session, example: UUID, qtbot: QtBot) -> MeetingMenu:
    made = MeetingMenu(session)
    qtbot.addWidget(made)
    made.meeting = example
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_next_meeting_takes_over_this_one(
    menu: MeetingMenu, session: Session, example: UUID, qtbot: QtBot
) -> None:
    menu.make_next()
    dialog = menu.window().findChild(NewMeetingDialog)
    assert isinstance(dialog, NewMeetingDialog)
    with qtbot.waitSignal(menu.made) as made:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    source, fields = (fields_of(session.store, "meeting", one) for one in (example, made.args[0]))
    assert (fields["title"], fields["forum_id"]) == (source["title"], source["forum_id"])
    assert fields["copied_on"] == date(2024, 9, 26)
    points = [one.title for one in agenda(session.store, made.args[0])]
    points.remove("Tindak lanjut rapat sebelumnya")
    assert points == [one.title for one in agenda(session.store, example)]


def test_a_meeting_is_kept_as_a_template_under_a_name_of_its_own(
    menu: MeetingMenu, session: Session, qtbot: QtBot
) -> None:
    for expected in (False, True):
        menu.save_as_template()
        dialog = menu.window().findChildren(NameDialog)[-1]
        field = dialog.form.field("name")
        assert isinstance(field, LineField)
        qtbot.keyClicks(field, "Bulanan")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert dialog.isVisible() is expected
    assert "sudah ada" in field.accessibleDescription()
    assert [row.name for row in meeting_templates(session.store)] == ["Bulanan"]


def test_templates_are_renamed_and_deleted_with_a_way_back(
    menu: MeetingMenu, session: Session, example: UUID, qtbot: QtBot
) -> None:
    save_template(session.desk, example, "Bulanan")
    menu.arrange_templates()
    dialog = menu.window().findChild(TemplatesDialog)
    assert isinstance(dialog, TemplatesDialog)
    names = dialog.names.list
    names.currentItem().setText("Tiap bulan")
    assert [row.name for row in meeting_templates(session.store)] == ["Tiap bulan"]
    names.currentItem().setText("")
    assert names.currentItem().text() == "Tiap bulan"
    names.setFocus()
    qtbot.keyClick(names, Qt.Key.Key_Delete)
    assert names.count() == 0
    assert dialog.hint.text().startswith("Belum ada templat")
    session.undo()
    assert [names.item(0).text(), dialog.hint.text().split(",")[0]] == ["Tiap bulan", "4 acara"]


def test_a_meeting_with_eight_points_is_entered_with_the_keyboard_only(session: Session, qtbot: QtBot) -> None:
    """From the list of meetings to the last point, without a mouse."""
    page = MeetingsPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.list_page.table.setFocus()

    qtbot.keyClick(page.list_page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(NewMeetingDialog)
    assert isinstance(dialog, NewMeetingDialog)
    qtbot.keyClicks(dialog.form.field("title"), "Rakor Delapan Acara")
    qtbot.keyClick(dialog.form.field("title"), Qt.Key.Key_Return)
    page.activateWindow()
    tab = page.workspace.tab("preparation")
    assert isinstance(tab, PreparationTab)
    starts_at = tab.meeting_form.form.field("starts_at")
    starts_at.setFocus()
    qtbot.keyClicks(starts_at, "9")
    qtbot.keyClick(starts_at, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is tab.agenda.line
    for title in _EIGHT:
        qtbot.keyClicks(tab.agenda.line, title)
        qtbot.keyClick(tab.agenda.line, Qt.Key.Key_Return)
    meeting = page.workspace.meeting
    assert meeting is not None
    assert [row.title for row in agenda(session.store, meeting)] == list(_EIGHT)
    qtbot.keyClick(tab.agenda.line, Qt.Key.Key_Tab)
    qtbot.keyClick(tab.agenda.table, Qt.Key.Key_Home)
    qtbot.keyClick(tab.agenda.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in agenda(session.store, meeting)][:2] == ["Laporan", "Pembukaan"]
    assert [row.order_no for row in agenda(session.store, meeting)] == list(range(1, 9))
    page.flush()
    assert fields_of(session.store, "meeting", meeting)["starts_at"] == time(9)
