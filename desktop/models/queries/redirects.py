"""Where records that were kept by their id are now: merged records lead to the one that stands for both."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from desktop.models.queries.typed import ID
from desktop.models.store import Store
from desktop.models.tables import RECORDS

_AT_ONCE = 400  # values a single question may hold on either engine


def present_ids(store: Store, table: str, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """What stands for each id now: the record itself, or the one it was merged into; without what is gone."""
    wanted = set(ids)
    moved: dict[UUID, UUID] = {}
    asked = set(wanted)
    while found := _redirected(store, table, asked):
        moved |= found
        asked = set(found.values()) - moved.keys()
    leads = {one: _end_of(moved, one) for one in wanted}
    alive = _alive(store, table, set(leads.values()))
    return {one: to for one, to in leads.items() if to in alive}


def _end_of(moved: dict[UUID, UUID], one: UUID) -> UUID:
    """Where a chain of merges ends; a circle, which cannot be made here, ends where it closes."""
    seen = {one}
    while one in moved and moved[one] not in seen:
        one = moved[one]
        seen.add(one)
    return one


def _redirected(store: Store, table: str, ids: set[UUID]) -> dict[UUID, UUID]:
    found = {}
    for part in _parts(ids):
        sql = (
            f"SELECT old_id, new_id FROM redirect WHERE old_id IN ({_marks(store, part)})"
            f" AND table_name = {store.mark} AND deleted = {store.mark}"
        )
        for old, new in store.rows(sql, (*part, table, False)):
            found[_id(old)] = _id(new)
    return found


def _alive(store: Store, table: str, ids: set[UUID]) -> set[UUID]:
    name, found = RECORDS[table]._meta.table_name, set()
    for part in _parts(ids):
        sql = f'SELECT id FROM "{name}" WHERE id IN ({_marks(store, part)}) AND deleted = {store.mark}'
        found |= {_id(one) for (one,) in store.rows(sql, (*part, False))}
    return found


def _parts(ids: set[UUID]) -> list[list[UUID]]:
    listed = sorted(ids)
    return [listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE)]


def _marks(store: Store, values: list[UUID]) -> str:
    return ", ".join([store.mark] * len(values))


def _id(value: object) -> UUID:
    found = ID.python_value(value)
    assert found is not None
    return found
