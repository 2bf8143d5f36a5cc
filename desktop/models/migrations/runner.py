"""Brings a database to the latest schema: all of it or nothing.

SQLite: the steps run on a verified copy, which takes the file's place only when every row is still there.
PostgreSQL: one transaction under an advisory lock. Steps are frozen SQL; they never see the live tables. What
follows from the records and takes more than SQL is filled once they are done (`kept.fill_new`).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import DamagedFile, DatabaseBusy, DataTrouble
from desktop.base.files import file_trouble, flush_folder, replace_with_retry
from desktop.base.rights import make_private
from desktop.models import kept as kept_tables
from desktop.models.faults import named_faults
from desktop.models.header import refuse_newer
from desktop.models.migrations import LATEST, STEPS, Step
from desktop.models.store import APPLICATION_ID, Store, connect_sqlite
from desktop.models.swap import fold_in_log, linked

log = logging.getLogger(__name__)

_SERVER = "Basis data server"
_ADVISORY_LOCK = 0x52414B4F52  # "RAKOR"


def create_sqlite(path: Path) -> None:
    """Make an empty database of the latest schema under a working name (see `put_in_place`)."""
    path.unlink(missing_ok=True)
    with named_faults(), closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = delete")
        _climb(connection, 0, STEPS)


def put_in_place(fresh: Path, path: Path) -> None:
    """Let a complete new file take its name; until then nothing stands there."""
    replace_with_retry(fresh, path)
    flush_folder(path.parent)


def migrate_sqlite(path: Path, schema: int, steps: Sequence[Step] = STEPS) -> Path | None:
    """Bring an older file up to date; returns where the file as it was is kept, None when it was current."""
    if schema >= len(steps):
        return None
    copy = path.with_name(path.name + ".naik")
    kept = path.with_name(f"{path.stem}-sebelum-skema-{len(steps)}{path.suffix}")
    try:
        _remove(copy)
        _climb_on_copy(path, copy, schema, steps)
        make_private(copy)
        _swap(path, copy, kept)
    except OSError as error:
        raise file_trouble(error, path) from error
    finally:
        _remove(copy)
    log.info("schema %d -> %d", schema, len(steps))
    return kept


def migrate_postgresql(store: Store, steps: Sequence[Step] = STEPS) -> int:
    """Bring the server's database up to date and return the schema it had before."""
    with store.transaction():
        take_turn(store)
        store.execute("CREATE TABLE IF NOT EXISTS rakor_schema (version bigint NOT NULL)")
        row = store.one("SELECT max(version) FROM rakor_schema")
        schema = int(row[0]) if row and row[0] is not None else 0
        refuse_newer(schema, _SERVER)
        if schema < len(steps):
            counts = _server_counts(store)
            for step in steps[schema:]:
                step("postgresql", store.execute)
            _require_rows(counts, _server_counts(store))
            if len(steps) >= LATEST:
                kept_tables.fill_new(store)
            store.execute("DELETE FROM rakor_schema")
            store.execute("INSERT INTO rakor_schema VALUES (%s)", (len(steps),))
    return schema


def require_current(store: Store) -> None:
    """Raise a DataTrouble unless the server's database has the latest schema; nothing is changed by looking."""
    if store.one("SELECT to_regclass('rakor_schema')") == (None,):
        raise nothing_there()
    row = store.one("SELECT coalesce(max(version), 0) FROM rakor_schema")
    schema = int(row[0]) if row else 0
    refuse_newer(schema, _SERVER)
    if schema < LATEST:
        raise DataTrouble(
            "Data di server ini dari Rakor versi lama dan perlu diperbarui dulu.",
            "Buka sekali dengan jendela Rakor.",
        )


def nothing_there() -> DataTrouble:
    """What to say of a server's database without an office."""
    return DataTrouble(
        "Basis data server ini belum berisi data Rakor.",
        "Periksa alamatnya, atau buka dulu dengan jendela Rakor untuk memulai kantor baru.",
    )


def take_turn(store: Store) -> None:
    """Let one computer at a time build the server's database, until the open transaction ends."""
    store.execute("SELECT pg_advisory_xact_lock(%s)", (_ADVISORY_LOCK,))


def _climb_on_copy(path: Path, copy: Path, schema: int, steps: Sequence[Step]) -> None:
    """Make the copy, take it through the steps and compare; the old file is only read."""
    with named_faults():
        with closing(sqlcipher.connect(str(path), isolation_level=None)) as old:
            _require_sound(old, path.name)
            old.execute("VACUUM INTO ?", (str(copy),))
            counts = _counts(old)
        with closing(sqlcipher.connect(str(copy), isolation_level=None)) as new:
            _climb(new, schema, steps)
            _require_sound(new, copy.name)
            _require_rows(counts, _counts(new))
    if len(steps) >= LATEST:
        _fill_new(copy)


def _fill_new(copy: Path) -> None:
    """What follows from the records by more than SQL, once they are as this version has them."""
    store = connect_sqlite(copy)
    try:
        with store.transaction():
            kept_tables.fill_new(store)
    finally:
        store.close()
    fold_in_log(copy)


def _climb(connection: sqlcipher.Connection, schema: int, steps: Sequence[Step]) -> None:
    connection.execute("PRAGMA foreign_keys = 0")  # outside the transaction, or a rebuild takes child rows along
    connection.execute("BEGIN EXCLUSIVE")
    for step in steps[schema:]:
        step("sqlite", connection.execute)
    connection.execute(f"PRAGMA user_version = {len(steps)}")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        connection.execute("ROLLBACK")
        raise DataTrouble(
            "Pembaruan data berhenti: ada isian yang kehilangan induknya.", "Data lama tidak diubah."
        )
    connection.execute("COMMIT")


def _require_sound(connection: sqlcipher.Connection, name: str) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedFile(f"Berkas {name} rusak.", "Pulihkan cadangan; berkas ini tidak diubah.")


def _require_rows(before: dict[str, int], after: dict[str, int]) -> None:
    lost = [name for name, count in before.items() if after.get(name, -1) < count]
    if lost:
        raise DamagedFile(
            f"Pembaruan data berhenti: isi {', '.join(lost)} berkurang.",
            "Data lama tidak diubah. Hubungi pengelola Rakor.",
        )


def _server_counts(store: Store) -> dict[str, int]:
    names = store.rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    return {name: store.rows(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in names}


def _counts(connection: sqlcipher.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _swap(path: Path, copy: Path, kept: Path) -> None:
    """Keep the old file under its own name, then let the new one take its place."""
    if not fold_in_log(path):  # its log beside the new file would damage that file
        raise DatabaseBusy(
            "Berkas data sedang dipakai program lain.", "Tutup program lain yang memakainya, lalu ulangi."
        )
    kept.unlink(missing_ok=True)
    if not linked(path, kept):
        replace_with_retry(path, kept)
    replace_with_retry(copy, path)
    flush_folder(path.parent)


def _remove(path: Path) -> None:
    for part in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + part).unlink(missing_ok=True)
