"""Situasi Harian through its real widgets: one key a region, and the paper beside it says the same."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.base.clock import HeldClock
from desktop.documents import situation_report
from desktop.models.queries.situation import RegionState, region_states
from desktop.models.seeds import PILKADA, fixed_id
from desktop.services.issues import add_issue
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.situation import situation_content
from desktop.ui.issues.page import IssuesPage
from desktop.ui.issues.regions_table import STATE_KEYS
from desktop.ui.issues.situation_tab import SituationTab
from desktop.ui.session import Session
from tests.documents.reading import paper_text, squeezed
from tests.models.made_up import live

Key = Qt.Key
DAY = date(2024, 11, 24)
TOPIC = fixed_id("topic", PILKADA)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> IssuesPage:
    page = IssuesPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def tab(qtbot: QtBot, page: IssuesPage) -> SituationTab:
    page.open(tab="situation")
    qtbot.waitUntil(page.situation.table.hasFocus)
    return page.situation


def states(session: Session, day: date = DAY) -> list[RegionState]:
    return region_states(session.store, TOPIC, day)


def shown(tab: SituationTab) -> list[tuple[str, str]]:
    model = tab.table.rows
    return [
        (str(model.index(row, 0).data()).replace("Kab. ", "Kabupaten "), str(model.index(row, 1).data()))
        for row in range(model.rowCount())
    ]


def test_a_key_says_how_a_region_is_and_goes_on_to_the_next(
    qtbot: QtBot, tab: SituationTab, session: Session
) -> None:
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_0):
        qtbot.keyClick(tab.table, key)
    found = states(session)
    assert [one.noted for one in found[:4]] == ["kondusif", "perhatian", "gangguan", None]
    assert found[0].reported_at == time(14, 12)
    assert tab.counts.text() == "Kondusif 1 · Perlu perhatian 1 · Gangguan 1 · Belum ada laporan 5"
    session.undo()
    assert states(session)[2].noted is None


def test_all_regions_are_noted_at_once(qtbot: QtBot, tab: SituationTab, session: Session) -> None:
    qtbot.keyClick(tab.table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(tab.table, Key.Key_1)
    assert {one.noted for one in states(session)} == {"kondusif"}
    session.undo()
    assert live(session.store, "region_situation") == {}


def test_who_said_it_is_kept_beside_and_leads_back_to_the_list(
    qtbot: QtBot, tab: SituationTab, session: Session
) -> None:
    assert not tab.form.isEnabled()  # without a word on how it is there is nothing to add to
    qtbot.keyClick(tab.table, Key.Key_2)
    qtbot.keyClick(tab.table, Key.Key_Up)
    qtbot.keyClick(tab.table, Key.Key_Return)
    assert tab.form.clock.hasFocus()
    tab.form.teller.setFocus()
    qtbot.keyClicks(tab.form.teller, "Piket Polres")
    qtbot.keyClick(tab.form.teller, Key.Key_Return)
    assert states(session)[0].source == "Piket Polres"
    assert tab.table.hasFocus()
    qtbot.keyClick(tab.table, Key.Key_Down)
    assert tab.form.teller.typed() == ""


def test_another_day_is_another_report(qtbot: QtBot, tab: SituationTab, session: Session) -> None:
    qtbot.keyClick(tab.table, Key.Key_3)
    tab.show_day(date(2024, 11, 23))
    assert {state for _, state in shown(tab)} == {"Belum ada laporan"}
    qtbot.keyClick(tab.table, Key.Key_1)
    noted = [one for one in states(session, date(2024, 11, 23)) if one.noted]
    assert [(one.noted, one.reported_at) for one in noted] == [("kondusif", None)]  # nobody knows when
    assert states(session)[0].noted == "gangguan"


def test_the_next_morning_it_shows_the_next_day_but_a_day_gone_to_stays(
    page: IssuesPage, tab: SituationTab, the_hour: HeldClock
) -> None:
    page.hide()
    the_hour.move(timedelta(days=1))
    page.show()
    assert tab.day_field.value() == date(2024, 11, 25)
    tab.show_day(DAY)
    page.hide()
    the_hour.move(timedelta(days=1))
    page.show()
    assert tab.day_field.value() == DAY


def test_an_event_that_weighs_more_than_what_was_said_is_pointed_out(
    qtbot: QtBot, tab: SituationTab, session: Session
) -> None:
    first = states(session)[0].region_id
    session.make(lambda: add_issue(session.desk, topic_id=TOPIC, text="x", region_id=first, situation="gangguan"))
    assert shown(tab)[0][1] == "Gangguan"
    assert tab.hint.text() == "Mengikuti kejadian terberat hari itu."
    qtbot.keyClick(tab.table, Key.Key_1)
    qtbot.keyClick(tab.table, Key.Key_Up)
    assert shown(tab)[0][1] == "Kondusif"
    assert "dinilai gangguan" in tab.hint.text()


def test_the_paper_follows(qtbot: QtBot, tab: SituationTab) -> None:
    qtbot.waitUntil(lambda: tab.panel.preview.page_count == 1, timeout=20_000)
    qtbot.keyClick(tab.table, Key.Key_2)
    qtbot.waitUntil(lambda: squeezed("Perlu perhatian: 1") in paper_text(tab.panel.preview.pdf), timeout=20_000)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.tuples(st.integers(1, 8), st.sampled_from(sorted(STATE_KEYS))), max_size=10))
def test_screen_and_paper_agree_on_every_region(
    qtbot: QtBot, tab: SituationTab, session: Session, keys: list[tuple[int, str]]
) -> None:
    for row, key in keys:
        tab.table.select_seq(row)
        qtbot.keyClick(tab.table, key)
    content = situation_content(session.store, TOPIC, DAY)
    text = paper_text(situation_report.render(content, paper_profile(session.store)))
    assert len(shown(tab)) == 8
    for region, state in shown(tab):
        assert squeezed(f"{region} {state}") in text
