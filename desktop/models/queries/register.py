"""The register of follow-ups over all meetings: the list as searched and filtered, and its counters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.models.listing import Listing, View, Where, containing
from desktop.models.queries.commitment_states import (
    addressee_count,
    first_addressee,
    is_addressed,
    said_count,
    unfinished,
)
from desktop.models.queries.typed import live
from desktop.models.statements import Statement, param, text_of, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Meeting
from desktop.models.words import DONE_STATES, OPEN_STATES, PROMISED_DUE

SOON = timedelta(days=7)
"""How far ahead a promised day counts as near: today and the seven days after it."""

COMMITMENT_LIST = View(
    Commitment,
    columns={
        "kind": Commitment.kind,
        "text": Commitment.text,
        "addressee": first_addressee(),
        "addressees": addressee_count(),
        "done": addressee_count(Addressee.state.in_(DONE_STATES)),
        "open": addressee_count(Addressee.state.in_(OPEN_STATES)),
        "in_progress": addressee_count(Addressee.state == "proses"),
        "due_date": text_of(Commitment.due_date),
        "due_source": Commitment.due_source,
        "held_on": text_of(Meeting.held_on),
        "code": Commitment.code,
        "said": said_count(),
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
        where += (is_addressed(Addressee.institution_id == institution),)
    return Listing(store, COMMITMENT_LIST, order=order, descending=descending, where=where)


def _in_state(state: str, today: date) -> Where:
    open_, promised = unfinished(), Commitment.due_source.in_(PROMISED_DUE)
    conditions: dict[str, Where] = {
        "": (),
        "terbuka": (open_,),
        "terlambat": (open_, promised, Commitment.due_date < today),
        "due_soon": (open_, promised, Commitment.due_date.between(today, today + SOON)),
        "selesai": (~open_,),
    }
    return conditions[state]


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
    open_ = fn.COALESCE(answered.c.open, Case(None, ((Commitment.ended_how.is_null(), 1),), 0)) == 1
    promised = Commitment.due_source.in_(PROMISED_DUE)

    def counted(*conditions: Any) -> Any:
        together = conditions[0]
        for one in conditions[1:]:
            together &= one
        return fn.COALESCE(fn.SUM(Case(None, ((together, 1),), 0)), 0)

    return (
        Commitment.select(
            fn.COUNT(Commitment.seq),
            counted(open_),
            counted(open_, promised, Commitment.due_date < param("today")),
            counted(open_, promised, Commitment.due_date >= param("today"), Commitment.due_date <= param("soon")),
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
