"""Typing on its way to becoming a version: kept every second, so that it survives the end of the program."""

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
            f"INSERT INTO draft (place, content, written_at) VALUES ({mark}, {mark}, {mark}) "
            "ON CONFLICT (place) DO UPDATE SET content = excluded.content, written_at = excluded.written_at",
            (place, _JSON.db_value(content), written_at),
        )
    return written_at


def recall(store: Store, place: str) -> dict[str, Any] | None:
    """What was being typed there when the program ended, None where nothing was."""
    row = store.one(f"SELECT content FROM draft WHERE place = {store.mark}", (place,))
    return None if row is None else _JSON.python_value(row[0])


def forget(store: Store, place: str) -> None:
    """Drop a draft that has become a version or was discarded."""
    with store.transaction():
        store.execute(f"DELETE FROM draft WHERE place = {store.mark}", (place,))


def waiting(store: Store) -> list[tuple[str, datetime]]:
    """The places that still hold typing, newest first."""
    rows = store.rows("SELECT place, written_at FROM draft ORDER BY written_at DESC")
    return [(place, _INSTANT.python_value(at) or now_utc()) for place, at in rows]
