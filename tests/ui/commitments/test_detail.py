"""The detail of a follow-up in tabs, on the page Tindak Lanjut and in a meeting."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.queries.commitments import commitments_of
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.commitments.progress_tab import ProgressTab
from desktop.ui.meetings.followup_tab import FollowUpTab
from desktop.ui.session import Session


def test_a_tab_is_made_when_first_seen_and_stays_in_front_from_row_to_row(
    qtbot: QtBot, session: Session, example: UUID
) -> None:
    rows = commitments_of(session.store, example)
    page = CommitmentsPage(session)
    qtbot.addWidget(page)
    page.open(commitment=rows[0].id)
    assert page.findChild(ProgressTab) is None
    page.open(commitment=rows[1].id, tab="progress")
    tab = page.findChild(ProgressTab)
    assert tab is not None
    assert tab.commitment == rows[1].id
    page.open(commitment=rows[2].id)
    assert (tab.commitment, page.detail.bar.currentIndex()) == (rows[2].id, 1)
    qtbot.keyClick(page.editor, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    page.detail.bar.setCurrentIndex(0)
    page.open(commitment=rows[3].id)
    assert tab.commitment is None


def test_a_new_follow_up_has_only_its_text(qtbot: QtBot, session: Session, example: UUID) -> None:
    tab = FollowUpTab(session)
    qtbot.addWidget(tab)
    tab.show_meeting(example)
    tab.open(commitments_of(session.store, example)[0].id)
    tab.detail.open_tab("progress")
    tab.start_new()
    assert tab.detail.bar.currentIndex() == 0
    assert not tab.detail.bar.isTabEnabled(1)
    tab.open(commitments_of(session.store, example)[1].id)
    assert tab.detail.bar.isTabEnabled(1)
