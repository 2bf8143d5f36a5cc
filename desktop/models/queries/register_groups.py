"""The register parted into groups: whose it is, which region, which meeting, or the week it falls due in.

One statement tells the headings in their order and how many rows stand under each, so that all of them can be
shown folded and the length of the table is known. What stands under a heading is asked for when somebody looks
there: an array of four bytes a row, in the order of the register. No statement ever sorts the whole register, and
a page of rows costs the same at any depth (`Listing.rows`).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from peewee import JOIN, Select, fn

from desktop.base.dates import medium_date
from desktop.base.periods import Period
from desktop.models.listing import Listing, Where
from desktop.models.queries.addressed import addressed_to
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.register import COMMITMENT_LIST
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.statements import compiled_once, unknown_last
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    CommitmentRegion,
    CommitmentStanding,
    Institution,
    Meeting,
    Position,
    Record,
    Region,
)

_ROW = CommitmentStanding


class Group:
    """The follow-ups under one heading; one may stand in several groups.

    `key` tells the group from others, also after the register was asked for anew; `count` says how many they are.
    """

    def __init__(self, key: str, name: str, count: int, listing: Listing) -> None:
        self.key, self.name, self.count = key, name, count
        self._listing = listing

    @cached_property
    def seqs(self) -> array[int]:
        """Their seq in the order of the list, read at the first look.

        Always as many as were counted: where somebody wrote since, the rest is cut off, or is 0, which nothing is.
        """
        found = array("I")
        for chunk in self._listing.key_chunks():
            found.extend(chunk)
        return found[: self.count] + array("I", [0]) * (self.count - len(found))


@dataclass(frozen=True, slots=True)
class _Grouping:
    """A way to part the register.

    Over the follow-ups joined by `joins`, `value` is what a group is known by: a day, or the id of a `record`.
    `named` is what its name is made of by `name`, `orders` its place; `under` is the condition that a follow-up
    stands under a value.
    """

    joins: Callable[[Any], Any]
    value: Any
    record: type[Record] | None
    named: tuple[Any, ...]
    orders: tuple[Any, ...]
    name: Callable[[Sequence[Any]], str]
    under: Callable[[Any], Where]
    without: str
    read: Callable[[Any], UUID | date | None] = ID.python_value


class GroupedRegister:
    """What a filter finds on a day, parted by one of `GROUPINGS`, each group in the order of the register.

    What belongs to no group stands last, under words that say so.
    """

    def __init__(
        self,
        store: Store,
        asked: CommitmentFilter,
        by: str,
        *,
        today: date,
        order: str = "due_date",
        descending: bool = False,
    ) -> None:
        self._store, self._grouping = store, GROUPINGS[by]
        self._where = asked.where(today)
        self._order = (order, descending)
        self.groups = [self._group(row) for row in self._counted(*self._where)]

    def groups_of(self, seq: int) -> frozenset[str]:
        """The keys of the groups a follow-up stands in."""
        return frozenset(self._key(row[0]) for row in self._counted(*self._where, _ROW.seq == seq))

    def _counted(self, *conditions: Any) -> list[tuple[Any, ...]]:
        """Value, count and what the name is made of, group by group; names are joined to what was counted."""
        grouping = self._grouping
        # One may be named alone and through a group; what has no link beside it is counted once as it is.
        many = fn.COUNT(_ROW.seq.distinct() if grouping.record is Institution else _ROW.seq)
        query = grouping.joins(_ROW.select(grouping.value.alias("own"), many.alias("many")))
        query = query.where(*conditions) if conditions else query
        counted = query.group_by(grouping.value).alias("counted")
        own = counted.c.own
        if grouping.record is None:
            query = Select([counted], [own, counted.c.many, own]).order_by(*unknown_last(own))
        else:
            query = grouping.record.select(own, counted.c.many, *grouping.named).from_(counted)
            query = query.join(grouping.record, JOIN.LEFT_OUTER, on=(grouping.record.id == own))
            query = query.order_by(*grouping.orders)
        return self._store.rows(*compiled_once(self._store, query))

    def _group(self, row: tuple[Any, ...]) -> Group:
        grouping, (value, count, *named) = self._grouping, row
        order, descending = self._order
        where = (*self._where, *grouping.under(grouping.read(value)))
        listing = Listing(self._store, COMMITMENT_LIST, order=order, descending=descending, where=where)
        name = grouping.without if value is None else grouping.name(named)
        return Group(self._key(value), name, int(count), listing)

    def _key(self, value: Any) -> str:
        return "" if value is None else str(self._grouping.read(value))


def _to_institutions(query: Any) -> Any:
    linked = (Addressee.commitment_id == _ROW.commitment_id) & live(Addressee)
    return query.join(Addressee, JOIN.LEFT_OUTER, on=linked).join(
        Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id)
    )


def _for_institution(institution: Any) -> Where:
    unlisted = Addressee.institution_id.is_null() & Addressee.position_id.is_null()
    whose = unlisted if institution is None else addressed_to(institution)
    theirs = _ROW.commitment_id.in_(Addressee.select(Addressee.commitment_id).where(whose, live(Addressee)))
    return ((_ROW.total == 0) | theirs,) if institution is None else (theirs,)


def _to_regions(query: Any) -> Any:
    linked = (CommitmentRegion.commitment_id == _ROW.commitment_id) & live(CommitmentRegion)
    return query.join(CommitmentRegion, JOIN.LEFT_OUTER, on=linked)


def _in_region(region: Any) -> Where:
    placed = CommitmentRegion.select(CommitmentRegion.commitment_id).where(live(CommitmentRegion))
    if region is None:
        return (_ROW.commitment_id.not_in(placed),)
    return (_ROW.commitment_id.in_(placed.where(CommitmentRegion.region_id == region)),)


def _of_meeting(meeting: Any) -> Where:
    return (_ROW.meeting_id.is_null() if meeting is None else _ROW.meeting_id == meeting,)


def _in_week(monday: Any) -> Where:
    return (_ROW.due_week.is_null() if monday is None else _ROW.due_week == monday,)


def _meeting_name(named: Sequence[Any]) -> str:
    title, day = named[0], DAY.python_value(named[1])
    return f"{title}, {medium_date(day)}" if day else str(title)


def _week_name(named: Sequence[Any]) -> str:
    monday = DAY.python_value(named[0])
    assert monday is not None
    return Period(monday, monday + timedelta(days=6)).words


def _plain_name(named: Sequence[Any]) -> str:
    return str(named[0])


GROUPINGS = {
    "institution": _Grouping(
        joins=_to_institutions,
        value=fn.COALESCE(Addressee.institution_id, Position.institution_id),
        record=Institution,
        named=(Institution.name,),
        orders=(*unknown_last(Institution.protocol_rank), Institution.sort_key, Institution.seq),
        name=_plain_name,
        under=_for_institution,
        without="Tanpa instansi",
    ),
    "region": _Grouping(
        joins=_to_regions,
        value=CommitmentRegion.region_id,
        record=Region,
        named=(Region.name,),
        orders=(*unknown_last(Region.order_no), Region.seq),
        name=_plain_name,
        under=_in_region,
        without="Tanpa wilayah",
    ),
    "meeting": _Grouping(
        joins=lambda query: query,
        value=_ROW.meeting_id,
        record=Meeting,
        named=(Meeting.title, Meeting.held_on),
        orders=(*unknown_last(Meeting.held_on), Meeting.seq),
        name=_meeting_name,
        under=_of_meeting,
        without="Di luar rapat",
    ),
    "week": _Grouping(
        joins=lambda query: query,
        value=_ROW.due_week,
        record=None,
        named=(),
        orders=(),
        name=_week_name,
        under=_in_week,
        without="Tanpa batas waktu",
        read=DAY.python_value,
    ),
}
"""By what the register can be parted: institutions in the order of protocol, regions in that of the office."""
