"""Nothing live may point to something deleted: looked at once, at the end of every action.

The database itself only knows that the row is there; that it was taken away softly is ours to see. It happens
when two people work at once, or when an action is undone whose records got something of their own since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache
from uuid import UUID

from desktop.base.errors import ChangedMeanwhile
from desktop.models.fields import RefField
from desktop.models.store import Store
from desktop.models.tables import RECORDS

_AT_ONCE = 500  # ids asked for in one statement


def require_live(store: Store, pointed: Mapping[str, Set[UUID | None]], *, known: Mapping[str, Set[UUID]]) -> None:
    """Raise ChangedMeanwhile when one of these records, by table, is gone; those `known` need not be asked for."""
    for table, ids in pointed.items():
        for part in _parts([one for one in ids - known.get(table, set()) if one is not None]):
            sql = f'SELECT count(*) FROM "{table}" WHERE id IN ({_marks(store, part)}) AND deleted = {store.mark}'
            if store.one(sql, (*part, False)) != (len(part),):
                raise ChangedMeanwhile(
                    "Isian yang ditunjuk sudah dihapus sementara itu.",
                    "Muat ulang halaman ini, lalu pilih yang lain.",
                )


def require_unused(store: Store, deleted: Mapping[str, Set[UUID]]) -> None:
    """Raise ChangedMeanwhile when something live still points to one of these records, by table."""
    for table, ids in deleted.items():
        for child, column in pointing_to(table):
            if _is_used(store, child, column, ids):
                raise ChangedMeanwhile(
                    "Isian ini sudah dipakai isian lain sementara itu.",
                    "Hapus atau ubah dulu isian yang memakainya, atau perbaiki isiannya langsung.",
                )


@cache
def pointing_to(table: str) -> tuple[tuple[str, str], ...]:
    """The tables and columns that point to a table."""
    return tuple(
        (name, column.name)
        for name, model in RECORDS.items()
        for column in model._meta.sorted_fields
        if isinstance(column, RefField) and column.to == table
    )


def _is_used(store: Store, child: str, column: str, ids: Set[UUID]) -> bool:
    for part in _parts(list(ids)):
        sql = f'SELECT 1 FROM "{child}" WHERE "{column}" IN ({_marks(store, part)}) AND deleted = {store.mark}'
        if store.one(f"{sql} LIMIT 1", (*part, False)) is not None:
            return True
    return False


def _marks(store: Store, part: list[UUID]) -> str:
    return ", ".join([store.mark] * len(part))


def _parts(ids: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
