"""How ready all were at the end of a day, recounted from the reports on days up to then that are known now.

What is asked, of whom, and with which figures is taken as it is now: recounted positions of two days are measured
alike. (A position that was kept has its own; see `snapshots`.) One pass over the reports serves any number of
days, because of two reports on an item in a region the one that counts is decided by the two alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.base.clock import today
from desktop.models.fields import BoolField
from desktop.models.position import Position, Question, Said, Spot, pooled
from desktop.models.queries.checklist import (
    asked_of_region,
    is_responsible,
    newest_template,
    period_that_counts,
    same_thread,
)
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.score import Tally, tally, value_of
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Assessment,
    ChecklistCategory,
    ChecklistItem,
    ChecklistTemplate,
    Institution,
    Region,
    TopicRegion,
)

_YES = BoolField()
_TEMPLATE = Statement(
    lambda: ChecklistTemplate.select(
        ChecklistTemplate.id, ChecklistTemplate.name, ChecklistTemplate.version
    ).where(ChecklistTemplate.id == newest_template())
)
_OWN = Assessment.institution_id.is_null() | is_responsible(Assessment.institution_id)
_REPORTS = Statement(
    lambda: TopicRegion.select(
        ChecklistItem.thread_id, Region.id, _OWN, period_that_counts(Assessment), Assessment.as_of,
        Assessment.state, Assessment.value, Assessment.measure, Assessment.value_text,
        Assessment.evidence_received, Assessment.institution_id, Institution.name, Assessment.source,
    )
    .join(Region, on=(TopicRegion.region_id == Region.id))
    .join_from(Region, ChecklistItem, on=asked_of_region())
    .join_from(ChecklistItem, ChecklistCategory, on=(ChecklistItem.category_id == ChecklistCategory.id))
    .join_from(
        ChecklistItem, Assessment,
        on=(Assessment.item_id.in_(same_thread()) & (Assessment.region_id == Region.id) & live(Assessment)),
    )
    .join_from(Assessment, Institution, JOIN.LEFT_OUTER, on=(Assessment.institution_id == Institution.id))
    .where(
        TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region), live(ChecklistItem),
        live(ChecklistCategory), ChecklistItem.template_id == newest_template(),
    )
    .order_by(Assessment.as_of, Assessment.seq)
)  # fmt: skip
_TYPES = (ID, ID, _YES, None, DAY, None, None, None, None, _YES, ID, None, None)


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


@dataclass(frozen=True, slots=True)
class _Report:
    spot: Spot
    own: bool
    period: str
    as_of: date
    told: dict[str, Any]


def _reports(store: Store, topic: UUID) -> list[_Report]:
    """All reports on what is asked now, by the day they speak of, then by entry."""
    found = []
    for row in _REPORTS.rows(store, topic=topic):
        thread, region, own, period, day, state, value, measure, text, evidence, teller, name, source = typed(
            row, _TYPES
        )
        told = {
            "state": state, "value": value, "measure": measure, "value_text": text, "evidence_received": evidence,
            "institution_id": teller, "institution": name, "as_of": day, "source": source,
        }  # fmt: skip
        found.append(_Report((thread, region), own, period, day, told))
    return found


class _Standing:
    """What counts of the reports seen so far, which come in the order of `_reports`."""

    def __init__(self) -> None:
        self.told: dict[Spot, _Report] = {}

    def take(self, report: _Report) -> bool:
        """See one more; whether it is now the one that counts: the newest of the newest period, best one's own."""
        other = self.told.get(report.spot)
        counts = other is None or (report.own, report.period) >= (other.own, other.period)
        if counts:
            self.told[report.spot] = report
        return counts


_UNTOLD = {
    "state": None, "value": None, "measure": None, "value_text": None, "evidence_received": False,
    "institution_id": None, "institution": None, "as_of": None, "source": None,
}  # fmt: skip


def position_now(store: Store, topic: UUID, day: date | None = None) -> Position:
    """The position with all that is known, called that of `day`, or of today."""
    return _position(store, topic, day or today(), items(store, topic))


def positions_on(store: Store, topic: UUID, days: Collection[date]) -> dict[date, Position]:
    """The positions at the end of these days."""
    asked, standing, found = items(store, topic), _Standing(), {}
    reports = iter(_reports(store, topic))
    waiting = next(reports, None)
    for day in sorted(set(days)):
        while waiting is not None and waiting.as_of <= day:
            standing.take(waiting)
            waiting = next(reports, None)
        rows = [_as_told(one, standing.told.get((one.thread_id, one.region_id))) for one in asked]
        found[day] = _position(store, topic, day, rows)
    return found


def _as_told(one: ItemRow, report: _Report | None) -> ItemRow:
    return replace(one, **(_UNTOLD if report is None else report.told))


def _position(store: Store, topic: UUID, day: date, rows: Sequence[ItemRow]) -> Position:
    heads, template = matrix(store, topic), template_in_force(store, topic)
    regions = tuple((one.id, one.name) for one in heads.regions)
    categories = tuple(dict.fromkeys(one.name for one in heads.categories))
    sums: dict[tuple[UUID, str], list[Tally]] = {}
    for one in rows:
        sums.setdefault((one.region_id, one.category), []).append(tally(one.answer))
    cells = tuple(tuple(pooled(sums.get((region, name), ())) for name in categories) for region, _ in regions)
    said = {(one.thread_id, one.region_id): _said(one) for one in rows if one.state is not None}
    return Position(day, template.words if template else "", regions, categories, cells, _questions(rows), said)


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


def _said(one: ItemRow) -> Said:
    assert one.state is not None
    assert one.as_of is not None
    return Said(
        one.state, value_of(one.answer), one.value, one.measure, one.value_text, one.evidence_received, one.as_of,
        one.institution, one.source,
    )  # fmt: skip


# From day to day

MOST_REPORTS = 50_000
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
    running = {region: _Running() for region in [None, *dict.fromkeys(region for _, region in asked)]}
    for spot, one in asked.items():
        running[spot[1]].add(tally(_as_told(one, None).answer))
        running[None].add(tally(_as_told(one, None).answer))
    names = {one.id: one.name for one in matrix(store, topic).regions if one.id in running}
    for day, changed in _by_day(_reports(store, topic), last):
        touched = set()
        for spot, before, after in changed:
            old, new = (tally(_as_told(asked[spot], report).answer) for report in (before, after))
            for region in (spot[1], None):
                running[region].swap(old, new)
                touched.add(region)
        for region in touched:
            running[region].note(day)
    return [Course(region, name, tuple(running[region].noted)) for region, name in [(None, ""), *names.items()]]


def _by_day(
    reports: Sequence[_Report], last: date
) -> Iterator[tuple[date, list[tuple[Spot, _Report | None, _Report]]]]:
    """Day by day what counts anew: where, instead of which report, and the report."""
    standing = _Standing()
    for day, of_day in groupby(reports, key=lambda one: one.as_of):
        if day > last:
            return
        before: dict[Spot, _Report | None] = {}
        for report in of_day:
            earlier = standing.told.get(report.spot)
            if standing.take(report):
                before.setdefault(report.spot, earlier)
        yield day, [(spot, earlier, standing.told[spot]) for spot, earlier in before.items()]


class _Running:
    """A tally that changes item by item, and how it stood on the days that were noted."""

    def __init__(self) -> None:
        self._now = Tally()
        self.noted: list[tuple[date, Tally]] = []

    def add(self, one: Tally) -> None:
        self._now += one

    def swap(self, old: Tally, new: Tally) -> None:
        """An item counts otherwise."""
        now = self._now + new
        self._now = Tally(
            now.applicable - old.applicable,
            now.reported - old.reported,
            now.complete - old.complete,
            now.left_out - old.left_out,
            tuple(one - less for one, less in zip(now.states, old.states, strict=True)),
            now.earned - old.earned,
            now.possible - old.possible,
        )

    def note(self, day: date) -> None:
        if not self.noted or self.noted[-1][1] != self._now:
            self.noted.append((day, self._now))
