"""The register parted into groups: whose it is, which region, which meeting, or the week it falls due in."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.base.dates import medium_date
from desktop.base.periods import Period
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.register import COMMITMENT_LIST
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.statements import compiled_once
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    CommitmentRegion,
    CommitmentStanding,
    Institution,
    Meeting,
    Position,
    Region,
)

_AT_ONCE = 250  # names asked for in one statement
_ROW = CommitmentStanding


@dataclass(frozen=True, slots=True)
class Group:
    """The follow-ups under one heading, by their seq in the order of the list; one may stand in several groups.

    `key` tells the group from others, also after the list was asked for anew.
    """

    key: str
    name: str
    seqs: array[int]


@dataclass(frozen=True, slots=True)
class _Grouping:
    """A way to part the register: what each row is known by, and what occurred with its names, in order."""

    value: Callable[[], Any]
    joins: Callable[[Any], Any]
    names: Callable[[Store, Sequence[Any]], list[tuple[Any, str]]]
    read: Callable[[Any], Any]
    without: str


def grouped_register(
    store: Store,
    asked: CommitmentFilter,
    by: str,
    *,
    today: date,
    order: str = "due_date",
    descending: bool = False,
) -> list[Group]:
    """What a filter finds on a day, parted by one of `GROUPINGS`, each group in the order of the register.

    What belongs to no group stands last, under words that say so.
    """
    grouping = GROUPINGS[by]
    key = COMMITMENT_LIST.orders[order]
    keys = (*(key if isinstance(key, tuple) else (key,)), _ROW.seq)
    query = (
        grouping.joins(_ROW.select(_ROW.seq, grouping.value()))
        .where(*(asked.where(today) or (True,)))
        .order_by(*(one.desc() if descending else one.asc() for one in keys))
    )
    read = cache(grouping.read)
    found: dict[Any, array[int]] = {}
    for seq, value in store.rows(*compiled_once(store, query)):
        seqs = found.setdefault(read(value), array("I"))
        if not seqs or seqs[-1] != seq:  # one may be named alone and through a group
            seqs.append(seq)
    return _named(store, grouping, found)


def _named(store: Store, grouping: _Grouping, found: dict[Any, array[int]]) -> list[Group]:
    """The groups in their order; what has no name, or none any more, at the end."""
    known = [value for value in found if value is not None]
    names = grouping.names(store, known)
    groups = [Group(str(value), name, found.pop(value)) for value, name in names]
    if found:
        rest = array("I", dict.fromkeys(seq for seqs in found.values() for seq in seqs))
        groups.append(Group("", grouping.without, rest))
    return groups


def _table_names(table: Any, name: Callable[[tuple[Any, ...]], str], columns: Sequence[Any], *order: Any) -> Any:
    """Names of records in an order of their table."""

    def names(store: Store, known: Sequence[UUID]) -> list[tuple[UUID, str]]:
        rows = []
        for start in range(0, len(known), _AT_ONCE):
            some = list(known[start : start + _AT_ONCE])
            query = table.select(table.id, *columns, *order).where(table.id.in_(some), live(table))
            rows += store.rows(*compiled_once(store, query))
        width = 1 + len(columns)
        rows.sort(key=lambda row: row[width:])
        ids = [ID.python_value(row[0]) for row in rows]
        return [(one, name(row[1:width])) for one, row in zip(ids, rows, strict=True) if one is not None]

    return names


def _meeting_name(row: tuple[Any, ...]) -> str:
    day = DAY.python_value(row[1])
    return f"{row[0]}, {medium_date(day)}" if day else str(row[0])


def _by_institution(query: Any) -> Any:
    return query.join(
        Addressee, JOIN.LEFT_OUTER, on=((Addressee.commitment_id == _ROW.commitment_id) & live(Addressee))
    ).join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))


def _by_region(query: Any) -> Any:
    linked = (CommitmentRegion.commitment_id == _ROW.commitment_id) & live(CommitmentRegion)
    return query.join(CommitmentRegion, JOIN.LEFT_OUTER, on=linked)


def _monday(value: Any) -> date | None:
    day = DAY.python_value(value)
    return day - timedelta(days=day.weekday()) if day else None


def _weeks(_store: Store, known: Sequence[date]) -> list[tuple[date, str]]:
    return [(one, Period(one, one + timedelta(days=6)).words) for one in sorted(known)]


GROUPINGS = {
    "institution": _Grouping(
        lambda: fn.COALESCE(Addressee.institution_id, Position.institution_id), _by_institution,
        _table_names(Institution, lambda row: str(row[0]), (Institution.name,), Institution.protocol_rank,
                     Institution.sort_key, Institution.seq),
        ID.python_value, "Tanpa instansi",
    ),
    "region": _Grouping(
        lambda: CommitmentRegion.region_id, _by_region,
        _table_names(Region, lambda row: str(row[0]), (Region.name,), Region.order_no, Region.seq),
        ID.python_value, "Tanpa wilayah",
    ),
    "meeting": _Grouping(
        lambda: _ROW.meeting_id, lambda query: query,
        _table_names(Meeting, _meeting_name, (Meeting.title, Meeting.held_on), Meeting.held_on, Meeting.seq),
        ID.python_value, "Di luar rapat",
    ),
    "week": _Grouping(lambda: _ROW.due_date, lambda query: query, _weeks, _monday, "Tanpa batas waktu"),
}  # fmt: skip
"""By what the register can be parted."""
