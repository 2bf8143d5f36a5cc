"""What was read stays true as long as nothing it came from was written; the journal knows what was."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import NamedTuple, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from desktop.models.store import Store

Found = TypeVar("Found")
Read = Callable[[Store, UUID], Found]


class _Kept(NamedTuple):
    one: UUID
    action: int
    found: object


def while_unchanged(*tables: str) -> Callable[[Read[Found]], Read[Found]]:
    """Let `read(store, one)` answer from memory while none of these tables of records was written by anybody.

    For answers nobody changes, that depend on these records alone and not on the day. Each store keeps the newest
    answer only. Within a transaction it is always read: what was written there may change again, or never be kept.
    """

    def remembering(read: Read[Found]) -> Read[Found]:
        kept: WeakKeyDictionary[Store, _Kept] = WeakKeyDictionary()

        @wraps(read)
        def recall(store: Store, one: UUID) -> Found:
            if store.database.in_transaction():
                return read(store, one)
            row = store.one("SELECT max(seq) FROM action")  # first: what is written while reading counts as newer
            newest = (row and row[0]) or 0
            known = kept.get(store)
            if known is not None and known.one == one and not _written(store, tables, known.action, newest):
                found: Found = known.found  # type: ignore[assignment]  # kept of this very function
            else:
                found = read(store, one)
            kept[store] = _Kept(one, newest, found)
            return found

        return recall

    return remembering


def _written(store: Store, tables: tuple[str, ...], since: int, newest: int) -> bool:
    if newest == since:
        return False
    told = store.rows(f"SELECT DISTINCT table_name FROM change WHERE action_seq > {store.mark}", (since,))
    return any(name in tables for (name,) in told)
