"""The write door: the only place that inserts, changes or deletes records.

Inside one transaction it ticks the logical clock once (not at all when nothing changed), stamps each touched
record with (clock, device), keeps what was changed in `action` and `change`, and answers with a `ChangeSet`. An
insert is one change per table (the ids; the row is its own "after"); updates and deletes keep the changed fields,
before and after. An action that would leave something live pointing to something deleted is refused whole (see
`references`).

Opening the door locks the replica row, so on PostgreSQL too writers take turns: what is read inside the door
stays true until it is left. Checks that decide about a change belong inside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from desktop.base.clock import now_utc
from desktop.base.errors import ChangedMeanwhile, NotFound, ReadOnlyPlace
from desktop.models import derived, kept, references
from desktop.models.closed import ClosedGuard
from desktop.models.fields import ClockField, IdField, InstantField, JsonField, RefField, compact_json
from desktop.models.frozen import FrozenGuard
from desktop.models.identity import new_id
from desktop.models.store import Store
from desktop.models.tables import BOOKKEEPING, RECORDS, Record

_ID = IdField()
_HIST = JsonField()
_SPELLED = (JsonField, ClockField, InstantField)  # what the two engines would otherwise keep differently


@dataclass(frozen=True, slots=True)
class Version:
    """Which edit of a record this is: the clock of the action that made it, and where it was made."""

    clock: int
    device: UUID


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one action changed, for the window's pages, for undo and for the audit."""

    name: str
    action: int | None
    done_at: datetime
    reverts: int | None = None
    touched: Mapping[str, frozenset[UUID]] = field(default_factory=dict)

    @property
    def tables(self) -> frozenset[str]:
        """The tables in which something changed."""
        return frozenset(self.touched)

    def ids(self, table: str) -> frozenset[UUID]:
        """The records of a table that were inserted, changed or deleted."""
        return self.touched.get(table, frozenset())

    def __bool__(self) -> bool:
        return self.action is not None


class Write:
    """One open transaction through the door."""

    def __init__(self, store: Store, name: str, by: str, reason: str | None, reverts: int | None) -> None:
        self.store = store
        self._header = (name, by, reason, reverts)
        self.done_at = now_utc()
        self._action: int | None = None
        self._finished: ChangeSet | None = None
        self._version: Version | None = None
        _take_turn(store)
        self._inserted: dict[str, list[bytes]] = defaultdict(list)
        self._changed: list[tuple[Any, ...]] = []
        self._touched: dict[str, set[UUID]] = defaultdict(set)
        self._worded: dict[str, set[UUID]] = defaultdict(set)
        self._deleted: dict[str, set[UUID]] = defaultdict(set)
        self._pointed: dict[str, set[UUID | None]] = defaultdict(set)
        self._former: dict[str, set[UUID]] = defaultdict(set)
        self._guards = (FrozenGuard(), ClosedGuard())

    @property
    def version(self) -> Version:
        """The version everything in this transaction gets; the clock ticks for it with the first change."""
        if self._version is None:
            self._version = _next_version(self.store)
        return self._version

    def insert(self, table: type[Record], record_id: UUID | None = None, **values: Any) -> UUID:
        """Add one record and return its id."""
        chosen = record_id or new_id()
        self.insert_rows(table, tuple(values), [tuple(values.values())], [chosen])
        return chosen

    def insert_rows(
        self,
        table: type[Record],
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        ids: Sequence[UUID] | None = None,
    ) -> list[UUID]:
        """Add many records of one table; `columns` names the values of each row. Returns their ids."""
        name = table._meta.table_name
        prepared = [tuple(row) for row in rows]
        if not prepared:
            return []
        chosen = list(ids) if ids is not None else [new_id() for _ in prepared]
        for guard in self._guards:
            guard.note_inserted(name, columns, prepared, chosen)
        extra = derived.columns(name)
        if extra:
            prepared = [
                (*row, *derived.derive(name, dict(zip(columns, row, strict=True))).values()) for row in prepared
            ]
        fields = [table._meta.fields[column] for column in (*columns, *extra)]
        sql = _insert_sql(self.store, name, (*columns, *extra), self.version)
        self.store.executemany(sql, _wire(chosen, prepared, fields))
        self._inserted[name] += [one.bytes for one in chosen]
        self._touched[name].update(chosen)
        if name in kept.WORDED:
            self._worded[name].update(kept.worded(name, (*columns, *extra), prepared, chosen))
        for place, column in enumerate(fields):
            if isinstance(column, RefField):
                self._pointed[column.to].update([row[place] for row in prepared])
        return chosen

    def update(self, table: type[Record], record_id: UUID, expect: Version | None = None, **values: Any) -> bool:
        """Change fields of one record; returns whether anything was different.

        `expect` is the version the user saw; ChangedMeanwhile when the record has moved on since.
        """
        name, before = table._meta.table_name, self._current(table, record_id)
        if expect is not None and before.version != expect:
            raise ChangedMeanwhile(
                "Isian ini baru saja diubah orang lain.", "Muat ulang, lalu periksa sebelum menyimpan lagi."
            )
        merged = before.row | values
        if values.keys() & derived.sources(name):
            values = values | derived.derive(name, merged)
        changed = {
            column: value
            for column, value in values.items()
            if before.row[column] != _canonical(table._meta.fields[column], value)
        }
        if changed:
            self._put(table, record_id, before, "update", changed)
        return bool(changed)

    def delete(self, table: type[Record], record_id: UUID) -> None:
        """Take a record away softly; it stays for undo, audit and merging."""
        self._put(table, record_id, self._current(table, record_id), "delete", {"deleted": True})

    def ensure(self, table: type[Record], record_id: UUID, **values: Any) -> bool:
        """Make a record with a fixed id exist with these values; returns whether anything was written."""
        sql = f'SELECT deleted FROM "{table._meta.table_name}" WHERE id = {self.store.mark}'
        row = self.store.one(sql, (record_id,))
        if row is None:
            self.insert(table, record_id, **values)
            return True
        if row[0]:
            self.restore(table, record_id, {"deleted": False})
            self.update(table, record_id, **values)
            return True
        return self.update(table, record_id, **values)

    def restore(self, table: type[Record], record_id: UUID, values: Mapping[str, Any]) -> None:
        """Put earlier values back, deletion included; the door of undo, which leaves its version in any case."""
        before = self._current(table, record_id, deleted_too=True)
        self._put(table, record_id, before, "delete" if values.get("deleted") else "update", values)

    def finish(self) -> ChangeSet:
        """Write the journal of this transaction; nothing was changed → nothing is written."""
        name, by, reason, reverts = self._header
        if self._finished is not None:
            return self._finished
        if not self._touched:
            self._finished = ChangeSet(name, None, self.done_at)
            return self._finished
        for guard in self._guards:
            guard.require_open(self.store)
        references.require_unused(self.store, self._deleted)
        references.require_live(self.store, self._pointed, known=self._touched)
        kept.refresh(self.store, self._touched, self._former, self._worded)
        self._action = self._write_action(name, by, reason, reverts)
        rows = [
            (self._action, table, "insert", None, b"".join(ids), None, None)
            for table, ids in self._inserted.items()
        ]
        self.store.executemany(
            _change_sql(self.store), rows + [(self._action, *change) for change in self._changed]
        )
        touched = {table: frozenset(ids) for table, ids in self._touched.items()}
        self._finished = ChangeSet(name, self._action, self.done_at, reverts, touched)
        return self._finished

    def _write_action(self, name: str, by: str, reason: str | None, reverts: int | None) -> int:
        row = self.store.one(
            "INSERT INTO action (id, name, done_at, done_by, reason, clock, device, reverts) "
            f"VALUES ({', '.join([self.store.mark] * 8)}) RETURNING seq",
            (
                new_id(), name, self.done_at, by, reason, self.version.clock, self.version.device, reverts,
            ),
        )  # fmt: skip
        assert row is not None
        return int(row[0])

    def _current(self, table: type[Record], record_id: UUID, *, deleted_too: bool = False) -> _Current:
        names, sql = _select_sql(table, self.store.mark)
        row = self.store.one(sql, (record_id,))
        if row is None:
            raise NotFound("Isian ini tidak ditemukan.", "Muat ulang halaman ini.")
        values = {
            name: table._meta.fields[name].python_value(value) for name, value in zip(names, row, strict=True)
        }
        if values["deleted"] and not deleted_too:
            raise NotFound("Isian ini sudah dihapus.", "Urungkan penghapusannya bila masih diperlukan.")
        return _Current(Version(values.pop("clock"), values.pop("device")), values.pop("hist"), values)

    def _put(
        self,
        table: type[Record],
        record_id: UUID,
        before: _Current,
        operation: str,
        values: Mapping[str, Any],
    ) -> None:
        name, fields, mark = table._meta.table_name, table._meta.fields, self.store.mark
        seen = dict(before.hist)
        seen[str(before.version.device)] = max(before.version.clock, seen.get(str(before.version.device), 0))
        seen.pop(str(self.version.device), None)  # one's own clock is the version itself
        assignments = ", ".join(f'"{column}" = {mark}' for column in values)
        self.store.execute(
            f'UPDATE "{name}" SET {assignments}, clock = {mark}, device = {mark}, hist = {mark} WHERE id = {mark}',
            (
                *(fields[column].db_value(value) for column, value in values.items()),
                self.version.clock, self.version.device, _HIST.db_value(seen), record_id,
            ),
        )  # fmt: skip
        self._changed.append(
            (
                name,
                operation,
                record_id,
                None,
                compact_json({column: fields[column].to_json(before.row[column]) for column in values}),
                compact_json({column: fields[column].to_json(value) for column, value in values.items()}),
            )
        )
        self._touched[name].add(record_id)
        if name in kept.WORDED:
            self._worded[name].add(record_id)
        for guard in self._guards:
            guard.note_changed(name, record_id, before.row, values)
        for column in kept.BELONGING.get(name, ()):
            if before.row[column] is not None:
                self._former[fields[column].to].add(before.row[column])
        self._note_references(table, record_id, before, values)

    def _note_references(
        self, table: type[Record], record_id: UUID, before: _Current, values: Mapping[str, Any]
    ) -> None:
        """Remember what has to be looked at when the action ends."""
        merged = {**before.row, **values}
        if merged["deleted"]:
            self._deleted[table._meta.table_name].add(record_id)
            return
        self._deleted[table._meta.table_name].discard(record_id)
        for column in merged if before.row["deleted"] else values:
            field_ = table._meta.fields[column]
            if isinstance(field_, RefField):
                self._pointed[field_.to].add(field_.python_value(merged[column]))


@dataclass(frozen=True, slots=True)
class _Current:
    version: Version
    hist: Mapping[str, int]
    row: dict[str, Any]


@contextmanager
def writing(
    store: Store, name: str, *, by: str, reason: str | None = None, reverts: int | None = None
) -> Iterator[Write]:
    """Open the door for one action called `name`, done by `by`; `write.finish()` tells what it changed."""
    if store.read_only:
        raise ReadOnlyPlace(
            "Data ini dibuka hanya-baca.", "Buka folder data yang boleh ditulis untuk mengubahnya."
        )
    with store.transaction():
        write = Write(store, name, by, reason, reverts)
        yield write
        write.finish()


def version_of(store: Store, table: type[Record], record_id: UUID) -> Version:
    """The version of a record as it stands."""
    sql = f'SELECT clock, device FROM "{table._meta.table_name}" WHERE id = {store.mark}'
    row = store.one(sql, (record_id,))
    if row is None:
        raise NotFound("Isian ini tidak ditemukan.")
    return Version(int(row[0]), _as_id(row[1]))


def _take_turn(store: Store) -> None:
    """Wait until no other computer writes; on SQLite the transaction itself has done so."""
    if store.engine == "postgresql":
        store.one("SELECT seq FROM replica FOR UPDATE")


def _next_version(store: Store) -> Version:
    """Tick the clock; until the transaction ends no other writer can."""
    row = store.one("UPDATE replica SET clock = clock + 1 RETURNING clock, device")
    assert row is not None
    return Version(int(row[0]), _as_id(row[1]))


def table_named(name: str) -> type[Record]:
    """The record table of that name."""
    return RECORDS[name]


def _as_id(value: Any) -> UUID:
    found = _ID.python_value(value)
    assert found is not None
    return found


def _canonical(column: Any, value: Any) -> Any:
    return column.python_value(column.db_value(value))


@cache
def _select_sql(table: type[Record], mark: str) -> tuple[tuple[str, ...], str]:
    names = tuple(name for name in table._meta.fields if name not in {"seq", "id", "office"})
    columns = ", ".join(f'"{name}"' for name in names)
    return names, f'SELECT {columns} FROM "{table._meta.table_name}" WHERE id = {mark}'


def _insert_sql(store: Store, table: str, columns: Sequence[str], version: Version) -> str:
    """The insert of one batch; what is the same for all its rows stands in the text, not in a parameter."""
    unknown = set(columns) & BOOKKEEPING
    if unknown:
        raise ValueError(f"only the write door sets {sorted(unknown)}")
    assert store.office is not None
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join([store.mark] * len(columns))
    fixed = f"{version.clock}, {_literal(store, version.device)}, '{{}}', {_literal(store, store.office)}"
    return (
        f'INSERT INTO "{table}" (id, clock, device, hist, office, {names}) VALUES ({store.mark}, {fixed}, {marks})'
    )


def _change_sql(store: Store) -> str:
    return (
        'INSERT INTO change (action_seq, table_name, operation, record_id, inserted, "before", "after") '
        f"VALUES ({', '.join([store.mark] * 7)})"
    )


def _literal(store: Store, value: UUID) -> str:
    return f"X'{value.hex}'" if store.engine == "sqlite" else f"'{value}'::uuid"


def _wire(ids: Sequence[UUID], rows: Sequence[tuple[Any, ...]], fields: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Rows as the driver takes them: ids in front, structures as JSON, times cut; the rest the driver knows."""
    structured = [place for place, column in enumerate(fields) if isinstance(column, _SPELLED)]
    if not structured:
        return [(one, *row) for one, row in zip(ids, rows, strict=True)]
    converted = []
    for one, row in zip(ids, rows, strict=True):
        cells = list(row)
        for place in structured:
            cells[place] = fields[place].db_value(cells[place])
        converted.append((one, *cells))
    return converted
