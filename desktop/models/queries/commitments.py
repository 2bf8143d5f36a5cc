"""Follow-ups: the register over all meetings, those of one meeting, and one with its addressees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.models.listing import Listing, View, Where, containing, unknown_last
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param, text_of
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
from desktop.models.words import DONE_STATES, OPEN_STATES, PROMISED_DUE

SOON = timedelta(days=7)
"""How far ahead a promised day counts as near: today and the seven days after it."""


def _of_commitment(selected: Any, *conditions: Any) -> Any:
    return Addressee.select(selected).where(Addressee.commitment_id == Commitment.id, live(Addressee), *conditions)


def _addressees(*conditions: Any) -> Any:
    """How many addressees a follow-up has."""
    return _of_commitment(fn.COUNT(Addressee.seq), *conditions)


def _is_addressed(*conditions: Any) -> Any:
    """The condition that a follow-up has such an addressee."""
    return fn.EXISTS(_of_commitment(Addressee.seq, *conditions))  # of a count there is always a row


def _first_addressee() -> Any:
    """The words of the first addressee, as said in the meeting ("KPU kabupaten/kota")."""
    return (
        Addressee.select(fn.COALESCE(Addressee.via, Institution.name, Addressee.label))
        .join(Institution, JOIN.LEFT_OUTER, on=(Addressee.institution_id == Institution.id))
        .where(Addressee.commitment_id == Commitment.id, live(Addressee))
        .order_by(Addressee.order_no, Addressee.seq)
        .limit(1)
    )


def _unfinished() -> Any:
    """The condition that somebody still has to do it; so also while nobody was named."""
    return _is_addressed(Addressee.state.in_(OPEN_STATES)) | ~_is_addressed()


COMMITMENT_LIST = View(
    Commitment,
    columns={
        "kind": Commitment.kind,
        "text": Commitment.text,
        "addressee": _first_addressee(),
        "addressees": _addressees(),
        "done": _addressees(Addressee.state.in_(DONE_STATES)),
        "open": _addressees(Addressee.state.in_(OPEN_STATES)),
        "in_progress": _addressees(Addressee.state == "proses"),
        "due_date": text_of(Commitment.due_date),
        "due_source": Commitment.due_source,
        "held_on": text_of(Meeting.held_on),
        "code": Commitment.code,
    },
    orders={"due_date": unknown_last(Commitment.due_date), "text": Commitment.sort_key},
    joins=lambda query: query.join(Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id)),
)


def commitment_list(
    store: Store,
    *,
    today: date,
    text: str = "",
    state: str = "",
    meeting: UUID | None = None,
    institution: UUID | None = None,
    order: str = "due_date",
    descending: bool = False,
) -> Listing:
    """Tindak Lanjut as searched, filtered and ordered.

    `state` is "" (all), "terbuka" (somebody has not finished), "terlambat" (promised for a day before `today` and
    not finished; internal dates never count), "due_soon" (promised for today or a day within `SOON`, and not
    finished) or "selesai".
    """
    where: Where = (*containing(Commitment.search_text, text), *_in_state(state, today))
    if meeting is not None:
        where += (Commitment.meeting_id == meeting,)
    if institution is not None:
        where += (_is_addressed(Addressee.institution_id == institution),)
    return Listing(store, COMMITMENT_LIST, order=order, descending=descending, where=where)


def _in_state(state: str, today: date) -> Where:
    unfinished, promised = _unfinished(), Commitment.due_source.in_(PROMISED_DUE)
    conditions: dict[str, Where] = {
        "": (),
        "terbuka": (unfinished,),
        "terlambat": (unfinished, promised, Commitment.due_date < today),
        "due_soon": (unfinished, promised, Commitment.due_date.between(today, today + SOON)),
        "selesai": (~unfinished,),
    }
    return conditions[state]


def overall_state(total: int, done: int, open_: int, in_progress: int) -> str:
    """The state of a follow-up over all its addressees; the words are those of one addressee."""
    if total and open_ == 0:
        return "selesai_laporan" if done else "dihentikan"
    return "proses" if in_progress or done else "belum"


def is_late(due_date: date | None, due_source: str | None, unfinished: bool, today: date) -> bool:
    """Whether a promised day has passed; an internal date makes nothing late."""
    return unfinished and due_date is not None and due_source in PROMISED_DUE and due_date < today


@dataclass(frozen=True, slots=True)
class AddresseeRow:
    """One addressee of a follow-up and how far they are."""

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
        if self.position and self.institution:
            return f"{self.position} {self.institution}"
        return self.institution or self.label or ""


@dataclass(frozen=True, slots=True)
class CommitmentRow:
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


def _commitment_query() -> Any:
    return (
        Commitment.select(
            Commitment.id, Commitment.seq, Commitment.order_no, Commitment.code, Commitment.kind, Commitment.text,
            Commitment.meeting_id, Meeting.title, Meeting.held_on, Commitment.agenda_item_id,
            Commitment.statement_id, Said.code, Commitment.speaker_id, Commitment.due_date, Commitment.due_source,
            Commitment.due_note, Commitment.indicator,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .join_from(Commitment, Said, JOIN.LEFT_OUTER, on=(Commitment.statement_id == Said.id))
        .where(live(Commitment))
        .order_by(Commitment.order_no, Commitment.seq)
    )  # fmt: skip


_ALL = Statement(_commitment_query)
_TYPES = (ID, None, None, None, None, None, ID, None, DAY, ID, ID, None, ID, DAY, None, None, None)
_OF_MEETING = Statement(lambda: _commitment_query().where(Commitment.meeting_id == param("key")))
_ONE = Statement(lambda: _commitment_query().where(Commitment.id == param("key")))


def _addressee_query() -> Any:
    return (
        Addressee.select(
            Addressee.id, Addressee.commitment_id, Addressee.institution_id, Institution.name, Position.title,
            Addressee.label, Addressee.via, Addressee.state, Addressee.state_on, Addressee.position_id,
        )
        .join(Institution, JOIN.LEFT_OUTER, on=(Addressee.institution_id == Institution.id))
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(Addressee, Commitment, on=(Addressee.commitment_id == Commitment.id))
        .where(live(Addressee), live(Commitment))
        .order_by(Addressee.order_no, Addressee.seq)
    )  # fmt: skip


_ALL_ADDRESSEES = Statement(_addressee_query)
_ADDRESSEE_TYPES = (ID, ID, ID, None, None, None, None, None, DAY, ID)
_ADDRESSEES_OF_MEETING = Statement(lambda: _addressee_query().where(Commitment.meeting_id == param("key")))
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
_ITEMS_OF_ONE = Statement(lambda: _item_query().where(Commitment.id == param("key")))


def commitments_of(store: Store, meeting: UUID) -> list[CommitmentRow]:
    """The follow-ups of a meeting with their addressees."""
    return _assembled(store, (_OF_MEETING, _ADDRESSEES_OF_MEETING, _ITEMS_OF_MEETING), meeting)


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
        one = AddresseeRow(*typed(row, _ADDRESSEE_TYPES))
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


_LINKED_ITEMS = Statement(
    lambda: (
        CommitmentChecklistItem.select(ChecklistItem.code, ChecklistItem.text)
        .join(ChecklistItem, on=(CommitmentChecklistItem.item_id == ChecklistItem.id))
        .where(CommitmentChecklistItem.commitment_id == param("key"), live(CommitmentChecklistItem))
        .order_by(ChecklistItem.order_no)
    )
)


def linked_items(store: Store, one: UUID) -> list[tuple[str, str]]:
    """The readiness items a follow-up moves forward: code and text."""
    return [(code, text) for code, text in _LINKED_ITEMS.rows(store, key=one)]


@dataclass(frozen=True, slots=True)
class CommitmentCount:
    """How many follow-ups there are, open, late and due within seven days."""

    total: int
    open: int
    late: int
    soon: int


def _count_query() -> Any:
    """All addressees grouped once: looking them up for each follow-up takes twice as long."""
    answered = (
        Addressee.select(
            Addressee.commitment_id, fn.MAX(Case(None, ((Addressee.state.in_(OPEN_STATES), 1),), 0)).alias("open")
        )
        .where(live(Addressee))
        .group_by(Addressee.commitment_id)
        .cte("answered", materialized=True)
    )
    unfinished = fn.COALESCE(answered.c.open, 1) == 1
    promised = Commitment.due_source.in_(PROMISED_DUE)

    def counted(*conditions: Any) -> Any:
        together = conditions[0]
        for one in conditions[1:]:
            together &= one
        return fn.COALESCE(fn.SUM(Case(None, ((together, 1),), 0)), 0)

    return (
        Commitment.select(
            fn.COUNT(Commitment.seq),
            counted(unfinished),
            counted(unfinished, promised, Commitment.due_date < param("today")),
            counted(
                unfinished, promised, Commitment.due_date >= param("today"), Commitment.due_date <= param("soon")
            ),
        )
        .join(answered, JOIN.LEFT_OUTER, on=(answered.c.commitment_id == Commitment.id))
        .where(live(Commitment))
        .with_cte(answered)
    )


_COUNT = Statement(_count_query)


def commitment_count(store: Store, today: date, soon: date) -> CommitmentCount:
    """The counters of the register on a day; `soon` is the last day that counts as near."""
    row = _COUNT.one(store, today=today, soon=soon) or (0, 0, 0, 0)
    return CommitmentCount(*(int(value) for value in row))
