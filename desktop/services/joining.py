"""Two records that are one and the same become one: everything that points to either then points to one of them.

The record given up leaves a redirect, which import and copies follow. One undo brings both back as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values
from desktop.models.queries.records import fields_of
from desktop.models.references import pointing_to
from desktop.models.seeds import fixed_id
from desktop.models.tables import (
    RECORDS,
    Addressee,
    CommitmentInstitution,
    InstitutionRegion,
    Position,
    Record,
    Redirect,
    Tenure,
)
from desktop.models.words import COMMITMENT_STATES
from desktop.services.desk import Desk

JOINABLE = ("person", "institution", "position")
_AS_FAR = tuple(COMMITMENT_STATES)


def join_records(
    desk: Desk, table: str, stays: UUID, goes: UUID, values: Mapping[str, Any] | None = None
) -> ChangeSet:
    """Let `stays` stand for both; `values` are what it is to say from now on where the two differ.

    Raises InvalidInput for one and the same record, or posts of different institutions; NotFound for one deleted.
    """
    if table not in JOINABLE or stays == goes:
        raise InvalidInput("record", "Pilih dua isian yang berbeda.", "Tandai dua baris, lalu gabungkan.")
    with writing(desk.store, f"{table}.join", by=desk.user) as write:
        fields_of(desk.store, table, stays)
        if table == "position":
            _require_one_institution(write, stays, goes)
        _join(write, table, stays, goes)
        if values:
            write.update(RECORDS[table], stays, **values)
        return write.finish()


def _join(write: Write, table: str, stays: UUID, goes: UUID) -> None:
    if table == "institution":
        _join_posts(write, stays, goes)
        _join_relations(write, stays, goes)
    commitments = set(_commitments_of(write, table, (stays, goes)))
    for child, column in pointing_to(table):
        model = RECORDS[child]
        for (one,) in children_values(write.store, model, column, goes, ("id",)):
            write.update(model, one, None, **{column: stays})
    if table in ("person", "position"):
        _join_tenures(write, f"{table}_id", stays)
    for commitment in commitments:
        _join_addressees(write, commitment)
    write.delete(RECORDS[table], goes)
    write.insert(Redirect, table_name=table, old_id=goes, new_id=stays)


def _require_one_institution(write: Write, stays: UUID, goes: UUID) -> None:
    owners = {fields_of(write.store, "position", one)["institution_id"] for one in (stays, goes)}
    if len(owners) > 1:
        raise InvalidInput(
            "institution_id", "Kedua jabatan ini dari instansi yang berbeda.", "Gabungkan instansinya lebih dulu."
        )


_POST = ("id", "title", "leads")


def _join_posts(write: Write, stays: UUID, goes: UUID) -> None:
    """The posts of both; those of one title are one post, and one leads."""
    kept = children_values(write.store, Position, "institution_id", stays, _POST)
    by_title = {fold(title): one for one, title, _ in kept}
    leader = next((one for one, _, leads in kept if leads), None)
    for one, title, leads in children_values(
        write.store, Position, "institution_id", goes, ("id", "title", "leads")
    ):
        same = by_title.get(fold(title))
        if same is not None:
            _join(write, "position", same, one)
        elif leads and leader is not None:
            write.update(Position, one, leads=False)


_RELATIONS: tuple[tuple[type[Record], tuple[str, str]], ...] = (
    (InstitutionRegion, ("institution_id", "region_id")),
    (CommitmentInstitution, ("commitment_id", "institution_id")),
)


def _join_relations(write: Write, stays: UUID, goes: UUID) -> None:
    """Relations are named by their two ends, so those of the one given up are made anew: of both there is one."""
    for table, columns in _RELATIONS:
        for one, *ends in children_values(write.store, table, "institution_id", goes, ("id", *columns)):
            write.delete(table, one)
            now = {**dict(zip(columns, ends, strict=True)), "institution_id": stays}
            write.ensure(table, fixed_id(table._meta.table_name, *now.values()), **now)


_TENURE = ("id", "person_id", "position_id", "acting", "starts_on", "ends_on")


def _join_tenures(write: Write, column: str, stays: UUID) -> None:
    """Two notes of one person in one post that overlap are one, as long as both together."""
    kept: dict[tuple[Any, ...], list[tuple[UUID, date | None, date | None]]] = {}
    for one, person, position, acting, start, end in children_values(write.store, Tenure, column, stays, _TENURE):
        same = kept.setdefault((person, position, acting), [])
        twin = next((other for other in same if _overlap((start, end), other[1:])), None)
        if twin is None:
            same.append((one, start, end))
            continue
        known, first, last = twin[0], _earlier(twin[1], start), _later(twin[2], end)
        same[same.index(twin)] = (known, first, last)
        write.update(Tenure, known, starts_on=first, ends_on=last)
        write.delete(Tenure, one)


def _overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    return (one[0] or date.min) <= (other[1] or date.max) and (other[0] or date.min) <= (one[1] or date.max)


def _earlier(one: date | None, other: date | None) -> date | None:
    """The first day known; of a day and none the day, because the other note only did not say."""
    return min((day for day in (one, other) if day is not None), default=None)


def _later(one: date | None, other: date | None) -> date | None:
    """The last day; where one of the two goes on, it goes on."""
    return None if one is None or other is None else max(one, other)


def _commitments_of(write: Write, table: str, ids: Iterable[UUID]) -> Iterable[UUID]:
    column = f"{table}_id"
    if column in Addressee._meta.fields:
        for one in ids:
            for (commitment,) in children_values(write.store, Addressee, column, one, ("commitment_id",)):
                yield commitment


def _join_addressees(write: Write, commitment: UUID) -> None:
    """Who is named twice now is named once, as far as the further of the two is."""
    named = ("id", "state", "state_on", "institution_id", "position_id", "label", "via")
    rows = children_values(write.store, Addressee, "commitment_id", commitment, named)
    kept: dict[tuple[Any, ...], tuple[UUID, str]] = {}
    for one, state, state_on, *who in rows:
        twin = kept.get(tuple(who))
        if twin is None:
            kept[tuple(who)] = (one, state)
            continue
        known, before = twin
        if _AS_FAR.index(state) > _AS_FAR.index(before):
            write.update(Addressee, known, state=state, state_on=state_on)
            kept[tuple(who)] = (known, state)
        for child, column in pointing_to("addressee"):
            for (report,) in children_values(write.store, RECORDS[child], column, one, ("id",)):
                write.update(RECORDS[child], report, None, **{column: known})
        write.delete(Addressee, one)
