"""The shipped topics: complete, in words the program knows, and promising nothing nobody promised."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.models.shipped_topics import FLOOD, PILKADA, SHIPPED, ShippedTopic, plan_of, read_list, target_kind
from desktop.models.words import INSTITUTION_KINDS, INSTITUTION_LEVELS


@pytest.mark.parametrize("topic", SHIPPED.values(), ids=list(SHIPPED))
def test_every_item_is_named_once_and_asked_of_somebody_who_takes_part(topic: ShippedTopic) -> None:
    items = plan_of(topic).items
    assert len({one.code for one in items}) == len(items)
    assert all(one.text and one.responsible and one.due_offset is not None for one in items)
    for one in items:
        assert one.for_regency or one.for_province or one.for_working_area or one.regions
        assert set(one.regions) <= set(topic.region_ids)


def test_pilkada_names_its_security_operation_in_checklist_and_stages() -> None:
    plan = plan_of(PILKADA)
    assert (len(plan.items), len({one.category for one in plan.items})) == (101, 5)
    named = "Operasi Mantap Praja Semeru 2024"
    assert [one.code for one in plan.items if named in one.text] == ["SEC-01"]
    (stage,) = [one for one in plan.stages if named in one.name]
    assert stage.starts_on
    assert stage.ends_on
    assert (stage.ends_on - stage.starts_on).days + 1 == 135


def test_the_flood_season_has_no_day_and_no_promised_date() -> None:
    plan = plan_of(FLOOD)
    assert FLOOD.event_date is None
    assert Counter(one.due_basis for one in plan.items) == {"proposed": 25}
    assert len({one.category for one in plan.items}) == 4
    assert [(one.starts_on, one.ends_on) for one in plan.stages] == [(None, None)] * 4


def test_the_flood_season_reaches_beyond_the_working_area() -> None:
    home = {one["code"] for one in read_list("regions.csv") if one["working_area"] == "Bakorwil Bojonegoro"}
    assert set(FLOOD.regions) - home == {"35", "35.21", "wilker.2"}


def test_the_institutions_it_brings_are_new_and_of_known_kinds() -> None:
    brought = read_list("institutions_banjir_bengawan_solo.csv")
    known = {one[field] for one in read_list("institutions.csv") for field in ("code", "name", "short_name")}
    for one in brought:
        assert not {one["code"], one["name"], one["short_name"]} & known
        assert one["kind"] in INSTITUTION_KINDS
        assert one["level"] in INSTITUTION_LEVELS


@pytest.mark.parametrize(
    ("target", "unit", "kind"),
    [("ya", "ya/tidak", "ya"), ("100", "% TPS", "persen"), ("2", "botol/TPS", "per_tps"), ("1", "gladi", "jumlah"),
     ("sesuai SK KPU", "buah/TPS", "teks")],
)  # fmt: skip
def test_what_an_item_asks_for_is_told_by_target_and_unit(target: str, unit: str, kind: str) -> None:
    assert target_kind(target, unit) == kind
