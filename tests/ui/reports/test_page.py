"""Laporan: each tab made when it is first seen, the recap as the paper that prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.periods import Period, month
from desktop.models.queries.issued import issued_list
from desktop.services.meetings import create_meeting, update_meeting
from desktop.ui.reports.archive_tab import ArchiveTab
from desktop.ui.reports.page import ReportsPage
from desktop.ui.reports.period_field import PeriodField
from desktop.ui.reports.recap_tab import RecapTab
from desktop.ui.session import Session
from desktop.ui.widgets.date_field import DateField
from tests.documents.reading import paper_text, squeezed
from tests.ui.conftest import RecordedDoor

PATIENCE = 20_000


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ReportsPage:
    made = ReportsPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    return made


def recap(page: ReportsPage) -> RecapTab:
    tab = page.tab("recap")
    assert isinstance(tab, RecapTab)
    return tab


def drawn(qtbot: QtBot, page: ReportsPage) -> str:
    """The words of the paper once it is on screen."""
    panel = recap(page).panel
    qtbot.waitUntil(lambda: bool(panel.preview.pdf) and panel.preview.is_current, timeout=PATIENCE)
    return paper_text(panel.preview.pdf)


def choose(field: PeriodField, key: str) -> None:
    field.setCurrentIndex(field._values.index(key))
    field.edited.emit()


def test_a_tab_is_made_when_it_is_first_seen(page: ReportsPage) -> None:
    assert set(page.tabs._pages) == {"recap"}
    page.open(tab="register")
    assert (set(page.tabs._pages), page.tabs.tabText(page.tabs.currentIndex())) == (
        {"recap", "register"},
        "Surat && Berkas Terbit",
    )


def test_the_keyboard_begins_in_the_tab_that_was_left(qtbot: QtBot, session: Session, example: UUID) -> None:
    places = QStackedWidget()
    qtbot.addWidget(places)
    page = ReportsPage(session)
    places.addWidget(QWidget())
    places.addWidget(page)
    with qtbot.waitActive(places):
        places.show()
        places.activateWindow()
    page.open(tab="archive")
    archive = page.tab("archive")
    assert isinstance(archive, ArchiveTab)
    places.setCurrentWidget(page)
    assert archive.table.hasFocus()


def test_the_recap_of_this_month_is_on_paper_and_follows_what_changes(
    qtbot: QtBot, page: ReportsPage, session: Session, example: UUID
) -> None:
    page.show()
    assert squeezed("1 rapat") in drawn(qtbot, page)
    session.run(lambda: create_meeting(session.desk, title="Rapat Susulan", held_on=date(2024, 9, 30))[1])
    qtbot.waitUntil(
        lambda: squeezed("Rapat Susulan") in paper_text(recap(page).panel.preview.pdf), timeout=PATIENCE
    )


def test_another_period_is_another_paper(qtbot: QtBot, page: ReportsPage, example: UUID) -> None:
    page.show()
    drawn(qtbot, page)
    choose(recap(page).period, "bulan_lalu")
    assert squeezed("Tidak ada rapat dalam kurun waktu ini.") in drawn(qtbot, page)


def test_the_recap_is_saved_under_its_name_and_noted_in_the_register(
    qtbot: QtBot, page: ReportsPage, session: Session, example: UUID, door: RecordedDoor, tmp_path: Path
) -> None:
    page.show()
    drawn(qtbot, page)
    door.will_choose(tmp_path / "rekap.pdf")
    recap(page).panel.save()
    qtbot.waitUntil(lambda: issued_list(session.store).count() == 1, timeout=PATIENCE)
    assert door.suggested[0].name == "2024-09-01_Rekapitulasi_September-2024.pdf"
    [row] = issued_list(session.store).head()
    assert (row[2], row[4]) == ("Rekapitulasi September 2024", None)


def test_a_forum_that_is_gone_is_no_longer_counted(qtbot: QtBot, page: ReportsPage, example: UUID) -> None:
    page.show()
    drawn(qtbot, page)
    tab = recap(page)
    tab.scope.addItem("Forum: lama")
    tab.scope._values.append({"forum": example})
    tab.scope.setCurrentIndex(tab.scope.count() - 1)
    tab.fill()
    assert tab.scope.value() == {}


def test_a_period_of_ones_own_is_typed_day_by_day(qtbot: QtBot) -> None:
    field = PeriodField()
    qtbot.addWidget(field)
    qtbot.addWidget(field.days)
    told: list[str] = []
    field.changed.connect(lambda: told.append(field.words()))
    choose(field, "sendiri")
    first, last = field.days.findChildren(DateField)
    last.setText("15/10/2024")
    last.edited.emit()
    assert told == ["1 September 2024 s.d. 15 Oktober 2024"]
    first.setText("31/2/2024")
    first.edited.emit()
    assert field.period() == Period(date(2024, 9, 1), date(2024, 10, 15))
    assert "tidak ada" in field._problem.text()


def test_all_time_can_be_meant_only_where_it_is_offered(qtbot: QtBot) -> None:
    always, never = PeriodField(ever=True), PeriodField()
    qtbot.addWidget(always)
    qtbot.addWidget(never)
    assert (always.period(), never.period()) == (None, month(date(2024, 9, 26)))
    always.set_period(month(date(2024, 8, 1)))
    assert (always.value(), always.words()) == ("bulan_lalu", "Agustus 2024")
    always.set_period(None)
    assert (always.value(), always.period()) == (None, None)


def test_the_days_shown_to_be_typed_over_are_those_meant(qtbot: QtBot) -> None:
    field = PeriodField(ever=True)
    qtbot.addWidget(field)
    qtbot.addWidget(field.days)
    assert (field.period(), field.filter_words()) == (None, [])
    with qtbot.waitSignal(field.changed):
        choose(field, "sendiri")
    assert field.period() == month(date(2024, 9, 26))
    assert field.filter_words() == ["Kurun waktu: September 2024"]


def test_what_is_not_in_sight_is_filled_when_it_comes_into_sight(
    qtbot: QtBot, page: ReportsPage, session: Session, example: UUID
) -> None:
    page.show()
    page.open(tab="archive")
    archive = page.tab("archive")
    assert isinstance(archive, ArchiveTab)
    qtbot.waitUntil(lambda: archive.table.rows.index(0, 0).data() == "")
    page.open(tab="recap")
    session.run(lambda: update_meeting(session.desk, example, archive_code="200.1"))
    assert archive.table.rows.index(0, 0).data() == ""
    page.open(tab="archive")
    assert archive.table.rows.index(0, 0).data() == "200.1"
