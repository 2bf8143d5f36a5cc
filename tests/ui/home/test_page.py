"""Beranda: five minutes of a head of office, and every number the same as the list it leads to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.meetings import latest_meeting
from desktop.models.queries.readiness import Cell, Head, Matrix
from desktop.models.score import Answer, Tally, tally
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.services.commitments import To, add_commitment
from desktop.services.meetings import create_meeting
from desktop.services.readiness import assess
from desktop.ui.home.card import HomeCard
from desktop.ui.home.page import HomePage
from desktop.ui.home.readiness_cards import reported_little, weakest
from desktop.ui.home.tiles import LineButton
from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
from desktop.ui.session import Session
from desktop.ui.topics.foremost import foremost

TOPIC, TODAY = fixed_id("topic", PILKADA), date(2024, 9, 26)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> HomePage:
    made = HomePage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    with qtbot.waitSignal(made.filled):
        made.show()
    return made


def words(card: HomeCard) -> list[str]:
    return [line.words() for line in card.lines()]


def labels(card: HomeCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]


def led_to(page: HomePage, line: Any, qtbot: QtBot) -> list[Any]:
    with qtbot.waitSignal(page.navigate) as led:
        line.click()
    return list(led.args or ())


def test_an_empty_office_is_told_what_to_do_first(page: HomePage) -> None:
    assert page.first_steps.isVisible()
    assert not page.meetings.isVisible()
    assert page.first_steps.new_button.text() == "Rapat baru"
    assert page.first_steps.import_button.text() == "Impor rapat…"
    assert "Tindak lanjut yang terbuka muncul di sini." in labels(page.follow_ups)


def test_rapat_baru_leads_into_the_new_meeting(page: HomePage, session: Session, qtbot: QtBot) -> None:
    page.first_steps.new_button.click()
    dialog = page.findChild(NewMeetingDialog)
    assert dialog is not None
    meeting, _ = create_meeting(session.desk, title="Rapat Banjir", held_on=TODAY)
    with qtbot.waitSignal(page.navigate) as led:
        dialog.made.emit(meeting)
    assert led.args == ["meetings", {"meeting": meeting}]
    dialog.close()


def test_the_first_meeting_takes_the_place_of_the_first_steps(page: HomePage, session: Session) -> None:
    session.make(lambda: create_meeting(session.desk, title="Rapat Banjir", held_on=TODAY))
    assert not page.first_steps.isVisible()
    assert words(page.meetings) == ["Rapat Banjir. Hari ini"]


def test_the_day_stands_below_the_title(page: HomePage) -> None:
    assert page._header._subtitle.text() == "Kamis, 26 September 2024"


def test_meetings_say_when_and_where_and_lead_there(
    session: Session, qtbot: QtBot, example: UUID, page: HomePage
) -> None:
    coming, _ = create_meeting(
        session.desk, title="Rapat Logistik", held_on=date(2024, 10, 15), starts_at=time(9), place="Aula"
    )
    with frozen(datetime(2024, 10, 9, 2, tzinfo=UTC)):
        page.hide()
        page.show()
        first, second = page.meetings.lines()
        assert first.words() == "Rapat Logistik. Selasa, 15 Oktober 2024, 09.00 WIB · Aula"
        assert "Rapat terakhir, Kamis, 26 September 2024 · notula: konsep" in second.words()
        assert led_to(page, first, qtbot) == ["meetings", {"meeting": coming}]
        assert led_to(page, second, qtbot) == ["meetings", {"meeting": example}]


def test_the_most_pressing_follow_ups_are_named_and_lead_there(
    session: Session, qtbot: QtBot, example: UUID, page: HomePage
) -> None:
    late, _ = add_commitment(
        session.desk, kind="arahan", text="Mengirim data gudang", to=[To(label="KPU"), To(label="Bawaslu")],
        due_date=TODAY - timedelta(days=2), due_source="disepakati",
    )  # fmt: skip
    page._stale = True
    page._refresh()
    lines = page.follow_ups.lines()
    assert lines[0].words() == "Mengirim data gudang. KPU, +1 · terlambat, batas waktu Selasa, 24 September 2024"
    assert led_to(page, lines[0], qtbot) == ["commitments", {"commitment": late}]
    assert lines[-1].words() == "Semua yang terbuka: 7"
    assert led_to(page, lines[-1], qtbot) == ["commitments", {"state": "terbuka"}]


def test_on_the_first_day_nothing_is_late_and_nobody_has_answered(example: UUID, page: HomePage) -> None:
    assert [tile.number() for tile in page.follow_ups.tiles()] == ["0", "0", "0", "35", "0", "0"]


def test_regions_that_reported_little_stand_with_counts_and_lead_to_their_cell(
    session: Session, qtbot: QtBot, example: UUID, page: HomePage
) -> None:
    tuban = fixed_id("region", "35.23")
    session.run(lambda: assess(session.desk, item_id("LOG-01"), tuban, state="belum_siap"))
    session.run(lambda: assess(session.desk, item_id("LOG-02"), tuban, state="siap_bukti", as_of=date(2024, 8, 1)))
    session.run(lambda: assess(session.desk, item_id("LOG-01"), fixed_id("region", "35.25"), state="belum_siap"))
    assert words(page.half.readiness) == [
        "Semua wilayah. 4 dari 765 siap · 6 dilaporkan. 41%",
        "Kab. Gresik. 0 dari 95 siap · 1 dilaporkan. 0%",
        "Kab. Tuban. 1 dari 94 siap · 2 dilaporkan. 50%",
        "Prov. Jawa Timur. 3 dari 10 siap · 3 dilaporkan. 50%",
    ]
    assert labels(page.half.readiness)[-2:] == [
        "3 wilayah melaporkan kurang dari separuh butirnya",
        "7 wilayah belum melapor · 1 perlu dikonfirmasi",
    ]
    key, where = led_to(page, page.half.readiness.lines()[2], qtbot)
    assert (key, where) == ("readiness", {"topic": TOPIC, "region": tuban})


def test_only_regions_that_reported_at_least_half_are_ranked_by_their_score() -> None:
    def told(ready: int, unready: int, applicable: int) -> Cell:
        states = [*["siap"] * ready, *["belum_siap"] * unready]
        counted = sum((tally(Answer(state)) for state in states), Tally())
        return Cell(counted + Tally(applicable=applicable - len(states)))

    cells = {"penuh": told(4, 0, 4), "baik": told(3, 1, 4), "lemah": told(1, 1, 4), "satu buruk": told(0, 1, 4),
             "satu baik": told(1, 0, 9), "diam": told(0, 0, 9)}  # fmt: skip
    heads = tuple(Head(UUID(int=place), name) for place, name in enumerate(cells))
    found = Matrix(heads, (), (), tuple(cells.values()), (), Cell())
    assert [head.name for head, _ in weakest(found)] == ["lemah", "baik"]
    assert [head.name for head, _ in reported_little(found)] == ["satu baik", "satu buruk"]


def test_a_report_changes_the_number_at_once(page: HomePage, session: Session) -> None:
    tuban = fixed_id("region", "35.23")
    session.run(lambda: assess(session.desk, item_id("LOG-01"), tuban, state="siap_bukti"))
    assert words(page.half.readiness)[1] == "Kab. Tuban. 1 dari 94 siap · 1 dilaporkan. 99%"


def test_the_countdown_names_the_day_and_leads_to_readiness(page: HomePage, qtbot: QtBot) -> None:
    tile = page.half.topic.countdown_tile
    assert tile.number() == "H-62"
    assert tile.accessibleName() == "Hari H: Rabu, 27 November 2024: H-62"
    assert led_to(page, tile, qtbot) == ["readiness", {"topic": TOPIC}]


def test_the_stages_of_today_stand_with_their_last_day(page: HomePage) -> None:
    shown = labels(page.half.topic)
    assert shown[shown.index("Pelaksanaan kampanye") + 1] == "s.d. 23 November 2024"
    assert shown[-1] == "mulai 10 November 2024"


def test_the_page_turns_with_the_day(page: HomePage) -> None:
    page.hide()
    with frozen(datetime(2024, 11, 27, 2, tzinfo=UTC)):
        page.show()
        assert page.half.topic.countdown_tile.number() == "Hari H"
        assert page._header._subtitle.text() == "Rabu, 27 November 2024"


def test_a_hidden_page_reads_only_when_it_is_shown_again(page: HomePage, session: Session) -> None:
    page.hide()
    session.make(lambda: create_meeting(session.desk, title="Rapat Banjir", held_on=TODAY))
    assert page.meetings.lines() == []
    page.show()
    assert words(page.meetings) == ["Rapat Banjir. Hari ini"]
    assert latest_meeting(session.store) is not None


def test_the_topic_whose_day_comes_next_is_shown() -> None:
    def topic(name: str, day: date | None) -> TopicRow:
        return TopicRow(UUID(int=len(name)), name, "Hari H", day)

    past, near = topic("Lalu", date(2024, 1, 1)), topic("Dekat", date(2024, 10, 1))
    far, dateless = topic("Jauh sekali", date(2025, 1, 1)), topic("Tanpa hari", None)
    assert foremost([past, dateless, far, near], TODAY) == near
    assert foremost([past, dateless], TODAY) == past
    assert foremost([], TODAY) is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Space])
def test_everything_that_leads_somewhere_is_reached_by_keyboard(
    example: UUID, page: HomePage, qtbot: QtBot, key: Qt.Key
) -> None:
    line = page.half.readiness.lines()[0]
    line.setFocus()
    with qtbot.waitSignal(page.navigate):
        qtbot.keyClick(line, key)
    pressable = page.findChildren(LineButton)
    assert pressable
    assert all(one.accessibleName() and one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in pressable)


def test_the_page_fits_a_small_laptop_without_scrolling(example: UUID, page: HomePage) -> None:
    QApplication.processEvents()
    assert page._scroll.verticalScrollBar().maximum() == 0
