"""Kendala & Perkembangan: the list as searched and filtered, its counters, one entry, and what a paper tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.models.listing import Listing, View, Where, containing
from desktop.models.queries.checklist import KINDS_IN_ORDER
from desktop.models.queries.typed import CLOCK, DAY, ID, live, typed
from desktop.models.statements import Statement, param, text_of, unknown_last
from desktop.models.store import Store
from desktop.models.tables import ChecklistItem, Institution, Issue, Region, Topic
from desktop.models.words import ISSUE_STATES, OPEN_ISSUE_STATES

UNSOLVED = "belum_selesai"
"""In place of a state: all that is still to be dealt with."""


def _with_names(query: Any) -> Any:
    return query.join(Region, JOIN.LEFT_OUTER, on=(Issue.region_id == Region.id)).join_from(
        Issue, Institution, JOIN.LEFT_OUTER, on=(Issue.institution_id == Institution.id)
    )


ISSUE_LIST = View(
    Issue,
    columns={
        "kind": Issue.kind,
        "happened_on": text_of(Issue.happened_on),
        "happened_at": text_of(Issue.happened_at),
        "region": Region.name,
        "field": Issue.field,
        "text": Issue.text,
        "source": Issue.source,
        "handling": Issue.handling,
        "state": Issue.state,
        "situation": Issue.situation,
        "institution": Institution.name,
        "topic": Topic.select(Topic.name).where(Topic.id == Issue.topic_id),
    },
    orders={"time": (Issue.happened_on, *unknown_last(Issue.happened_at))},
    joins=_with_names,
)


def issue_list(
    store: Store,
    *,
    topic: UUID | None = None,
    text: str = "",
    kind: str = "",
    state: str = "",
    region: UUID | None = None,
    field: str = "",
    order: str = "time",
    descending: bool = True,
) -> Listing:
    """What was told as searched and filtered, the newest first; "" and None filter nothing.

    `state` is a word of `ISSUE_STATES`, or UNSOLVED for what is not dealt with.
    """
    where: Where = containing(Issue.search_text, text)
    if state == UNSOLVED:
        where += (Issue.state.in_(OPEN_ISSUE_STATES),)
    for column, wanted in (
        (Issue.topic_id, topic),
        (Issue.kind, kind),
        (Issue.state, "" if state == UNSOLVED else state),
        (Issue.region_id, region),
        (Issue.field, field),
    ):
        if wanted:
            where += (column == wanted,)
    return Listing(store, ISSUE_LIST, order=order, descending=descending, where=where)


def _counted(column: Any, *conditions: Any) -> Statement:
    return Statement(
        lambda: Issue.select(column, fn.COUNT(Issue.seq)).where(live(Issue), *conditions).group_by(column)
    )


_OF_TOPIC = Issue.topic_id == param("topic")
_STATES, _FIELDS, _REGIONS = (_counted(one, _OF_TOPIC) for one in (Issue.state, Issue.field, Issue.region_id))
_ALL_STATES, _ALL_FIELDS, _ALL_REGIONS = (_counted(one) for one in (Issue.state, Issue.field, Issue.region_id))
_TOLD_REGIONS = Statement(
    lambda: (
        Region.select(Region.id, Region.name)
        .where(live(Region), Region.id.in_(Issue.select(Issue.region_id).where(live(Issue))))
        .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
    )
)


def _counts(store: Store, of_topic: Statement, of_all: Statement, topic: UUID | None) -> list[tuple[Any, int]]:
    rows = of_topic.rows(store, topic=topic) if topic else of_all.rows(store)
    return [(value, int(count)) for value, count in rows]


def issue_states(store: Store, topic: UUID | None) -> dict[str, int]:
    """How many of a topic, or of all, there are in each state."""
    return dict.fromkeys(ISSUE_STATES, 0) | dict(_counts(store, _STATES, _ALL_STATES, topic))


def issue_fields(store: Store, topic: UUID | None) -> list[str]:
    """The fields something of a topic, or of any, was noted in, the commonest first."""
    rows = [row for row in _counts(store, _FIELDS, _ALL_FIELDS, topic) if row[0]]
    return [words for words, _ in sorted(rows, key=lambda row: (-row[1], row[0]))]


def issue_regions(store: Store, topic: UUID | None) -> frozenset[UUID]:
    """The regions something of a topic, or of any, was noted of."""
    found = (ID.python_value(one) for one, _ in _counts(store, _REGIONS, _ALL_REGIONS, topic))
    return frozenset(one for one in found if one is not None)


_UNSOLVED = Statement(
    lambda: Topic.select(
        Topic.id,
        Issue.select(fn.COUNT(Issue.seq)).where(
            Issue.topic_id == Topic.id, live(Issue), Issue.kind == "kendala", Issue.state.in_(OPEN_ISSUE_STATES)
        ),
    ).where(live(Topic), Topic.state == "open")
)


def unsolved_problems(store: Store) -> dict[UUID, int]:
    """How many problems of each open topic are not dealt with; without topics that have none."""
    rows = [(ID.python_value(topic), int(count)) for topic, count in _UNSOLVED.rows(store)]
    return {topic: count for topic, count in rows if topic is not None and count}


def told_regions(store: Store) -> dict[UUID, str]:
    """The regions something was noted of in any topic, with their names, in the office's order."""
    return dict(typed(row, (ID, None)) for row in _TOLD_REGIONS.rows(store))


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One problem or piece of news, with the names of its region and of the institution that told it.

    `item` is the readiness item it tells of, `period` that it was told for, where it is told again and again.
    """

    id: UUID
    seq: int
    topic_id: UUID
    kind: str
    happened_on: date
    happened_at: time | None
    region_id: UUID | None
    region: str | None
    field: str | None
    text: str
    institution_id: UUID | None
    institution: str | None
    source: str | None
    handling: str | None
    state: str
    situation: str
    item_id: UUID | None = None
    item_code: str | None = None
    item: str | None = None
    period: str | None = None


def issue_query(*conditions: Any) -> Any:
    """Entries that meet the conditions, in the columns `issue_row` reads."""
    return _with_names(
        Issue.select(
            Issue.id, Issue.seq, Issue.topic_id, Issue.kind, Issue.happened_on, Issue.happened_at,
            Issue.region_id, Region.name, Issue.field, Issue.text, Issue.institution_id, Institution.name,
            Issue.source, Issue.handling, Issue.state, Issue.situation, Issue.item_id, ChecklistItem.code,
            ChecklistItem.text, Issue.period,
        ).join(ChecklistItem, JOIN.LEFT_OUTER, on=(Issue.item_id == ChecklistItem.id)).switch(Issue)
    ).where(live(Issue), *conditions)  # fmt: skip


_TYPES = (ID, None, ID, None, DAY, CLOCK, ID, *(None,) * 3, ID, *(None,) * 5, ID, None, None, None)
_ONE = Statement(lambda: issue_query(Issue.id == param("issue")))
_WEIGHT = (
    Case(Issue.situation, (("gangguan", 0), ("perhatian", 1)), 2),
    Case(Issue.state, (("terbuka", 0), ("ditangani", 1)), 2),
    Case(Issue.kind, (("kendala", 0),), 1),
    Issue.happened_on.desc(),
    *(one.desc() for one in unknown_last(Issue.happened_at)),
    Issue.seq.desc(),
)
_TOLD = Statement(
    lambda: issue_query(
        Issue.topic_id == param("topic"),
        (Issue.happened_on == param("day"))
        | ((Issue.happened_on < param("before")) & Issue.state.in_(OPEN_ISSUE_STATES)),
    ).order_by(*_WEIGHT)
)
_OPEN = Statement(
    lambda: issue_query(
        Issue.topic_id == param("topic"), Issue.kind == "kendala", Issue.state.in_(OPEN_ISSUE_STATES)
    ).order_by(*_WEIGHT)
)
_PROBLEMS = Statement(
    lambda: issue_query(Issue.topic_id == param("topic"), Issue.kind == "kendala").order_by(
        Issue.happened_on, *unknown_last(Issue.happened_at), Issue.seq
    )
)


def issue_row(row: tuple[Any, ...]) -> IssueRow:
    """A row of `issue_query`."""
    return IssueRow(*typed(row, _TYPES))


def issue(store: Store, one: UUID) -> IssueRow | None:
    """One problem or piece of news; None where it is gone."""
    row = _ONE.one(store, issue=one)
    return None if row is None else issue_row(row)


def told_on(store: Store, topic: UUID, day: date) -> list[IssueRow]:
    """What happened on a day and what is still open from days before, the weightiest first."""
    return [issue_row(row) for row in _TOLD.rows(store, topic=topic, day=day, before=day)]


def open_problems(store: Store, topic: UUID) -> list[IssueRow]:
    """The problems of a topic that are not solved, the weightiest first."""
    return [issue_row(row) for row in _OPEN.rows(store, topic=topic)]


def problems(store: Store, topic: UUID) -> list[IssueRow]:
    """Every problem of a topic in the order they happened, solved or not."""
    return [issue_row(row) for row in _PROBLEMS.rows(store, topic=topic)]
