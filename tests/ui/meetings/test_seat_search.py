"""The check-in box finds people as they are called, and forty of them with few keys."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.check_in import Hand, Person, arriving, by_habit, check_in, invite_people, shortest
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.ui.meetings import seat_search
from desktop.ui.meetings.attendance_tab import AttendanceTab
from desktop.ui.meetings.seat_search import SeatSearch
from desktop.ui.session import Session


def _seat(name: str, institution: str = "", state: str = "belum_dicatat") -> ParticipantRow:
    values = dict.fromkeys(ParticipantRow._fields)
    known = {"id": uuid4(), "institution_id": uuid4(), "state": state, "invited_name": name, "unreadable": False}
    return ParticipantRow(**{**values, **known, "institution": institution})  # type: ignore[arg-type]


def _names(
    rows: list[ParticipantRow], typed: str, regions: dict[UUID, tuple[str, ...]] | None = None
) -> list[str]:
    search = SeatSearch()
    search.set_rows(rows, regions or {})
    return [row.invited_name or "" for row in search.find(typed)]


def test_a_name_that_begins_as_typed_comes_before_one_that_holds_it_later() -> None:
    assert _names([_seat("Dewi Sekar"), _seat("Sekar Ayu")], "sek") == ["Sekar Ayu", "Dewi Sekar"]


def test_titles_and_degrees_stand_in_nobodys_way() -> None:
    rows = [_seat("Hamid Bagus"), _seat("Dr. H. Bagus Pratama, S.H.")]
    assert _names(rows, "bag") == ["Dr. H. Bagus Pratama, S.H.", "Hamid Bagus"]


def test_those_not_marked_yet_come_first() -> None:
    rows = [_seat("Siti Aminah", state="hadir"), _seat("Siti Aminah", "Bawaslu", state="belum_dicatat")]
    search = SeatSearch()
    search.set_rows(rows, {})
    assert [row.state for row in search.find("siti")] == ["belum_dicatat", "hadir"]


def test_a_person_comes_before_an_institution_of_that_name() -> None:
    assert _names([_seat("Dewi", "Badan Wijaya"), _seat("Eko Wijaya")], "wij") == ["Eko Wijaya", "Dewi"]


def test_words_of_name_institution_and_region_may_be_mixed() -> None:
    seat = _seat("Siti Aminah", "Polres Tuban")
    assert seat.institution_id is not None
    rows, regions = [_seat("Siti Aminah", "Polres Gresik"), seat], {seat.institution_id: ("Kabupaten Tuban",)}
    search = SeatSearch()
    search.set_rows(rows, regions)
    assert search.find("siti kab tub") == [seat]


def test_only_what_changed_is_folded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [_seat(f"Orang {number}") for number in range(50)]
    search, folded = SeatSearch(), []
    search.set_rows(rows, {})
    fold = seat_search.fold
    monkeypatch.setattr(seat_search, "fold", lambda text: folded.append(text) or fold(text))
    search.set_rows([rows[0]._replace(state="hadir"), *rows[1:]], {})
    assert 0 < len(folded) < 10


@pytest.mark.parametrize(("hand", "bar"), [(shortest, 4), (by_habit, 6)])
def test_forty_people_are_checked_in_with_few_keys_each(
    session: Session, qtbot: QtBot, hand: Callable[[AttendanceTab, Person], Hand], bar: int
) -> None:
    meeting = invite_people(session.desk)
    tab = AttendanceTab(session)
    qtbot.addWidget(tab)
    session.bus.changed.connect(tab.refresh)
    tab.show()
    tab.show_meeting(meeting)
    tab.start_check_in()
    keys = []
    for person in arriving(session.desk, meeting):
        way = hand(tab, person)
        check_in(tab, way)
        keys.append(way.keys)
    assert {seat.state for seat in participants(session.store, meeting)} == {"hadir"}
    assert len(keys) == 40
    assert median(keys) <= bar
