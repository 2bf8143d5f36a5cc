"""Invented records for the tests of the data: meetings with people around a table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from desktop.models import kept
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.store import Store
from desktop.models.tables import BOOKKEEPING, RECORDS, Meeting, Participant

MEETING: dict[str, Any] = {
    "title": "Rapat Koordinasi Banjir",
    "held_on": date(2024, 10, 3),
    "starts_at": time(9, 0),
    "zone": "Asia/Jakarta",
    "state": "konsep",
    "cancelled": False,
    "security": "biasa",
}
SEAT: dict[str, Any] = {"role": "peserta", "answer": "belum", "state": "belum_dicatat"}

State = dict[tuple[str, UUID], dict[str, Any]]


@contextmanager
def before_following_tables() -> Iterator[None]:
    """Write into a database of a schema without the tables that follow from the records (`desktop.models.kept`)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "KEPT", ())
        yield


def insert_meeting(write: Write, seats: int = 0, **values: Any) -> UUID:
    """A meeting and the seats at its table, within an open action."""
    meeting = write.insert(Meeting, **MEETING | values)
    write.insert_rows(
        Participant,
        ("meeting_id", "order_no", "label", *SEAT),
        [(meeting, number, f"Undangan {number}", *SEAT.values()) for number in range(seats)],
    )
    return meeting


def add_meeting(store: Store, seats: int = 0, **values: Any) -> tuple[UUID, ChangeSet]:
    """One action that adds a meeting."""
    with writing(store, "meeting.create", by="Uji") as write:
        meeting = insert_meeting(write, seats, **values)
        return meeting, write.finish()


def live(store: Store, *tables: str) -> State:
    """Every record that is not deleted, by table and id, without what the write door keeps for itself."""
    found: State = {}
    for table in tables or RECORDS:
        there = _columns(store, table)  # an older database may lack some, and whole tables
        fields = [
            one for one in RECORDS[table]._meta.sorted_fields if one.name not in BOOKKEEPING and one.name in there
        ]
        if not there:
            continue
        listed = ", ".join(f'"{one.name}"' for one in fields)
        rows = store.rows(f'SELECT id, {listed} FROM "{table}" WHERE deleted = {store.mark}', (False,))
        for key, *row in rows:
            one = key if isinstance(key, UUID) else UUID(bytes=key)
            found[table, one] = {f.name: f.python_value(v) for f, v in zip(fields, row, strict=True)}
    return found


def known_before(now: State, before: State) -> State:
    """What there is now, without the columns and the tables that came since."""
    tables = {table for table, _ in before}
    return {
        one: {name: value for name, value in row.items() if name in before.get(one, row)}
        for one, row in now.items()
        if one[0] in tables
    }


def _columns(store: Store, table: str) -> set[str]:
    if store.engine == "sqlite":
        return {name for (name,) in store.rows(f"SELECT name FROM pragma_table_info('{table}')")}
    return {
        name
        for (name,) in store.rows(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND table_name = %s",
            (table,),
        )
    }


def count(store: Store, table: str) -> int:
    """How many rows a table has, deleted ones included."""
    row = store.one(f'SELECT count(*) FROM "{table}"')
    assert row is not None
    return int(row[0])
