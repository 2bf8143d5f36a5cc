"""From a problem to its follow-ups and back, one entry a period, and all topics together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.exchange.attached import Taken
from desktop.models.queries.attachments import issue_files
from desktop.models.queries.issue_items import issue_items
from desktop.models.queries.issue_links import follow_ups_of_issue
from desktop.models.queries.issues import issue
from desktop.models.seeds import PILKADA, fixed_id
from desktop.services.attachments import add_files
from desktop.services.issues import add_issue
from desktop.services.topics import add_topic
from desktop.ui.commitments.from_issues import FromIssues
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.issues.files_dialog import FilesDialog
from desktop.ui.issues.page import IssuesPage
from desktop.ui.session import Session
from desktop.ui.topics.topic_header import EVERY
from desktop.ui.widgets.line_button import LineButton
from desktop.ui.widgets.picker_field import Choice
from tests.exchange.attached.made import PDF

TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")
DAY = date(2024, 11, 24)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[IssuesPage]:
    made = IssuesPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    yield made
    made.flush()


def told(session: Session, **values: Any) -> UUID:
    made = session.make(lambda: add_issue(session.desk, **{"topic_id": TOPIC, "text": "Truk tertahan", **values}))
    assert made is not None
    return made[0]


def test_one_key_makes_a_follow_up_that_is_seen_from_both_ends(
    page: IssuesPage, session: Session, qtbot: QtBot, messages: list[tuple[str, str]]
) -> None:
    one = told(session, region_id=TUBAN, field="Logistik")
    page.open(issue=one)
    QTest.keyClicks(page.issues.table, "l")
    assert page.issues.entry.links.follow_ups() == ["Truk tertahan · KPU Kabupaten Tuban · Belum ditindaklanjuti"]
    assert "dibuat untuk KPU Kabupaten Tuban" in messages[-1][0]
    (made,) = follow_ups_of_issue(session.store, one)
    with qtbot.waitSignal(page.navigate) as led:
        page.issues.entry.links.findChildren(LineButton)[-1].click()
    assert led.args == ["commitments", {"commitment": made.id}]
    other = CommitmentsPage(session)
    qtbot.addWidget(other)
    other.show()
    other.open(commitment=made.id)
    seen = next(part for part in other.findChildren(FromIssues) if part.words())
    assert seen.words() == ["24 Nov · Kab. Tuban · Truk tertahan · terbuka"]


def test_the_entry_of_a_period_is_opened_instead_of_a_second(
    page: IssuesPage, session: Session, messages: list[Any]
) -> None:
    item = next(one for one in issue_items(session.store, TOPIC) if one.code == "SEC-21")
    before = told(session, text="Minggu lalu", item_id=item.id, happened_on=date(2024, 11, 15))
    there = told(session, text="Patroli", item_id=item.id, happened_on=date(2024, 11, 20))
    entry = page.issues.entry
    entry.start_new()
    QTest.keyClicks(entry.form.text, "Patroli lagi")
    entry.form.item.set_value(Choice(item.id, "SEC-21"))
    entry.form.item.chosen.emit(item.id)
    assert entry.form.repeats.value() == "mingguan"
    QTest.keyClick(entry.form.text, Qt.Key.Key_Return)
    assert entry.current() == there
    assert "minggu ke-47" in messages[-1][0]
    assert entry.links.earlier() == ["minggu ke-46: Minggu lalu (terbuka)"]
    entry.start_new()
    assert entry.form.text.value() == "Patroli lagi"  # nothing typed was lost
    assert issue(session.store, before) is not None


def test_a_problem_proposes_attention_and_news_proposes_calm(page: IssuesPage) -> None:
    form = page.issues.entry.form
    assert form.situation.value() == "perhatian"
    form.kind.set_value("perkembangan")
    form.kind.edited.emit()
    assert form.situation.value() == "kondusif"
    form.situation.set_value("gangguan")
    form.situation.edited.emit()
    form.kind.set_value("kendala")
    form.kind.edited.emit()
    assert form.situation.value() == "gangguan"  # what was chosen stays


def test_all_topics_together_are_read_and_changed_but_take_nothing_new(page: IssuesPage, session: Session) -> None:
    made = session.make(lambda: add_topic(session.desk, "Banjir 2025"))
    assert made is not None
    one = told(session)
    told(session, topic_id=made[0], text="Tanggul retak")
    page.topic_field.set_value(EVERY)
    page.header.chosen.emit()
    table = page.issues.table
    assert [table.rows.index(row, 5).data() for row in range(2)] == ["Banjir 2025", "Pilkada Serentak 2024"]
    assert not table.isColumnHidden(5)
    assert page.issues.filters.chips.chosen_labels() == ["Semua"]
    entry = page.issues.entry
    assert not entry.isEnabled()
    assert not page.tabs.isTabEnabled(1)
    entry.show_issue(one)
    assert entry.isEnabled()
    assert entry.title.text().endswith("Pilkada Serentak 2024")
    page.open(topic=TOPIC)
    assert table.rows.rowCount() == 1
    assert table.isColumnHidden(5)


def test_an_entry_begins_with_the_item_it_was_asked_for(page: IssuesPage, session: Session) -> None:
    item = next(one for one in issue_items(session.store, TOPIC) if one.code == "SEC-21")
    page.open(item=item.id, region=TUBAN)
    form = page.issues.entry.form
    assert (form.item.value(), form.region.value(), form.repeats.value()) == (item.id, TUBAN, "mingguan")


def test_files_of_an_entry_are_kept_and_counted(page: IssuesPage, session: Session, qtbot: QtBot) -> None:
    one = told(session)
    entry = page.issues.entry
    page.issues.table.select_seq(1)
    entry.show_issue(one)
    session.make(
        lambda: add_files(session.desk, issue_files(one), "bukti", [Taken("surat.pdf", "application/pdf", PDF)])
    )
    assert entry.files_button.text() == "Berkas (1)…"
    entry.files_button.click()
    (dialog,) = entry.findChildren(FilesDialog)
    assert dialog.files.list.count() == 1
    dialog.accept()
