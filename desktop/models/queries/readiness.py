"""How ready a topic's regions are: the matrix of regions and categories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Any
from uuid import UUID

from peewee import fn

from desktop.base import clock
from desktop.models.freshness import oldest_fresh
from desktop.models.queries.checklist import KINDS_IN_ORDER, newest_template
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.readiness_standing import MILLION
from desktop.models.score import SCORED_STATES, Tally
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    ChecklistCategory,
    ChecklistItem,
    Institution,
    ReadinessStanding,
    Region,
    Topic,
    TopicRegion,
)


@dataclass(frozen=True, slots=True)
class Head:
    """A row or column of the matrix: a region, an institution or a category."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Worst:
    """The reported item that most holds a set back; of two, the lesser stands first in order."""

    rank: str
    code: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A region and category, or a total: the tally of its items, the newest report's day, the worst item.

    `to_confirm` counts reports too old for the nearness of the topic's day, `late` those that say not ready though
    the day for it has passed.
    """

    tally: Tally = field(default_factory=Tally)
    updated_on: date | None = None
    worst: Worst | None = None
    to_confirm: int = 0
    late: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the checklist asks nothing here."""
        return not (self.tally.applicable or self.tally.left_out)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Regions or institutions by categories; `cells[row][column]`, with totals of rows, of columns and of all."""

    regions: tuple[Head, ...]
    categories: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    by_region: tuple[Cell, ...]
    by_category: tuple[Cell, ...]
    total: Cell


_WORDS = Statement(
    lambda: ChecklistItem.select(ChecklistItem.seq, ChecklistItem.code, ChecklistItem.text).where(
        ChecklistItem.template_id == newest_template()
    )
)
_TOPIC = Statement(
    lambda: Topic.select(Topic.seq, Topic.event_date, Topic.closed_on).where(Topic.id == param("topic"))
)
_CATEGORIES = Statement(
    lambda: (
        ChecklistCategory.select(ChecklistCategory.seq, ChecklistCategory.id, ChecklistCategory.name)
        .where(ChecklistCategory.template_id == newest_template(), live(ChecklistCategory))
        .order_by(ChecklistCategory.order_no, ChecklistCategory.seq)
    )
)
_REGIONS = Statement(
    lambda: TopicRegion.select(Region.seq, Region.id, Region.name)
    .join(Region, on=(TopicRegion.region_id == Region.id))
    .where(TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region))
    .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
)  # fmt: skip
_INSTITUTIONS = Statement(
    lambda: Institution.select(Institution.seq, Institution.id, Institution.name)
    .where(
        Institution.seq.in_(
            ReadinessStanding.select(ReadinessStanding.institution).where(
                ReadinessStanding.topic == param("number"), ReadinessStanding.institution > 0
            )
        )
    )
    .order_by(Institution.protocol_rank, Institution.sort_key, Institution.seq)
)  # fmt: skip
_ITEMS = Statement(
    lambda: (
        ChecklistItem.select(ChecklistItem.seq, ChecklistItem.id, ChecklistItem.code, ChecklistItem.text)
        .join(ChecklistCategory, on=(ChecklistItem.category_id == ChecklistCategory.id))
        .where(ChecklistItem.template_id == newest_template(), live(ChecklistItem))
        .order_by(ChecklistCategory.order_no, ChecklistItem.order_no, ChecklistItem.seq)
    )
)


def _counted(owner: Any, *conditions: Any) -> Statement:
    """Each cell as it is counted: whose it is, its category, and the values of a `_Counts`."""
    row = ReadinessStanding
    late = (row.state < _UNREADY) & ((row.due_on < param("today")) | (row.due_offset < param("days")))
    return Statement(
        lambda: row.select(
            owner, row.category,
            fn.COUNT(row.seq), fn.COUNT(row.seq).filter(row.applies),
            fn.COUNT(row.state),
            *(fn.COUNT(row.seq).filter(row.state == place) for place in range(len(SCORED_STATES) - 1)),
            fn.COUNT(row.rank),
            fn.COALESCE(fn.SUM(row.earned), 0).cast("bigint"),
            fn.COALESCE(fn.SUM(row.possible), 0).cast("bigint"),
            fn.COUNT(row.seq).filter(row.state.is_null(False) & (row.as_of < param("fresh"))),
            fn.COUNT(row.seq).filter(late),
            fn.MAX(row.as_of), fn.MIN(row.rank), fn.STRING_AGG(row.exact, ","),
        )
        .where(row.topic == param("number"), *conditions)
        .group_by(owner, row.category)
    )  # fmt: skip


_UNREADY = SCORED_STATES.index("siap")  # those before it
_SUMS = 11  # the first values of a cell as it is counted, which are added
_BY_REGION = _counted(ReadinessStanding.region, ReadinessStanding.institution == 0)
_BY_INSTITUTION = _counted(ReadinessStanding.institution, ReadinessStanding.institution > 0)
_LONG_AGO = -(10**6)  # days no day is promised before

_Counts = tuple[Any, ...]
"""A cell as it is counted.

Places, places that apply, reports, those by state but the last, those that hold back, earned and possible in
millionths, to be confirmed, late; the newest day, the worst rank; both where they are no whole millionths.
"""


def matrix(store: Store, topic: UUID, today: date | None = None) -> Matrix:
    """The matrix of a topic: kabupaten and kota in the office's order, then the province and the working area.

    What is late or to be confirmed is seen from `today`; without it from the day the topic was closed, else today.
    """
    return _matrix(store, topic, today, _REGIONS, _BY_REGION)


def institution_matrix(store: Store, topic: UUID, today: date | None = None) -> Matrix:
    """The same with the institutions responsible for something as rows, by protocol: what each reported itself."""
    return _matrix(store, topic, today, _INSTITUTIONS, _BY_INSTITUTION)


def regions_of_topic(store: Store, topic: UUID) -> tuple[Head, ...]:
    """The regions that take part, in the order of the matrix."""
    return _heads(_REGIONS.rows(store, topic=topic))


def responsible_institutions(store: Store, topic: UUID) -> tuple[Head, ...]:
    """The institutions responsible for something in a region that takes part, by protocol."""
    found = _TOPIC.one(store, topic=topic)
    return () if found is None else _heads(_INSTITUTIONS.rows(store, number=found[0]))


def items_of_topic(store: Store, topic: UUID) -> tuple[Head, ...]:
    """The items of the version in force by code and text, category after category."""
    rows = _ITEMS.rows(store, topic=topic)
    return _heads((seq, raw, f"{code} · {text}") for seq, raw, code, text in rows)


def _heads(rows: Iterable[tuple[Any, ...]]) -> tuple[Head, ...]:
    return tuple(head for _, head in _places(rows).values())


def _matrix(store: Store, topic: UUID, today: date | None, owners: Statement, counted: Statement) -> Matrix:
    found = _TOPIC.one(store, topic=topic)
    if found is None:
        return Matrix((), (), (), (), (), Cell())
    number, event, closed_on = found[0], *map(DAY.python_value, found[1:])
    day = today or closed_on or clock.today()
    rows = _places(owners.rows(store, topic=topic, number=number))
    columns = _places(_CATEGORIES.rows(store, topic=topic))
    cells: list[list[_Counts]] = [[_NOTHING] * len(columns) for _ in rows]
    days = _LONG_AGO if event is None else (day - event).days
    fresh = oldest_fresh(event, day).toordinal()
    asked = {"number": number, "today": day.toordinal(), "days": days, "fresh": fresh}
    for row in counted.rows(store, **asked):
        exact = row[-1]
        cells[rows[row[0]][0]][columns[row[1]][0]] = row[2:] if exact is None else (*row[2:-1], _exact(exact))
    items = {seq: (code, text) for seq, code, text in _WORDS.rows(store, topic=topic)}
    by_row = [_together(row) for row in cells]
    by_column = [_together(column) for column in zip(*cells, strict=True)] or [_NOTHING] * len(columns)
    return Matrix(
        tuple(head for _, head in rows.values()),
        tuple(head for _, head in columns.values()),
        tuple(tuple(_cell(counts, items) for counts in row) for row in cells),
        tuple(_cell(counts, items) for counts in by_row),
        tuple(_cell(counts, items) for counts in by_column),
        _cell(_together(by_row), items),
    )


def pooled(cells: Iterable[Cell]) -> Cell:
    """The cell of all items of these cells together."""
    found = list(cells)
    return Cell(
        reduce(Tally.__add__, (cell.tally for cell in found), Tally()),
        max((cell.updated_on for cell in found if cell.updated_on), default=None),
        min((cell.worst for cell in found if cell.worst), default=None),
        sum(cell.to_confirm for cell in found),
        sum(cell.late for cell in found),
    )


_NOTHING: _Counts = (*(0,) * _SUMS, None, None, None)


def _together(cells: Iterable[_Counts]) -> _Counts:
    *sums, newest, worst, exact = zip(_NOTHING, *cells, strict=True)
    pairs = list(filter(None, exact))
    return (
        *map(sum, sums), max(filter(None, newest), default=None), min(filter(None, worst), default=None),
        (_sum(earned for earned, _ in pairs), _sum(possible for _, possible in pairs)) if pairs else None,
    )  # fmt: skip


def _sum(fractions: Iterable[Fraction]) -> Fraction:
    """Their sum; those of one denominator are added as whole numbers, which is ten times as fast."""
    numerators: dict[int, int] = {}
    for one in fractions:
        whole = one.denominator
        numerators[whole] = numerators.get(whole, 0) + one.numerator
    return sum((Fraction(part, whole) for whole, part in numerators.items()), _ZERO)


@lru_cache(maxsize=4_096)
def _exact(texts: str) -> tuple[Fraction, Fraction]:
    """What stands in `ReadinessStanding.exact`, of several places together."""
    pairs = [text.partition(" ") for text in texts.split(",")]
    earned = _sum(_read(earned) for earned, _, _ in pairs)
    return earned, _sum(_read(possible) for _, _, possible in pairs if possible)


_read = lru_cache(maxsize=4_096)(Fraction)
_day = lru_cache(maxsize=512)(date.fromordinal)
_ZERO = Fraction()


def _cell(counts: _Counts, items: dict[int, tuple[str, str]]) -> Cell:
    places, apply, reported, none, some, ready, holding, earned, possible, to_confirm, late, *others = counts
    newest, rank, exact = others
    if not places:
        return _EMPTY
    gained, whole = _fraction(earned), _fraction(possible)
    if exact is not None:
        gained += exact[0]
        if exact[1]:
            whole += exact[1]
    worst = None
    if rank is not None:
        _, item, state = rank.split(":")
        worst = Worst(rank, *items[int(item)], SCORED_STATES[int(state)])
    states = (none, some, ready, reported - none - some - ready)
    tally = Tally(apply, reported, reported - holding, places - apply, states, gained, whole)
    return Cell(tally, newest and _day(newest), worst, to_confirm, late)


_EMPTY = Cell()


@lru_cache(maxsize=4_096)
def _fraction(millionths: int) -> Fraction:
    return Fraction(millionths, MILLION)


def _places(rows: Iterable[tuple[Any, ...]]) -> dict[int, tuple[int, Head]]:
    """Heads in their order, by local number."""
    return {seq: (place, Head(_id(raw), name)) for place, (seq, raw, name) in enumerate(rows)}


def _id(value: Any) -> UUID:
    found = ID.python_value(value)
    assert found is not None
    return found
