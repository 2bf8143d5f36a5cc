"""Some follow-ups with all that decides whether a change fits them, for a change of many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import compiled_once
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, CommitmentInstitution, CommitmentRegion, Topic
from desktop.models.words import OPEN_STATES

_AT_ONCE = 250  # follow-ups asked about in one statement
_OPEN_TOPIC = "open"


@dataclass(frozen=True, slots=True)
class Part:
    """What one addressee has of a follow-up, and how far it is."""

    id: UUID
    institution_id: UUID | None
    state: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up as a change of many looks at it; `concerns` are its regions and institutions."""

    id: UUID
    seq: int
    code: str | None
    text: str
    due_date: date | None
    due_source: str | None
    escalated_on: date | None
    directed_on: date | None
    closed: bool
    parts: tuple[Part, ...] = ()
    concerns: frozenset[UUID] = frozenset()

    @property
    def unfinished(self) -> bool:
        """Whether somebody still has to do it; so also while nobody was named."""
        return not self.parts or any(one.state in OPEN_STATES for one in self.parts)


def follow_ups(store: Store, seqs: Sequence[int]) -> list[FollowUp]:
    """The follow-ups with these seq, in the order given; those that are gone are left out."""
    found: dict[int, FollowUp] = {}
    for start in range(0, len(seqs), _AT_ONCE):
        found |= {one.seq: one for one in _some(store, list(seqs[start : start + _AT_ONCE]))}
    return [found[seq] for seq in seqs if seq in found]


def _some(store: Store, seqs: list[int]) -> list[FollowUp]:
    parts: dict[UUID, list[Part]] = {}
    for row in _under(store, seqs, Addressee, Addressee.id, Addressee.institution_id, Addressee.state):
        owner, *part = typed(row, (ID, ID, ID, None))
        parts.setdefault(owner, []).append(Part(*part))
    concerns: dict[UUID, set[UUID]] = {}
    for table, end in (
        (CommitmentRegion, CommitmentRegion.region_id),
        (CommitmentInstitution, CommitmentInstitution.institution_id),
    ):
        for row in _under(store, seqs, table, end):
            owner, one = typed(row, (ID, ID))
            concerns.setdefault(owner, set()).add(one)
    found = []
    for row in store.rows(*compiled_once(store, _own_values(seqs))):
        *own, topic_state = typed(row, (ID, None, None, None, DAY, None, DAY, DAY, None))
        closed = topic_state is not None and topic_state != _OPEN_TOPIC
        theirs = tuple(parts.get(own[0], ()))
        found.append(FollowUp(*[*own, closed, theirs, frozenset(concerns.get(own[0], ()))]))
    return found


def _own_values(seqs: list[int]) -> Any:
    return (
        Commitment.select(
            Commitment.id, Commitment.seq, Commitment.code, Commitment.text, Commitment.due_date,
            Commitment.due_source, Commitment.escalated_on, Commitment.directed_on, Topic.state,
        )
        .join(Topic, JOIN.LEFT_OUTER, on=(Commitment.topic_id == Topic.id))
        .where(Commitment.seq.in_(seqs), live(Commitment))
    )  # fmt: skip


def _under(store: Store, seqs: list[int], table: Any, *selected: Any) -> list[tuple[Any, ...]]:
    query = (
        table.select(table.commitment_id, *selected)
        .join(Commitment, on=(table.commitment_id == Commitment.id))
        .where(Commitment.seq.in_(seqs), live(table))
        .order_by(*((table.order_no, table.seq) if table is Addressee else (table.seq,)))
    )
    return store.rows(*compiled_once(store, query))
