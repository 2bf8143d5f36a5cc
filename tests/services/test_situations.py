"""How a region is on a day: the last word stands, no word is no calm, and what happened speaks where nobody did."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput
from desktop.models import undo
from desktop.models.journal import ChangeSet
from desktop.models.queries.situation import RegionState, last_word_at, region_states
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.issues import add_issue
from desktop.services.situations import forget_situation, note_situation
from tests.engines import on_sqlite_alone
from tests.models.made_up import live

NOON = datetime(2024, 11, 24, 5, tzinfo=UTC)
DAY = date(2024, 11, 24)
TOPIC = fixed_id("topic", PILKADA)
TUBAN, GRESIK, JATIM = (fixed_id("region", code) for code in ("35.23", "35.25", "35"))


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def note(desk: Desk, *regions: UUID, day: date = DAY, **values: Any) -> ChangeSet:
    with frozen(NOON):
        return note_situation(desk, TOPIC, day, regions or [TUBAN], **values)


def tell(desk: Desk, situation: str, region: UUID = TUBAN, **values: Any) -> None:
    with frozen(NOON):
        add_issue(desk, topic_id=TOPIC, text="x", region_id=region, situation=situation, **values)


def of(desk: Desk, region: UUID = TUBAN, day: date = DAY) -> RegionState:
    return next(one for one in region_states(desk.store, TOPIC, day) if one.region_id == region)


def test_the_kabupaten_and_kota_of_the_topic_are_asked_and_nobody_has_told_yet(desk: Desk) -> None:
    found = region_states(desk.store, TOPIC, DAY)
    assert len(found) == 8
    assert [one.region.split()[0] for one in found].count("Kota") == 1
    assert {one.state for one in found} == {None}


def test_the_last_word_of_a_day_stands_in_one_record(desk: Desk) -> None:
    note(desk, state="gangguan", reported_at=time(8), source="Polres")
    note(desk, state="kondusif", reported_at=time(11))
    one = of(desk)
    assert (one.state, one.reported_at, one.source) == ("kondusif", time(11), "Polres")
    assert len(live(desk.store, "region_situation")) == 1
    assert of(desk, day=date(2024, 11, 25)).state is None


def test_many_regions_are_noted_in_one_deed_and_one_undo_takes_it_back(desk: Desk) -> None:
    note(desk, TUBAN, state="perhatian")
    changes = note(desk, TUBAN, GRESIK, state="kondusif")
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert (of(desk).state, of(desk, GRESIK).state) == ("perhatian", None)


def test_a_word_taken_back_leaves_no_report_and_nothing_of_it_returns(desk: Desk) -> None:
    note(desk, state="gangguan", note="Unjuk rasa")
    forget_situation(desk, TOPIC, DAY, [TUBAN, GRESIK])
    assert of(desk).state is None
    note(desk, state="kondusif")
    assert (of(desk).state, of(desk).note) == ("kondusif", None)


def test_undoing_a_word_that_followed_one_taken_back_leaves_no_report(desk: Desk) -> None:
    note(desk, state="gangguan", note="Unjuk rasa")
    taken_back = forget_situation(desk, TOPIC, DAY, [TUBAN])
    again = note(desk, state="kondusif")
    for changes, state, words in ((again, None, None), (taken_back, "gangguan", "Unjuk rasa")):
        assert changes.action is not None
        undo.revert(desk.store, changes.action, by="Uji")
        assert (of(desk).state, of(desk).note) == (state, words)


def test_a_source_alone_says_nothing_of_how_a_region_is(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="belum dipilih"):
        note(desk, source="Polres")
    assert live(desk.store, "region_situation") == {}


@on_sqlite_alone
@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("state", {"state": "aman"}),
        ("state", {"state": ""}),
        ("day", {"state": "kondusif", "day": date(2024, 11, 26)}),
    ],
)
def test_what_cannot_be_kept_is_refused(desk: Desk, field: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refused:
        note(desk, **values)
    assert refused.value.field == field


def test_what_happened_speaks_for_a_region_nobody_reported_unless_it_left_it_calm(desk: Desk) -> None:
    tell(desk, "kondusif")
    assert (of(desk).state, of(desk).events) == (None, 1)
    tell(desk, "gangguan")
    tell(desk, "perhatian")
    tell(desk, "gangguan", GRESIK, happened_on=date(2024, 11, 23))
    assert (of(desk).state, of(desk).events, of(desk, GRESIK).state) == ("gangguan", 3, None)
    note(desk, state="kondusif")
    assert of(desk).state == "kondusif"
    assert of(desk).is_heavier


def test_a_province_stands_there_once_it_was_reported_on(desk: Desk) -> None:
    note(desk, JATIM, state="kondusif")
    assert region_states(desk.store, TOPIC, DAY)[-1].region_id == JATIM


def test_the_report_speaks_as_of_the_last_word(desk: Desk) -> None:
    assert last_word_at(desk.store, TOPIC, DAY) is None
    note(desk, state="kondusif", reported_at=time(16, 5))
    tell(desk, "perhatian", happened_at=time(15, 30))
    assert last_word_at(desk.store, TOPIC, DAY) == time(16, 5)
