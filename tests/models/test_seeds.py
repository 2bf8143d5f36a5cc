"""What every office starts from: complete, with the same ids everywhere, and honest about its sources."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from desktop.base.errors import DataTrouble
from desktop.base.paths import resources
from desktop.models import integrity, opening, seeds, shipped_topics
from desktop.models.store import Store
from desktop.models.tables import RECORDS
from desktop.models.words import FIGURE_KINDS
from tests.models.made_up import count, live

EXPECTED = {
    "region": 47, "working_area": 5, "checklist_item": 101, "topic": 1, "stage": 34, "institution": 51,
    "position": 51, "region_figure": 18, "office_profile": 1, "checklist_template": 1, "meeting": 0, "person": 0,
}  # fmt: skip


def rows_of(name: str) -> list[dict[str, str]]:
    with (resources() / "seed" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_new_office_has_what_it_needs(store: Store) -> None:
    assert {name: count(store, name) for name in EXPECTED} == EXPECTED


def test_there_are_42_regions_and_one_for_each_of_five_areas(store: Store) -> None:
    kinds = Counter(kind for (kind,) in store.rows("SELECT kind FROM region"))
    assert kinds.pop("wilayah_kerja") == 5
    assert sum(kinds.values()) == 42


def test_regions_stand_in_the_offices_own_order(store: Store) -> None:
    names = [name for (name,) in store.rows("SELECT name FROM region WHERE order_no < 1000 ORDER BY order_no")]
    assert names == [row["name"] for row in rows_of("regions.csv")]


def test_two_offices_founded_apart_have_the_same_records(data_folder: Path, tmp_path: Path) -> None:
    first = opening.open_folder(data_folder)
    second = opening.open_folder(tmp_path / "kedua", found=seeds.found_office)
    assert live(first) == live(second)
    assert first.office == second.office
    opening.close(first)
    opening.close(second)


def test_both_engines_start_from_the_same_records(data_folder: Path, store: Store) -> None:
    if store.engine == "sqlite":
        assert {table for table, _ in live(store)} <= set(RECORDS)
        return
    other = opening.open_folder(data_folder)
    assert live(store) == live(other)
    opening.close(other)


def test_every_id_is_there_once(sqlite_store: Store) -> None:
    ids = [key for _, key in live(sqlite_store)]
    assert len(ids) == len(set(ids))


def test_where_a_due_date_comes_from_is_kept_for_every_item(store: Store) -> None:
    kept = dict(store.rows("SELECT code, due_basis FROM checklist_item"))
    assert kept == {row["code"]: row["due_basis"] for row in rows_of("checklist_pilkada_2024.csv")}
    assert Counter(kept.values())["proposed"] == PROPOSED


PROPOSED = sum(row["due_basis"] == "proposed" for row in rows_of("checklist_pilkada_2024.csv"))


@pytest.mark.parametrize(("code", "offset"), [("LOG-01", -60)])
def test_due_days_are_counted_from_the_event(store: Store, code: str, offset: int) -> None:
    row = store.one(f"SELECT due_offset FROM checklist_item WHERE code = {store.mark}", (code,))
    assert row == (offset,)


def test_every_due_day_of_the_list_is_understood(sqlite_store: Store) -> None:
    kept = dict(sqlite_store.rows("SELECT code, due_offset IS NOT NULL FROM checklist_item"))
    written = {row["code"]: int(row["due"].startswith("H")) for row in rows_of("checklist_pilkada_2024.csv")}
    assert kept == written


def test_an_item_concerns_at_least_one_kind_of_region_or_a_named_one(sqlite_store: Store) -> None:
    rows = sqlite_store.rows(
        "SELECT code FROM checklist_item item WHERE NOT (for_regency OR for_province OR for_working_area) "
        "AND NOT EXISTS (SELECT 1 FROM checklist_item_region r WHERE r.item_id = item.id)"
    )
    assert rows == []


def test_founding_is_one_action_of_the_program(store: Store) -> None:
    assert store.rows("SELECT name, done_by FROM action") == [("office.found", "Rakor")]


def test_a_founded_office_is_whole(store: Store) -> None:
    assert integrity.check(store) == []


def test_the_server_is_founded_once(store: Store) -> None:
    assert count(store, "replica") == 1


def test_the_example_meeting_is_shipped() -> None:
    assert seeds.example_meeting_file().is_file()


def test_a_word_the_program_cannot_name_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> list[dict[str, str]]:
        return [row | {"due_basis": "ramalan"} if "due_basis" in row else row for row in rows_of(name)]

    monkeypatch.setattr(shipped_topics, "read_list", unknown)
    with pytest.raises(DataTrouble, match="istilah yang tidak dikenal"):
        opening.open_folder(tmp_path / "kantor", found=seeds.found_office)
    assert not opening.exists(tmp_path / "kantor")


def test_every_kind_of_figure_has_a_name(store: Store) -> None:
    shipped = {kind for (kind,) in store.rows("SELECT DISTINCT kind FROM region_figure")}
    assert shipped == set(FIGURE_KINDS) - {"districts"}  # how many kecamatan a region has is told by the office
