"""An open office database: SQLite beside the user, or the office's PostgreSQL server."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import DatabaseBusy, DataTrouble, ServerUnreachable
from desktop.models import adapters  # noqa: F401 - values could not be written without it
from desktop.models.faults import named_faults
from desktop.models.migrations.ddl import Engine

APPLICATION_ID = 0x52414B31  # "RAK1" in bytes 68–71 of the file
OLDEST_SAFE_SQLITE = (3, 51, 3)  # older ones can damage a file when the write-ahead log is reset

_SERVER_SETTINGS = "-c timezone=UTC -c lock_timeout=5000 -c datestyle=ISO"

_NOT_SAVED = (
    "Hubungan dengan server terputus, jadi langkah terakhir sama sekali belum tersimpan.",
    "Periksa jaringan kantor, lalu ulangi langkah itu; yang diketik masih ada di layar ini.",
)
_PERHAPS_SAVED = (
    "Hubungan dengan server terputus saat menyimpan, jadi belum pasti langkah terakhir tersimpan.",
    "Muat ulang halaman ini dan periksa dulu sebelum mengulanginya.",
)

# Peewee has no call for many rows at once; its wrapper gives both drivers' errors one family there too.
_one_family: Any = vars(peewee)["__exception_wrapper__"]

_PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
)


class Store:
    """The database everything reads from and the write door writes to; one connection a thread."""

    def __init__(self, database: peewee.Database, engine: Engine, path: Path | None, read_only: bool) -> None:
        self.database = database
        self.engine = engine
        self.path = path
        self.read_only = read_only
        self.office: UUID | None = None
        self.owner = ""
        """Whose typing is kept in the drafts; "" in a folder, where one person writes at a time."""
        self._in_use = True

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of one statement."""
        with named_faults():
            cursor = self._execute(sql, parameters)
            try:
                return cursor.fetchall()  # type: ignore[no-any-return]
            finally:
                cursor.close()

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        with named_faults(), closing(self._execute(sql, parameters)) as cursor:
            return cursor.fetchone()  # type: ignore[no-any-return]

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Run one statement and return its cursor.

        A server that was lost and is there again is asked once more, which only a transaction must not do:
        what it had begun is gone. So on a server whatever writes does so in a transaction.
        """
        with named_faults():
            return self._execute(sql, parameters)

    def _execute(self, sql: str, parameters: Sequence[Any]) -> Any:
        if self.engine == "sqlite":
            return self.database.execute_sql(sql, parameters)
        self._reach()
        try:
            with named_faults():
                return self.database.execute_sql(sql, parameters)
        except ServerUnreachable:
            if self.database.in_transaction():
                raise
            self._reach()
        return self.database.execute_sql(sql, parameters)

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for many rows, inside the open transaction."""
        with named_faults(), _one_family, closing(self.database.cursor()) as cursor:
            cursor.executemany(sql, rows)

    @property
    def mark(self) -> str:
        """How this engine writes a parameter."""
        return "?" if self.engine == "sqlite" else "%s"

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; on SQLite the write lock is taken at once, so that no later step can fail on it."""
        outermost, complete = not self.database.in_transaction(), False
        if outermost and self.engine == "postgresql":
            self.execute("SELECT 1")  # reaches a lost server again while nothing is begun that could be lost
        try:
            with named_faults(), self._atomic():
                yield
                complete = True
        except ServerUnreachable as lost:
            if not outermost:
                raise
            raise ServerUnreachable(*(_PERHAPS_SAVED if complete else _NOT_SAVED)) from lost

    def _reach(self) -> None:
        """Reach a server again that was lost; what was begun before is gone and goes on failing until it ends."""
        if self.engine == "sqlite" or not self._in_use or self.database.in_transaction():
            return
        if not self.database.is_closed():
            if not self.database.connection().closed:
                return
            self.database.close()
        with named_faults():
            self.database.connect()

    def _atomic(self) -> Any:
        return self.database.atomic("IMMEDIATE") if self.engine == "sqlite" else self.database.atomic()

    def close(self) -> None:
        """Close this thread's connection; on SQLite the write-ahead log is folded in first."""
        self._in_use = False
        if self.database.is_closed():
            return
        try:
            if self.engine == "sqlite" and not self.read_only:
                with suppress(DatabaseBusy):  # a reader is still there; SQLite folds it in later
                    self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self.database.close()


def connect_sqlite(path: Path, *, read_only: bool = False) -> Store:
    """Open an existing SQLite file with the settings durability needs, and read back that they hold."""
    if sqlcipher.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise DataTrouble(
            f"Pustaka SQLite {sqlcipher.sqlite_version} terlalu lama.", "Pasang ulang program Rakor."
        )
    target = f"{path.resolve().as_uri()}?mode={_read_only_mode(path) if read_only else 'rw'}"
    pragmas = [item for item in _PRAGMAS if not (read_only and item[0] == "journal_mode")]
    database = SqlCipherDatabase(target, timeout=5, pragmas=pragmas, autoconnect=False, uri=True)
    store = Store(database, "sqlite", path, read_only)
    try:
        with named_faults():
            database.connect()
        if not read_only and store.one("PRAGMA journal_mode") != ("wal",):
            store.execute("PRAGMA journal_mode=delete")  # a share or stick without shared memory
        if store.one("PRAGMA synchronous") != (2,) or store.one("PRAGMA foreign_keys") != (1,):
            raise DataTrouble("Berkas data tidak dapat dibuka dengan aman.", "Pasang ulang program Rakor.")
    except BaseException:
        database.close()
        raise
    return store


def _read_only_mode(path: Path) -> str:
    """How to read a file without writing; beside a write-ahead log SQLite needs a place for its index.

    Where nothing can be written and no log waits, the file is all there is and cannot change under us.
    """
    log = path.with_name(path.name + "-wal")
    if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
        return "ro"
    return "ro&immutable=1"


def connect_postgresql(url: str, *, read_only: bool = False) -> Store:
    """Open the office's server by its address, postgresql://user:password@host/name."""
    from desktop.models.drivers import use_postgresql

    try:
        use_postgresql()
    except ImportError as missing:
        raise DataTrouble(
            "Penggerak PostgreSQL belum terpasang.",
            "Pasang dengan: uv sync --extra postgres",
        ) from missing
    database = peewee.PostgresqlDatabase(
        url,
        prefer_psycopg3=True,
        autoconnect=False,
        connect_timeout=5,
        tcp_user_timeout=15_000,  # or a pulled cable would be noticed after a quarter of an hour
        keepalives_idle=15,
        keepalives_interval=5,
        keepalives_count=3,
        options=_SERVER_SETTINGS + (" -c default_transaction_read_only=on" if read_only else ""),
    )
    with named_faults():
        database.connect()
    return Store(database, "postgresql", None, read_only)
