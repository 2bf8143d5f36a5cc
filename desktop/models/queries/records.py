"""A single record as its fields: for forms, which show and send back fields by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from desktop.base.errors import NotFound
from desktop.models.fields import IdField, InstantField
from desktop.models.journal import Version
from desktop.models.store import Store
from desktop.models.tables import RECORDS

_ID, _INSTANT = IdField(), InstantField()


@dataclass(frozen=True, slots=True)
class RecordFields:
    """One record: its id, the version it was read at, and its values by field name."""

    id: UUID
    version: Version
    values: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


def fields_of(store: Store, table: str, record_id: UUID) -> RecordFields:
    """The fields of a record; raises NotFound where there is none or it was deleted."""
    names, sql = _sql(table, store.mark)
    row = store.one(sql, (record_id,))
    if row is None or row[-1]:
        raise NotFound("Isian ini tidak ditemukan atau sudah dihapus.", "Muat ulang halaman ini.")
    columns = RECORDS[table]._meta.fields
    values = {name: columns[name].python_value(value) for name, value in zip(names, row[2:-1], strict=True)}
    return RecordFields(record_id, Version(int(row[0]), _ID.python_value(row[1]) or UUID(int=0)), values)


def id_of(store: Store, table: str, seq: int) -> UUID:
    """The public id of the row with this local number."""
    row = store.one(f'SELECT id FROM "{table}" WHERE seq = {store.mark}', (seq,))
    found = _ID.python_value(row[0]) if row else None
    if found is None:
        raise NotFound("Isian ini tidak ditemukan.", "Muat ulang halaman ini.")
    return found


def was_ever_here(store: Store, table: str, record_id: UUID) -> bool:
    """Whether a record is known, deleted ones included."""
    return store.one(f'SELECT 1 FROM "{table}" WHERE id = {store.mark}', (record_id,)) is not None


def seq_of(store: Store, table: str, record_id: UUID) -> int:
    """The local number of a record."""
    row = store.one(f'SELECT seq FROM "{table}" WHERE id = {store.mark}', (record_id,))
    if row is None:
        raise NotFound("Isian ini tidak ditemukan.", "Muat ulang halaman ini.")
    return int(row[0])


def changed_at(store: Store, version: Version) -> datetime | None:
    """When a version was written here; None for one that came from another laptop."""
    mark = store.mark
    sql = f"SELECT done_at FROM action WHERE clock = {mark} AND device = {mark}"
    row = store.one(sql, (version.clock, version.device))
    return _INSTANT.python_value(row[0]) if row else None


@cache
def _sql(table: str, mark: str) -> tuple[tuple[str, ...], str]:
    hidden = {"seq", "id", "clock", "device", "hist", "office", "deleted"}
    names = tuple(name for name in RECORDS[table]._meta.fields if name not in hidden)
    columns = ", ".join(f'"{name}"' for name in names)
    return names, f'SELECT clock, device, {columns}, deleted FROM "{table}" WHERE id = {mark}'
