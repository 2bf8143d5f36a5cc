"""The workspace of a meeting: its headline, its tabs, and what is saved and refreshed when."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.journal import ChangeSet
from desktop.models.queries.meetings import meeting_head
from desktop.services.attendance import invite
from desktop.services.meetings import delete_meeting, update_meeting
from desktop.services.minutes_life import make_ready
from desktop.ui.meetings.frozen_banner import FrozenBanner
from desktop.ui.meetings.page import MeetingsPage
from desktop.ui.meetings.title_label import TitleLabel
from desktop.ui.meetings.workspace import MeetingWorkspace, TabSpec
from desktop.ui.session import Session

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class _Tab(QWidget):
    """A tab that remembers what the workspace told it."""

    print_wanted = Signal(str)
    check_in_left = Signal()

    def __init__(self, _session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[object] = []
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_meeting(self, meeting: UUID) -> None:
        self.told.append(meeting)

    def flush(self) -> None:
        self.told.append("flush")

    def refresh(self, changes: ChangeSet) -> None:
        self.told.append(changes.tables)

    def start_check_in(self) -> None:
        self.line.setFocus()

    def choose(self, paper: str) -> None:
        self.told.append(paper)


@pytest.fixture
def workspace(session: Session, qtbot: QtBot) -> MeetingWorkspace:
    tabs = [TabSpec(key, key.title(), _Tab) for key in ("preparation", "attendance", "capture", "minutes")]
    made = MeetingWorkspace(session, tabs)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _tab(workspace: MeetingWorkspace, key: str) -> _Tab:
    found = workspace.tab(key)
    assert isinstance(found, _Tab)
    return found


def test_a_meeting_opens_at_the_first_tab_and_later_where_it_was_left(
    workspace: MeetingWorkspace, meeting: UUID, example: UUID
) -> None:
    workspace.show_meeting(meeting)
    assert workspace.current_tab == "preparation"
    workspace.show_tab("capture")
    workspace.show_meeting(example)
    assert workspace.current_tab == "preparation"
    workspace.show_meeting(meeting)
    assert workspace.current_tab == "capture"


def test_ctrl_tab_goes_round_and_alt_numbers_lead_directly(
    workspace: MeetingWorkspace, meeting: UUID, qtbot: QtBot
) -> None:
    workspace.show_meeting(meeting)
    workspace.focus_tab()
    seen = []
    for _ in range(4):
        qtbot.keyClick(workspace, Qt.Key.Key_Tab, _CTRL)
        seen.append(workspace.current_tab)
    qtbot.keyClick(workspace, Qt.Key.Key_2, _ALT)
    assert (*seen, workspace.current_tab) == ("attendance", "capture", "minutes", "preparation", "attendance")


def test_a_tab_chosen_by_mouse_or_number_takes_the_keyboard(
    workspace: MeetingWorkspace, meeting: UUID, qtbot: QtBot
) -> None:
    workspace.show_meeting(meeting)
    bar = workspace.findChildren(QTabBar)[0]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    assert _tab(workspace, "capture").line.hasFocus()
    qtbot.keyClick(workspace, Qt.Key.Key_4, _ALT)
    assert _tab(workspace, "minutes").line.hasFocus()


def test_arrow_keys_on_the_tabs_stay_on_the_tabs(workspace: MeetingWorkspace, meeting: UUID, qtbot: QtBot) -> None:
    workspace.show_meeting(meeting)
    bar = workspace.findChildren(QTabBar)[0]
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert (workspace.current_tab, bar.hasFocus()) == ("attendance", True)


def test_leaving_a_tab_saves_what_was_being_typed(workspace: MeetingWorkspace, meeting: UUID) -> None:
    workspace.show_meeting(meeting)
    workspace.show_tab("capture")
    assert "flush" in _tab(workspace, "preparation").told


def test_only_the_tab_in_sight_is_told_at_once_the_others_when_they_are_seen(
    workspace: MeetingWorkspace, meeting: UUID, session: Session
) -> None:
    workspace.show_meeting(meeting, "preparation")
    workspace.show_tab("capture")
    for label in ("Kelompok Satu", "Kelompok Dua"):
        session.run(lambda label=label: invite(session.desk, meeting, [{"label": label}]))
    session.run(lambda: update_meeting(session.desk, meeting, place="Aula"))
    hidden = _tab(workspace, "preparation")
    assert _tab(workspace, "capture").told[-1] == {"meeting"}
    assert hidden.told == [meeting, "flush", "flush"]
    workspace.show_tab("preparation")
    assert hidden.told[-1] == {"participant", "meeting"}


def test_f3_leads_to_the_check_in_box_and_escape_back_to_the_exact_place(
    workspace: MeetingWorkspace, meeting: UUID, qtbot: QtBot
) -> None:
    workspace.show_meeting(meeting, "capture")
    line = _tab(workspace, "capture").line
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_F3)
    assert workspace.current_tab == "attendance"
    _tab(workspace, "attendance").check_in_left.emit()
    assert workspace.current_tab == "capture"
    assert line.hasFocus()


def test_a_tabs_wish_for_a_paper_is_shown_at_once(workspace: MeetingWorkspace, meeting: UUID) -> None:
    workspace.show_meeting(meeting)
    _tab(workspace, "preparation").print_wanted.emit("attendance-sheet")
    assert workspace.current_tab == "minutes"
    assert "attendance-sheet" in _tab(workspace, "minutes").told


def test_the_headline_follows_the_meeting(workspace: MeetingWorkspace, meeting: UUID, session: Session) -> None:
    workspace.show_meeting(meeting)
    session.run(lambda: update_meeting(session.desk, meeting, title="Rapat Koordinasi Kekeringan"))
    assert workspace.title.text() == "Rapat Koordinasi Kekeringan"


def test_a_deleted_meeting_is_left(
    workspace: MeetingWorkspace, meeting: UUID, session: Session, qtbot: QtBot
) -> None:
    workspace.show_meeting(meeting)
    with qtbot.waitSignal(workspace.left):
        session.run(lambda: delete_meeting(session.desk, meeting))
    assert workspace.meeting is None


def test_a_long_name_takes_two_lines_and_is_whole(qtbot: QtBot, example: UUID, session: Session) -> None:
    label = TitleLabel()
    qtbot.addWidget(label)
    label.ensurePolished()
    head = meeting_head(session.store, example)
    assert head is not None
    label.setText(head.title)
    lines = label.lines(960)
    assert len(lines) == 2
    assert " ".join(lines) == head.title
    assert label.lines(300)[1].endswith("…")


def test_the_place_opens_a_meeting_at_a_tab_and_goes_back_to_the_list(
    session: Session, example: UUID, qtbot: QtBot
) -> None:
    page = MeetingsPage(session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(meeting=example, tab="attendance")
    assert page.workspace.isVisible()
    assert page.workspace.current_tab == "attendance"
    qtbot.keyClick(page.workspace.tab("attendance"), Qt.Key.Key_Left, _ALT)
    qtbot.waitUntil(page.list_page.isVisible)


def test_a_meeting_that_is_gone_leads_to_the_list_with_a_word(
    session: Session, meeting: UUID, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    delete_meeting(session.desk, meeting)
    page = MeetingsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.open(meeting=meeting)
    assert messages[0][0] == "Rapat ini tidak ditemukan atau sudah dihapus."
    assert page.list_page.isVisible()


def test_a_meeting_with_frozen_minutes_says_so_and_leads_to_the_minutes(
    session: Session, example: UUID, qtbot: QtBot
) -> None:
    workspace = MeetingWorkspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1100, 700)
    workspace.show()
    workspace.show_meeting(example, "preparation")
    banner = workspace.findChild(FrozenBanner)
    assert banner is not None
    assert banner.isHidden()
    session.run(lambda: make_ready(session.desk, example)[1])
    assert not banner.isHidden()
    assert "siap ditandatangani" in banner.text()
    banner.wanted.emit()
    assert workspace.current_tab == "minutes"
    assert banner.isHidden()
    workspace.tab("minutes").panel.preview.clear()  # type: ignore[attr-defined]
