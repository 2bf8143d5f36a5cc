"""How ready all were at the end of a day, recounted from the reports on days up to then that are known now.

What is asked, of whom, and with which figures is taken as it is now: recounted positions of two days are measured
alike. A position that was kept has its own (see `snapshots`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.models.position import Position, Question, Said, Spot, pooled
from desktop.models.queries.checklist import newest_template
from desktop.models.queries.counting_reports import Told, counting_now, counting_on, every_change
from desktop.models.queries.readiness import matrix
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.typed import ID, typed
from desktop.models.score import Answer, Tally, tally, value_of
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, ChecklistTemplate

_TEMPLATE = Statement(
    lambda: ChecklistTemplate.select(
        ChecklistTemplate.id, ChecklistTemplate.name, ChecklistTemplate.version
    ).where(ChecklistTemplate.id == newest_template())
)


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


class _Asked:
    """What is asked of whom now: the checklist with its regions and categories."""

    def __init__(self, store: Store, topic: UUID) -> None:
        heads, template = matrix(store, topic), template_in_force(store, topic)
        self.items = items(store, topic)
        self.checklist = template.words if template else ""
        self.regions = tuple((one.id, one.name) for one in heads.regions)
        self.categories = tuple(dict.fromkeys(one.name for one in heads.categories))

    def position(self, day: date, told: Mapping[Spot, Told]) -> Position:
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
    return asked.position(day or today(), counting_now(asked.items))


def positions_on(store: Store, topic: UUID, days: Collection[date]) -> dict[date, Position]:
    """The positions at the end of these days."""
    asked, found = _Asked(store, topic), {}
    told: dict[Spot, Told] = {}
    for day, anew in counting_on(store, topic, asked.items, days):
        told |= anew
        found[day] = asked.position(day, told)
    return found


def _answer(one: ItemRow, told: Told | None) -> Answer:
    """What the score sees of an item where this was reported."""
    asked = (one.target_value, one.evidence is not None, one.weight)
    if told is None:
        return Answer(None, None, *asked, need=one.need)
    return Answer(told.state, told.value, *asked, told.measure, one.need, told.evidence_received)


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


def _said(told: Told, answer: Answer) -> Said:
    return Said(
        told.state, value_of(answer), told.value, told.measure, told.value_text, told.evidence_received,
        told.as_of, told.institution, told.source,
    )  # fmt: skip


# From day to day

MOST_REPORTS = 20_000
"""With more reports on a topic than this the way from day to day is not recounted: a page must not wait for it."""
_MANY = Statement(
    lambda: (
        ChecklistTemplate.select(Assessment.seq)
        .join(ChecklistItem, on=(ChecklistItem.template_id == ChecklistTemplate.id))
        .join_from(ChecklistItem, Assessment, on=(Assessment.item_id == ChecklistItem.id))
        .where(ChecklistTemplate.topic_id == param("topic"))
        .limit(MOST_REPORTS + 1)
    )
)


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
    if len(_MANY.rows(store, topic=topic)) > MOST_REPORTS:
        return None
    asked = {(one.thread_id, one.region_id): one for one in items(store, topic)}
    counted = {spot: tally(_answer(one, None)) for spot, one in asked.items()}
    running = {region: _Running() for region in [None, *dict.fromkeys(region for _, region in asked)]}
    for spot, one in counted.items():
        running[spot[1]].add(one)
        running[None].add(one)
    names = {one.id: one.name for one in matrix(store, topic).regions if one.id in running}
    for day, anew in every_change(store, topic, list(asked.values()), last):
        touched: set[UUID | None] = set()
        for spot, told in anew.items():
            old, new = counted[spot], tally(_answer(asked[spot], told))
            counted[spot] = new
            for region in (spot[1], None):
                running[region].swap(old, new)
                touched.add(region)
        for region in touched:
            running[region].note(day)
    return [Course(region, name, tuple(running[region].noted)) for region, name in [(None, ""), *names.items()]]


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
