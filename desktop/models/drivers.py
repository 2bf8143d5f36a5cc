"""Which database driver is loaded when: SQLite always, psycopg only for an office with a server."""

from __future__ import annotations

import importlib
import sys
from typing import Any

_NOT_AT_START = ("psycopg2cffi", "psycopg2", "psycopg", "pymysql", "MySQLdb", "pysqlite3")


def import_peewee_alone() -> None:
    """Import Peewee without the server drivers it would otherwise load on sight."""
    if "peewee" in sys.modules:
        return
    blocked = [name for name in _NOT_AT_START if name not in sys.modules]
    for name in blocked:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        importlib.import_module("peewee")
    finally:
        for name in blocked:
            del sys.modules[name]


def use_postgresql() -> None:
    """Give Peewee the psycopg 3 driver it was kept from at import.

    Raises ImportError when the optional driver is not installed.
    """
    import psycopg
    from psycopg.pq import TransactionStatus
    from psycopg.types.json import Json, Jsonb

    peewee: Any = importlib.import_module("peewee")
    peewee.psycopg = psycopg
    peewee.TransactionStatus = TransactionStatus
    peewee.Json_pg3, peewee.Jsonb_pg3 = Json, Jsonb
    adapter = peewee.Psycopg3Adapter
    adapter.txn_idle = TransactionStatus.IDLE
    adapter.txn_inerror = TransactionStatus.INERROR
    adapter.txn_unknown = TransactionStatus.UNKNOWN
