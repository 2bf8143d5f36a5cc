"""What pickers find, and the groups a coordinator invites at once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from desktop.models.queries.directory import (
    search_institutions,
    search_people,
    search_positions,
)
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.directory import save_person, save_position
from desktop.services.tenures import save_tenure

DAY = date(2024, 9, 26)
HOME = fixed_id("working_area", "wilker.2")
BUPATI_TUBAN = fixed_id("position", "pemda-35.23", "leader")
KEPALA = fixed_id("position", "bakorwil-bojonegoro", "leader")


def hold(store: Store, name: str, position: UUID, **values: object) -> UUID:
    desk = Desk(store, "Uji")
    person, _ = save_person(desk, name=name)
    save_tenure(desk, person_id=person, position_id=position, **values)
    return person


def test_two_beginnings_of_words_find_one_post_of_many(store: Store) -> None:
    assert [hit.words for hit in search_positions(store, "kpu tub", DAY)] == ["Ketua KPU Kabupaten Tuban"]


def test_a_word_is_found_by_its_beginning_only(store: Store) -> None:
    assert search_institutions(store, "uban") == []


def test_what_is_typed_may_have_capitals_and_signs(store: Store) -> None:
    assert [hit.words for hit in search_institutions(store, "Korem 082/CPYJ")] == ["Korem 082/CPYJ"]


def test_nothing_typed_offers_the_first_in_protocol_order(store: Store) -> None:
    found = search_institutions(store, "", limit=2)
    assert [hit.words for hit in found] == ["Pemerintah Provinsi Jawa Timur", "Bakorwil Bojonegoro"]


def test_a_post_is_found_by_the_name_of_its_holder(store: Store) -> None:
    hold(store, "Siti Wahyuni, S.H.", BUPATI_TUBAN, acting="pjs", starts_on=date(2024, 9, 24))
    (hit,) = search_positions(store, "wahy", DAY)
    assert (hit.words, hit.holder, hit.acting) == ("Bupati Tuban", "Siti Wahyuni, S.H.", "pjs")


def test_before_the_first_day_a_post_has_no_holder(store: Store) -> None:
    hold(store, "Siti Wahyuni", BUPATI_TUBAN, starts_on=date(2024, 9, 24))
    (hit,) = search_positions(store, "bupati tuban", date(2024, 9, 23))
    assert hit.holder is None


def test_the_one_acting_stands_for_the_head_on_leave(store: Store) -> None:
    hold(store, "Hadi Prakoso", BUPATI_TUBAN)
    hold(
        store, "Siti Wahyuni", BUPATI_TUBAN, acting="pjs", starts_on=date(2024, 9, 24), ends_on=date(2024, 11, 23)
    )
    holders = [search_positions(store, "bupati tuban", day)[0].holder for day in (DAY, date(2024, 11, 24))]
    assert holders == ["Siti Wahyuni", "Hadi Prakoso"]


def test_somebody_with_two_posts_is_offered_with_each(store: Store) -> None:
    person = hold(store, "Siti Wahyuni", BUPATI_TUBAN, acting="pjs")
    save_tenure(Desk(store, "Uji"), person_id=person, position_id=KEPALA)
    found = [hit.words for hit in search_people(store, "siti", DAY)]
    assert found == ["Kepala Bakorwil Bojonegoro", "Pjs. Bupati Tuban"]


def test_people_are_found_by_post_and_institution_too(store: Store) -> None:
    hold(store, "Siti Wahyuni", BUPATI_TUBAN)
    assert [hit.name for hit in search_people(store, "bup tub sit", DAY)] == ["Siti Wahyuni"]


def test_somebody_without_a_post_is_found_by_name(store: Store) -> None:
    save_person(Desk(store, "Uji"), name="Bagus Santoso")
    (hit,) = search_people(store, "bagus", DAY)
    assert (hit.name, hit.words) == ("Bagus Santoso", "")


def test_all_posts_of_an_institution_come_with_its_head_first(store: Store) -> None:
    institution = fixed_id("institution", "polres-tuban")
    save_position(Desk(store, "Uji"), institution_id=institution, title="Kabag Ops")
    found = [hit.words for hit in search_positions(store, "polres tuban", DAY)]
    assert found == ["Kapolres Tuban", "Kabag Ops, Polres Tuban"]
