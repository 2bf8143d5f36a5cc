"""Who holds which post from when to when, in full or as Pj., Pjs., Plt., Plh."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.directory_details import tenures_of_position
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import Tenure
from desktop.models.words import ACTING
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.directory import insert_person

_UNKNOWN: dict[str, Any] = dict.fromkeys(("person_id", "position_id", "starts_on", "ends_on"))


def save_tenure(
    desk: Desk, tenure: UUID | None = None, *, ends_former: bool = False, **values: Any
) -> tuple[UUID, ChangeSet]:
    """Note who holds a post from when to when; days that are not known stay open.

    A new one needs `person_id` and `position_id`. With `ends_former` whoever held the post until now leaves it
    the day before; papers of earlier meetings keep the former name.
    """
    with writing(desk.store, "tenure.save", by=desk.user) as write:
        before = fields_of(desk.store, "tenure", tenure).values if tenure else {}
        checked = _checked(desk.store, tenure, values if tenure else {"acting": "definitive", **values}, before)
        if ends_former:
            _end_former(write, tenure, {**_UNKNOWN, **before, **checked})
        if tenure is None:
            tenure = write.insert(Tenure, **checked)
        else:
            write.update(Tenure, tenure, **checked)
        return tenure, write.finish()


def name_holder(
    desk: Desk,
    position: UUID,
    *,
    person: UUID | None = None,
    name: str = "",
    acting: str = "definitive",
    starts_on: date | None = None,
    ends_former: bool = False,
) -> tuple[UUID, ChangeSet]:
    """Put a person in a post; one who is not in the directory yet is given by `name` and added with it."""
    with writing(desk.store, "tenure.save", by=desk.user) as write:
        if person is None:
            rules.required({"person_id": name.strip()}, "person_id", "Nama pejabat")
            person = insert_person(write, name=name)
        given = {"person_id": person, "position_id": position, "acting": acting, "starts_on": starts_on}
        checked = _checked(desk.store, None, given, {})
        if ends_former:
            _end_former(write, None, {**_UNKNOWN, **checked})
        return write.insert(Tenure, **checked), write.finish()


def delete_tenure(desk: Desk, tenure: UUID) -> ChangeSet:
    """Take away a tenure that was noted by mistake."""
    with writing(desk.store, "tenure.delete", by=desk.user) as write:
        write.delete(Tenure, tenure)
        return write.finish()


def _checked(
    store: Store, tenure: UUID | None, values: Mapping[str, Any], before: Mapping[str, Any]
) -> dict[str, Any]:
    found = rules.cleaned(values)
    merged = {**_UNKNOWN, **before, **found}
    for field, what in (("person_id", "Orang"), ("position_id", "Jabatan"), ("acting", "Status jabatan")):
        rules.required(merged, field, what)
    rules.one_of(found, "acting", ACTING, "Status jabatan")
    _check_days(merged, "ends_on" if "ends_on" in found else "starts_on")
    _refuse_twice(store, tenure, merged)
    return found


def _check_days(merged: Mapping[str, Any], field: str) -> None:
    start, end = merged["starts_on"], merged["ends_on"]
    if start is not None and end is not None and end < start:
        raise InvalidInput(
            field,
            f"Masa jabatan berakhir ({medium_date(end)}) sebelum dimulai ({medium_date(start)}).",
            "Periksa kedua tanggalnya.",
        )


def _refuse_twice(store: Store, tenure: UUID | None, merged: Mapping[str, Any]) -> None:
    """The same person in the same post twice at the same time is a slip."""
    start, end = merged["starts_on"] or date.min, merged["ends_on"] or date.max
    for other in tenures_of_position(store, merged["position_id"]):
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
    last_day = start - timedelta(days=1)
    for other in tenures_of_position(write.store, merged["position_id"]):
        if other.id != tenure and other.covers(start) and (other.starts_on or date.min) <= last_day:
            write.update(Tenure, other.id, ends_on=last_day)
