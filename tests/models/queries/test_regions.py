"""Working areas and the figures of their regions."""

from __future__ import annotations

from desktop.models.queries.regions import area_members, regions, search_regions, working_areas
from desktop.models.seeds import fixed_id
from desktop.models.store import Store

HOME = fixed_id("working_area", "wilker.2")


def test_a_figure_says_what_it_counts_and_who_published_it(store: Store) -> None:
    tuban = next(one for one in area_members(store, HOME) if one.code == "35.23")
    assert tuban.polling_stations is not None
    assert (tuban.polling_stations.value, tuban.polling_stations.basis) == (1867, "DPS")
    assert tuban.polling_stations.source == "jtvbojonegoro"


def test_an_area_keeps_the_offices_order(store: Store) -> None:
    assert [one.code for one in area_members(store, HOME)][:3] == ["35.22", "35.23", "35.24"]


def test_areas_are_counted(store: Store) -> None:
    assert [(one.name, one.members) for one in working_areas(store)][1] == ("Bakorwil Bojonegoro", 8)


def test_a_region_without_figures_says_nothing(store: Store) -> None:
    madiun = next(one for one in regions(store) if one.code == "35.19")
    assert (madiun.voters, madiun.areas) == (None, "Bakorwil Madiun")


def test_regions_are_found_by_name_and_code(store: Store) -> None:
    assert [one.name for one in search_regions(store, "kota moj")] == ["Kota Mojokerto"]
    assert [one.name for one in search_regions(store, "35.23")] == ["Kabupaten Tuban"]
