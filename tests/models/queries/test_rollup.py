"""Sizes and readiness of areas and the province: sums say what they are made of, reports for the whole stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from desktop.base.clock import frozen
from desktop.models.queries.readiness_rollup import RolledItem, rollup
from desktop.models.queries.size_rollup import SizeSum, whole_sizes
from desktop.models.queries.wholes import Whole, wholes
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services import rollup_words as words
from desktop.services.desk import Desk
from desktop.services.readiness import assess
from desktop.services.region_figures import add_figures

TOPIC, PROVINCE, HOME = fixed_id("topic", PILKADA), "Provinsi Jawa Timur", "Bakorwil Bojonegoro"
JATIM, TUBAN, GRESIK = (fixed_id("region", code) for code in ("35", "35.23", "35.25"))
DAY = date(2024, 10, 19)
BOXES = item_id("LOG-03")


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 10, 19, 2, tzinfo=UTC)):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def whole(store: Store, name: str) -> Whole:
    return next(one for one in wholes(store) if one.name == name)


def stations(store: Store, name: str) -> SizeSum:
    return whole_sizes(store, [whole(store, name)])[0].sums[0]


def boxes(store: Store, name: str) -> RolledItem:
    found = rollup(store, TOPIC, whole(store, name), DAY)
    return next(one for group in found.categories for one in group.items if one.item.item_id == BOXES)


def test_the_five_areas_and_the_province_are_rolled_up_over_all_38_regions(sqlite_store: Store) -> None:
    found = [(one.name, len(one.members)) for one in wholes(sqlite_store)]
    assert found == [
        ("Bakorwil Madiun", 10), (HOME, 8), ("Bakorwil Malang", 9), ("Bakorwil Pamekasan", 4),
        ("Bakorwil Jember", 7), (PROVINCE, 38),
    ]  # fmt: skip


def test_a_sum_says_of_which_kinds_of_figures_it_is_made(desk: Desk) -> None:
    home = stations(desk.store, HOME)
    assert words.total_words(home) == "13.277"
    assert words.made_of_words(home) == "8 dari 8 wilayah; 5 DPT, 2 DPS, 1 coklit (sementara)"
    assert words.days_words(home, DAY) == "tanggal tidak disebut"
    assert words.figure_words(home.reported, DAY) == "belum ada"
    add_figures(
        desk, [(TUBAN, 1867)], kind="polling_stations", basis="DPT", source="KPU", as_of=date(2024, 9, 20)
    )  # fmt: skip
    home = stations(desk.store, HOME)
    assert words.made_of_words(home) == "8 dari 8 wilayah; 6 DPT, 1 DPS, 1 coklit (sementara)"
    assert words.days_words(home, DAY) == "yang terlama 20 September 2024 (29 hari lalu); 7 tanpa tanggal"


def test_regions_without_figures_are_unknown_and_not_zero(sqlite_store: Store) -> None:
    madiun, jatim = stations(sqlite_store, "Bakorwil Madiun"), stations(sqlite_store, PROVINCE)
    assert (madiun.total, words.total_words(madiun)) == (None, "belum ada angka")
    assert words.missing_words(jatim) == "30 wilayah belum ada angka"
    assert (
        words.figure_words(jatim.reported, DAY)
        == "60.751 DPT (suarasurabaya; lenteratoday; tanggal tidak disebut)"
    )
    assert words.difference_words(jatim) == "belum dapat dibandingkan"


@pytest.mark.parametrize(
    ("reported", "told"),
    [
        (13_277, "sama dengan jumlah wilayahnya"),
        (13_280, "3 lebih banyak daripada jumlah wilayahnya"),
        (13_270, "7 lebih sedikit daripada jumlah wilayahnya"),
    ],
)
def test_a_difference_is_told_in_words(desk: Desk, reported: int, told: str) -> None:
    area = whole(desk.store, HOME).region_id
    add_figures(desk, [(area, reported)], kind="polling_stations", basis="DPT", source="KPU Jatim")
    assert words.difference_words(stations(desk.store, HOME)) == told


def test_things_add_up_against_what_all_regions_need(desk: Desk) -> None:
    for region, count in ((TUBAN, 1200), (GRESIK, 1868)):
        assess(desk, BOXES, region, state="sebagian", value=count, measure="jumlah", as_of=date(2024, 10, 4))
    found = boxes(desk.store, HOME).regions
    assert (found.amount, found.need) == (3068, 2 * 13_277)
    assert words.amount_of_regions(found) == "3.068 dari 26.554 (sementara)"
    assert words.coverage_words(found) == "2 dari 8"
    assert words.freshness_of_regions(found, DAY) == "15 hari lalu"
    assess(desk, BOXES, whole(desk.store, HOME).members[0].id, state="sebagian", value=90, measure="persen")
    assert boxes(desk.store, HOME).regions.amount is None  # percent and things are not added up


def test_what_is_reported_for_the_province_stands_beside_and_in_no_region(desk: Desk) -> None:
    assess(
        desk, BOXES, JATIM, state="sebagian", value=96, measure="persen", source="SILOG", as_of=date(2024, 10, 4)
    )  # fmt: skip
    for name in (PROVINCE, HOME):
        found = boxes(desk.store, name)
        assert (found.regions.reported, found.regions.asked, found.regions.tally.percent) == (0, 8, None)
        assert words.told_words(found.told) == "96%"
        assert words.told_from(found.told, DAY) == "Provinsi Jawa Timur, SILOG, 4 Oktober 2024 (15 hari lalu)"
    assert rollup(desk.store, TOPIC, whole(desk.store, "Bakorwil Madiun"), DAY).categories == ()


def test_what_the_province_itself_is_asked_stands_for_the_whole(desk: Desk) -> None:
    assess(desk, item_id("SEC-03"), JATIM, state="siap", source="Rakor 26 September 2024")
    found = rollup(desk.store, TOPIC, whole(desk.store, PROVINCE), DAY)
    (training,) = [one for group in found.categories for one in group.items if one.item.code == "SEC-03"]
    assert words.told_words(training.told).startswith("Siap")
    assert (training.regions.reported, training.regions.asked) == (0, 8)
    assert found.regions == 8
