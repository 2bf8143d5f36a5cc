"""From a weak item to a follow-up with one key, seen from both ends; once it is finished its item is asked about."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.queries.commitments import commitment
from desktop.models.queries.item_links import follow_ups_of_item
from desktop.models.queries.item_proposals import proposals_of
from desktop.models.queries.item_reports import history
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.services.commitments import set_state
from desktop.services.item_follow_ups import follow_ups_of_items
from desktop.services.readiness import assess
from desktop.ui.commitments.detail import FollowUpDetail
from desktop.ui.home.page import HomePage
from desktop.ui.readiness.entry.tab import EntryTab
from desktop.ui.readiness.page import ReadinessPage
from desktop.ui.readiness.proposals.dialog import ProposalsDialog
from desktop.ui.session import Session
from tests.ui.conftest import RecordedDoor

TOPIC, TUBAN, GRESIK = fixed_id("topic", PILKADA), fixed_id("region", "35.23"), fixed_id("region", "35.25")
LOG = item_id("LOG-05")


def finished(session: Session, *regions: UUID) -> UUID:
    """A follow-up of LOG-05 that was finished with evidence."""
    for region in regions:
        assess(session.desk, LOG, region, state="sebagian", as_of=date(2024, 9, 25))
    (one,), _ = follow_ups_of_items(session.desk, [(LOG, region) for region in regions])
    row = commitment(session.store, one)
    assert row is not None
    session.run(
        lambda: set_state(session.desk, [part.id for part in row.addressees], "selesai_bukti", date(2024, 9, 26))
    )
    return one


def state(session: Session, region: UUID) -> str:
    return history(session.store, LOG, region)[0].state


def test_one_key_makes_follow_ups_of_all_chosen_rows_and_asks_before_doubling(
    page: ReadinessPage, session: Session, qtbot: QtBot, door: RecordedDoor
) -> None:
    page.open(region=TUBAN)
    table = page.matrix.panel.table
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(table, "l")
    items = [one.item_id for one in table.chosen()]
    assert [len(follow_ups_of_item(session.store, one, TUBAN)) for one in items] == [1, 1]
    door.will_answer(None)
    qtbot.keyClicks(table, "l")
    assert "Buat satu lagi?" in door.asked[-1].text
    assert [len(follow_ups_of_item(session.store, one, TUBAN)) for one in items] == [1, 1]


def test_an_item_walked_over_its_regions_becomes_one_follow_up_of_those_chosen(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    page.open(tab="entry", item=LOG)
    tab = page.tab("entry")
    assert isinstance(tab, EntryTab)
    QApplication.processEvents()
    tab.bar.choose_walk("item")
    tab.table.select_seq(0)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    regions = [line.item.region_id for line in tab.table.chosen()]
    qtbot.keyClick(tab.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    made = {
        one.id
        for region in regions
        for one in follow_ups_of_item(session.store, tab.table.chosen()[0].item.item_id, region)
    }
    assert (len(regions), len(made)) == (2, 1)


def test_the_item_shows_the_proposal_and_perbarui_reports_it(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    one = finished(session, TUBAN)
    page.open(region=TUBAN, item=LOG)
    links = page.matrix.panel.links
    assert "selesai (bukti diterima)" in links.words()[0]
    (card,) = links.proposals.cards
    assert card.words().endswith(
        "selesai (bukti diterima) pada 26 September 2024; "
        "perbarui LOG-05 Kab. Tuban dari Sebagian siap menjadi Siap, bukti diterima?"
    )
    card.choices()[0].set_value("siap")
    card.choices()[0].edited.emit()
    assert card.words().endswith("menjadi Siap?")
    assert state(session, TUBAN) == "sebagian"
    card.update_button.click()
    assert state(session, TUBAN) == "siap"
    assert links.proposals.isHidden()
    session.undo()
    assert [found.item_id for found in proposals_of(session.store, one)] == [LOG]
    assert len(links.proposals.cards) == 1


def test_the_header_counts_what_waits_and_its_list_takes_answers_by_region(
    page: ReadinessPage, session: Session, qtbot: QtBot
) -> None:
    assert page.waiting.isHidden()
    finished(session, TUBAN, GRESIK)
    page.waiting.catch_up()
    assert page.waiting.button.text() == "2 butir menunggu pembaruan"
    dialog = ProposalsDialog(session, TOPIC)
    qtbot.addWidget(dialog)
    (card,) = dialog.cards.cards
    assert [(check.text(), check.accessibleDescription()) for check in card.checks()] == [
        (region, "selesai (bukti diterima) 26 September 2024; dari sebagian siap menjadi")
        for region in ("Kab. Tuban", "Kab. Gresik")
    ]
    card.checks()[1].set_value(False)
    card.update_button.click()
    assert [state(session, region) for region in (TUBAN, GRESIK)] == ["siap_bukti", "sebagian"]
    page.waiting.catch_up()
    assert page.waiting.button.text() == "1 butir menunggu pembaruan"
    dialog.cards.cards[0].decline_button.click()
    assert dialog.cards.cards == []
    assert state(session, GRESIK) == "sebagian"
    qtbot.waitUntil(page.waiting.isHidden)


def test_the_follow_up_leads_to_its_item_and_asks_the_same(session: Session, qtbot: QtBot) -> None:
    one = finished(session, TUBAN)
    detail = FollowUpDetail(session, "followup:test")
    qtbot.addWidget(detail)
    detail.show_commitment(one)
    assert len(detail.editor.proposals.cards) == 1
    (line,) = detail.editor.items.lines()
    with qtbot.waitSignal(detail.navigate) as led:
        line.click()
    assert led.args == ["readiness", {"topic": TOPIC, "item": LOG, "region": TUBAN}]
    changes = session.run(lambda: set_state(session.desk, parts(session, one), "proses", date(2024, 9, 26)))
    assert changes
    session.bus.changed.connect(detail.refresh)
    session.undo()
    session.redo()
    assert detail.editor.proposals.cards == []


def parts(session: Session, one: UUID) -> list[UUID]:
    row = commitment(session.store, one)
    assert row is not None
    return [part.id for part in row.addressees]


@pytest.mark.parametrize("waits", [False, True])
def test_beranda_says_quietly_what_waits(session: Session, qtbot: QtBot, waits: bool) -> None:
    if waits:
        finished(session, TUBAN)
    home = HomePage(session)
    qtbot.addWidget(home)
    with qtbot.waitSignal(home.filled):
        home.show()
    assert home.half is not None
    lines = [line for line in home.half.readiness.lines() if "menunggu pembaruan" in line.accessibleName()]
    assert len(lines) == int(waits)
    if waits:
        with qtbot.waitSignal(home.navigate) as led:
            lines[0].click()
        assert led.args == ["readiness", {"topic": TOPIC, "waiting": True}]
