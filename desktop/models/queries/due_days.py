"""Promised days of open follow-ups, as a calendar takes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import compiled_once
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, CommitmentStanding, Institution, Meeting, Position
from desktop.models.words import OPEN_STATES, PROMISED_DUE

_AT_ONCE = 500


class DueRow(NamedTuple):
    """An open follow-up with a promised day; `clock` grows with every change of it."""

    seq: int
    id: UUID
    clock: int
    text: str
    due_date: date
    due_source: str
    meeting: str | None
    held_on: date | None


_TYPES = (None, ID, None, None, DAY, None, None, DAY)


def due_rows(store: Store, *, seqs: Sequence[int] | None = None, institution: UUID | None = None) -> list[DueRow]:
    """What is open and promised for a day, the earliest first: of these follow-ups, of an institution, or all.

    Left out is what was said in a classified meeting, because a calendar travels. Of an institution only what it
    still has to do itself.
    """
    where: tuple[Any, ...] = ()
    if institution is not None:
        own = Position.select(Position.id).where(Position.institution_id == institution)
        at = (Addressee.institution_id == institution) | Addressee.position_id.in_(own)
        parts = Addressee.select(Addressee.commitment_id).where(
            at, Addressee.state.in_(OPEN_STATES), live(Addressee)
        )
        where = (Commitment.id.in_(parts),)
    if seqs is None:
        return _read(store, *where)
    pieces = (seqs[start : start + _AT_ONCE] for start in range(0, len(seqs), _AT_ONCE))
    found = [row for piece in pieces for row in _read(store, *where, Commitment.seq.in_(list(piece)))]
    return sorted(found, key=lambda row: (row.due_date, row.seq))


def _read(store: Store, *conditions: Any) -> list[DueRow]:
    query = (
        Commitment.select(
            Commitment.seq, Commitment.id, Commitment.clock, Commitment.text, Commitment.due_date,
            Commitment.due_source, Meeting.title, Meeting.held_on,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=(Commitment.meeting_id == Meeting.id))
        .join_from(Commitment, CommitmentStanding, on=(CommitmentStanding.seq == Commitment.seq))
        .where(
            CommitmentStanding.unfinished == True, CommitmentStanding.promised_on.is_null(False),  # noqa: E712 - SQL
            fn.COALESCE(Meeting.security, "biasa") == "biasa",
            *conditions,
        )
        .order_by(Commitment.due_date, Commitment.seq)
    )  # fmt: skip
    return [DueRow(*typed(row, _TYPES)) for row in store.rows(*compiled_once(store, query))]


def due_institutions(store: Store) -> list[tuple[UUID, str]]:
    """The institutions that have something open with a promised day, by name."""
    own = fn.COALESCE(Addressee.institution_id, Position.institution_id)
    query = (
        Institution.select(Institution.id, Institution.name)
        .where(
            live(Institution),
            Institution.id.in_(
                Addressee.select(own)
                .join(Commitment, on=(Addressee.commitment_id == Commitment.id))
                .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
                .where(
                    live(Addressee), live(Commitment), Addressee.state.in_(OPEN_STATES),
                    Commitment.due_date.is_null(False), Commitment.due_source.in_(PROMISED_DUE),
                )
            ),
        )
        .order_by(Institution.sort_key, Institution.seq)
    )  # fmt: skip
    rows = store.rows(*compiled_once(store, query))
    return [(one, name) for one, name in (typed(row, (ID, None)) for row in rows)]
