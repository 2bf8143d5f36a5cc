"""What the head of an office should look at: how much is late, near, silent, unanswered, unsolved, undecided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import fn

from desktop.models.queries.commitment_filter import SILENT, SOON
from desktop.models.queries.escalations import awaited_directions
from desktop.models.queries.issues import unsolved_problems
from desktop.models.queries.unheard import unheard_count
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import CommitmentStanding


@dataclass(frozen=True, slots=True)
class Attention:
    """Each number is the length of the list it stands for.

    open, late, soon, silent    follow-ups, as `CommitmentFilter` finds them
    unheard                     institutions (`unheard_institutions`)
    problems                    by topic, of those that are open (`issue_list`, kind "kendala", UNSOLVED)
    awaited                     questions to the head (`awaited_directions`)
    """

    open: int = 0
    late: int = 0
    soon: int = 0
    silent: int = 0
    unheard: int = 0
    problems: Mapping[UUID, int] | None = None
    awaited: int = 0

    def problems_of(self, topic: UUID | None) -> int:
        """How many problems of a topic are unsolved."""
        return (self.problems or {}).get(topic, 0) if topic else 0


_ROW = CommitmentStanding


def _open_count(*conditions: Any) -> Statement:
    """Of what is open, by the index that begins with it."""
    is_open = _ROW.unfinished == True  # noqa: E712 - an SQL expression
    return Statement(lambda: _ROW.select(fn.COUNT(_ROW.seq)).where(is_open, *conditions))


_OPEN = _open_count()
_LATE = _open_count(_ROW.promised_on < param("today"))
_SOON = _open_count(_ROW.promised_on.between(param("today"), param("soon")))
_HEARD = Statement(
    lambda: _ROW.select(fn.COUNT(_ROW.seq)).where(
        _ROW.heard_on.is_null() == False,  # noqa: E712 - as the index of those days spells it
        _ROW.heard_on > param("last"), _ROW.unfinished,
    )
)  # fmt: skip
"""What is open and was heard of lately: a few weeks of work, while the silent are years of it."""


def attention(store: Store, today: date) -> Attention:
    """All of it on a day."""
    open_ = _number(_OPEN.one(store))
    late, soon = late_and_soon(store, today)
    return Attention(
        open=open_,
        late=late,
        soon=soon,
        silent=open_ - _number(_HEARD.one(store, last=today - SILENT)),
        unheard=unheard_count(store),
        problems=unsolved_problems(store),
        awaited=len(awaited_directions(store)),
    )


def late_and_soon(store: Store, today: date) -> tuple[int, int]:
    """How many open follow-ups are late on a day, and how many are due within the week after it."""
    return (
        _number(_LATE.one(store, today=today)),
        _number(_SOON.one(store, today=today, soon=today + SOON)),
    )


def _number(row: tuple[Any, ...] | None) -> int:
    return int(row[0]) if row else 0
