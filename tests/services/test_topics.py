"""Topics of any kind: begun empty or with what another has, moved in time, with regions from anywhere."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.base.errors import InvalidInput
from desktop.models import integrity, undo
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.office import stages
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import items
from desktop.models.queries.records import fields_of
from desktop.models.queries.review_points import review_points
from desktop.models.queries.topic_plans import plan_of_topic
from desktop.models.queries.topic_regions import count_reports, topic_regions
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.shipped_topics import FLOOD, plan_of
from desktop.models.shipped_topics import PILKADA as ELECTION
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.readiness import assess
from desktop.services.stages import MOVED
from desktop.services.topic_beginnings import Origin, proposal
from desktop.services.topics import add_topic, update_topic
from tests.models.made_up import live

TOPIC, TUBAN, NGAWI = fixed_id("topic", PILKADA), fixed_id("region", "35.23"), fixed_id("region", "35.21")
PROVINCE, AREA = fixed_id("region", "35"), fixed_id("region", "wilker.2")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def names(store: Store, topic: Any) -> list[str]:
    return [one.name for one in topic_regions(store, topic)]


def test_the_flood_season_stands_beside_the_election(desk: Desk, store: Store) -> None:
    offered = proposal(store, Origin(shipped=FLOOD.key))
    assert (offered.items, offered.stages, offered.dated_stages, offered.event_date) == (25, 4, 0, None)
    before = matrix(store, TOPIC)
    made, _ = add_topic(
        desk, offered.name, event_label=offered.event_label, regions=offered.regions,
        origin=Origin(shipped=FLOOD.key),
    )  # fmt: skip
    assert names(store, made)[:5] == [
        "Provinsi Jawa Timur", "Kabupaten Bojonegoro", "Kabupaten Tuban", "Kabupaten Lamongan", "Kabupaten Gresik",
    ]  # fmt: skip
    shown = matrix(store, made)
    assert [head.name for head in shown.categories] == [
        "Peringatan Dini & Data", "Sarana & Peralatan", "Evakuasi & Pengungsian", "Koordinasi & Posko",
    ]  # fmt: skip
    assert "Kabupaten Ngawi" in [head.name for head in shown.regions]
    assert not any(item.is_late(date(2025, 6, 1)) for item in items(store, made))
    assert matrix(store, TOPIC) == before
    assert "bbws bengawan solo" in Lookup.read(store).institutions
    assert integrity.check(store) == []


def test_beginning_a_topic_is_taken_back_whole(desk: Desk, store: Store) -> None:
    before = live(store)
    _, changes = add_topic(desk, "Banjir 2025", review_offsets=(-3,), origin=Origin(shipped=FLOOD.key))
    undo.revert(store, changes.action or 0, by="Uji")
    assert live(store) == before
    assert integrity.check(store) == []


def test_institutions_the_office_has_are_not_brought_twice(desk: Desk, store: Store) -> None:
    add_topic(desk, "Banjir 2024", origin=Origin(shipped=FLOOD.key))
    kept = store.one("SELECT count(*) FROM institution")
    add_topic(desk, "Banjir 2025", origin=Origin(shipped=FLOOD.key))
    assert store.one("SELECT count(*) FROM institution") == kept


def test_a_copy_has_everything_but_reports_and_promises(desk: Desk, store: Store) -> None:
    assess(desk, item_id("LOG-01"), TUBAN, state="siap")
    made, _ = add_topic(desk, "Pilkada 2029", event_date=date(2029, 11, 28), origin=Origin(topic=TOPIC))
    plan, before = plan_of_topic(store, made), plan_of_topic(store, TOPIC)
    assert [one.code for one in plan.items] == [one.code for one in before.items]
    assert {one.due_basis for one in plan.items} == {"proposed"}
    assert [one.regions for one in plan.items] == [one.regions for one in before.items]
    assert [(one.code, one.starts_on, one.ends_on) for one in plan.stages] == [
        (one.code, None, None) for one in before.stages
    ]
    assert matrix(store, made).total.tally.reported == 0
    threads = store.one("SELECT count(*), count(DISTINCT thread_id) FROM checklist_item")
    assert threads is not None
    assert threads[0] == threads[1] == 202


def test_what_is_shipped_and_what_was_founded_are_one(store: Store) -> None:
    founded, shipped = plan_of_topic(store, TOPIC), plan_of(ELECTION)
    assert sorted(founded.items, key=lambda one: one.code) == sorted(shipped.items, key=lambda one: one.code)
    assert founded.stages == shipped.stages


def test_stages_of_a_copy_move_with_the_day_only_when_wanted(desk: Desk, store: Store) -> None:
    day = date(2024, 11, 27) + timedelta(days=7)
    made, _ = add_topic(desk, "Pilkada ulang", event_date=day, origin=Origin(topic=TOPIC, stage_days="geser"))
    quiet = next(one for one in stages(store, made) if one.code == "S07")
    assert (quiet.starts_on, quiet.ends_on, quiet.confidence) == (date(2024, 12, 1), date(2024, 12, 3), MOVED)
    with pytest.raises(InvalidInput, match="hanya dapat digeser"):
        add_topic(desk, "Tanpa tanggal", origin=Origin(topic=TOPIC, stage_days="geser"))


def test_another_day_moves_review_points_and_leaves_stages_unless_told(desk: Desk, store: Store) -> None:
    before = stages(store, TOPIC)
    update_topic(desk, TOPIC, event_date=date(2024, 12, 4))
    assert [one.day for one in review_points(store, TOPIC)][:1] == [date(2024, 11, 4)]
    assert stages(store, TOPIC) == before
    changes = update_topic(desk, TOPIC, event_date=date(2024, 12, 11), move_stages=True)
    voting = next(one for one in stages(store, TOPIC) if one.code == "S08")
    assert voting.starts_on == date(2024, 12, 4)
    undo.revert(store, changes.action or 0, by="Uji")
    assert stages(store, TOPIC) == before


def test_regions_of_any_kind_take_part_and_leaving_keeps_the_reports(desk: Desk, store: Store) -> None:
    assess(desk, item_id("LOG-01"), TUBAN, state="siap")
    update_topic(desk, TOPIC, regions=(NGAWI, PROVINCE, AREA))
    assert names(store, TOPIC) == ["Provinsi Jawa Timur", "Kabupaten Ngawi", "Wilayah Kerja Bakorwil Bojonegoro"]
    assert matrix(store, TOPIC).total.tally.reported == 0
    assert count_reports(store, TOPIC, TUBAN) == 1
    update_topic(desk, TOPIC, regions=(NGAWI, TUBAN))
    assert matrix(store, TOPIC).total.tally.reported == 1


def test_review_points_are_chosen_freely(desk: Desk, store: Store) -> None:
    update_topic(desk, TOPIC, review_offsets=(-60, 7, -60), description="Uji")
    assert [one.day_offset for one in review_points(store, TOPIC)] == [-60, 7]
    update_topic(desk, TOPIC, review_offsets=(-60, 14))
    assert [one.day_offset for one in review_points(store, TOPIC)] == [-60, 14]
    assert fields_of(store, "topic", TOPIC)["description"] == "Uji"
    with pytest.raises(InvalidInput, match="paling banyak"):
        update_topic(desk, TOPIC, review_offsets=range(30))


def test_the_usual_review_points_are_written_only_where_others_were(desk: Desk, store: Store) -> None:
    made, changes = add_topic(desk, "Arus mudik 2025")
    assert "review_point" not in changes.tables
    assert [one.day_offset for one in review_points(store, made)] == [-30, -14, -7, -1]
    assert Counter(one.kind for one in topic_regions(store, made)) == {
        "kabupaten": 7, "kota": 1, "wilayah_kerja": 1
    }  # fmt: skip
