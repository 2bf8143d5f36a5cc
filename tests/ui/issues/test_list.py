"""Kendala & Perkembangan through its real widgets: told with Enter, filtered, settled by a key, never lost."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.clock import HeldClock
from desktop.models import drafts
from desktop.models.journal import writing
from desktop.models.queries.issues import IssueRow, issue
from desktop.models.queries.records import id_of
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.tables import Topic
from desktop.services.directory import save_institution
from desktop.services.issues import add_issue, update_issue
from desktop.ui.issues.entry_panel import EntryPanel
from desktop.ui.issues.page import IssuesPage
from desktop.ui.session import Session
from desktop.ui.widgets.fields import ChoiceField
from tests.models.made_up import live
from tests.ui.conftest import RecordedDoor

Key = Qt.Key
DAY = date(2024, 11, 24)
TOPIC, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35.23")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> IssuesPage:
    return opened(qtbot, session)


def opened(qtbot: QtBot, session: Session) -> IssuesPage:
    page = IssuesPage(session)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def entry(page: IssuesPage) -> EntryPanel:
    return page.issues.entry


def told(session: Session, text: str = "Truk tertahan", **values: Any) -> UUID:
    return add_issue(session.desk, topic_id=TOPIC, text=text, **values)[0]


def kept(session: Session) -> list[IssueRow]:
    found = [issue(session.store, one) for _, one in live(session.store, "issue")]
    return sorted((row for row in found if row is not None), key=lambda row: row.seq)


def texts(page: IssuesPage) -> list[str]:
    model = page.issues.table.rows
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def type_in(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)


def test_what_is_typed_is_kept_with_enter_and_the_next_begins(
    qtbot: QtBot, page: IssuesPage, session: Session, the_hour: HeldClock
) -> None:
    form = entry(page).form
    assert form.text.hasFocus()  # nothing to do before typing
    type_in(qtbot, form.text, "Surat suara kurang")
    type_in(qtbot, form.region, "tub")
    form.region._pause.timeout.emit()
    qtbot.keyClick(form.region._popup, Key.Key_Return)
    type_in(qtbot, form.field_words, "logistik")
    type_in(qtbot, form.teller, "Pak Budi 0812")
    qtbot.keyClick(form.text, Key.Key_Return)
    (row,) = kept(session)
    assert (row.text, row.region, row.field, row.source) == (
        "Surat suara kurang", "Kabupaten Tuban", "Logistik", "Pak Budi 0812",
    )  # fmt: skip
    assert (row.happened_on, row.happened_at, row.kind, row.state) == (DAY, time(14, 12), "kendala", "terbuka")
    assert (form.text.value(), form.region.value(), form.clock.value()) == ("", None, None)
    assert form.text.hasFocus()
    qtbot.keyClicks(form.text, "Tinta tiba")
    qtbot.keyClick(form.clock, Key.Key_Enter)
    assert texts(page) == ["Tinta tiba", "Logistik · Surat suara kurang"]


def test_shift_enter_breaks_the_line(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    form = entry(page).form
    type_in(qtbot, form.text, "Satu")
    qtbot.keyClick(form.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_in(qtbot, form.text, "Dua")
    qtbot.keyClick(form.text, Key.Key_Return)
    assert kept(session)[0].text == "Satu\nDua"


def test_of_another_day_no_hour_is_supposed(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    form = entry(page).form
    type_in(qtbot, form.text, "Laporan masuk")
    form.day.selectAll()
    type_in(qtbot, form.day, "kemarin")
    qtbot.keyClick(form.day, Key.Key_Return)
    row = kept(session)[0]
    assert (row.happened_on, row.happened_at) == (date(2024, 11, 23), None)
    assert form.day.value() == date(2024, 11, 23)  # the next is of that day too


def test_a_day_and_an_hour_typed_first_stay_as_typed(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    form = entry(page).form
    form.day.selectAll()
    type_in(qtbot, form.day, "23/11/2024")
    type_in(qtbot, form.clock, "7.5")
    form.clock.selectAll()
    type_in(qtbot, form.clock, "07.05")
    type_in(qtbot, form.text, "Laporan masuk")
    qtbot.keyClick(form.text, Key.Key_Return)
    row = kept(session)[0]
    assert (row.happened_on, row.happened_at) == (date(2024, 11, 23), time(7, 5))


def test_a_form_left_empty_overnight_takes_the_new_day(
    qtbot: QtBot, page: IssuesPage, session: Session, the_hour: HeldClock
) -> None:
    the_hour.move(timedelta(hours=18))
    form = entry(page).form
    type_in(qtbot, form.text, "Pagi")
    qtbot.keyClick(form.text, Key.Key_Return)
    row = kept(session)[0]
    assert (row.happened_on, row.happened_at) == (date(2024, 11, 25), time(8, 12))


def test_news_is_told_and_done_with_unless_one_says_otherwise(qtbot: QtBot, page: IssuesPage) -> None:
    form = entry(page).form
    choose(qtbot, form.kind, "perkembangan")
    assert form.state.value() == "selesai"
    choose(qtbot, form.state, "ditangani")
    choose(qtbot, form.kind, "kendala")
    assert form.state.value() == "ditangani"


def choose(qtbot: QtBot, field: ChoiceField, value: str) -> None:
    while field.value() != value:
        step = Key.Key_Down if field.currentIndex() < field._values.index(value) else Key.Key_Up
        qtbot.keyClick(field, step)


def test_an_institution_that_tells_is_kept_as_such(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    teller, _ = save_institution(session.desk, name="Posko Terpadu Sembada")
    form = entry(page).form
    type_in(qtbot, form.text, "x")
    type_in(qtbot, form.teller, "Posko Terpadu Sembada")
    qtbot.keyClick(form.teller, Key.Key_Return)
    row = kept(session)[0]
    assert (row.institution_id, row.source) == (teller, None)


def test_what_cannot_be_kept_stays_with_its_reason(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    form = entry(page).form
    type_in(qtbot, form.text, "Truk")
    type_in(qtbot, form.region, "Atlantis")
    qtbot.keyClick(form.text, Key.Key_Return)
    assert kept(session) == []
    assert form.text.value() == "Truk"
    type_in(qtbot, form.text, "")
    form.region.clear()
    form.text.clear()
    qtbot.keyClick(form.text, Key.Key_Return)
    assert kept(session) == []


def test_an_unfinished_entry_survives_the_end_of_the_program(
    qtbot: QtBot, page: IssuesPage, session: Session, the_hour: HeldClock
) -> None:
    form = entry(page).form
    type_in(qtbot, form.text, "Belum selesai diketik")
    type_in(qtbot, form.region, "Kab. Tuban")
    form.text.setFocus()
    page.flush()
    later = opened(qtbot, session)
    after = entry(later).form
    assert (after.text.value(), after.region.value(), after.clock.value()) == (
        "Belum selesai diketik", TUBAN, time(14, 12),
    )  # fmt: skip
    qtbot.keyClick(after.text, Key.Key_Return)
    assert drafts.waiting(session.store) == []


def test_one_key_says_how_far_one_or_many_are(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    for text in ("a", "b"):
        told(session, text)
    page.issues.show_topic(TOPIC, is_open=True)
    table = page.issues.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_D)
    assert sorted(row.state for row in kept(session)) == ["ditangani", "terbuka"]
    table.selectAll()
    qtbot.keyClick(table, Key.Key_S)
    assert [row.state for row in kept(session)] == ["selesai", "selesai"]
    session.undo()
    assert sorted(row.state for row in kept(session)) == ["ditangani", "terbuka"]


def test_enter_changes_a_kept_one_and_its_changes_save_themselves(
    qtbot: QtBot, page: IssuesPage, session: Session
) -> None:
    one = told(session, region_id=TUBAN, source="Pak Budi")
    page.issues.show_topic(TOPIC, is_open=True)
    type_in(qtbot, entry(page).form.text, "Yang sedang diketik")
    table = page.issues.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Return)
    form = entry(page).form
    assert form.text.value() == "Truk tertahan"
    handling = form.field("handling")
    type_in(qtbot, handling, "Dikawal")
    qtbot.keyClick(handling, Key.Key_Return)
    row = issue(session.store, one)
    assert row is not None
    assert (row.handling, row.region_id, row.source) == ("Dikawal", TUBAN, "Pak Budi")
    assert table.hasFocus()
    assert form.text.value() == "Yang sedang diketik"  # what was begun is there again


def test_a_change_that_cannot_be_kept_is_not_left_behind(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    page.open(issue=told(session))
    qtbot.keyClick(page.issues.table, Key.Key_Return)
    form = entry(page).form
    form.text.selectAll()
    qtbot.keyClick(form.text, Key.Key_Backspace)
    qtbot.keyClick(form.text, Key.Key_Return)
    assert form.text.hasFocus()
    assert entry(page).current() is not None
    assert kept(session)[0].text == "Truk tertahan"


def test_a_change_elsewhere_leaves_alone_what_is_being_changed_here(
    qtbot: QtBot, page: IssuesPage, session: Session
) -> None:
    one = told(session)
    page.open(issue=one)
    qtbot.keyClick(page.issues.table, Key.Key_Return)
    form = entry(page).form
    type_in(qtbot, form.field("handling"), "Dikawal")
    session.run(lambda: update_issue(session.desk, one, field="Sengketa"))
    assert (form.field_words.value(), form.values()["handling"]) == ("Sengketa", "Dikawal")


def test_delete_takes_away_and_undo_brings_back(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    page.open(issue=told(session))
    qtbot.keyClick(page.issues.table, Key.Key_Delete)
    assert texts(page) == []
    session.undo()
    assert texts(page) == ["Truk tertahan"]


def test_chips_and_filters_leave_what_they_name(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    told(session, "a", field="Logistik", region_id=TUBAN)
    told(session, "b", kind="perkembangan")
    page.issues.show_topic(TOPIC, is_open=True)
    filters = page.issues.filters
    chip = filters.chips.findChild(QPushButton, "terbuka")
    assert chip is not None
    assert " ".join(chip.text().split()) == "Terbuka 1"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert texts(page) == ["Logistik · a"]
    filters.clear()
    choose(qtbot, filters.kind, "perkembangan")
    assert texts(page) == ["b"]
    filters.kind.set_value(None)
    filters.region.setFocus()
    qtbot.keyClick(filters.region, Key.Key_Down)
    assert texts(page) == ["Logistik · a"]
    assert filters.words() == ["Saringan: Kab. Tuban"]
    page.issues.table.select_seq(kept(session)[0].seq)
    qtbot.keyClick(page.issues.table, Key.Key_Delete)  # nothing is left of that region to choose it for
    assert filters.region.currentText() == "Semua wilayah"
    assert texts(page) == ["b"]


def test_the_list_goes_to_excel_with_what_the_screen_has_no_room_for(
    qtbot: QtBot, page: IssuesPage, session: Session, door: RecordedDoor, tmp_path: Path, messages: list[Any]
) -> None:
    from python_calamine import load_workbook

    told(session, region_id=TUBAN, source="Pak Budi", handling="Dikawal", happened_at=time(8, 40))
    page.issues.show_topic(TOPIC, is_open=True)
    door.will_choose(tmp_path / "kendala.xlsx")
    qtbot.keyClick(page.issues.table, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any("1 baris" in text for text, _ in messages), timeout=20_000)
    rows = load_workbook(tmp_path / "kendala.xlsx").get_sheet_by_index(0).to_python()
    assert rows[-1] == [
        DAY, "08.40", "Kendala", "Kabupaten Tuban", "", "Truk tertahan", "Pak Budi", "Dikawal", "Perlu perhatian",
        "Terbuka",
    ]  # fmt: skip


def test_of_a_closed_topic_nothing_more_is_taken(qtbot: QtBot, page: IssuesPage, session: Session) -> None:
    told(session)

    def close() -> Any:
        with writing(session.store, "topic.close", by="Uji") as write:
            write.update(Topic, TOPIC, state="closed")
            return write.finish()

    session.run(close)
    assert not entry(page).isEnabled()
    assert page.topic_field.currentText().endswith("(ditutup)")
    assert texts(page) == ["Truk tertahan"]


def test_one_of_another_page_is_found(page: IssuesPage, session: Session) -> None:
    told(session, "lain")
    one = told(session)
    page.open(issue=one)
    current = page.issues.table.current_seq()
    assert current is not None
    assert id_of(session.store, "issue", current) == one
