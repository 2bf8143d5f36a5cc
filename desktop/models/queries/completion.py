"""Capaian: how far follow-ups are, counted by institution, by region or by month; each count has its list.

An institution's part of a follow-up is as far as the least of its parts there: it may be named by itself and
through a group. By region and month the state is that over all addressees. A follow-up without any of them is
counted too, under what it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.base.periods import Period, month
from desktop.models.commitment_standing import STATE_NUMBERS
from desktop.models.queries.commitment_filter import (
    NO_INSTITUTION,
    NO_REGION,
    NOBODY,
    CommitmentFilter,
    least_state,
)
from desktop.models.queries.scope import Scope
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.statements import compiled_once
from desktop.models.store import Store
from desktop.models.tables import Addressee, CommitmentRegion, CommitmentStanding, Institution, Position, Region
from desktop.models.words import COMMITMENT_STATES, DONE_STATES, OPEN_STATES

WAYS = {"institution": "Instansi", "region": "Wilayah", "month": "Bulan"}
"""By what follow-ups are counted."""

_ROW = CommitmentStanding
_EVERY = _ROW.seq > 0  # so that there is a condition where nothing is asked for
_STATES = {number: state for state, number in STATE_NUMBERS.items()}


@dataclass(frozen=True, slots=True)
class Completion:
    """How far the follow-ups of one institution, region or month are.

    `counts` has a number for each word of COMMITMENT_STATES; `late` of the first two should be done by now. `name`
    is empty where there is none: `found_by` says of what.
    """

    name: str
    counts: Mapping[str, int]
    late: int
    found_by: CommitmentFilter
    by_part: bool = False
    day: date | None = None

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Those that are done, with or without evidence."""
        return sum(self.counts[state] for state in DONE_STATES)

    @property
    def percent(self) -> int | None:
        """How many of a hundred are done, of those that were not given up; rounded down, so that 100 means all."""
        wanted = self.total - self.counts["dihentikan"]
        return self.done * 100 // wanted if wanted else None

    def list_of(self, what: str = "") -> CommitmentFilter:
        """What finds the follow-ups one number counts: a state, `LATE`, or all of them."""
        if not what:
            return self.found_by
        return replace(self.found_by, part=what) if self.by_part else replace(self.found_by, standing=what)


def completion(store: Store, way: str, scope: Scope, today: date) -> list[Completion]:
    """The counts as of a day, one a row; institutions by protocol, regions in the office's order."""
    return _WAYS[way](store, scope.found_by, today)


def overall(store: Store, scope: Scope, today: date) -> Completion:
    """The same of all follow-ups at once, each counted once."""
    found = scope.found_by
    query = _ROW.select(_ROW.state_no, fn.COUNT(_ROW.seq), _late(_ROW.unfinished, today))
    rows = store.rows(*compiled_once(store, query.where(_EVERY, *found.where(today)).group_by(_ROW.state_no)))
    return Completion("", *_tallied(rows), found)


def row_words(row: Completion) -> str:
    """What a row is called; also where it has no institution or region."""
    return row.name or _NAMELESS.get(row.found_by.without, "")


_NAMELESS = {
    NOBODY: "Belum ada penanggung jawab",
    NO_INSTITUTION: "Di luar daftar instansi",
    NO_REGION: "Tanpa wilayah",
}


def _by_institution(store: Store, found: CommitmentFilter, today: date) -> list[Completion]:
    whose = fn.COALESCE(Addressee.institution_id, Position.institution_id)
    parts = (
        Addressee.select(Addressee.commitment_id, whose.alias("whose"), least_state().alias("own"))
        .join(Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .where(live(Addressee))
        .group_by(Addressee.commitment_id, whose)
        .cte("parts")
    )
    open_ = parts.c.own <= max(STATE_NUMBERS[state] for state in OPEN_STATES)
    order = (Institution.protocol_rank, Institution.sort_key, Institution.seq)
    query = (
        _ROW.select(
            Institution.id, Institution.name, parts.c.commitment_id.is_null(), parts.c.own, fn.COUNT(_ROW.seq),
            _late(open_ | parts.c.own.is_null(), today),
        )
        .join(parts, JOIN.LEFT_OUTER, on=(parts.c.commitment_id == _ROW.commitment_id))
        .join(Institution, JOIN.LEFT_OUTER, on=(Institution.id == parts.c.whose))
        .where(_EVERY, *found.where(today))
        .group_by(Institution.id, Institution.name, *order, parts.c.commitment_id.is_null(), parts.c.own)
        .order_by(Institution.seq.is_null(), *order, parts.c.commitment_id.is_null(), parts.c.own)
        .with_cte(parts)
    )  # fmt: skip
    grouped: dict[tuple[Any, str, bool], list[tuple[Any, ...]]] = {}
    for one, name, nobody, own, count, late in store.rows(*compiled_once(store, query)):
        grouped.setdefault((ID.python_value(one), name or "", bool(nobody)), []).append((own, count, late))
    return [
        Completion(name, *_tallied(rows), _of_institution(found, one, nobody), by_part=not nobody)
        for (one, name, nobody), rows in grouped.items()
    ]


def _of_institution(found: CommitmentFilter, one: UUID | None, nobody: bool) -> CommitmentFilter:
    if one is not None:
        return replace(found, institution=one)
    return replace(found, without=NOBODY if nobody else NO_INSTITUTION)


def _by_region(store: Store, found: CommitmentFilter, today: date) -> list[Completion]:
    query = (
        _ROW.select(Region.id, Region.name, _ROW.state_no, fn.COUNT(_ROW.seq), _late(_ROW.unfinished, today))
        .join(
            CommitmentRegion, JOIN.LEFT_OUTER,
            on=((CommitmentRegion.commitment_id == _ROW.commitment_id) & live(CommitmentRegion)),
        )
        .join(Region, JOIN.LEFT_OUTER, on=(Region.id == CommitmentRegion.region_id))
        .where(_EVERY, *found.where(today))
        .group_by(Region.id, Region.name, Region.order_no, Region.seq, _ROW.state_no)
        .order_by(Region.seq.is_null(), Region.order_no, Region.seq)
    )  # fmt: skip
    grouped: dict[tuple[Any, str], list[tuple[Any, ...]]] = {}
    for one, name, *counted in store.rows(*compiled_once(store, query)):
        grouped.setdefault((ID.python_value(one), name or ""), []).append(tuple(counted))
    return [
        Completion(name, *_tallied(rows), replace(found, region=one) if one else replace(found, without=NO_REGION))
        for (one, name), rows in grouped.items()
    ]


def _by_month(store: Store, found: CommitmentFilter, today: date) -> list[Completion]:
    query = (
        _ROW.select(_ROW.held_on, _ROW.state_no, fn.COUNT(_ROW.seq), _late(_ROW.unfinished, today))
        .where(_ROW.held_on.is_null(False), *found.where(today))
        .group_by(_ROW.held_on, _ROW.state_no)
        .order_by(_ROW.held_on)
    )
    grouped: dict[Period, list[tuple[Any, ...]]] = {}
    for held_on, *counted in store.rows(*compiled_once(store, query)):
        day = DAY.python_value(held_on)
        assert day is not None
        grouped.setdefault(month(day), []).append(tuple(counted))
    return [
        Completion(one.words, *_tallied(rows), _within(found, one), day=one.first) for one, rows in grouped.items()
    ]


def _within(found: CommitmentFilter, one: Period) -> CommitmentFilter:
    """What the filter has of a month."""
    first = max(one.first, found.held_from or one.first)
    return replace(found, held_from=first, held_until=min(one.last, found.held_until or one.last))


_WAYS: Mapping[str, Callable[[Store, CommitmentFilter, date], list[Completion]]] = {
    "institution": _by_institution,
    "region": _by_region,
    "month": _by_month,
}


def _late(open_: Any, today: date) -> Any:
    return fn.COUNT(Case(None, ((open_ & (_ROW.promised_on < today), 1),)))


def _tallied(rows: Sequence[Sequence[Any]]) -> tuple[dict[str, int], int]:
    """Counts by state from rows of state, how many, how many late; nobody named is nothing done."""
    counts = dict.fromkeys(COMMITMENT_STATES, 0)
    for number, count, _ in rows:
        counts[_STATES[number or 0]] += int(count)
    return counts, sum(int(late) for *_, late in rows)
