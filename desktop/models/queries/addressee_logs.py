"""What the logs of addressees say of their states, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import fn

from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Addressee, Attachment, ProgressReport

_AT_ONCE = 500
_NOT_BEGUN = "belum"


@dataclass(frozen=True, slots=True)
class LoggedState:
    """A row of a log: its day and the state it led to; `by_hand` where it says and shows nothing else."""

    id: UUID
    day: date
    state: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class AddresseeLog:
    """An addressee with the state it is kept with, and the rows of its log, the last one last."""

    id: UUID
    commitment_id: UUID
    state: str
    state_on: date | None
    rows: tuple[LoggedState, ...]

    @property
    def logged_state(self) -> str:
        """The state its log leads to."""
        return self.rows[-1].state if self.rows else _NOT_BEGUN

    @property
    def logged_since(self) -> date | None:
        """The day since which the log says so; None where it never said anything but the beginning."""
        since = None
        for row in reversed(self.rows):
            if row.state != self.logged_state:
                return since
            since = row.day
        return None if self.logged_state == _NOT_BEGUN else since


def addressee_logs(store: Store, addressees: Iterable[UUID]) -> list[AddresseeLog]:
    """The logs of these addressees, in the order asked for; who is gone is left out."""
    asked = list(dict.fromkeys(addressees))
    heads: dict[UUID, tuple[UUID, str, date | None]] = {}
    rows: dict[UUID, list[LoggedState]] = {}
    for start in range(0, len(asked), _AT_ONCE):
        found = _read(store, asked[start : start + _AT_ONCE])
        for raw in found[0]:
            one, commitment, state, on = typed(raw, (ID, ID, None, DAY))
            heads[one] = (commitment, state, on)
        for raw in found[1]:
            owner, one, day, state, told = typed(raw, (ID, ID, DAY, None, None))
            rows.setdefault(owner, []).append(LoggedState(one, day, state, by_hand=not told))
    return [AddresseeLog(one, *heads[one], tuple(rows.get(one, ()))) for one in asked if one in heads]


def _read(store: Store, chunk: list[UUID]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Addressees and rows; those of a single one are asked for so often that the question is kept."""
    if len(chunk) == 1:
        return _HEAD_OF_ONE.rows(store, one=chunk[0]), _ROWS_OF_ONE.rows(store, one=chunk[0])
    heads, rows = _heads(Addressee.id.in_(chunk)), _rows(ProgressReport.addressee_id.in_(chunk))
    return store.rows(*compiled_once(store, heads)), store.rows(*compiled_once(store, rows))


def _heads(which: Any) -> Any:
    columns = (Addressee.id, Addressee.commitment_id, Addressee.state, Addressee.state_on)
    return Addressee.select(*columns).where(which, live(Addressee))


def _rows(which: Any) -> Any:
    told = fn.COALESCE(
        ProgressReport.note, ProgressReport.reporter, ProgressReport.due_reason, ProgressReport.unit,
        ProgressReport.institution_id.cast("text"), ProgressReport.meeting_id.cast("text"),
        ProgressReport.amount.cast("text"),
    ).is_null(False) | (ProgressReport.channel != "lainnya") | fn.EXISTS(
        Attachment.select(Attachment.seq).where(
            Attachment.progress_report_id == ProgressReport.id, live(Attachment)
        )
    )  # fmt: skip
    return (
        ProgressReport.select(
            ProgressReport.addressee_id, ProgressReport.id, ProgressReport.reported_on, ProgressReport.state, told
        )
        .where(which, live(ProgressReport))
        .order_by(ProgressReport.reported_on, ProgressReport.seq)
    )


_HEAD_OF_ONE = Statement(lambda: _heads(Addressee.id == param("one")))
_ROWS_OF_ONE = Statement(lambda: _rows(ProgressReport.addressee_id == param("one")))
