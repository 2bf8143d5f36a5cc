"""Instansi & Pejabat: what is kept, what is refused and why."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import ChangedMeanwhile, InvalidInput
from desktop.models.queries.directory_details import institution_detail, person_detail, tenures_of_position
from desktop.models.queries.records import fields_of
from desktop.models.queries.regions import area_members
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.models.undo import revert
from desktop.services.attendance import invite
from desktop.services.desk import Desk
from desktop.services.directory import (
    delete_institution,
    delete_person,
    delete_position,
    save_institution,
    save_person,
    save_position,
    set_working_area,
)
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.tenures import save_tenure
from tests.engines import on_sqlite_alone

DAY = date(2024, 9, 26)
TUBAN, GRESIK, MADIUN = (fixed_id("region", code) for code in ("35.23", "35.25", "35.19"))
HOME, OTHER = fixed_id("working_area", "wilker.2"), fixed_id("working_area", "wilker.1")
KAPOLRES = fixed_id("position", "polres-tuban", "leader")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def made(desk: Desk, **values: object) -> UUID:
    return save_institution(desk, name="Kejaksaan Negeri Tuban", **values)[0]  # type: ignore[arg-type]


def regions_of(desk: Desk, institution: UUID) -> list[str]:
    found = institution_detail(desk.store, institution, DAY)
    assert found is not None
    return [name for _, name in found.regions]


def test_a_new_institution_has_the_post_of_its_leader(desk: Desk) -> None:
    institution = made(desk, kind="kejaksaan", leader_title="Kajari", protocol_rank=190, regions=[TUBAN])
    found = institution_detail(desk.store, institution, DAY)
    assert found is not None
    assert [(one.title, one.leads, one.protocol_rank) for one in found.positions] == [("Kajari", True, 190)]
    assert regions_of(desk, institution) == ["Kabupaten Tuban"]


def test_the_leading_post_follows_the_title_of_the_leader(desk: Desk) -> None:
    institution = made(desk, leader_title="Kepala")
    save_institution(desk, institution, leader_title="Kajari")
    found = institution_detail(desk.store, institution, DAY)
    assert found is not None
    assert [one.title for one in found.positions] == ["Kajari"]


def test_regions_are_kept_as_given_and_can_come_back(desk: Desk) -> None:
    institution = made(desk, regions=[TUBAN, GRESIK])
    save_institution(desk, institution, regions=[GRESIK])
    assert regions_of(desk, institution) == ["Kabupaten Gresik"]
    save_institution(desk, institution, regions=[GRESIK, TUBAN])
    assert regions_of(desk, institution) == ["Kabupaten Tuban", "Kabupaten Gresik"]


def test_saving_what_stands_there_changes_nothing(desk: Desk) -> None:
    institution = made(desk, regions=[TUBAN])
    _, changes = save_institution(desk, institution, name="Kejaksaan Negeri Tuban", regions=[TUBAN])
    assert not changes


@on_sqlite_alone
@pytest.mark.parametrize(
    ("values", "field"),
    [({"name": "  "}, "name"), ({"kind": "partai"}, "kind"), ({"protocol_rank": 0}, "protocol_rank")],
)
def test_an_institution_that_makes_no_sense_is_refused(desk: Desk, values: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        save_institution(desk, **{"name": "Kejari", **values})  # type: ignore[arg-type]
    assert refused.value.field == field


def test_what_somebody_else_changed_is_not_overwritten(desk: Desk) -> None:
    institution = made(desk)
    seen = fields_of(desk.store, "institution", institution).version
    save_institution(desk, institution, short_name="Kejari")
    with pytest.raises(ChangedMeanwhile):
        save_institution(desk, institution, expect=seen, short_name="Kejari Tuban")


def test_an_unused_institution_goes_with_its_posts_and_comes_back_in_one_step(desk: Desk) -> None:
    institution = made(desk, leader_title="Kajari", regions=[TUBAN])
    changes = delete_institution(desk, institution)
    assert institution_detail(desk.store, institution, DAY) is None
    assert changes.action is not None
    revert(desk.store, changes.action, by="Uji")
    assert regions_of(desk, institution) == ["Kabupaten Tuban"]


def test_an_invited_institution_cannot_be_deleted(desk: Desk) -> None:
    meeting, _ = create_meeting(desk, title="Rakor", held_on=DAY)
    institution = fixed_id("institution", "polres-tuban")
    invite(desk, meeting, [{"institution_id": institution}])
    with pytest.raises(InvalidInput, match="1 peserta rapat"):
        delete_institution(desk, institution)


def test_an_institution_whose_post_was_invited_cannot_be_deleted(desk: Desk) -> None:
    meeting, _ = create_meeting(desk, title="Rakor", held_on=DAY)
    invite(desk, meeting, [{"position_id": KAPOLRES}])
    with pytest.raises(InvalidInput, match="Jabatan di instansi ini"):
        delete_institution(desk, fixed_id("institution", "polres-tuban"))
    with pytest.raises(InvalidInput, match="Jabatan ini"):
        delete_position(desk, KAPOLRES)


def test_only_one_post_leads_an_institution(desk: Desk) -> None:
    institution = fixed_id("institution", "polres-tuban")
    save_position(desk, institution_id=institution, title="Wakapolres", leads=True)
    found = institution_detail(desk.store, institution, DAY)
    assert found is not None
    assert [(one.title, one.leads) for one in found.positions] == [("Wakapolres", True), ("Kapolres", False)]


def test_a_new_post_ranks_with_its_institution(desk: Desk) -> None:
    post, _ = save_position(desk, institution_id=fixed_id("institution", "polres-tuban"), title="Kabag Ops")
    assert fields_of(desk.store, "position", post)["protocol_rank"] == 161


def test_a_post_nobody_invited_goes_with_its_tenures(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus Santoso")
    save_tenure(desk, person_id=person, position_id=KAPOLRES)
    delete_position(desk, KAPOLRES)
    found = person_detail(desk.store, person)
    assert found is not None
    assert found.tenures == ()


# People


def test_numbers_are_kept_as_bare_digits(desk: Desk) -> None:
    person, _ = save_person(
        desk, name="Sri Lestari, S.Sos.", identity_kind="nip", identity_number="19720304 199803 2 004"
    )
    assert fields_of(desk.store, "person", person)["identity_number"] == "197203041998032004"


@on_sqlite_alone
@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("nip", "19720304199803200"),
        ("nrp", "7203"),
        ("nip", "1972030419980320AB"),
        ("nrp", "1" * 21),
        ("nrp", "10123/X"),
    ],
)
def test_a_number_of_the_wrong_length_is_refused(desk: Desk, kind: str, number: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        save_person(desk, name="Sri Lestari", identity_kind=kind, identity_number=number)
    assert refused.value.field == "identity_number"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("78030456", "78030456"), ("1101 0036 2901 78", "11010036290178"), ("1920018421271", "1920018421271"),
     ("10123/P", "10123/P")],
)  # fmt: skip
def test_the_nrp_of_police_and_each_service_of_the_army_is_kept(desk: Desk, typed: str, kept: str) -> None:
    person, _ = save_person(desk, name="Bagus", identity_kind="nrp", identity_number=typed)
    assert fields_of(desk.store, "person", person)["identity_number"] == kept


@on_sqlite_alone
@pytest.mark.parametrize("kind", ["nip", "nrp", "none"])
def test_a_nik_is_refused_whatever_it_is_called(desk: Desk, kind: str) -> None:
    with pytest.raises(InvalidInput, match="tidak menyimpan NIK"):
        save_person(desk, name="Sri Lestari", identity_kind=kind, identity_number="3523 0104 0372 0001")


@on_sqlite_alone
@pytest.mark.parametrize("written", ["3523 0104 0372 0001", "352301.040372.0001", "NIK:3523-0104-0372-0001."])
def test_a_nik_in_groups_is_refused_too(desk: Desk, written: str) -> None:
    with pytest.raises(InvalidInput, match="tidak menyimpan NIK"):
        save_person(desk, name="Sri Lestari", note=written)


def test_other_numbers_stay_in_a_note(desk: Desk) -> None:
    note = "NIP 19720304 199803 2 004, telepon 0812-3456-7890 dan 0813 2222 3333"
    person, _ = save_person(desk, name="Sri Lestari", note=note)
    assert fields_of(desk.store, "person", person)["note"] == note


@on_sqlite_alone
@pytest.mark.parametrize("field", ["note", "name", "rank", "phone"])
def test_a_nik_is_refused_in_other_fields_too(desk: Desk, field: str) -> None:
    with pytest.raises(InvalidInput, match="tidak menyimpan NIK") as refused:
        save_person(desk, **{"name": "Sri Lestari", field: "Sri 3523010403720001"})
    assert refused.value.field == field


def test_a_number_without_its_kind_is_asked_about(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as refused:
        save_person(desk, name="Sri Lestari", identity_number="78030456")
    assert refused.value.field == "identity_kind"


def test_without_nip_and_nrp_no_number_stays(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus", identity_kind="nrp", identity_number="78030456")
    save_person(desk, person, identity_kind="none")
    assert fields_of(desk.store, "person", person)["identity_number"] is None


def test_a_number_stays_when_other_fields_change(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus", identity_kind="nrp", identity_number="78030456")
    save_person(desk, person, rank="AKP")
    assert fields_of(desk.store, "person", person)["identity_number"] == "78030456"


@on_sqlite_alone
@pytest.mark.parametrize(("field", "value"), [("phone", "tanya ajudan"), ("email", "bagus@kantor")])
def test_contacts_that_reach_nobody_are_refused(desk: Desk, field: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        save_person(desk, **{"name": "Bagus", field: value})
    assert refused.value.field == field


def test_contacts_are_optional_and_can_be_erased(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus", phone="(0353) 881826 / 881827", email="bagus@kantor.go.id")
    save_person(desk, person, phone="", email="")
    kept = fields_of(desk.store, "person", person)
    assert (kept["phone"], kept["email"]) == (None, None)


def test_somebody_in_the_minutes_cannot_be_deleted(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus")
    meeting, _ = create_meeting(desk, title="Rakor", held_on=DAY)
    update_meeting(desk, meeting, minute_taker_id=person)
    with pytest.raises(InvalidInput, match="1 rapat"):
        delete_person(desk, person)


def test_somebody_no_meeting_knows_goes_with_their_tenures(desk: Desk) -> None:
    person, _ = save_person(desk, name="Bagus")
    save_tenure(desk, person_id=person, position_id=KAPOLRES)
    delete_person(desk, person)
    assert tenures_of_position(desk.store, KAPOLRES) == []


# Working areas


def codes(desk: Desk, area: UUID) -> list[str]:
    return [one.code for one in area_members(desk.store, area)]


def test_a_working_area_keeps_the_order_given(desk: Desk) -> None:
    set_working_area(desk, HOME, [GRESIK, TUBAN])
    assert codes(desk, HOME) == ["35.25", "35.23"]


def test_a_region_belongs_to_one_working_area(desk: Desk) -> None:
    set_working_area(desk, HOME, [TUBAN, MADIUN])
    assert codes(desk, HOME) == ["35.23", "35.19"]
    assert "35.19" not in codes(desk, OTHER)


def test_changing_a_working_area_is_taken_back_in_one_step(desk: Desk) -> None:
    before = codes(desk, HOME), codes(desk, OTHER)
    changes = set_working_area(desk, HOME, [MADIUN])
    assert changes.action is not None
    revert(desk.store, changes.action, by="Uji")
    assert (codes(desk, HOME), codes(desk, OTHER)) == before
