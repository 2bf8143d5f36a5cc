"""The lists of institutions and people."""

from __future__ import annotations

from datetime import date

from desktop.models.queries.directory_lists import institution_kinds, institution_list, people_list, post_words
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.tenures import save_tenure

DAY = date(2024, 9, 26)


def names(store: Store, **filters: object) -> list[str]:
    return [row[1] for row in institution_list(store, **filters).head()]  # type: ignore[arg-type]


def test_institutions_stand_in_the_offices_order(store: Store) -> None:
    assert names(store)[:3] == ["Pemerintah Provinsi Jawa Timur", "Bakorwil Bojonegoro", "Polda Jawa Timur"]


def test_institutions_can_stand_by_name(store: Store) -> None:
    assert names(store, order="name")[0] == "Bakesbangpol Provinsi Jawa Timur"


def test_a_region_shows_whoever_serves_it(store: Store) -> None:
    found = names(store, region=fixed_id("region", "35.76"))
    assert "Polres Mojokerto Kota" in found
    assert "Kodim 0815 Mojokerto" in found


def test_kinds_and_words_narrow_together(store: Store) -> None:
    assert names(store, kinds=frozenset({"kpu", "bawaslu"}), text="tuban") == [
        "KPU Kabupaten Tuban",
        "Bawaslu Kabupaten Tuban",
    ]


def test_a_row_names_the_regions_in_their_order(store: Store) -> None:
    (row,) = institution_list(store, text="mojokerto kota", kinds=frozenset({"polri"})).head()
    assert row[5] == "Kabupaten Mojokerto, Kota Mojokerto"
    assert row[6] == 1


def test_each_kind_is_counted(store: Store) -> None:
    assert institution_kinds(store)["kpu"] == 9


def test_people_are_found_by_what_they_are_now(store: Store) -> None:
    desk = Desk(store, "Uji")
    person, _ = save_person(desk, name="Siti Wahyuni", phone="0812-3456-7890")
    save_person(desk, name="Bagus Santoso")
    bupati = fixed_id("position", "pemda-35.23", "leader")
    save_tenure(desk, person_id=person, position_id=bupati, acting="pjs", starts_on=DAY)
    (row,) = people_list(store, on=DAY, text="bupati tuban siti").head()
    assert (row[1], post_words(row[2]), row[3]) == (
        "Siti Wahyuni",
        "Pjs. Bupati Tuban",
        "Pemerintah Kabupaten Tuban",
    )
    assert row[4]
    assert people_list(store, on=date(2024, 9, 1), text="bupati tuban").head() == []


def test_two_posts_are_written_in_one_text(store: Store) -> None:
    desk = Desk(store, "Uji")
    person, _ = save_person(desk, name="Siti Wahyuni")
    for code in ("pemda-35.23", "bakorwil-bojonegoro"):
        save_tenure(desk, person_id=person, position_id=fixed_id("position", code, "leader"))
    (row,) = people_list(store, on=DAY).head()
    assert post_words(row[2]) == "Kepala Bakorwil Bojonegoro; Bupati Tuban"
