"""What is told and done about readiness items: their problems and follow-ups, and the items of a follow-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.checklist import newest_template
from desktop.models.queries.issue_links import LinkedFollowUp, LinkedIssue, linked_follow_up
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    ChecklistItem,
    ChecklistTemplate,
    Commitment,
    CommitmentChecklistItem,
    CommitmentRegion,
    CommitmentStanding,
    Issue,
    Region,
)
from desktop.models.words import OPEN_ISSUE_STATES, OPEN_STATES

_Same, _This = ChecklistItem.alias("same"), ChecklistItem.alias("this")


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """A readiness item a follow-up moves forward, as the version in force has it where that still has it.

    `answer` is what became of the proposal to bring it up to date, on `answered_on`.
    """

    id: UUID
    code: str
    text: str
    category_id: UUID
    topic_id: UUID
    answer: str | None
    answered_on: date | None


def _versions() -> Any:
    """The item in all versions of its checklist."""
    thread = _This.select(_This.thread_id).where(_This.id == param("item"))
    return _Same.select(_Same.id).where(_Same.thread_id == thread)


_ISSUES = Statement(
    lambda: (
        Issue.select(Issue.id, Issue.text, Region.name, Issue.happened_on, Issue.state)
        .join(Region, JOIN.LEFT_OUTER, on=(Issue.region_id == Region.id))
        .where(
            Issue.item_id.in_(_versions()), Issue.region_id == param("region"), live(Issue),
            Issue.state.in_(OPEN_ISSUE_STATES),
        )
        .order_by(Issue.happened_on.desc(), Issue.seq.desc())
    )
)  # fmt: skip
_ANYWHERE = CommitmentRegion.select(CommitmentRegion.seq).where(
    CommitmentRegion.commitment_id == Commitment.id, live(CommitmentRegion)
)
_FOLLOW_UPS = Statement(
    lambda: (
        CommitmentChecklistItem.select(
            Commitment.id, Commitment.text, CommitmentStanding.addressee, CommitmentStanding.state_no,
            CommitmentStanding.done, CommitmentStanding.total,
        )
        .join(Commitment, on=(CommitmentChecklistItem.commitment_id == Commitment.id))
        .join(CommitmentStanding, on=(CommitmentStanding.seq == Commitment.seq))
        .where(
            CommitmentChecklistItem.item_id.in_(_versions()), live(CommitmentChecklistItem), live(Commitment),
            fn.EXISTS(_ANYWHERE.where(CommitmentRegion.region_id == param("region"))) | ~fn.EXISTS(_ANYWHERE),
        )
        .order_by(
            CommitmentStanding.unfinished.desc(), Commitment.due_date.is_null(), Commitment.due_date,
            Commitment.seq,
        )
        .limit(param("most"))
    )
)  # fmt: skip


def issues_of_item(store: Store, item: UUID, region: UUID) -> list[LinkedIssue]:
    """The problems and news of an item in a region that are not done with, the newest first."""
    types = (ID, None, None, DAY, None)
    return [LinkedIssue(*typed(row, types)) for row in _ISSUES.rows(store, item=item, region=region)]


def follow_ups_of_item(store: Store, item: UUID, region: UUID, most: int = 20) -> list[LinkedFollowUp]:
    """The follow-ups of an item in a region, or in all: the unfinished in front, of these what is due first."""
    return [linked_follow_up(row) for row in _FOLLOW_UPS.rows(store, item=item, region=region, most=most)]


def is_followed_up(store: Store, item: UUID, region: UUID) -> bool:
    """Whether somebody is at work on an item in a region."""
    return any(one.state in OPEN_STATES for one in follow_ups_of_item(store, item, region, most=1))


def _in_force() -> Any:
    """The item of the same thread in the version in force; the named one where that has none."""
    newest = newest_template(ChecklistTemplate.topic_id)
    current = _Same.select(_Same.id).where(
        _Same.thread_id == _This.thread_id, _Same.template_id == newest, live(_Same)
    )
    return fn.COALESCE(current.limit(1), _This.id)


_ITEMS = Statement(
    lambda: (
        CommitmentChecklistItem.select(
            ChecklistItem.id, ChecklistItem.code, ChecklistItem.text, ChecklistItem.category_id,
            ChecklistTemplate.topic_id, CommitmentChecklistItem.answer, CommitmentChecklistItem.answered_on,
        )
        .join(_This, on=(CommitmentChecklistItem.item_id == _This.id))
        .join_from(_This, ChecklistTemplate, on=(_This.template_id == ChecklistTemplate.id))
        .join_from(_This, ChecklistItem, on=(ChecklistItem.id == _in_force()))
        .where(CommitmentChecklistItem.commitment_id == param("commitment"), live(CommitmentChecklistItem))
        .order_by(ChecklistItem.order_no, ChecklistItem.seq)
    )
)  # fmt: skip


def items_of_follow_up(store: Store, commitment: UUID) -> list[LinkedItem]:
    """The readiness items a follow-up moves forward, in the order of the checklist."""
    types = (ID, None, None, ID, ID, None, DAY)
    return [LinkedItem(*typed(row, types)) for row in _ITEMS.rows(store, commitment=commitment)]
