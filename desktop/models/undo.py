"""Takes an action back, or takes the taking-back back, through the same write door.

Undo is a new, audited change. It is offered only while each record stands as the action left it: at the version
the action made, or at one that came of taking everything later back. Otherwise somebody's later work would
disappear with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import peewee

from desktop.base.errors import ChangedMeanwhile, NotFound
from desktop.models.asked_versions import require_standing
from desktop.models.fields import IdField, JsonField
from desktop.models.journal import ChangeSet, Version, Write, table_named, version_of, writing
from desktop.models.queries.closing import LEFT_OPEN, open_items
from desktop.models.store import Store

_ID, _JSON = IdField(), JsonField()


@dataclass(frozen=True, slots=True)
class _Entry:
    table: str
    record_id: UUID
    before: dict[str, Any] | None


def revert(store: Store, action: int, *, by: str) -> ChangeSet:
    """Restore what an action changed, as a new action; reverting that one brings the change back.

    Raises ChangedMeanwhile when a record was changed since, NotFound for an unknown action.
    """
    mark = store.mark
    row = store.one(f"SELECT name, clock, device FROM action WHERE seq = {mark}", (action,))
    if row is None:
        raise NotFound("Perubahan ini tidak tercatat.")
    made = Version(int(row[1]), _ID.python_value(row[2]) or UUID(int=0))
    try:
        with writing(store, row[0], by=by, reverts=action) as write:
            entries = _entries(store, action)
            if not all(_stands(store, entry, action, made) for entry in entries):
                raise ChangedMeanwhile(
                    "Perubahan ini tidak dapat diurungkan karena isiannya sudah diubah lagi.",
                    "Perbaiki isiannya langsung.",
                )
            for entry in reversed(entries):
                _take_back(write, entry)
                if entry.table == "topic":
                    _require_ended(store, entry.record_id)
            require_standing(store, ((entry.table, entry.record_id) for entry in entries))
            return write.finish()
    except peewee.IntegrityError as taken:  # what was unique among the live has been given to another since
        raise ChangedMeanwhile(
            "Perubahan ini tidak dapat diurungkan karena kodenya sudah dipakai isian lain.",
            "Ubah dulu kode isian yang lain itu, atau perbaiki isiannya langsung.",
        ) from taken


def _stands(store: Store, entry: _Entry, action: int, made: Version) -> bool:
    """Whether a record is as the action left it."""
    version = version_of(store, table_named(entry.table), entry.record_id)
    if version == made:
        return True
    later = store.rows(
        "SELECT DISTINCT action.seq, action.reverts, action.clock, action.device FROM change "
        "JOIN action ON action.seq = change.action_seq "
        f"WHERE change.record_id = {store.mark} AND action.seq > {store.mark} ORDER BY action.seq",
        (entry.record_id, action),
    )
    standing: tuple[int, ...] = (action,)  # the actions whose work is in the record now, from this one on
    before: dict[int, tuple[int, ...]] = {action: ()}
    for seq, reverts, clock, device in later:
        before[seq] = standing
        standing = before.get(reverts, (*standing, seq))
        made = Version(int(clock), _ID.python_value(device) or UUID(int=0))
    return standing == (action,) and version == made


def _require_ended(store: Store, topic: UUID) -> None:
    """A topic is not closed by the way over work that was added since it stood open again."""
    row = store.one(f"SELECT state FROM topic WHERE id = {store.mark}", (topic,))
    if row == ("closed",) and any(one.kind not in LEFT_OPEN for one in open_items(store, topic)):
        raise ChangedMeanwhile(
            "Topik ini tidak dapat ditutup kembali begitu saja: di dalamnya ada butir yang masih terbuka.",
            "Pakai Tutup Topik, dan beri akhir pada setiap butir.",
        )


def _take_back(write: Write, entry: _Entry) -> None:
    table = table_named(entry.table)
    if entry.before is None:
        write.restore(table, entry.record_id, {"deleted": True})
        return
    fields = table._meta.fields
    values = {name: fields[name].from_json(value) for name, value in entry.before.items()}
    write.restore(table, entry.record_id, values)


def _entries(store: Store, action: int) -> list[_Entry]:
    """Each record an action touched, with the oldest values it had within it."""
    rows = store.rows(
        'SELECT table_name, operation, record_id, inserted, "before" FROM change '
        f"WHERE action_seq = {store.mark} ORDER BY seq",
        (action,),
    )
    found: dict[tuple[str, UUID], _Entry] = {}
    for table, operation, record_id, inserted, before in rows:
        if operation == "insert":
            packed = bytes(inserted)
            for start in range(0, len(packed), 16):
                one = UUID(bytes=packed[start : start + 16])
                found[table, one] = _Entry(table, one, None)
            continue
        one = _ID.python_value(record_id) or UUID(int=0)
        earlier = found.get((table, one))
        if earlier is None:
            found[table, one] = _Entry(table, one, _JSON.python_value(before))
        elif earlier.before is not None:
            found[table, one] = _Entry(table, one, _JSON.python_value(before) | earlier.before)
    return list(found.values())
