"""Instansi & Pejabat: institutions, their posts, people and working areas; who holds a post is in `tenures`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Version, Write, writing
from desktop.models.queries.children import live_children
from desktop.models.queries.directory_details import uses
from desktop.models.queries.records import fields_of
from desktop.models.queries.regions import area_members, working_areas
from desktop.models.seeds import fixed_id
from desktop.models.tables import (
    Institution,
    InstitutionRegion,
    Person,
    Position,
    Tenure,
    WorkingAreaRegion,
)
from desktop.models.words import IDENTITY_KINDS, INSTITUTION_KINDS, INSTITUTION_LEVELS
from desktop.services import person_rules, rules
from desktop.services.desk import Desk
from desktop.services.removal import delete_with_children

_LAST_RANK = 9999
_NEW_INSTITUTION: dict[str, Any] = {"kind": "lainnya", "level": "kabupaten", "protocol_rank": _LAST_RANK}
_USE_WORDS = {
    "participant": "peserta rapat",
    "statement": "catatan rapat",
    "meeting": "rapat",
    "addressee": "tindak lanjut",
    "assessment": "laporan kesiapan",
    "office_profile": "profil kantor",
    "position": "jabatan",
    "issue": "kendala",
    "region_situation": "situasi harian",
}
_UNDER_POSITION = ((Tenure, "position_id"),)


# Institutions


def save_institution(
    desk: Desk,
    institution: UUID | None = None,
    *,
    regions: Sequence[UUID] | None = None,
    expect: Version | None = None,
    **values: Any,
) -> tuple[UUID, ChangeSet]:
    """Make an institution, or change the fields named; `regions`, when given, are all it serves.

    A new one gets the post of its leader; the leading post follows when the leader is called differently.
    """
    checked = rules.cleaned(values if institution else {"name": None, **_NEW_INSTITUTION, **values})
    rules.required(checked, "name", "Nama instansi")
    rules.required(checked, "kind", "Jenis instansi")
    rules.required(checked, "level", "Tingkat")
    rules.one_of(checked, "kind", INSTITUTION_KINDS, "Jenis instansi")
    rules.one_of(checked, "level", INSTITUTION_LEVELS, "Tingkat")
    _check_rank(checked)
    with writing(desk.store, "institution.save", by=desk.user) as write:
        before = fields_of(desk.store, "institution", institution).values if institution else _NEW_INSTITUTION
        if institution is None:
            institution = write.insert(Institution, **checked)
        elif checked:
            write.update(Institution, institution, expect, **checked)
        _follow_leader(write, institution, before, checked)
        if regions is not None:
            _set_regions(write, institution, regions)
        return institution, write.finish()


def delete_institution(desk: Desk, institution: UUID) -> ChangeSet:
    """Take an institution away with its posts and their tenures; refused while a meeting knows it."""
    with writing(desk.store, "institution.delete", by=desk.user) as write:
        _refuse_used(desk, "institution", institution, "name", "Instansi", own={"institution_region", "position"})
        for post in live_children(desk.store, Position, "institution_id", institution):
            _refuse_used(desk, "position", post, "name", "Jabatan di instansi", own={"tenure"})
            delete_with_children(write, Position, post, _UNDER_POSITION)
        delete_with_children(write, Institution, institution, ((InstitutionRegion, "institution_id"),))
        return write.finish()


def _follow_leader(write: Write, institution: UUID, before: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    title = values.get("leader_title")
    if not title or title == before.get("leader_title"):
        return
    for post in live_children(write.store, Position, "institution_id", institution):
        if fields_of(write.store, "position", post)["leads"]:
            write.update(Position, post, title=title)
            return
    rank = values.get("protocol_rank", before["protocol_rank"])
    write.insert(Position, institution_id=institution, title=title, leads=True, protocol_rank=rank)


def _set_regions(write: Write, institution: UUID, regions: Sequence[UUID]) -> None:
    wanted = {fixed_id("institution_region", institution, one): one for one in regions}
    for relation in live_children(write.store, InstitutionRegion, "institution_id", institution):
        if relation not in wanted:
            write.delete(InstitutionRegion, relation)
    for relation, region in wanted.items():
        write.ensure(InstitutionRegion, relation, institution_id=institution, region_id=region)


# Posts


def save_position(
    desk: Desk, position: UUID | None = None, *, expect: Version | None = None, **values: Any
) -> tuple[UUID, ChangeSet]:
    """Make a post in `institution_id`, or change the fields named; at most one post leads an institution."""
    checked = rules.cleaned(values if position else {"title": None, "leads": False, **values})
    rules.required(checked, "title", "Nama jabatan")
    _check_rank(checked)
    institution = (
        fields_of(desk.store, "position", position)["institution_id"] if position else values["institution_id"]
    )
    if position is None and checked.get("protocol_rank") is None:
        checked["protocol_rank"] = fields_of(desk.store, "institution", institution)["protocol_rank"]
    with writing(desk.store, "position.save", by=desk.user) as write:
        if checked.get("leads"):
            _step_back(write, institution, position)
        if position is None:
            position = write.insert(Position, **checked)
        else:
            write.update(Position, position, expect, **checked)
        return position, write.finish()


def delete_position(desk: Desk, position: UUID) -> ChangeSet:
    """Take a post away with its tenures; refused while a meeting or a follow-up names it."""
    with writing(desk.store, "position.delete", by=desk.user) as write:
        _refuse_used(desk, "position", position, "title", "Jabatan", own={"tenure"})
        delete_with_children(write, Position, position, _UNDER_POSITION)
        return write.finish()


def _step_back(write: Write, institution: UUID, but: UUID | None) -> None:
    for post in live_children(write.store, Position, "institution_id", institution):
        if post != but:
            write.update(Position, post, leads=False)


# People


def save_person(
    desk: Desk, person: UUID | None = None, *, expect: Version | None = None, **values: Any
) -> tuple[UUID, ChangeSet]:
    """Make a person, or change the fields named. NIP has 18 digits, NRP 5 to 20; a NIK is refused everywhere."""
    with writing(desk.store, "person.save", by=desk.user) as write:
        before = fields_of(desk.store, "person", person).values if person else {}
        if person is None:
            person = insert_person(write, **values)
        else:
            write.update(Person, person, expect, **_checked_person(values, before))
        return person, write.finish()


def insert_person(write: Write, **values: Any) -> UUID:
    """A new person inside an open transaction."""
    return write.insert(Person, **_checked_person({"name": None, "identity_kind": "none", **values}, {}))


def _checked_person(values: dict[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "name", "Nama")
    rules.required(found, "identity_kind", "Jenis nomor")
    rules.one_of(found, "identity_kind", IDENTITY_KINDS, "Jenis nomor")
    person_rules.refuse_nik(found)
    person_rules.check_contacts(found)
    return person_rules.checked_identity(found, {**before, **found})


def delete_person(desk: Desk, person: UUID) -> ChangeSet:
    """Take a person away with their tenures; refused for somebody a meeting names."""
    with writing(desk.store, "person.delete", by=desk.user) as write:
        _refuse_used(desk, "person", person, "name", "Orang", own={"tenure"})
        delete_with_children(write, Person, person, ((Tenure, "person_id"),))
        return write.finish()


# Working areas


def set_working_area(desk: Desk, area: UUID, regions: Sequence[UUID]) -> ChangeSet:
    """Make these regions, in this order, the members of a working area; a region leaves the area it was in."""
    wanted = list(dict.fromkeys(regions))
    with writing(desk.store, "working_area.save", by=desk.user) as write:
        for other in working_areas(desk.store):
            for member in area_members(desk.store, other.id):
                if (member.id in wanted) != (other.id == area):
                    write.delete(WorkingAreaRegion, fixed_id("working_area_region", other.id, member.id))
        for number, region in enumerate(wanted, start=1):
            relation = fixed_id("working_area_region", area, region)
            write.ensure(WorkingAreaRegion, relation, working_area_id=area, region_id=region, order_no=number)
        return write.finish()


# What all of them share


def _check_rank(values: Mapping[str, Any]) -> None:
    if "protocol_rank" in values and not 1 <= (values["protocol_rank"] or 0) <= _LAST_RANK:
        raise InvalidInput(
            "protocol_rank",
            f"Urutan protokoler harus antara 1 dan {_LAST_RANK}.",
            "Angka kecil disebut lebih dulu.",
        )


def _refuse_used(desk: Desk, table: str, record: UUID, field: str, what: str, *, own: set[str]) -> None:
    found = uses(desk.store, table, record, frozenset(own))
    if found:
        places = " dan ".join(f"{count} {_USE_WORDS.get(name, 'isian lain')}" for name, count in found.items())
        raise InvalidInput(
            field, f"{what} ini masih tercatat pada {places}.", "Ganti dulu di sana; catatan lama tidak dihapus."
        )
