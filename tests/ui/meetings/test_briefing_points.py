"""Poin untuk pimpinan: written in Persiapan, printed on the head's page."""

from __future__ import annotations

from uuid import UUID

from pytestqt.qtbot import QtBot

from desktop.services.papers.catalogue import PAPERS
from desktop.ui.meetings.meeting_form import MeetingForm
from desktop.ui.session import Session


def test_points_written_in_the_form_reach_the_heads_page(qtbot: QtBot, session: Session, meeting: UUID) -> None:
    form = MeetingForm(session)
    qtbot.addWidget(form)
    form.show_meeting(meeting)
    qtbot.keyClicks(form.form.field("briefing_points"), "Logistik tuntas")
    form.flush()
    assert PAPERS["briefing"].gather(session.store, meeting).points == ("Logistik tuntas",)
