"""How ready all were at the end of a day, recounted from the reports on days up to then that are known now.

What is asked, of whom, and with which figures is taken as it is now: recounted positions of two days are measured
alike. (A position that was kept has its own; see `snapshots`.) One pass over the reports serves any number of
days, because of two reports on an item in a region the one that counts is decided by the two alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN

from desktop.base.clock import today
from desktop.base.reporting import PERIOD_LENGTHS, how_often
from desktop.models.position import Position, Question, Said, Spot, pooled
from desktop.models.queries.checklist import is_responsible, newest_template, same_thread
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.score import Answer, Tally, tally, value_of
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Assessment,
    ChecklistItem,
    ChecklistTemplate,
    Institution,
    ReadinessStanding,
    Region,
    Topic,
)

_TEMPLATE = Statement(
    lambda: ChecklistTemplate.select(
        ChecklistTemplate.id, ChecklistTemplate.name, ChecklistTemplate.version
    ).where(ChecklistTemplate.id == newest_template())
)
_OWN = Assessment.institution_id.is_null() | is_responsible(Assessment.institution_id)
_REPORTS = Statement(
    lambda: Topic.select(
        ChecklistItem.thread_id, Region.id, _OWN, Assessment.period, Assessment.as_of, Assessment.state,
        Assessment.value, Assessment.measure, Assessment.value_text, Assessment.evidence_received,
        Institution.name, Assessment.source,
    )
    .join(ReadinessStanding, on=(ReadinessStanding.topic == Topic.seq))
    .join_from(ReadinessStanding, ChecklistItem, on=(ChecklistItem.seq == ReadinessStanding.item))
    .join_from(ReadinessStanding, Region, on=(Region.seq == ReadinessStanding.region))
    .join_from(
        ChecklistItem, Assessment,
        on=(Assessment.item_id.in_(same_thread()) & (Assessment.region_id == Region.id) & live(Assessment)),
    )
    .join_from(Assessment, Institution, JOIN.LEFT_OUTER, on=(Assessment.institution_id == Institution.id))
    .where(
        Topic.id == param("topic"), ReadinessStanding.institution == 0,
        ReadinessStanding.as_of > param("since"), Assessment.as_of <= param("until"),
    )
    .order_by(Assessment.as_of, Assessment.seq)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Template:
    """The version of a checklist in force: its id, and what it is called."""

    id: UUID
    words: str


def template_in_force(store: Store, topic: UUID) -> Template | None:
    """The checklist of a topic that counts now; None where none is in force."""
    row = _TEMPLATE.one(store, topic=topic)
    if row is None:
        return None
    one, name, version = typed(row, (ID, None, None))
    return Template(one, f"{name}, versi {version}")


class _Report(NamedTuple):
    """What was reported on an item in a region, as far as it counts."""

    spot: Spot
    own: bool
    period: str
    as_of: date
    state: str
    value: float | None
    measure: str | None
    value_text: str | None
    evidence: Any
    institution: str | None
    source: str | None


def _reports(store: Store, topic: UUID, asked: Iterable[ItemRow], since: date, until: date) -> list[_Report]:
    """Those up to `until`, by the day they speak of, then by entry.

    Where the one that counts speaks of `since` or a day before, it counts on all days from then on: none is given.
    """
    one_id, day_of = _Known(ID.python_value), _Known(DAY.python_value)
    length = {one.thread_id: PERIOD_LENGTHS.get(how_often(one.repeats, one.unit, one.text) or "") for one in asked}
    found = []
    for row in _REPORTS.rows(store, topic=topic, since=since, until=until):
        thread, region, own, period, day, *told = row
        spot = (one_id[thread], one_id[region])
        counts = period if period and len(period) == length[spot[0]] else ""
        found.append(_Report(spot, bool(own), counts, day_of[day], *told))
    return found


class _Known(dict[Any, Any]):
    """Values of few kinds that come again and again, each made of what the driver gave only once."""

    def __init__(self, made: Callable[[Any], Any]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, raw: Any) -> Any:
        value = self[raw] = self._made(raw)
        return value


class _Standing:
    """What counts of the reports seen so far, which come in the order of `_reports`."""

    def __init__(self, told: Mapping[Spot, _Report] = MappingProxyType({})) -> None:
        """`told` are those that count already."""
        self.told = dict(told)

    def take(self, report: _Report) -> bool:
        """See one more; whether it is now the one that counts: the newest of the newest period, best one's own."""
        other = self.told.get(report.spot)
        counts = other is None or (report.own, report.period) >= (other.own, other.period)
        if counts:
            self.told[report.spot] = report
        return counts


class _Asked:
    """What is asked of whom now: the checklist with its regions and categories."""

    def __init__(self, store: Store, topic: UUID) -> None:
        heads, template = matrix(store, topic), template_in_force(store, topic)
        self.items = items(store, topic)
        self.checklist = template.words if template else ""
        self.regions = tuple((one.id, one.name) for one in heads.regions)
        self.categories = tuple(dict.fromkeys(one.name for one in heads.categories))

    def position(self, day: date, told: Mapping[Spot, _Report]) -> Position:
        """The position in which these reports count."""
        sums: dict[tuple[UUID, str], list[Tally]] = {}
        said: dict[Spot, Said] = {}
        for one in self.items:
            spot = one.thread_id, one.region_id
            report = told.get(spot)
            answer = _answer(one, report)
            sums.setdefault((one.region_id, one.category), []).append(tally(answer))
            if report is not None:
                said[spot] = _said(report, answer)
        cells = tuple(
            tuple(pooled(sums.get((region, name), ())) for name in self.categories) for region, _ in self.regions
        )
        return Position(
            day, self.checklist, self.regions, self.categories, cells, _questions(self.items), said
        )  # fmt: skip


def position_now(store: Store, topic: UUID, day: date | None = None) -> Position:
    """The position with all that is known, called that of `day`, or of today."""
    asked = _Asked(store, topic)
    told = {report.spot: report for one in asked.items if (report := _latest(one)) is not None}
    return asked.position(day or today(), told)


def positions_on(store: Store, topic: UUID, days: Collection[date]) -> dict[date, Position]:
    """The positions at the end of these days."""
    asked, found, wanted = _Asked(store, topic), {}, sorted(set(days))
    if not wanted:
        return {}
    first, last = wanted[0], wanted[-1]
    unchanged = [one for one in map(_latest, asked.items) if one is not None and one.as_of <= first]
    standing = _Standing({one.spot: one for one in unchanged})
    reports = iter(_reports(store, topic, asked.items, first, last))
    waiting = next(reports, None)
    for day in wanted:
        while waiting is not None and waiting.as_of <= day:
            standing.take(waiting)
            waiting = next(reports, None)
        found[day] = asked.position(day, standing.told)
    return found


def _latest(one: ItemRow) -> _Report | None:
    if one.state is None or one.as_of is None:
        return None
    return _Report(
        (one.thread_id, one.region_id), True, "", one.as_of, one.state, one.value, one.measure, one.value_text,
        one.evidence_received, one.institution, one.source,
    )  # fmt: skip


def _answer(one: ItemRow, report: _Report | None) -> Answer:
    """What the score sees of an item where this was reported."""
    asked = (one.target_value, one.evidence is not None, one.weight)
    if report is None:
        return Answer(None, None, *asked, need=one.need)
    return Answer(report.state, report.value, *asked, report.measure, one.need, bool(report.evidence))


def _questions(rows: Iterable[ItemRow]) -> tuple[Question, ...]:
    """The items in the order of the checklist, each with its regions."""
    by_item: dict[UUID, list[ItemRow]] = {}
    for one in rows:
        by_item.setdefault(one.thread_id, []).append(one)
    return tuple(
        Question(
            thread, one.code, one.text, one.category, one.target, one.unit, one.evidence is not None, one.weight,
            tuple(row.region_id for row in asked),
        )
        for thread, asked in by_item.items()
        for one in asked[:1]
    )  # fmt: skip


def _said(one: _Report, answer: Answer) -> Said:
    return Said(
        one.state, value_of(answer), one.value, one.measure, one.value_text, bool(one.evidence), one.as_of,
        one.institution, one.source,
    )  # fmt: skip


# From day to day

MOST_REPORTS = 20_000
"""With more reports than this the way from day to day is not recounted: a page must not wait for it."""
_MANY = Statement(lambda: Assessment.select(Assessment.seq).limit(MOST_REPORTS + 1))


@dataclass(frozen=True, slots=True)
class Course:
    """How a region, or all together (`region_id` None), went: each tally stands from its day until the next."""

    region_id: UUID | None
    name: str
    steps: tuple[tuple[date, Tally], ...]


def courses(store: Store, topic: UUID, last: date) -> list[Course] | None:
    """All together and each region from day to day until `last`; None where there is too much to recount.

    A day on which nothing changed is left out.
    """
    if len(_MANY.rows(store)) > MOST_REPORTS:
        return None
    asked = {(one.thread_id, one.region_id): one for one in items(store, topic)}
    counted = {spot: tally(_answer(one, None)) for spot, one in asked.items()}
    running = {region: _Running() for region in [None, *dict.fromkeys(region for _, region in asked)]}
    for spot, one in counted.items():
        running[spot[1]].add(one)
        running[None].add(one)
    names = {one.id: one.name for one in matrix(store, topic).regions if one.id in running}
    for day, changed in _by_day(_reports(store, topic, asked.values(), date.min, last)):
        touched: set[UUID | None] = set()
        for report in changed:
            old, new = counted[report.spot], tally(_answer(asked[report.spot], report))
            counted[report.spot] = new
            for region in (report.spot[1], None):
                running[region].swap(old, new)
                touched.add(region)
        for region in touched:
            running[region].note(day)
    return [Course(region, name, tuple(running[region].noted)) for region, name in [(None, ""), *names.items()]]


def _by_day(reports: Sequence[_Report]) -> Iterator[tuple[date, list[_Report]]]:
    """Day by day the reports that count from then on."""
    standing = _Standing()
    for day, of_day in groupby(reports, key=lambda one: one.as_of):
        changed = {report.spot for report in of_day if standing.take(report)}
        yield day, [standing.told[spot] for spot in changed]


class _Running:
    """A tally that changes item by item, and how it stood on the days that were noted."""

    def __init__(self) -> None:
        self._now = Tally()
        self.noted: list[tuple[date, Tally]] = []

    def add(self, one: Tally) -> None:
        self._now += one

    def swap(self, old: Tally, new: Tally) -> None:
        """An item counts otherwise."""
        now = self._now
        earned, possible = now.earned, now.possible
        if new.earned != old.earned:  # sums of fractions are what takes the time
            earned += new.earned - old.earned
        if new.possible != old.possible:
            possible += new.possible - old.possible
        self._now = Tally(
            now.applicable + new.applicable - old.applicable,
            now.reported + new.reported - old.reported,
            now.complete + new.complete - old.complete,
            now.left_out + new.left_out - old.left_out,
            tuple(one + more - less for one, more, less in zip(now.states, new.states, old.states, strict=True)),
            earned,
            possible,
        )

    def note(self, day: date) -> None:
        if not self.noted or self.noted[-1][1] != self._now:
            self.noted.append((day, self._now))
