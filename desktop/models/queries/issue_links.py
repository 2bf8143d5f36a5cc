"""Which follow-ups came from a problem or deal with it, seen from either end; and whom a new one would go to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.listing import containing
from desktop.models.queries.of_topic import in_topic
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import (
    Commitment,
    CommitmentStanding,
    Institution,
    InstitutionRegion,
    Issue,
    IssueCommitment,
    Region,
)
from desktop.models.words import COMMITMENT_STATES

_STATES = tuple(COMMITMENT_STATES)


@dataclass(frozen=True, slots=True)
class LinkedFollowUp:
    """A follow-up a problem is linked to: its state over all addressees, and how many of them are done."""

    id: UUID
    text: str
    addressee: str | None
    state: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class LinkedIssue:
    """A problem or piece of news a follow-up is linked to."""

    id: UUID
    text: str
    region: str | None
    happened_on: date
    state: str


_FOLLOW_UPS = Statement(
    lambda: (
        IssueCommitment.select(
            Commitment.id, Commitment.text, CommitmentStanding.addressee, CommitmentStanding.state_no,
            CommitmentStanding.done, CommitmentStanding.total,
        )
        .join(Commitment, on=(IssueCommitment.commitment_id == Commitment.id))
        .join(CommitmentStanding, on=(CommitmentStanding.seq == Commitment.seq))
        .where(IssueCommitment.issue_id == param("issue"), live(IssueCommitment), live(Commitment))
        .order_by(IssueCommitment.seq)
    )
)  # fmt: skip
_ISSUES = Statement(
    lambda: (
        IssueCommitment.select(Issue.id, Issue.text, Region.name, Issue.happened_on, Issue.state)
        .join(Issue, on=(IssueCommitment.issue_id == Issue.id))
        .join(Region, JOIN.LEFT_OUTER, on=(Issue.region_id == Region.id))
        .where(IssueCommitment.commitment_id == param("commitment"), live(IssueCommitment), live(Issue))
        .order_by(Issue.happened_on, Issue.seq)
    )
)
_OF_REGION = Statement(
    lambda: (
        InstitutionRegion.select(Institution.id, Institution.name, Institution.kind)
        .join(Institution, on=(InstitutionRegion.institution_id == Institution.id))
        .where(InstitutionRegion.region_id == param("region"), live(InstitutionRegion), live(Institution))
        .order_by(Institution.protocol_rank, Institution.sort_key, Institution.seq)
    )
)


def follow_ups_of_issue(store: Store, issue: UUID) -> list[LinkedFollowUp]:
    """The follow-ups of a problem, the first linked first."""
    return [linked_follow_up(row) for row in _FOLLOW_UPS.rows(store, issue=issue)]


def linked_follow_up(row: tuple[Any, ...]) -> LinkedFollowUp:
    """A row with id, text, first addressee, the place of the state, and the counts of those done and of all."""
    one, text, who, state, done, total = typed(row, (ID, *(None,) * 5))
    return LinkedFollowUp(one, text, who, _STATES[state], done, total)


def issues_of_follow_up(store: Store, commitment: UUID) -> list[LinkedIssue]:
    """The problems and news a follow-up is linked to, the oldest first."""
    types = (ID, None, None, DAY, None)
    return [LinkedIssue(*typed(row, types)) for row in _ISSUES.rows(store, commitment=commitment)]


def follow_ups_found(store: Store, topic: UUID, text: str, most: int = 12) -> list[tuple[UUID, str, str]]:
    """Follow-ups of a topic in which every typed word stands, the newest first: id, text, first addressee."""
    query = (
        Commitment.select(Commitment.id, Commitment.text, CommitmentStanding.addressee)
        .join(CommitmentStanding, on=(CommitmentStanding.seq == Commitment.seq))
        .where(in_topic(topic), live(Commitment), *containing(Commitment.search_text, text))
        .order_by(Commitment.seq.desc())
        .limit(most)
    )
    found = (typed(row, (ID, None, None)) for row in store.rows(*compiled_once(store, query)))
    return [(one, words, who or "") for one, words, who in found]


def institutions_of_region(store: Store, region: UUID) -> list[tuple[UUID, str, str]]:
    """Who serves a region, in protocol order: id, name, kind."""
    found = (typed(row, (ID, None, None)) for row in _OF_REGION.rows(store, region=region))
    return [(one, name, kind) for one, name, kind in found]
