"""One institution, one person, and where a record is used."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from desktop.models.queries.directory_details import institution_detail, person_detail, tenures_of_position, uses
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.directory import save_person, save_position
from desktop.services.tenures import save_tenure

DAY = date(2024, 9, 26)
POLRES = fixed_id("institution", "polres-mojokerto-kota")
KAPOLRES = fixed_id("position", "polres-mojokerto-kota", "leader")


def test_an_institution_shows_its_posts_head_first_and_who_holds_them(store: Store) -> None:
    desk = Desk(store, "Uji")
    save_position(desk, institution_id=POLRES, title="Kabag Ops", protocol_rank=1)
    person, _ = save_person(desk, name="Bagus Santoso")
    save_tenure(desk, person_id=person, position_id=KAPOLRES, starts_on=date(2024, 1, 1))
    found = institution_detail(store, POLRES, DAY)
    assert found is not None
    assert [(one.title, one.holder) for one in found.positions] == [
        ("Kapolres", "Bagus Santoso"),
        ("Kabag Ops", None),
    ]
    assert [name for _, name in found.regions] == ["Kabupaten Mojokerto", "Kota Mojokerto"]


def test_an_unknown_institution_is_none(store: Store) -> None:
    assert institution_detail(store, uuid4(), DAY) is None


def test_a_person_shows_the_latest_post_first(store: Store) -> None:
    desk = Desk(store, "Uji")
    person, _ = save_person(desk, name="Siti Wahyuni")
    for code, start, end in (
        ("polres-tuban", date(2020, 1, 1), date(2022, 12, 31)),
        ("polres-gresik", date(2023, 1, 1), None),
    ):
        post = fixed_id("position", code, "leader")
        save_tenure(desk, person_id=person, position_id=post, starts_on=start, ends_on=end)
    found = person_detail(store, person)
    assert found is not None
    assert [(one.words, one.covers(DAY)) for one in found.tenures] == [
        ("Kapolres Gresik", True),
        ("Kapolres Tuban", False),
    ]


def test_a_post_knows_all_who_held_it(store: Store) -> None:
    desk = Desk(store, "Uji")
    for name, start, end in (("Hadi", None, date(2023, 12, 31)), ("Bagus", date(2024, 1, 1), None)):
        person, _ = save_person(desk, name=name)
        save_tenure(desk, person_id=person, position_id=KAPOLRES, starts_on=start, ends_on=end)
    assert [one.person for one in tenures_of_position(store, KAPOLRES)] == ["Bagus", "Hadi"]


def test_uses_name_every_place_but_the_records_own(store: Store) -> None:
    office = fixed_id("institution", "bakorwil-bojonegoro")
    assert uses(store, "institution", office) == {"institution_region": 8, "position": 1, "office_profile": 1}
    assert uses(store, "institution", office, frozenset({"institution_region", "position"})) == {
        "office_profile": 1
    }
