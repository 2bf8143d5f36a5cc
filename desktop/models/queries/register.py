"""The register of follow-ups over all meetings: the list as filtered and ordered, and its counters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Case, fn

from desktop.models.listing import Listing, View
from desktop.models.queries.commitment_filter import SOON, CommitmentFilter
from desktop.models.statements import Statement, compiled_once, param, text_of, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Commitment, CommitmentStanding

_ROW = CommitmentStanding

COMMITMENT_LIST = View(
    CommitmentStanding,
    columns={
        "kind": _ROW.kind,
        "text": Commitment.text,
        "addressee": _ROW.addressee,
        "addressees": _ROW.total,
        "done": _ROW.done,
        "open": _ROW.open,
        "in_progress": _ROW.in_progress,
        "due_date": text_of(_ROW.due_date),
        "due_source": _ROW.due_source,
        "held_on": text_of(_ROW.held_on),
        "code": Commitment.code,
        "said": _ROW.said,
        "heard_on": text_of(_ROW.heard_on),
        "contacted_on": text_of(_ROW.contacted_on),
        "proven": _ROW.proven,
        "reports": _ROW.reports,
        "moved": _ROW.moved,
        "evidence": _ROW.evidence,
        "waiting_since": text_of(_ROW.waiting_since),
        "ended_how": Commitment.ended_how,
    },
    orders={
        "text": _ROW.sort_key,
        "addressee": unknown_last(_ROW.addressee_key),
        "due_date": unknown_last(_ROW.due_date),
        "state": _ROW.state_no,
        "held_on": unknown_last(_ROW.held_on),
        "heard_on": unknown_last(_ROW.heard_on),
    },
    joins=lambda query: query.join(Commitment, on=(Commitment.seq == _ROW.seq)),
)


def commitment_list(
    store: Store,
    asked: CommitmentFilter | None = None,
    *,
    today: date,
    order: str = "due_date",
    descending: bool = False,
) -> Listing:
    """Tindak Lanjut as filtered on a day and ordered by a column of `COMMITMENT_LIST.orders`."""
    where = asked.where(today) if asked else ()
    return Listing(store, COMMITMENT_LIST, order=order, descending=descending, where=where)


@dataclass(frozen=True, slots=True)
class CommitmentCount:
    """How many follow-ups there are, open, late and due within seven days."""

    total: int
    open: int
    late: int
    soon: int

    @property
    def done(self) -> int:
        """How many nobody has to do any more."""
        return self.total - self.open


def _count_query(today: Any, soon: Any, *conditions: Any) -> Any:
    open_ = _ROW.unfinished == True  # noqa: E712 - an SQL expression

    def counted(condition: Any) -> Any:
        return fn.COUNT(Case(None, ((condition, 1),)))

    query = _ROW.select(
        fn.COUNT(_ROW.seq),
        counted(open_),
        counted(open_ & (_ROW.promised_on < today)),
        counted(open_ & _ROW.promised_on.between(today, soon)),
    )
    return query.where(*conditions) if conditions else query


_COUNT = Statement(lambda: _count_query(param("today"), param("soon")))


def commitment_count(store: Store, asked: CommitmentFilter | None = None, *, today: date) -> CommitmentCount:
    """The counters of the register on a day, of what a filter finds in whatever state."""
    soon = today + SOON
    where = asked.without_state().where(today) if asked else ()
    if where:
        row = store.one(*compiled_once(store, _count_query(today, soon, *where)))
    else:
        row = _COUNT.one(store, today=today, soon=soon)
    return CommitmentCount(*(int(value) for value in row or (0, 0, 0, 0)))
