"""Typing on its way to becoming a version: kept every second, so that it survives the end of the program.

A draft belongs to whoever types (`Store.owner`): on a server many write at the same place, each his own. In a
folder one person writes at a time, and what nobody owns is found by whoever opens it next.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desktop.base.clock import now_utc
from desktop.models.fields import InstantField, JsonField
from desktop.models.store import Store

_INSTANT, _JSON = InstantField(), JsonField()


def keep(store: Store, place: str, content: dict[str, Any]) -> datetime:
    """Keep what is being typed at a place (such as "capture:<meeting>"); returns when it was safe."""
    written_at, mark = now_utc(), store.mark
    with store.transaction():
        store.execute(
            f"INSERT INTO draft (owner, place, content, written_at) VALUES ({', '.join([mark] * 4)}) "
            "ON CONFLICT (owner, place) DO UPDATE "
            "SET content = excluded.content, written_at = excluded.written_at",
            (store.owner, place, _JSON.db_value(content), written_at),
        )
    return written_at


def recall(store: Store, place: str) -> dict[str, Any] | None:
    """What was being typed there when the program ended, None where nothing was."""
    row = store.one(
        f"SELECT content FROM draft WHERE {_own(store)} AND place = {store.mark} ORDER BY owner DESC LIMIT 1",
        (store.owner, place),
    )
    return None if row is None else _JSON.python_value(row[0])


def forget(store: Store, place: str) -> None:
    """Drop a draft that has become a version or was discarded."""
    with store.transaction():
        store.execute(f"DELETE FROM draft WHERE {_own(store)} AND place = {store.mark}", (store.owner, place))


def waiting(store: Store) -> list[tuple[str, datetime]]:
    """The places that still hold one's typing, newest first."""
    rows = store.rows(
        f"SELECT place, max(written_at) FROM draft WHERE {_own(store)} GROUP BY place ORDER BY 2 DESC",
        (store.owner,),
    )
    return [(place, _INSTANT.python_value(at) or now_utc()) for place, at in rows]


def _own(store: Store) -> str:
    """One's own, and what nobody owns: kept in a folder, or on a server before drafts had owners."""
    return f"owner IN ({store.mark}, '')"
