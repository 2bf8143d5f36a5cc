"""Follow-ups with their addressees: one, those of a meeting, or all; the list of them is in `register`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.commitment_states import is_late, overall_state
from desktop.models.queries.of_topic import in_topic
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    ChecklistItem,
    Commitment,
    CommitmentChecklistItem,
    Institution,
    Meeting,
    Position,
)
from desktop.models.tables import Statement as Said
from desktop.models.words import DONE_STATES, OPEN_STATES


class AddresseeRow(NamedTuple):
    """One addressee of a follow-up and how far they are.

    A named tuple, as the follow-up itself: a big meeting has hundreds of both, read again with each change.
    """

    id: UUID
    commitment_id: UUID
    institution_id: UUID | None
    institution: str | None
    position: str | None
    label: str | None
    via: str | None
    state: str
    state_on: date | None
    position_id: UUID | None = None

    @property
    def words(self) -> str:
        """The addressee as one writes it."""
        return addressee_words(self.position, self.institution, self.label)


class CommitmentRow(NamedTuple):
    """A follow-up with what it came from; its addressees in their order."""

    id: UUID
    seq: int
    order_no: int
    code: str | None
    kind: str
    text: str
    meeting_id: UUID | None
    meeting_title: str | None
    held_on: date | None
    agenda_item_id: UUID | None
    statement_id: UUID | None
    statement_code: str | None
    speaker_id: UUID | None
    due_date: date | None
    due_source: str | None
    due_note: str | None
    indicator: str | None
    show_again_on: date | None
    addressees: tuple[AddresseeRow, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Its state over all addressees."""
        states = [one.state for one in self.addressees]
        return overall_state(
            len(states),
            sum(state in DONE_STATES for state in states),
            sum(state in OPEN_STATES for state in states),
            states.count("proses"),
        )

    @property
    def unfinished(self) -> bool:
        """Whether somebody still has to do it; so also while nobody was named."""
        return not self.addressees or any(one.state in OPEN_STATES for one in self.addressees)

    @property
    def done(self) -> int:
        """How many addressees have finished."""
        return sum(one.state in DONE_STATES for one in self.addressees)

    def is_late(self, today: date) -> bool:
        """Whether a promised day has passed for somebody who has not finished."""
        return is_late(self.due_date, self.due_source, self.unfinished, today)

    def addressee_words(self) -> list[str]:
        """The addressees as said: a group once, others one by one."""
        return list(dict.fromkeys(one.via or one.words for one in self.addressees))


def addressee_words(position: str | None, institution: str | None, label: str | None) -> str:
    """An addressee as one writes it."""
    if position and institution:
        return f"{position} {institution}"
    return institution or label or ""


def _commitment_query() -> Any:
    return (
        Commitment.select(
            Commitment.id, Commitment.seq, Commitment.order_no, Commitment.code, Commitment.kind, Commitment.text,
            Commitment.meeting_id, Meeting.title, Meeting.held_on, Commitment.agenda_item_id,
            Commitment.statement_id, Said.code, Commitment.speaker_id, Commitment.due_date, Commitment.due_source,
            Commitment.due_note, Commitment.indicator, Commitment.show_again_on,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .join_from(Commitment, Said, JOIN.LEFT_OUTER, on=(Commitment.statement_id == Said.id))
        .where(live(Commitment))
        .order_by(Commitment.order_no, Commitment.seq)
    )  # fmt: skip


_ALL = Statement(_commitment_query)
_TYPES = (ID, None, None, None, None, None, ID, None, DAY, ID, ID, None, ID, DAY, None, None, None, DAY)
_OF_MEETING = Statement(lambda: _commitment_query().where(Commitment.meeting_id == param("key")))
_OF_TOPIC = Statement(
    lambda: (
        _commitment_query()
        .where(in_topic(param("key")))
        .order_by(
            Meeting.held_on.is_null(), Meeting.held_on, Commitment.meeting_id, Commitment.order_no, Commitment.seq
        )
    )
)
_ONE = Statement(lambda: _commitment_query().where(Commitment.id == param("key")))


_OWN = fn.COALESCE(Addressee.institution_id, Position.institution_id)


def _addressee_query() -> Any:
    return (
        Addressee.select(
            Addressee.id, Addressee.commitment_id, Addressee.institution_id, Institution.name, Position.title,
            Addressee.label, Addressee.via, Addressee.state, Addressee.state_on, Addressee.position_id,
        )
        .join(Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(Addressee, Institution, JOIN.LEFT_OUTER, on=(Institution.id == _OWN))
        .join_from(Addressee, Commitment, on=(Addressee.commitment_id == Commitment.id))
        .where(live(Addressee), live(Commitment))
        .order_by(Addressee.order_no, Addressee.seq)
    )  # fmt: skip


_ALL_ADDRESSEES = Statement(_addressee_query)
_ADDRESSEE_TYPES = (ID, ID, ID, None, None, None, None, None, DAY, ID)
_ADDRESSEES_OF_MEETING = Statement(lambda: _addressee_query().where(Commitment.meeting_id == param("key")))
_ADDRESSEES_OF_TOPIC = Statement(lambda: _addressee_query().where(in_topic(param("key"))))
_ADDRESSEES_OF_ONE = Statement(lambda: _addressee_query().where(Commitment.id == param("key")))


def _item_query() -> Any:
    return (
        CommitmentChecklistItem.select(CommitmentChecklistItem.commitment_id, ChecklistItem.code)
        .join(ChecklistItem, on=(CommitmentChecklistItem.item_id == ChecklistItem.id))
        .join_from(
            CommitmentChecklistItem, Commitment, on=(CommitmentChecklistItem.commitment_id == Commitment.id)
        )
        .where(live(CommitmentChecklistItem))
        .order_by(ChecklistItem.order_no)
    )


_ALL_ITEMS = Statement(_item_query)
_ITEMS_OF_MEETING = Statement(lambda: _item_query().where(Commitment.meeting_id == param("key")))
_ITEMS_OF_TOPIC = Statement(lambda: _item_query().where(in_topic(param("key"))))
_ITEMS_OF_ONE = Statement(lambda: _item_query().where(Commitment.id == param("key")))


def commitments_of(store: Store, meeting: UUID) -> list[CommitmentRow]:
    """The follow-ups of a meeting with their addressees."""
    return _assembled(store, (_OF_MEETING, _ADDRESSEES_OF_MEETING, _ITEMS_OF_MEETING), meeting)


def commitments_of_topic(store: Store, topic: UUID) -> list[CommitmentRow]:
    """The follow-ups of a topic with their addressees, those of its meetings included."""
    return _assembled(store, (_OF_TOPIC, _ADDRESSEES_OF_TOPIC, _ITEMS_OF_TOPIC), topic)


def all_commitments(store: Store) -> list[CommitmentRow]:
    """Every follow-up of every meeting with its addressees."""
    return _assembled(store, (_ALL, _ALL_ADDRESSEES, _ALL_ITEMS))


def commitment(store: Store, one: UUID) -> CommitmentRow | None:
    """One follow-up with its addressees."""
    found = _assembled(store, (_ONE, _ADDRESSEES_OF_ONE, _ITEMS_OF_ONE), one)
    return found[0] if found else None


def _assembled(store: Store, asked: tuple[Statement, Statement, Statement], *key: UUID) -> list[CommitmentRow]:
    named = {"key": key[0]} if key else {}
    addressees: dict[UUID, list[AddresseeRow]] = {}
    for row in asked[1].rows(store, **named):
        one = AddresseeRow._make(typed(row, _ADDRESSEE_TYPES))
        addressees.setdefault(one.commitment_id, []).append(one)
    items: dict[UUID, list[str]] = {}
    for row in asked[2].rows(store, **named):
        owner, code = typed(row, (ID, None))
        items.setdefault(owner, []).append(code)
    found = []
    for row in asked[0].rows(store, **named):
        values = typed(row, _TYPES)
        own = values[0]
        found.append(CommitmentRow(*[*values, tuple(addressees.get(own, ())), tuple(items.get(own, ()))]))
    return found


def addressees_said(store: Store, seqs: Sequence[int]) -> dict[int, list[str]]:
    """The addressees of some follow-ups by their seq, as said: a group once, others one by one."""
    query = (
        Addressee.select(Commitment.seq, Addressee.via, Position.title, Institution.name, Addressee.label)
        .join(Commitment, on=(Addressee.commitment_id == Commitment.id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(Addressee, Institution, JOIN.LEFT_OUTER, on=(Institution.id == _OWN))
        .where(Commitment.seq.in_(list(seqs)), live(Addressee))
        .order_by(Addressee.order_no, Addressee.seq)
    )
    found: dict[int, dict[str, None]] = {}
    for seq, via, position, institution, label in store.rows(*compiled_once(store, query)):
        words = via or addressee_words(position, institution, label)
        found.setdefault(seq, {})[words] = None
    return {seq: list(words) for seq, words in found.items()}
