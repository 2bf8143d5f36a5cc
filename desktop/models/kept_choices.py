"""Choices of this office kept with its data, by name: no records, so no history and no undo."""

from __future__ import annotations

from typing import Any

from desktop.models.fields import JsonField
from desktop.models.store import Store

_JSON = JsonField()


def keep(store: Store, name: str, value: Any) -> None:
    """Keep a choice in the place of the former one."""
    with store.transaction():
        store.execute(
            f"INSERT INTO setting (name, value) VALUES ({store.mark}, {store.mark}) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, _JSON.db_value(value)),
        )


def recall(store: Store, name: str) -> Any:
    """The choice kept under a name, None where there is none."""
    row = store.one(f"SELECT value FROM setting WHERE name = {store.mark}", (name,))
    return None if row is None else _JSON.python_value(row[0])
