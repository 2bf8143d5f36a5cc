"""Instansi & Pejabat: institutions, their posts, people, who holds which post, and working areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Version, Write, writing
from desktop.models.queries.children import live_children
from desktop.models.queries.directory_details import tenures_of_position, uses
from desktop.models.queries.records import fields_of
from desktop.models.queries.regions import area_members, working_areas
from desktop.models.seeds import fixed_id
from desktop.models.tables import (
    Institution,
    InstitutionRegion,
    Person,
    Position,
    Record,
    Tenure,
    WorkingAreaRegion,
)
from desktop.models.words import ACTING, IDENTITY_KINDS, INSTITUTION_KINDS, INSTITUTION_LEVELS
from desktop.services import person_rules, rules
from desktop.services.desk import Desk

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
}


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
    before = fields_of(desk.store, "institution", institution).values if institution else _NEW_INSTITUTION
    checked = rules.cleaned(values if institution else {"name": None, **_NEW_INSTITUTION, **values})
    rules.required(checked, "name", "Nama instansi")
    rules.required(checked, "kind", "Jenis instansi")
    rules.required(checked, "level", "Tingkat")
    rules.one_of(checked, "kind", INSTITUTION_KINDS, "Jenis instansi")
    rules.one_of(checked, "level", INSTITUTION_LEVELS, "Tingkat")
    _check_rank(checked)
    with writing(desk.store, "institution.save", by=desk.user) as write:
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
    _refuse_used(desk, "institution", institution, "name", "Instansi", own={"institution_region", "position"})
    posts = live_children(desk.store, Position, "institution_id", institution)
    for post in posts:
        _refuse_used(desk, "position", post, "name", "Jabatan di instansi", own={"tenure"})
    with writing(desk.store, "institution.delete", by=desk.user) as write:
        for post in posts:
            _delete_under(write, Position, post, ((Tenure, "position_id"),))
        _delete_under(write, Institution, institution, ((InstitutionRegion, "institution_id"),))
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
    _refuse_used(desk, "position", position, "title", "Jabatan", own={"tenure"})
    with writing(desk.store, "position.delete", by=desk.user) as write:
        _delete_under(write, Position, position, ((Tenure, "position_id"),))
        return write.finish()


def _step_back(write: Write, institution: UUID, but: UUID | None) -> None:
    for post in live_children(write.store, Position, "institution_id", institution):
        if post != but:
            write.update(Position, post, leads=False)


# People


def save_person(
    desk: Desk, person: UUID | None = None, *, expect: Version | None = None, **values: Any
) -> tuple[UUID, ChangeSet]:
    """Make a person, or change the fields named. NIP has 18 digits, NRP 8; a NIK is refused everywhere."""
    checked = rules.cleaned(values if person else {"name": None, "identity_kind": "none", **values})
    rules.required(checked, "name", "Nama")
    rules.required(checked, "identity_kind", "Jenis nomor")
    rules.one_of(checked, "identity_kind", IDENTITY_KINDS, "Jenis nomor")
    before = fields_of(desk.store, "person", person).values if person else {}
    person_rules.refuse_nik(checked)
    person_rules.check_contacts(checked)
    checked = person_rules.checked_identity(checked, {**before, **checked})
    with writing(desk.store, "person.save", by=desk.user) as write:
        if person is None:
            person = write.insert(Person, **checked)
        else:
            write.update(Person, person, expect, **checked)
        return person, write.finish()


def delete_person(desk: Desk, person: UUID) -> ChangeSet:
    """Take a person away with their tenures; refused for somebody a meeting names."""
    _refuse_used(desk, "person", person, "name", "Orang", own={"tenure"})
    with writing(desk.store, "person.delete", by=desk.user) as write:
        _delete_under(write, Person, person, ((Tenure, "person_id"),))
        return write.finish()


def save_tenure(
    desk: Desk, tenure: UUID | None = None, *, ends_former: bool = False, **values: Any
) -> tuple[UUID, ChangeSet]:
    """Note who holds a post from when to when, in full or acting; days that are not known stay open.

    A new one needs `person_id` and `position_id`. With `ends_former` whoever held the post until now leaves it
    the day before; papers of earlier meetings keep the former name.
    """
    checked = rules.cleaned(values if tenure else {"acting": "definitive", **values})
    before = fields_of(desk.store, "tenure", tenure).values if tenure else {}
    merged = {"starts_on": None, "ends_on": None, "person_id": None, "position_id": None, **before, **checked}
    for field, what in (("person_id", "Orang"), ("position_id", "Jabatan"), ("acting", "Status jabatan")):
        rules.required(merged, field, what)
    rules.one_of(checked, "acting", ACTING, "Status jabatan")
    _check_days(merged, "ends_on" if "ends_on" in checked else "starts_on")
    _refuse_twice(desk, tenure, merged)
    with writing(desk.store, "tenure.save", by=desk.user) as write:
        if ends_former:
            _end_former(write, tenure, merged)
        if tenure is None:
            tenure = write.insert(Tenure, **checked)
        else:
            write.update(Tenure, tenure, **checked)
        return tenure, write.finish()


def end_tenure(desk: Desk, tenure: UUID, on: date) -> ChangeSet:
    """Note the last day somebody held a post."""
    return save_tenure(desk, tenure, ends_on=on)[1]


def delete_tenure(desk: Desk, tenure: UUID) -> ChangeSet:
    """Take away a tenure that was noted by mistake."""
    with writing(desk.store, "tenure.delete", by=desk.user) as write:
        write.delete(Tenure, tenure)
        return write.finish()


def _check_days(merged: Mapping[str, Any], field: str) -> None:
    start, end = merged["starts_on"], merged["ends_on"]
    if start is not None and end is not None and end < start:
        raise InvalidInput(
            field,
            f"Masa jabatan berakhir ({medium_date(end)}) sebelum dimulai ({medium_date(start)}).",
            "Periksa kedua tanggalnya.",
        )


def _refuse_twice(desk: Desk, tenure: UUID | None, merged: Mapping[str, Any]) -> None:
    """The same person in the same post twice at the same time is a slip."""
    start, end = merged["starts_on"] or date.min, merged["ends_on"] or date.max
    for other in tenures_of_position(desk.store, merged["position_id"]):
        apart = (other.ends_on or date.max) < start or end < (other.starts_on or date.min)
        if other.id != tenure and other.person_id == merged["person_id"] and not apart:
            raise InvalidInput(
                "person_id",
                f"{other.person} sudah tercatat sebagai {other.words} pada masa itu.",
                "Ubah masa jabatan yang sudah ada.",
            )


def _end_former(write: Write, tenure: UUID | None, merged: Mapping[str, Any]) -> None:
    start = merged["starts_on"]
    if start is None:
        raise InvalidInput(
            "starts_on", "Tanggal mulai pejabat baru belum diisi.", "Isi tanggal mulainya, misalnya hari ini."
        )
    for other in tenures_of_position(write.store, merged["position_id"]):
        last_day = start - timedelta(days=1)
        if other.id != tenure and other.covers(start) and (other.starts_on or date.min) <= last_day:
            write.update(Tenure, other.id, ends_on=last_day)


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


def _delete_under(
    write: Write, table: type[Record], record: UUID, children: tuple[tuple[type[Record], str], ...]
) -> None:
    for child, column in children:
        for one in live_children(write.store, child, column, record):
            write.delete(child, one)
    write.delete(table, record)
