"""The letters of a meeting as they were typed, and where a number was used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Letter, Meeting

TYPED = (
    "number", "dated_on", "urgency", "enclosure", "subject", "addressee", "sender", "opening", "body", "basis",
    "purpose", "suggestion", "closing", "note", "copies",
)  # fmt: skip
"""The fields of a letter that are typed."""
_TYPES = tuple(DAY if name == "dated_on" else None for name in TYPED)

_LETTER = Statement(
    lambda: (
        Letter.select(Letter.id, *(getattr(Letter, name) for name in TYPED))
        .where(Letter.meeting_id == param("meeting"), Letter.kind == param("kind"), live(Letter))
        .order_by(Letter.seq)
        .limit(1)
    )
)


def letter(store: Store, meeting: UUID, kind: str) -> tuple[UUID, dict[str, Any]] | None:
    """A letter's id and its fields by name; None while nobody wrote anything for it."""
    row = _LETTER.one(store, meeting=meeting, kind=kind)
    if row is None:
        return None
    one, *values = typed(row, (ID, *_TYPES))
    return one, dict(zip(TYPED, values, strict=True))


@dataclass(frozen=True, slots=True)
class NumberUse:
    """A paper that bears a number: `kind` is a letter's or "notula", the rest is its meeting."""

    kind: str
    meeting_id: UUID
    title: str
    held_on: date


_IN_LETTERS = Statement(
    lambda: (
        Letter.select(Letter.kind, Meeting.id, Meeting.title, Meeting.held_on)
        .join(Meeting, on=(Letter.meeting_id == Meeting.id))
        .where(Letter.number == param("number"), live(Letter), live(Meeting))
    )
)
_IN_MEETINGS = Statement(
    lambda: Meeting.select(
        Meeting.id, Meeting.title, Meeting.held_on, Meeting.invitation_number, Meeting.minutes_number
    ).where(
        (Meeting.invitation_number == param("number")) | (Meeting.minutes_number == param("number")),
        live(Meeting),
    )
)


_MEETING = (ID, None, DAY)


def uses_of_number(store: Store, number: str) -> Sequence[NumberUse]:
    """Every invitation, notula and other letter with this number, the newest meeting first."""
    rows = _IN_LETTERS.rows(store, number=number)
    found = [NumberUse(row[0], *typed(row[1:], _MEETING)) for row in rows]
    for row in _IN_MEETINGS.rows(store, number=number):
        meeting = typed(row[:3], _MEETING)
        for kind, used in zip(("undangan", "notula"), row[3:], strict=True):
            found += [NumberUse(kind, *meeting)] if used == number else []
    return sorted(found, key=lambda use: use.held_on, reverse=True)
