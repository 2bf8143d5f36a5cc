"""What is told and done about a readiness item in a region: unsolved problems, unfinished follow-ups."""

from __future__ import annotations

from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.issue_links import LinkedFollowUp, LinkedIssue, linked_follow_up
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Commitment,
    CommitmentChecklistItem,
    CommitmentRegion,
    CommitmentStanding,
    Issue,
    Region,
)
from desktop.models.words import OPEN_ISSUE_STATES

_ISSUES = Statement(
    lambda: (
        Issue.select(Issue.id, Issue.text, Region.name, Issue.happened_on, Issue.state)
        .join(Region, JOIN.LEFT_OUTER, on=(Issue.region_id == Region.id))
        .where(
            Issue.item_id == param("item"), Issue.region_id == param("region"), live(Issue),
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
            CommitmentChecklistItem.item_id == param("item"), live(CommitmentChecklistItem), live(Commitment),
            CommitmentStanding.unfinished,
            fn.EXISTS(_ANYWHERE.where(CommitmentRegion.region_id == param("region"))) | ~fn.EXISTS(_ANYWHERE),
        )
        .order_by(Commitment.due_date.is_null(), Commitment.due_date, Commitment.seq)
    )
)  # fmt: skip


def issues_of_item(store: Store, item: UUID, region: UUID) -> list[LinkedIssue]:
    """The problems and news of an item in a region that are not done with, the newest first."""
    types = (ID, None, None, DAY, None)
    return [LinkedIssue(*typed(row, types)) for row in _ISSUES.rows(store, item=item, region=region)]


def follow_ups_of_item(store: Store, item: UUID, region: UUID) -> list[LinkedFollowUp]:
    """The unfinished follow-ups of an item in a region, or in all, what is due first in front."""
    return [linked_follow_up(row) for row in _FOLLOW_UPS.rows(store, item=item, region=region)]
