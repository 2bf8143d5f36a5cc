"""Which report counted on each item in each region on a day, of the reports that are known now.

A report on a day counts like one that counts now (`report_that_counts`), only that those of later days are not
there yet. Of two reports on an item in a region the one that counts is decided by the two alone: so one pass over
them, in any order, serves any number of days, and where the one that counts now is of the first of these days or
older, it counted on all of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN

from desktop.base.reporting import PERIOD_LENGTHS, how_often
from desktop.models.position import Spot
from desktop.models.queries.checklist import is_responsible, same_thread
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, Institution, ReadinessStanding, Region, Topic

_AT_ONCE = 500  # reports asked for in one statement


class Told(NamedTuple):
    """What a report says, as far as a position keeps it."""

    as_of: date
    state: str
    value: float | None
    measure: str | None
    value_text: str | None
    evidence_received: bool
    institution: str | None
    source: str | None


Day = tuple[date, dict[Spot, Told]]
"""A day and what counted from it on where that was something else before."""


class _Key(NamedTuple):
    """Where a report stands among the others on its item in its region: of two, the greater one counts."""

    own: bool
    period: str
    as_of: Any  # as the driver gives it
    number: int


_OWN = Assessment.institution_id.is_null() | is_responsible(Assessment.institution_id)
_KEYS = Statement(
    lambda: Topic.select(
        ChecklistItem.thread_id, Region.id, _OWN, Assessment.period, Assessment.as_of, Assessment.seq
    )
    .join(ReadinessStanding, on=(ReadinessStanding.topic == Topic.seq))
    .join_from(ReadinessStanding, ChecklistItem, on=(ChecklistItem.seq == ReadinessStanding.item))
    .join_from(ReadinessStanding, Region, on=(Region.seq == ReadinessStanding.region))
    .join_from(
        ChecklistItem, Assessment,
        on=(Assessment.item_id.in_(same_thread()) & (Assessment.region_id == Region.id) & live(Assessment)),
    )
    .where(
        Topic.id == param("topic"), ReadinessStanding.institution == 0,
        ReadinessStanding.as_of > param("number"), Assessment.as_of <= param("until"),
    )
)  # fmt: skip


def counting_now(asked: Iterable[ItemRow]) -> dict[Spot, Told]:
    """What counts now."""
    return {
        (one.thread_id, one.region_id): Told(
            one.as_of, one.state, one.value, one.measure, one.value_text, one.evidence_received, one.institution,
            one.source,
        )
        for one in asked
        if one.state is not None and one.as_of is not None
    }  # fmt: skip


def counting_on(store: Store, topic: UUID, asked: Sequence[ItemRow], days: Collection[date]) -> Iterator[Day]:
    """What counted at the end of each of these days, the earliest first; `asked` are all items of the topic."""
    wanted = sorted(set(days))
    if not wanted:
        return
    first, last = wanted[0], wanted[-1]
    counted = {spot: told for spot, told in counting_now(asked).items() if told.as_of <= first}
    found = dict(_changes(store, topic, asked, first, last, lambda day: wanted[bisect_left(wanted, day)]))
    for day in wanted:
        yield day, {**counted, **found.get(day, {})}
        counted = {}


def every_change(store: Store, topic: UUID, asked: Sequence[ItemRow], until: date) -> Iterator[Day]:
    """What counted from each day on, of all days on which it changed, until one."""
    yield from _changes(store, topic, asked, date.min, until, lambda day: day)


def _changes(
    store: Store, topic: UUID, asked: Sequence[ItemRow], since: date, until: date, seen_on: Callable[[date], date]
) -> list[Day]:
    """Day by day what counts anew; `seen_on` is the first day in question on which a report of a day was there."""
    length = {one.thread_id: PERIOD_LENGTHS.get(how_often(one.repeats, one.unit, one.text) or "") for one in asked}
    one_id = _Once(ID.python_value)
    lengths = _Once(lambda raw: length.get(one_id[raw]))
    seen = _Once(lambda raw: seen_on(DAY.python_value(raw) or since))
    newest: dict[date, dict[tuple[Any, Any], _Key]] = defaultdict(dict)
    for thread, region, own, period, as_of, number in _KEYS.rows(
        store, topic=topic, number=since.toordinal(), until=until
    ):
        counts = period if period and len(period) == lengths[thread] else ""
        key = _Key(bool(own), counts, as_of, number)
        best, place = newest[seen[as_of]], (thread, region)
        if place not in best or key > best[place]:
            best[place] = key
    standing: dict[tuple[Any, Any], _Key] = {}
    days: list[tuple[date, dict[tuple[Any, Any], _Key]]] = []
    for day in sorted(newest):
        anew = {place: key for place, key in newest[day].items() if place not in standing or key > standing[place]}
        standing |= anew
        days.append((day, anew))
    told = _told(store, [key.number for _, anew in days for key in anew.values()])
    return [
        (day, {(one_id[thread], one_id[region]): told[key.number] for (thread, region), key in anew.items()})
        for day, anew in days
    ]


def _told(store: Store, numbers: Sequence[int]) -> dict[int, Told]:
    """What these reports say, by their local numbers."""
    day_of, found = _Once(DAY.python_value), {}
    for start in range(0, len(numbers), _AT_ONCE):
        query = (
            Assessment.select(
                Assessment.seq, Assessment.as_of, Assessment.state, Assessment.value, Assessment.measure,
                Assessment.value_text, Assessment.evidence_received, Institution.name, Assessment.source,
            )
            .join(Institution, JOIN.LEFT_OUTER, on=(Assessment.institution_id == Institution.id))
            .where(Assessment.seq.in_(numbers[start : start + _AT_ONCE]))
        )  # fmt: skip
        for number, as_of, state, value, measure, text, evidence, teller, source in store.rows(
            *compiled_once(store, query)
        ):
            found[number] = Told(
                day_of[as_of], state, value, measure, text, bool(evidence), teller, source
            )  # fmt: skip
    return found


class _Once(dict[Any, Any]):
    """Values of few kinds that come again and again, each made only once of what the driver gave."""

    def __init__(self, made: Callable[[Any], Any]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, raw: Any) -> Any:
        value = self[raw] = self._made(raw)
        return value
