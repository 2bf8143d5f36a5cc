"""An office as an earlier program left it on a server, taken from the file of that schema."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.models.migrations import STEPS, runner
from desktop.models.store import Store
from desktop.models.tables import LOCAL, RECORDS, Table

DATABASES = Path(__file__).parent / "databases"


def found_server_of(number: int, store: Store) -> None:
    """Fill an empty server with the office of schema `number` (`databases/v{number}.db`)."""
    runner.migrate_postgresql(store, STEPS[:number])
    with closing(sqlite3.connect(DATABASES / f"v{number}.db")) as file, store.transaction():
        there = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for name, table in {**LOCAL, **RECORDS}.items():
            if name in there:
                _move(file, store, name, table)


def _move(file: sqlite3.Connection, store: Store, name: str, table: type[Table]) -> None:
    found = file.execute(f'SELECT * FROM "{name}"')
    columns = [column for column, *_ in found.description]
    fields = [table._meta.fields[column] for column in columns]

    def moved(row: tuple[Any, ...]) -> list[Any]:
        pairs = zip(fields, row, strict=True)
        return [field.db_value(field.python_value(value)) for field, value in pairs]

    rows = [moved(row) for row in found]
    if rows:
        listed = ", ".join(f'"{column}"' for column in columns)
        store.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({", ".join(["%s"] * len(columns))})', rows)
        if "seq" in columns:
            store.execute(
                f"SELECT setval(pg_get_serial_sequence('{name}', 'seq'), (SELECT max(seq) FROM \"{name}\"))"
            )
