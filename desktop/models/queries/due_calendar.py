"""What falls due on the days of a month, of what a filter of the register finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from peewee import Case, fn

from desktop.models.queries.commitment_filter import SOON, CommitmentFilter, has_due_date
from desktop.models.queries.typed import DAY
from desktop.models.statements import compiled_once
from desktop.models.store import Store
from desktop.models.tables import CommitmentStanding


class DueDay(NamedTuple):
    """How many follow-ups have their due date on a day; each is counted once.

    late, soon, later    unfinished, and promised for a day before today, within `SOON`, or after that
    internal             unfinished, with a date for the office's own use, which makes nothing late
    done                 nobody has to do it any more
    """

    late: int
    soon: int
    later: int
    internal: int
    done: int

    @property
    def total(self) -> int:
        """All of them: as many as the list of the day shows."""
        return sum(self)


def due_days(store: Store, asked: CommitmentFilter, first: date, last: date, *, today: date) -> dict[date, DueDay]:
    """The days from the first to the last on which anything falls due."""
    row = CommitmentStanding
    open_, promised = row.unfinished == True, row.promised_on  # noqa: E712 - an SQL expression
    query = (
        row.select(
            row.due_date,
            _counted(open_ & (promised < today)),
            _counted(open_ & promised.between(today, today + SOON)),
            _counted(open_ & (promised > today + SOON)),
            _counted(open_ & promised.is_null()),
            _counted(row.unfinished == False),  # noqa: E712 - an SQL expression
        )
        .where(*has_due_date(), row.due_date.between(first, last), *asked.where(today))
        .group_by(row.due_date)
    )
    found = {}
    for day, *counts in store.rows(*compiled_once(store, query)):
        known = DAY.python_value(day)
        assert known is not None
        found[known] = DueDay(*(int(count) for count in counts))
    return found


def on_day(asked: CommitmentFilter, day: date) -> CommitmentFilter:
    """The same filter for what falls due on one day; a span of days it had already stays in force."""
    return replace(
        asked,
        due_from=max(day, asked.due_from) if asked.due_from else day,
        due_until=min(day, asked.due_until) if asked.due_until else day,
    )


def _counted(condition: Any) -> Any:
    return fn.COUNT(Case(None, ((condition, 1),)))
