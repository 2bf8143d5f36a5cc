"""Each number of Beranda is the length of the list it opens: random offices, every tile pressed, the rows counted."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput
from desktop.base.settings import DAY_NOTICE
from desktop.models.journal import writing
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.tables import Topic
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, ISSUE_KINDS, ISSUE_STATES
from desktop.services.addressees import GROUPS, addressees_named
from desktop.services.commitments import To, add_commitment, delete_commitment, set_state
from desktop.services.escalations import answer_direction, ask_direction
from desktop.services.issues import add_issue
from desktop.services.meetings import create_meeting
from desktop.services.reminders import note_contact
from desktop.ui.home.page import HomePage
from desktop.ui.places import all_places
from desktop.ui.session import Session
from desktop.ui.settings.look_tab import LookTab
from desktop.ui.window import MainWindow
from tests.models.made_up import live

TODAY, TOPIC = date(2024, 9, 26), fixed_id("topic", PILKADA)
_TO = (*GROUPS, "KPU Provinsi Jawa Timur", "Polda Jawa Timur", "Panitia kecamatan")


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(all_places(lambda: session), session.settings, session.bus)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.set_ready("home")
    qtbot.waitUntil(lambda: home_of(made).half is not None)
    yield made
    made.drop_pages()


def home_of(window: MainWindow) -> HomePage:
    page = window.page("home")
    assert isinstance(page, HomePage)
    return page


class _Office:
    """Goes on at random: meetings, follow-ups, states, questions to the head, problems, reminders."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session, self.chance = session, random.Random(seed)
        with writing(session.store, "topic.add", by="Uji") as write:
            self.topics = [TOPIC, write.insert(Topic, name="Banjir", event_label="Hari H", state="open")]
            write.finish()

    def go_on(self) -> None:
        """Some time of work."""
        for _ in range(12):
            with suppress(InvalidInput):  # an answer before its question, asked twice: as it happens
                self.chance.choice(
                    (self._follow_up, self._follow_up, self._state, self._ask, self._problem, self._rest)
                )()

    def _day(self, back: int, ahead: int) -> date:
        return TODAY + timedelta(days=self.chance.randint(-back, ahead))

    def _follow_up(self) -> None:
        desk, chance = self.session.desk, self.chance
        meeting = None
        if chance.random() < 0.7:
            meeting, _ = create_meeting(
                desk, title="Rakor", held_on=self._day(40, 3), topic_id=chance.choice([*self.topics, None])
            )
        source = chance.choice([*DUE_SOURCES, None])
        words = chance.sample(_TO, chance.randint(0, 2))
        to: list[To] = [one for word in words for one in addressees_named(desk.store, word)]
        add_commitment(
            desk, kind="arahan", text="Uji", to=to, meeting_id=meeting, due_source=source,
            due_date=self._day(20, 20) if source else None,
        )  # fmt: skip

    def _some(self, table: str) -> UUID:
        found = [one for _, one in live(self.session.store, table)]
        if not found:
            raise InvalidInput("one", "belum ada", "")
        return self.chance.choice(found)

    def _state(self) -> None:
        ids = {self._some("addressee") for _ in range(4)}
        set_state(self.session.desk, list(ids), self.chance.choice(list(COMMITMENT_STATES)), self._day(30, 0))

    def _ask(self) -> None:
        table = self.chance.choice(("commitment", "issue"))
        one = self._some(table)
        if self.chance.random() < 0.6:
            ask_direction(self.session.desk, table, one, "Bolehkah?", self._day(9, 0))
        else:
            answer_direction(self.session.desk, table, one, "Boleh.")

    def _problem(self) -> None:
        chance = self.chance
        add_issue(
            self.session.desk, topic_id=chance.choice(self.topics), text="Uji", kind=chance.choice(list(ISSUE_KINDS)),
            state=chance.choice(list(ISSUE_STATES)), happened_on=self._day(30, 0),
        )  # fmt: skip

    def _rest(self) -> None:
        if self.chance.random() < 0.3:
            delete_commitment(self.session.desk, self._some("commitment"))
        else:
            note_contact(self.session.desk, [self._some("addressee")], on=self._day(9, 0))


def rows_shown(qtbot: QtBot, window: MainWindow) -> int:
    """How many rows the list in front has."""
    page: Any = window.page(window.current_page)
    table = page.issues.table if window.current_page == "issues" else page.views.current().table
    assert table.isVisible()
    qtbot.waitUntil(lambda: bool(table.rows.complete))
    return int(table.rows.rowCount())


@pytest.mark.parametrize("seed", [1, 2])
def test_every_number_is_the_length_of_the_list_it_opens(
    qtbot: QtBot, session: Session, window: MainWindow, seed: int
) -> None:
    home, office = home_of(window), _Office(session, seed)
    counted = set()
    for _ in range(3):
        office.go_on()
        window.open_page("home")
        home._stale = True
        home._refresh()
        pressed = [(tile.accessibleName(), tile) for tile in home.follow_ups.tiles()]
        pressed += [(line.words(), line) for line in home.follow_ups.lines()]
        for words, one in pressed:
            name, _, number = words.rpartition(": ")
            if not (name and number.isdigit()):
                continue  # a follow-up of its own
            one.click()
            assert rows_shown(qtbot, window) == int(number), words
            counted.add((name, number != "0"))
            window.open_page("home")
    assert sum(some for _, some in counted) >= 5


def test_the_day_is_told_once_and_put_away_until_tomorrow(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    home, status = home_of(window), window.status
    assert not home.notice.isVisible()
    late, _ = add_commitment(
        session.desk, kind="arahan", text="Kirim data", to=[To(label="KPU")], due_source="jadwal",
        due_date=TODAY - timedelta(days=1),
    )  # fmt: skip
    session.make(lambda: create_meeting(session.desk, title="Rakor Banjir", held_on=TODAY))
    assert home.notice.text() == "1 tindak lanjut terlambat. Hari ini ada rapat: Rakor Banjir."
    assert status.notice.text() == "1 tindak lanjut terlambat"
    window.open_page("meetings")
    session.run(lambda: delete_commitment(session.desk, late))
    qtbot.waitUntil(lambda: not status.notice.isVisible())  # the line is seen from every page
    session.undo()
    qtbot.waitUntil(lambda: status.notice.text() == "1 tindak lanjut terlambat")
    status.notice.click()
    assert window.current_page == "home"
    home.notice.wanted.emit()
    assert window.current_page == "commitments"
    window.open_page("home")
    home.notice.closed.emit()
    assert not home.notice.isVisible()
    assert not status.notice.isVisible()
    home._stale = True
    home._refresh()
    assert not home.notice.isVisible()
    window.open_page("meetings")
    with frozen(datetime(2024, 9, 27, 2, tzinfo=UTC)):
        window.open_page("home")
        assert home.notice.text() == "1 tindak lanjut terlambat."
        assert home.notice.isVisible()


def test_the_notice_leads_to_the_meeting_of_today_where_nothing_is_due(
    qtbot: QtBot, session: Session, window: MainWindow
) -> None:
    home = home_of(window)
    session.make(lambda: create_meeting(session.desk, title="Rakor Banjir", held_on=TODAY))
    with qtbot.waitSignal(home.notice.navigate) as asked:
        home.notice.wanted.emit()
    page, where = asked.args
    assert (page, list(where)) == ("meetings", ["meeting"])
    assert window.current_page == "meetings"


def test_who_wants_no_notice_gets_none(qtbot: QtBot, session: Session, window: MainWindow) -> None:
    tab = LookTab(session)
    qtbot.addWidget(tab)
    tab.notice.click()
    assert session.settings.get(DAY_NOTICE) is False
    session.make(lambda: create_meeting(session.desk, title="Rakor Banjir", held_on=TODAY))
    assert not home_of(window).notice.isVisible()
