"""Doubles become one: nothing is lost, nothing points to what is gone, and one undo brings both back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import FrozenMinutes, InvalidInput, NotFound
from desktop.models import integrity, search_lines, undo
from desktop.models.queries.attendance import participants
from desktop.models.queries.directory import search_people
from desktop.models.queries.redirects import present_ids
from desktop.models.queries.search import Search
from desktop.models.queries.search_hits import search_hits
from desktop.models.store import Store
from desktop.services.attendance import invite, mark
from desktop.services.commitments import To, add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.directory import delete_person, save_institution, save_person, save_position
from desktop.services.joining import join_records
from desktop.services.meetings import create_meeting
from desktop.services.minutes_life import make_ready
from desktop.services.tenures import save_tenure
from tests.models.made_up import live

DAY = date(2024, 10, 3)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def office(desk: Desk, name: str = "Dinas Pasar", **values: object) -> UUID:
    return save_institution(desk, name=name, leader_title="Kepala", **values)[0]


def posts(desk: Desk, institution: UUID) -> list[tuple[UUID, dict[str, object]]]:
    rows = live(desk.store, "position").items()
    return [(one, row) for (_, one), row in rows if row["institution_id"] == institution]


def test_a_person_keeps_the_meetings_of_both(desk: Desk) -> None:
    stays, goes = (save_person(desk, name=name)[0] for name in ("Siti Aminah, S.H.", "Siti Aminah"))
    meeting, _ = create_meeting(desk, title="Rakor", held_on=DAY)
    invite(desk, meeting, [{"institution_id": office(desk), "person_id": goes}])
    (seat,) = participants(desk.store, meeting)
    mark(desk, [seat.id], "hadir", present_person_id=goes)
    join_records(desk, "person", stays, goes)
    (seat,) = participants(desk.store, meeting)
    assert (seat.invited_name, seat.present_person_id) == ("Siti Aminah, S.H.", stays)
    assert [hit.name for hit in search_people(desk.store, "aminah", DAY)] == ["Siti Aminah, S.H."]
    assert integrity.check(desk.store) == []


def test_doubles_that_sit_in_minutes_ready_to_be_signed_are_joined_all_the_same(desk: Desk) -> None:
    stays, goes = office(desk), office(desk, "Dinas Pasar Kab.")
    meeting, _ = create_meeting(desk, title="Rakor", held_on=DAY)
    invite(desk, meeting, [{"institution_id": goes}])
    make_ready(desk, meeting)
    join_records(desk, "institution", stays, goes)
    (seat,) = participants(desk.store, meeting)
    assert seat.institution_id == stays
    with pytest.raises(FrozenMinutes):
        mark(desk, [seat.id], "hadir")


def test_nobody_is_joined_to_somebody_deleted_meanwhile(desk: Desk) -> None:
    stays, goes = (save_person(desk, name=name)[0] for name in ("Siti Aminah, S.H.", "Siti Aminah"))
    delete_person(desk, stays)
    with pytest.raises(NotFound):
        join_records(desk, "person", stays, goes)
    assert present_ids(desk.store, "person", [goes]) == {goes: goes}


def test_the_one_given_up_leads_to_the_other(desk: Desk) -> None:
    first, second, third = (save_person(desk, name=f"Budi {number}")[0] for number in range(3))
    join_records(desk, "person", second, first)
    join_records(desk, "person", third, second)
    assert present_ids(desk.store, "person", [first, second]) == {first: third, second: third}


def test_what_the_two_differ_in_is_chosen(desk: Desk) -> None:
    stays, _ = save_person(desk, name="Siti Aminah")
    goes, _ = save_person(desk, name="Siti Aminah, S.H.", phone="081234567890")
    join_records(desk, "person", stays, goes, {"name": "Siti Aminah, S.H.", "phone": "081234567890"})
    row = live(desk.store, "person")["person", stays]
    assert (row["name"], row["phone"]) == ("Siti Aminah, S.H.", "081234567890")


def test_the_same_tenure_of_both_is_one_as_long_as_both(desk: Desk) -> None:
    post = posts(desk, office(desk))[0][0]
    stays, goes = (save_person(desk, name=name)[0] for name in ("Siti A.", "Siti Aminah"))
    save_tenure(desk, person_id=stays, position_id=post, acting="definitive", starts_on=date(2022, 1, 1))
    save_tenure(
        desk, person_id=goes, position_id=post, acting="definitive", starts_on=date(2020, 1, 1),
        ends_on=date(2023, 1, 1),
    )  # fmt: skip
    join_records(desk, "person", stays, goes)
    ((_, row),) = [item for item in live(desk.store, "tenure").items() if item[1]["person_id"] == stays]
    assert (row["starts_on"], row["ends_on"]) == (date(2020, 1, 1), None)


def test_institutions_share_regions_and_posts(desk: Desk) -> None:
    regions = [one for (_, one) in list(live(desk.store, "region"))[:2]]
    stays, goes = office(desk, regions=regions[:1]), office(desk, "Dinas Pasar Daerah", regions=regions)
    save_position(desk, institution_id=goes, title="Sekretaris")
    join_records(desk, "institution", stays, goes)
    assert sorted(str(row["title"]) for _, row in posts(desk, stays)) == ["Kepala", "Sekretaris"]
    assert sum(bool(row["leads"]) for _, row in posts(desk, stays)) == 1
    served = [
        row["region_id"]
        for row in live(desk.store, "institution_region").values()
        if row["institution_id"] == stays
    ]
    assert sorted(served, key=str) == sorted(regions, key=str)
    assert integrity.check(desk.store) == []


def test_who_was_asked_twice_is_asked_once_as_far_as_the_further(desk: Desk) -> None:
    stays, goes = office(desk), office(desk, "Dinas Pasar Daerah")
    one, _ = add_commitment(desk, kind="arahan", text="Siapkan", to=[To(stays), To(goes)])
    further = next(key for (_, key), row in live(desk.store, "addressee").items() if row["institution_id"] == goes)
    set_state(desk, [further], "proses")
    join_records(desk, "institution", stays, goes)
    ((_, row),) = [item for item in live(desk.store, "addressee").items() if item[1]["commitment_id"] == one]
    assert (row["institution_id"], row["state"]) == (stays, "proses")


@pytest.mark.parametrize("table", ["person", "institution"])
def test_one_undo_brings_both_back_as_they_were(desk: Desk, table: str) -> None:
    if table == "person":
        post = posts(desk, office(desk))[0][0]
        stays, goes = (save_person(desk, name=name)[0] for name in ("Siti A.", "Siti Aminah"))
        for one in (stays, goes):
            save_tenure(desk, person_id=one, position_id=post, acting="definitive")
    else:
        regions = [one for (_, one) in list(live(desk.store, "region"))[:2]]
        stays, goes = office(desk, regions=regions[:1]), office(desk, "Dinas Pasar Daerah", regions=regions)
        add_commitment(desk, kind="arahan", text="Siapkan", to=[To(stays), To(goes)])
    before = live(desk.store)
    changes = join_records(desk, table, stays, goes, {"name": "Bersama"})
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert live(desk.store) == before
    assert integrity.check(desk.store) == []


@pytest.mark.parametrize("table", ["person", "institution"])
def test_everything_finds_the_one_that_stays_and_both_again_after_undo(desk: Desk, table: str) -> None:
    if table == "person":
        stays, goes = (save_person(desk, name=name)[0] for name in ("Zamrud Aminah", "Zamrud Aminah, S.H."))
    else:
        stays, goes = office(desk, "Dinas Zamrud"), office(desk, "Dinas Zamrud Aminah")
        (post, _), *_ = posts(desk, goes)
        save_tenure(desk, person_id=save_person(desk, name="Siti")[0], position_id=post, acting="definitive")

    def found(words: str) -> list[str]:
        return sorted(hit.title for hit in search_hits(Search(desk.store, words)) if hit.table == table)

    both = found("zamrud")
    changes = join_records(desk, table, stays, goes, {"name": "Zamrud Bersama"})
    assert (len(both), found("zamrud"), found("aminah")) == (2, ["Zamrud Bersama"], [])
    assert search_lines.stale(desk.store) == 0
    assert changes.action is not None
    undo.revert(desk.store, changes.action, by="Uji")
    assert (found("zamrud"), search_lines.stale(desk.store)) == (both, 0)


def test_one_record_is_not_joined_with_itself(desk: Desk) -> None:
    one, _ = save_person(desk, name="Siti")
    with pytest.raises(InvalidInput, match="dua isian yang berbeda"):
        join_records(desk, "person", one, one)


def test_posts_of_two_institutions_are_not_joined(desk: Desk) -> None:
    one, other = (posts(desk, office(desk, name))[0][0] for name in ("Dinas A", "Dinas B"))
    with pytest.raises(InvalidInput, match="instansi yang berbeda"):
        join_records(desk, "position", one, other)


def test_whom_a_follow_up_concerned_twice_it_concerns_once(desk: Desk) -> None:
    stays, goes = office(desk), office(desk, "Dinas Pasar Kab.")
    task, _ = add_commitment(desk, kind="arahan", text="Rapikan", related=[stays, goes])
    before = live(desk.store)
    joined = join_records(desk, "institution", stays, goes)
    rows = list(live(desk.store, "commitment_institution").values())
    assert rows == [{"commitment_id": task, "institution_id": stays}]
    assert joined.action is not None
    undo.revert(desk.store, joined.action, by="Uji")
    assert live(desk.store) == before
