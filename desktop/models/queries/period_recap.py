"""The meetings a recap is about, and how many follow-ups each gave."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.queries.scope import Scope
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.statements import compiled_once
from desktop.models.store import Store
from desktop.models.tables import Commitment, Meeting


class MeetingOfScope(NamedTuple):
    """A meeting that was to be held, and how many follow-ups it gave."""

    id: UUID
    held_on: date
    title: str
    cancelled: bool
    given: int


def meetings_of(store: Store, scope: Scope) -> list[MeetingOfScope]:
    """The meetings of a scope by their day, also those that were cancelled."""
    given = (Commitment.meeting_id == Meeting.id) & live(Commitment)
    shown = (Meeting.id, Meeting.held_on, Meeting.title, Meeting.cancelled)
    query = (
        Meeting.select(*shown, fn.COUNT(Commitment.seq))
        .join(Commitment, JOIN.LEFT_OUTER, on=given)
        .where(*scope.meetings())
        .group_by(*shown, Meeting.seq)
        .order_by(Meeting.held_on, Meeting.seq)
    )
    return [_meeting(row) for row in store.rows(*compiled_once(store, query))]


def _meeting(row: tuple[Any, ...]) -> MeetingOfScope:
    one, held_on, title, cancelled, given = row
    meeting, day = ID.python_value(one), DAY.python_value(held_on)
    assert meeting is not None
    assert day is not None
    return MeetingOfScope(meeting, day, title, bool(cancelled), int(given))
