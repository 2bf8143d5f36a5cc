"""Institutions that never answered: they have something open on which they never reported."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement
from desktop.models.store import Store
from desktop.models.tables import Addressee, CommitmentStanding, Institution, Position, ProgressReport, Reminder
from desktop.models.words import OPEN_STATES


class UnheardInstitution(NamedTuple):
    """An institution, with how many of its open parts it never reported on.

    `since` is the day of the oldest meeting those come from, `contacted_on` when somebody last asked about them.
    """

    seq: int
    id: UUID
    name: str
    unreported: int
    open: int
    since: date | None
    contacted_on: date | None


_OWN = fn.COALESCE(Addressee.institution_id, Position.institution_id)


def _is_reported() -> Any:
    return fn.EXISTS(
        ProgressReport.select(ProgressReport.seq).where(
            ProgressReport.addressee_id == Addressee.id, live(ProgressReport)
        )
    )


def _open_parts(*columns: Any) -> Any:
    """Parts of what is open that are open themselves."""
    return (
        Addressee.select(*columns)
        .join(CommitmentStanding, on=(CommitmentStanding.commitment_id == Addressee.commitment_id))
        .where(live(Addressee), Addressee.state.in_(OPEN_STATES), CommitmentStanding.unfinished == True)  # noqa: E712
    )  # fmt: skip


def _unheard(*columns: Any) -> Any:
    return _open_parts(*columns).where(~_is_reported())


def _count_query() -> Any:
    """Each institution is looked up until its first part without a report, so that many parts cost no more."""
    by_post = (
        _unheard(Position.institution_id)
        .join_from(Addressee, Position, on=(Addressee.position_id == Position.id))
        .where(Addressee.institution_id.is_null())
    )
    named = _unheard(Addressee.seq).where(Addressee.institution_id == Institution.id)
    return Institution.select(fn.COUNT(Institution.seq)).where(
        live(Institution), fn.EXISTS(named) | Institution.id.in_(by_post)
    )


_COUNT = Statement(_count_query)


def _list_query() -> Any:
    """All open parts are summed up by institution first: else they would be read anew for each of them."""
    unreported = Case(None, ((_is_reported(), 0),), 1)
    asked = Reminder.select(fn.MAX(Reminder.contacted_on)).where(
        Reminder.addressee_id == Addressee.id, live(Reminder)
    )
    parts = (
        _open_parts(
            _OWN.alias("own"), unreported.alias("unreported"), CommitmentStanding.held_on.alias("day"),
            asked.alias("asked"),
        )
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .cte("parts", materialized=True)
    )  # fmt: skip
    found = (
        parts.select_from(
            parts.c.own, fn.SUM(parts.c.unreported).alias("unreported"), fn.COUNT(parts.c.own).alias("open"),
            fn.MIN(Case(None, ((parts.c.unreported == 1, parts.c.day),))).alias("since"),
            fn.MAX(parts.c.asked).alias("asked"),
        )
        .group_by(parts.c.own)
        .having(fn.SUM(parts.c.unreported) > 0)
        .alias("found")
    )  # fmt: skip
    return (
        Institution.select(
            Institution.seq, Institution.id, Institution.name, found.c.unreported, found.c.open, found.c.since,
            found.c.asked,
        )
        .join(found, on=(found.c.own == Institution.id))
        .where(live(Institution))
        .order_by(Institution.protocol_rank, Institution.sort_key, Institution.seq)
    )  # fmt: skip


_LIST = Statement(_list_query)
_TYPES = (None, ID, None, None, None, DAY, DAY)


def unheard_count(store: Store) -> int:
    """How many there are."""
    row = _COUNT.one(store)
    return int(row[0]) if row else 0


def unheard_institutions(store: Store) -> list[UnheardInstitution]:
    """Who they are, in protocol order."""
    return [
        UnheardInstitution(*typed(row, _TYPES))._replace(unreported=int(row[3]), open=int(row[4]))
        for row in _LIST.rows(store)
    ]
