"""Who holds a post when: successors, acting officials, and slips that are refused."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.directory import search_people, search_positions
from desktop.models.queries.directory_details import tenures_of_position
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.tenures import delete_tenure, name_holder, save_tenure

DAY = date(2024, 9, 26)
KAPOLRES = fixed_id("position", "polres-tuban", "leader")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def holder(desk: Desk, day: date) -> str | None:
    return search_positions(desk.store, "kapolres tuban", day)[0].holder


def test_a_successor_ends_the_tenure_before_and_the_past_keeps_its_name(desk: Desk) -> None:
    former, _ = save_person(desk, name="Hadi")
    save_tenure(desk, person_id=former, position_id=KAPOLRES)
    successor, _ = save_person(desk, name="Bagus")
    save_tenure(desk, person_id=successor, position_id=KAPOLRES, starts_on=DAY, ends_former=True)
    assert (holder(desk, date(2024, 9, 25)), holder(desk, DAY)) == ("Hadi", "Bagus")


def test_a_successor_needs_a_first_day(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus")
    with pytest.raises(InvalidInput) as refused:
        save_tenure(desk, person_id=person, position_id=KAPOLRES, ends_former=True)
    assert refused.value.field == "starts_on"


def test_a_tenure_cannot_end_before_it_starts(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus")
    tenure, _ = save_tenure(desk, person_id=person, position_id=KAPOLRES, starts_on=DAY)
    with pytest.raises(InvalidInput) as refused:
        save_tenure(desk, tenure, ends_on=date(2024, 9, 25))
    assert refused.value.field == "ends_on"
    save_tenure(desk, tenure, ends_on=DAY)
    assert (holder(desk, DAY), holder(desk, date(2024, 9, 27))) == ("Bagus", None)


def test_nobody_holds_one_post_twice_at_a_time(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus")
    save_tenure(desk, person_id=person, position_id=KAPOLRES, ends_on=DAY)
    with pytest.raises(InvalidInput, match="sudah tercatat"):
        save_tenure(desk, person_id=person, position_id=KAPOLRES, acting="plt", starts_on=DAY)
    save_tenure(desk, person_id=person, position_id=KAPOLRES, acting="plt", starts_on=date(2024, 9, 27))


def test_an_unknown_acting_word_is_refused(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus")
    with pytest.raises(InvalidInput, match="tidak dikenal"):
        save_tenure(desk, person_id=person, position_id=KAPOLRES, acting="sementara")


def test_a_mistaken_tenure_can_be_taken_away(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus")
    tenure, _ = save_tenure(desk, person_id=person, position_id=KAPOLRES)
    delete_tenure(desk, tenure)
    assert holder(desk, DAY) is None


def test_somebody_new_is_added_with_the_post(desk: Desk) -> None:
    name_holder(desk, KAPOLRES, name="Bagus Santoso", acting="plt", starts_on=DAY)
    (hit,) = search_people(desk.store, "bagus", DAY)
    assert hit.words == "Plt. Kapolres Tuban"


def test_a_holder_refused_is_not_left_behind_in_the_directory(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        name_holder(desk, KAPOLRES, name="Bagus Santoso", acting="sementara")
    assert search_people(desk.store, "bagus", DAY) == []


def test_a_holder_needs_a_name(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as refused:
        name_holder(desk, KAPOLRES, name=" ")
    assert refused.value.field == "person_id"


def test_correcting_a_tenure_checks_the_days_again(desk: Desk) -> None:
    tenure, _ = name_holder(desk, KAPOLRES, name="Bagus", starts_on=DAY)
    save_tenure(desk, tenure, acting="plh", ends_on=date(2024, 10, 1))
    with pytest.raises(InvalidInput) as refused:
        save_tenure(desk, tenure, starts_on=date(2024, 10, 2))
    assert refused.value.field == "starts_on"
    assert [(one.acting, one.ends_on) for one in tenures_of_position(desk.store, KAPOLRES)] == [
        ("plh", date(2024, 10, 1))
    ]
