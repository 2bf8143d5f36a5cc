"""Readiness items that a finished follow-up proposes to bring up to date. Nothing of it is stored until answered.

A follow-up moves items forward in its regions; one that names no region does so for the province and the working
area at most. In a region it is finished when all who have to do with that region are: those who serve it, and
those who serve none of its regions. Then the item is proposed to be as far as they say, where

- its report that counts says less, and is older than their being finished (by its day, of one day by when noted);
- the proposal was not turned down since, and the item is in the version in force and asked of the region;
- the topic is open.

So a follow-up that is taken up again withdraws what it proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.checklist import (
    KINDS_IN_ORDER,
    LATEST,
    WHOLE_KINDS,
    asked_of_region,
    latest_report,
    newest_template,
)
from desktop.models.queries.commitment_states import overall_state
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    ChecklistItem,
    ChecklistTemplate,
    Commitment,
    CommitmentChecklistItem,
    CommitmentRegion,
    CommitmentStanding,
    InstitutionRegion,
    Position,
    Region,
    Topic,
    TopicRegion,
)
from desktop.models.words import DONE_STATES, OPEN_STATES

PROPOSED = {"selesai_laporan": "siap", "selesai_bukti": "siap_bukti"}
"""What an item is proposed to be, by how its follow-up was finished."""
_RANKS: dict[str | None, int] = {None: -1, "belum_siap": 0, "sebagian": 1, "siap": 2, "siap_bukti": 3}

Moment = tuple[date, int]
"""A day, and of one day the tick of the clock at which something was noted."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is proposed for one region, beside what its report that counts says.

    `before` and `as_of` are None without a report; `value` and `measure` are that report's number. `finished` is
    how the follow-up was finished there, on `finished_on`, by `institutions`.
    """

    region_id: UUID
    region: str
    before: str | None
    as_of: date | None
    value: float | None
    measure: str | None
    finished: str
    finished_on: date
    institutions: tuple[UUID, ...]

    @property
    def state(self) -> str:
        """The state that is proposed."""
        return PROPOSED[self.finished]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item a follow-up proposes to bring up to date, in each of `places`; `link_id` keeps the answer."""

    link_id: UUID
    topic_id: UUID
    commitment_id: UUID
    commitment_code: str | None
    commitment_text: str
    item_id: UUID
    item_code: str
    item_text: str
    places: tuple[Place, ...]


_Linked, _Named = ChecklistItem.alias("linked"), CommitmentRegion.alias("named")
_Concerned = _Named.select(_Named.seq).where(_Named.commitment_id == Commitment.id, live(_Named))


def _in_its_regions(query: Any) -> Any:
    return query.join_from(
        Commitment, _Named, on=((_Named.commitment_id == Commitment.id) & live(_Named))
    ).join_from(_Named, Region, on=(_Named.region_id == Region.id))


def _in_wholes(query: Any) -> Any:
    """For a follow-up that names no region."""
    whole = Region.kind.in_(WHOLE_KINDS) & ~fn.EXISTS(_Concerned)
    return query.join_from(Commitment, Region, on=whole)


def _candidates(with_regions: Callable[[Any], Any], *conditions: Any) -> Statement:
    """Items and regions of follow-ups somebody has finished, where the report that counts says less."""
    return Statement(
        lambda: with_regions(
            ChecklistItem.select(
                CommitmentChecklistItem.id, ChecklistTemplate.topic_id, Commitment.id, Commitment.code,
                Commitment.text, ChecklistItem.id, ChecklistItem.code, ChecklistItem.text,
                CommitmentChecklistItem.answer, CommitmentChecklistItem.answered_on, CommitmentChecklistItem.clock,
                Region.id, Region.name, LATEST.state, LATEST.as_of, LATEST.clock, LATEST.value, LATEST.measure,
            )
            .join(ChecklistTemplate, on=(ChecklistItem.template_id == ChecklistTemplate.id))
            .join_from(ChecklistTemplate, Topic, on=(ChecklistTemplate.topic_id == Topic.id))
            .join_from(ChecklistItem, _Linked, on=(_Linked.thread_id == ChecklistItem.thread_id))
            .join_from(_Linked, CommitmentChecklistItem, on=(CommitmentChecklistItem.item_id == _Linked.id))
            .join_from(
                CommitmentChecklistItem, Commitment, on=(CommitmentChecklistItem.commitment_id == Commitment.id)
            )
            .join_from(Commitment, CommitmentStanding, on=(CommitmentStanding.seq == Commitment.seq))
        )
        .join_from(
            Region, TopicRegion,
            on=((TopicRegion.region_id == Region.id) & (TopicRegion.topic_id == Topic.id) & live(TopicRegion)),
        )
        .join_from(ChecklistItem, LATEST, JOIN.LEFT_OUTER, on=(LATEST.seq == latest_report()))
        .where(
            ChecklistItem.template_id == newest_template(), Topic.state == "open", live(ChecklistItem),
            live(CommitmentChecklistItem), live(Commitment), live(Region), CommitmentStanding.done > 0,
            asked_of_region(),
            LATEST.state.is_null() | LATEST.state.in_(("belum_siap", "sebagian"))
            | ((LATEST.state == "siap") & (CommitmentStanding.proven > 0)),
            *conditions,
        )
        .order_by(Commitment.seq, ChecklistItem.order_no, KINDS_IN_ORDER, Region.order_no, Region.seq)
    )  # fmt: skip


def _both(*conditions: Any) -> tuple[Statement, ...]:
    return tuple(_candidates(one, *conditions) for one in (_in_its_regions, _in_wholes))


_OF_TOPIC, _OF_ONE, _ON_ITEM = (
    _both(),
    _both(Commitment.id == param("commitment")),
    _both(ChecklistItem.id == param("item")),
)
_TOPICS = Statement(
    lambda: (
        CommitmentChecklistItem.select(ChecklistTemplate.topic_id)
        .distinct()
        .join(ChecklistItem, on=(CommitmentChecklistItem.item_id == ChecklistItem.id))
        .join_from(ChecklistItem, ChecklistTemplate, on=(ChecklistItem.template_id == ChecklistTemplate.id))
        .where(CommitmentChecklistItem.commitment_id == param("commitment"), live(CommitmentChecklistItem))
    )
)


def proposals(store: Store, topic: UUID) -> list[Proposal]:
    """What the finished follow-ups of a topic propose, the oldest first, those that name no region behind."""
    return _proposals(store, _rows(store, _OF_TOPIC, topic=topic))


def proposals_of(store: Store, commitment: UUID) -> list[Proposal]:
    """What one follow-up proposes; nothing while it is unfinished."""
    topics = [ID.python_value(topic) for (topic,) in _TOPICS.rows(store, commitment=commitment)]
    rows = [row for topic in topics for row in _rows(store, _OF_ONE, topic=topic, commitment=commitment)]
    return _proposals(store, rows)


def proposals_on(store: Store, topic: UUID, item: UUID, region: UUID) -> list[Proposal]:
    """What is proposed for an item in a region, with the other regions the same follow-up proposes it for."""
    found = _proposals(store, _rows(store, _ON_ITEM, topic=topic, item=item))
    return [one for one in found if any(place.region_id == region for place in one.places)]


def _rows(store: Store, asked: Sequence[Statement], **values: Any) -> list[tuple[Any, ...]]:
    return [row for statement in asked for row in statement.rows(store, **values)]


def waiting(found: Sequence[Proposal]) -> int:
    """How many items wait to be brought up to date, each counted once in a region."""
    return len({(one.item_id, place.region_id) for one in found for place in one.places})


# What a row of candidates tells of: the proposal, what was answered, and the region with its report.
_TYPES = (ID, ID, ID, None, None, ID, None, None, None, DAY, None, ID, None, None, DAY, None, None, None)


def _proposals(store: Store, rows: Sequence[tuple[Any, ...]]) -> list[Proposal]:
    found = [typed(row, _TYPES) for row in rows]
    follow_ups = {row[2] for row in found}
    parts, concerned = _parts(store, follow_ups), _regions(store, follow_ups)
    made: dict[tuple[Any, ...], list[Place]] = {}
    for row in found:
        place = _place(row, _finished(parts.get(row[2], ()), row[11], concerned.get(row[2], set())))
        if place is not None:
            made.setdefault(tuple(row[:8]), []).append(place)
    return [Proposal(*[*head, tuple(places)]) for head, places in made.items()]


@dataclass(frozen=True, slots=True)
class _Part:
    """An addressee: how far since when, and the regions its institution serves."""

    state: str
    moment: Moment
    institution: UUID | None
    serves: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class _Finished:
    state: str
    moment: Moment
    institutions: tuple[UUID, ...]


def _finished(parts: Collection[_Part], region: UUID, concerned: set[UUID]) -> _Finished | None:
    """How and since when all who have to do with a region are done there; None while somebody is not."""
    theirs = [one for one in parts if region in one.serves or not one.serves & concerned]
    states = [one.state for one in theirs]
    done = [one for one in theirs if one.state in DONE_STATES]
    if not done or any(state in OPEN_STATES for state in states):
        return None
    state = overall_state(len(states), len(done), 0, 0, proven=states.count("selesai_bukti"))
    named = dict.fromkeys(one.institution for one in done if one.institution)
    return _Finished(state, max(one.moment for one in done), tuple(named))


def _place(row: list[Any], finished: _Finished | None) -> Place | None:
    answer, answered_on, answered_at, region, name, before, as_of, noted_at, value, measure = row[8:]
    if finished is None or _RANKS[before] >= _RANKS[PROPOSED[finished.state]]:
        return None
    if as_of is not None and (as_of, noted_at) > finished.moment:
        return None
    if answer == "ditolak" and answered_on is not None and (answered_on, answered_at) > finished.moment:
        return None
    return Place(
        region, name, before, as_of, value, measure, finished.state, finished.moment[0],
        finished.institutions,
    )  # fmt: skip


def _regions(store: Store, commitments: Collection[UUID]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    if commitments:
        query = CommitmentRegion.select(CommitmentRegion.commitment_id, CommitmentRegion.region_id).where(
            CommitmentRegion.commitment_id.in_(list(commitments)), live(CommitmentRegion)
        )
        for row in store.rows(*compiled_once(store, query)):
            owner, region = typed(row, (ID, ID))
            found.setdefault(owner, set()).add(region)
    return found


def _parts(store: Store, commitments: Collection[UUID]) -> dict[UUID, list[_Part]]:
    if not commitments:
        return {}
    institution = fn.COALESCE(Addressee.institution_id, Position.institution_id)
    query = (
        Addressee.select(
            Addressee.commitment_id, Addressee.id, Addressee.state, Addressee.state_on, Addressee.clock,
            institution, InstitutionRegion.region_id, CommitmentStanding.heard_on,
        )
        .join(CommitmentStanding, on=(CommitmentStanding.commitment_id == Addressee.commitment_id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(
            Addressee, InstitutionRegion, JOIN.LEFT_OUTER,
            on=((InstitutionRegion.institution_id == institution) & live(InstitutionRegion)),
        )
        .where(Addressee.commitment_id.in_(list(commitments)), live(Addressee))
        .order_by(Addressee.order_no, Addressee.seq)
    )  # fmt: skip
    heads: dict[UUID, tuple[Any, ...]] = {}
    serves: dict[UUID, set[UUID]] = {}
    for row in store.rows(*compiled_once(store, query)):
        owner, one, state, on, clock, who, region, heard = typed(row, (ID, ID, None, DAY, None, ID, ID, DAY))
        heads[one] = (owner, state, (on or heard or date.min, clock), who)
        if region is not None:
            serves.setdefault(one, set()).add(region)
    found: dict[UUID, list[_Part]] = {}
    for one, (owner, state, moment, who) in heads.items():
        found.setdefault(owner, []).append(_Part(state, moment, who, frozenset(serves.get(one, ()))))
    return found
