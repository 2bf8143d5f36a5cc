"""How far an addressee is: what the log of its part says last.

Every change of a state is a row of the log: a report with the state it led to, or a state the office set by hand
(channel `lainnya`, nobody reporting). The state is that of the last row: of the latest day, and of one day what
was noted last; while the log is empty it is `belum`. `state_on` is the day since which it has been so, None where
nobody ever said anything else. A report that names no state carries on the one of its day, and keeps it.

A state that was set without a row (by an older version, with an imported meeting, by joining two institutions)
gets one before anything is put over it, so that it comes back when that is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.models.journal import Write
from desktop.models.queries.addressee_logs import AddresseeLog, LoggedState, addressee_logs
from desktop.models.tables import Addressee, ProgressReport

NOT_BEGUN = "belum"


def settle(write: Write, addressees: Iterable[UUID]) -> None:
    """Let the states of these addressees follow from their logs, after a log was changed."""
    for one in addressee_logs(write.store, addressees):
        write.update(Addressee, one.id, state=one.logged_state, state_on=one.logged_since)


def keep_unlogged(write: Write, addressees: Iterable[UUID]) -> None:
    """Give a state that was set without a row its row, before a log is changed."""
    _log_unlogged(write, addressee_logs(write.store, addressees))


def set_by_hand(write: Write, addressees: Sequence[UUID], state: str, on: date | None = None) -> None:
    """The office says how far these addressees are, since a day (else today); where they are that far, nothing is.

    It counts whatever day the last report names: a day before it becomes its day. Set twice on a day it is one
    row, and none when it is back at what it was.
    """
    day = on or today()
    logs = [one for one in addressee_logs(write.store, addressees) if one.state != state]
    changed, rows = [one.id for one in logs], []
    if _log_unlogged(write, logs):
        logs = addressee_logs(write.store, changed)
    for one in logs:
        last = one.rows[-1] if one.rows else None
        if last is None or not last.by_hand or last.day != day:
            rows.append(_row(one, state, day if last is None else max(day, last.day)))
        elif state == (one.rows[-2].state if one.rows[1:] else NOT_BEGUN):
            write.delete(ProgressReport, last.id)
        else:
            write.update(ProgressReport, last.id, state=state)
    _insert(write, rows)
    settle(write, changed)


def state_at(rows: Sequence[LoggedState], day: date) -> str:
    """What a log said at the end of a day."""
    return next((row.state for row in reversed(rows) if row.day <= day), NOT_BEGUN)


def _log_unlogged(write: Write, logs: Iterable[AddresseeLog]) -> bool:
    """Whether there was any such state."""
    rows = []
    for one in logs:
        if one.state != one.logged_state:
            last = one.rows[-1].day if one.rows else None
            rows.append(_row(one, one.state, max(filter(None, (one.state_on, last)), default=today())))
    _insert(write, rows)
    return bool(rows)


_COLUMNS = ("commitment_id", "addressee_id", "order_no", "reported_on", "channel", "state")


def _row(one: AddresseeLog, state: str, day: date) -> tuple[Any, ...]:
    return (one.commitment_id, one.id, len(one.rows) + 1, day, "lainnya", state)


def _insert(write: Write, rows: Sequence[tuple[Any, ...]]) -> None:
    write.insert_rows(ProgressReport, _COLUMNS, rows)
