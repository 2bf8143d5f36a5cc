"""The list of problems and news: searched, filtered, in the order of what happened, on both engines alike."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from desktop.models.queries import issues as queries
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.issues import add_issue

DAY, BEFORE = date(2024, 11, 24), date(2024, 11, 23)
TOPIC = fixed_id("topic", PILKADA)
TUBAN, GRESIK = fixed_id("region", "35.23"), fixed_id("region", "35.25")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def told(desk: Desk, text: str, day: date = DAY, at: time | None = None, **values: Any) -> UUID:
    usual = {"situation": "kondusif"}
    return add_issue(desk, topic_id=TOPIC, text=text, happened_on=day, happened_at=at, **usual | values)[0]


def shown(desk: Desk, **asked: Any) -> list[str]:
    place = queries.ISSUE_LIST.names.index("text")
    return [row[place] for row in queries.issue_list(desk.store, topic=TOPIC, **asked).head(50)]


def test_the_newest_stands_first_and_the_order_can_be_turned(desk: Desk) -> None:
    for text, day, at in (("b", DAY, time(8)), ("a", BEFORE, time(22)), ("c", DAY, time(9, 30)), ("?", DAY, None)):
        told(desk, text, day, at)
    assert shown(desk) == ["?", "c", "b", "a"]
    assert shown(desk, descending=False) == ["a", "b", "c", "?"]


def test_each_filter_leaves_what_it_names(desk: Desk) -> None:
    told(desk, "Truk tertahan", field="Logistik", region_id=TUBAN, source="Pak Budi, Café Kota")
    told(desk, "Tinta tiba", kind="perkembangan", field="Logistik", region_id=GRESIK)
    told(desk, "Laporan dikaji", field="Sengketa", region_id=TUBAN, state="ditangani")
    assert shown(desk, kind="perkembangan") == ["Tinta tiba"]
    assert shown(desk, state="ditangani") == ["Laporan dikaji"]
    assert shown(desk, state="selesai") == ["Tinta tiba"]  # news is told and done with
    assert shown(desk, field="Logistik", region=TUBAN) == ["Truk tertahan"]
    assert shown(desk, text="cafe truk") == ["Truk tertahan"]
    assert queries.issue_states(desk.store, TOPIC) == {"terbuka": 1, "ditangani": 1, "selesai": 1}
    assert queries.issue_fields(desk.store, TOPIC) == ["Logistik", "Sengketa"]
    assert queries.issue_regions(desk.store, TOPIC) == {TUBAN, GRESIK}


def test_a_day_tells_what_happened_and_what_is_still_open_the_weightiest_first(desk: Desk) -> None:
    told(desk, "lama selesai", BEFORE, state="selesai", situation="gangguan")
    told(desk, "lama ditangani", BEFORE, state="ditangani")
    told(desk, "besok", date(2024, 11, 25))
    told(desk, "hari ini tenang", state="selesai")
    told(desk, "hari ini gangguan", situation="gangguan", state="selesai")
    told(desk, "hari ini perhatian", situation="perhatian")
    assert [row.text for row in queries.told_on(desk.store, TOPIC, DAY)] == [
        "hari ini gangguan", "hari ini perhatian", "lama ditangani", "hari ini tenang",
    ]  # fmt: skip
    assert [row.text for row in queries.open_problems(desk.store, TOPIC)] == [
        "hari ini perhatian", "besok", "lama ditangani",
    ]  # fmt: skip


def test_one_is_read_with_the_names_it_points_to(desk: Desk) -> None:
    one = told(desk, "Truk tertahan", at=time(8, 40), region_id=TUBAN)
    row = queries.issue(desk.store, one)
    assert row is not None
    assert (row.region, row.institution, row.happened_at) == ("Kabupaten Tuban", None, time(8, 40))
