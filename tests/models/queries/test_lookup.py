"""Groups by the words of a meeting: "KPU kabupaten/kota" is each KPU of the office's own regions."""

from __future__ import annotations

import pytest

from desktop.models.journal import writing
from desktop.models.queries.lookup import checklist_items, group_members
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.models.tables import ChecklistTemplate
from desktop.services.desk import Desk
from desktop.services.directory import set_working_area

HOME = fixed_id("working_area", "wilker.2")


@pytest.mark.parametrize(
    ("words", "first", "count"),
    [
        ("KPU kabupaten/kota", "KPU Kabupaten Bojonegoro", 8),
        ("pemerintah kabupaten/kota se-wilayah kerja", "Pemerintah Kabupaten Bojonegoro", 8),
        ("Polres", "Polres Bojonegoro", 8),
        ("KODIM", "Kodim 0813 Bojonegoro", 7),
    ],
)
def test_a_group_follows_the_order_of_the_working_area(store: Store, words: str, first: str, count: int) -> None:
    names = list(group_members(store, words).values())
    assert (names[0], len(names)) == (first, count)


def test_a_group_follows_when_the_office_changes_its_area(store: Store) -> None:
    tuban, gresik = fixed_id("region", "35.23"), fixed_id("region", "35.25")
    set_working_area(Desk(store, "Uji"), HOME, [gresik, tuban])
    assert list(group_members(store, "KPU kabupaten/kota").values()) == [
        "KPU Kabupaten Gresik", "KPU Kabupaten Tuban",
    ]  # fmt: skip


def test_items_are_those_of_the_newest_checklist(store: Store) -> None:
    topic = fixed_id("topic", PILKADA)
    assert checklist_items(store, topic)["LOG-01"] == item_id("LOG-01")
    with writing(store, "checklist.publish", by="Uji") as write:
        write.insert(ChecklistTemplate, topic_id=topic, name="Daftar periksa", version=2)
    assert checklist_items(store, topic) == {}


def test_words_that_are_no_group_have_no_members(store: Store) -> None:
    assert group_members(store, "para camat") == {}
