"""Sizes of regions: each with its kind, source and day; the newest day counts; a column of Excel is taken over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput
from desktop.models import undo
from desktop.models.queries.readiness_items import items
from desktop.models.queries.region_figures import Figure, figures_of, figures_that_count
from desktop.models.queries.regions import area_members, regions
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.region_figures import add_figures, read_figures, withdraw_figure
from tests.engines import on_sqlite_alone

HOME, TUBAN, NGANJUK = fixed_id("working_area", "wilker.2"), *(fixed_id("region", f"35.{n}") for n in (23, 18))
STATIONS = {"kind": "polling_stations", "basis": "DPT", "source": "BA pleno KPU Tuban"}


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def counts(desk: Desk) -> Figure | None:
    return figures_that_count(desk.store).get((TUBAN, "polling_stations"))


def test_the_figure_of_the_newest_day_counts_and_the_others_stay_to_be_seen(desk: Desk) -> None:
    assert counts(desk) == Figure(1867, "DPS", "jtvbojonegoro")
    with frozen(datetime(2024, 10, 3, 2, tzinfo=UTC)):
        add_figures(desk, [(TUBAN, 1871)], **STATIONS, as_of=date(2024, 9, 20))
        add_figures(desk, [(TUBAN, 1869)], **STATIONS | {"basis": "DPSHP"}, as_of=date(2024, 9, 1))
        changes = add_figures(desk, [(TUBAN, 1870)], **STATIONS | {"basis": "coklit"})  # of no day: last
    assert counts(desk) == Figure(1871, "DPT", "BA pleno KPU Tuban", date(2024, 9, 20))
    told = [one for one in figures_of(desk.store, TUBAN) if one.kind == "polling_stations"]
    assert [(one.figure.value, one.counts) for one in told] == [
        (1871, True), (1869, False), (1870, False), (1867, False),
    ]  # fmt: skip
    withdraw_figure(desk, told[0].id)
    assert counts(desk) == Figure(1869, "DPSHP", "BA pleno KPU Tuban", date(2024, 9, 1))
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert len(figures_of(desk.store, TUBAN)) == 3  # with the voters


def test_the_list_of_regions_and_what_items_need_follow_the_same_figure(desk: Desk) -> None:
    add_figures(desk, [(TUBAN, 1871)], **STATIONS, as_of=date(2024, 9, 20))
    row = next(one for one in area_members(desk.store, HOME) if one.id == TUBAN)
    boxes = next(
        one for one in items(desk.store, fixed_id("topic", PILKADA), TUBAN) if one.item_id == item_id("LOG-05")
    )
    assert row.polling_stations == counts(desk)
    assert (boxes.need, boxes.is_provisional) == (2 * 1871, False)


def test_what_is_said_already_is_not_noted_twice(desk: Desk) -> None:
    add_figures(desk, [(TUBAN, 1871), (NGANJUK, 1600)], **STATIONS)
    assert not add_figures(desk, [(TUBAN, 1871), (NGANJUK, 1600)], **STATIONS)


@on_sqlite_alone
@pytest.mark.parametrize(
    ("field", "told"),
    [("kind", {"kind": "rumah"}), ("basis", {"basis": " "}), ("source", {"source": ""}), ("as_of", {"as_of": date(2099, 1, 1)})],
)  # fmt: skip
def test_a_figure_without_kind_basis_or_source_is_refused(desk: Desk, field: str, told: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_figures(desk, [(TUBAN, 1871)], **STATIONS | told)
    assert refused.value.field == field


def test_a_column_of_excel_is_read_with_or_without_names(desk: Desk) -> None:
    members, everywhere = area_members(desk.store, HOME), regions(desk.store)
    pasted = (
        "Kab. Tuban\t1.871\n\nNganjuk\t1599\nMojokerto\t200\nKota Mojokerto 192\nKab. Sleman\t5\nKab. Gresik\t-"
    )
    read = read_figures(pasted, everywhere)
    assert [(one.region.code if one.region else "", one.value) for one in read] == [
        ("35.23", 1871), ("35.18", 1599), ("", None), ("35.76", 192), ("", None), ("35.25", None),
    ]  # fmt: skip
    assert [one.problem for one in read if one.problem] == [
        "Kabupaten atau kota? Tulis lengkap.", "Wilayahnya tidak dikenal.", "Angkanya tidak terbaca.",
    ]  # fmt: skip
    bare = "\n".join(str(number) for number in range(1, 9))
    assert [(one.region, one.value) for one in read_figures(bare, members)] == list(
        zip(members, range(1, 9), strict=True)
    )
    assert {one.problem for one in read_figures("1\n2", members)} == {"Ada 2 angka untuk 8 wilayah."}
