"""Opens the office's data, whatever state it is in, or says by name why not; it never starts empty over a file.

Order: what is the file (header) → new or old schema → connect with safe settings → whose copy is it, was it
closed properly → after an unclean end, look for damage before anything is shown.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from desktop.base.errors import DamagedFile, DataTrouble
from desktop.base.rights import make_private, make_private_folder
from desktop.models import header, identity
from desktop.models.migrations import LATEST, runner
from desktop.models.store import Store, connect_postgresql, connect_sqlite

log = logging.getLogger(__name__)

DATABASE_NAME = "rakor.db"


def database_file(folder: Path) -> Path:
    """The database of a data folder."""
    return folder / DATABASE_NAME


def exists(folder: Path) -> bool:
    """Whether the folder holds (or held) an office's data."""
    path = database_file(folder)
    return path.exists() or header.card_path(path).exists()


def open_folder(
    folder: Path,
    *,
    found: Callable[[Store], UUID] | None = None,
    read_only: bool = False,
    before_migrating: Callable[[Path], None] | None = None,
) -> Store:
    """Open the data of a folder.

    `found` founds a new office in an empty folder and returns its id; without it a missing database is
    trouble. `before_migrating` gets the old file, to keep a backup of it. Raises a DataTrouble.
    """
    path = database_file(folder)
    if not path.exists():
        return _create(folder, path, found)
    schema = header.schema_of(path)
    if schema < LATEST:
        if read_only:
            raise DataTrouble(
                "Data ini dari Rakor versi lama dan perlu diperbarui dulu.",
                "Buka sekali tanpa pilihan hanya-baca.",
            )
        if before_migrating is not None:
            before_migrating(path)
        runner.migrate_sqlite(path, schema)
    store = connect_sqlite(path, read_only=read_only)
    try:
        return _settle(store, path)
    except BaseException:
        store.database.close()
        raise


def open_server(url: str, *, found: Callable[[Store], UUID]) -> Store:
    """Open the office's PostgreSQL database, founding the office in an empty one."""
    store = connect_postgresql(url)
    try:
        runner.migrate_postgresql(store)
        store.office = identity.office_of(store)
        if store.office is None:
            store.office = found(store)
    except BaseException:
        store.database.close()
        raise
    return store


def close(store: Store) -> None:
    """Close properly, so that the next start need not look for damage."""
    if not store.read_only and store.engine == "sqlite":
        identity.release(store)
    store.close()


def _create(folder: Path, path: Path, found: Callable[[Store], UUID] | None) -> Store:
    if header.card_path(path).exists():
        raise DamagedFile(
            f"Berkas {path.name} tidak ada lagi di folder data ini.",
            "Pulihkan cadangan, atau pilih folder data lain.",
        )
    if found is None:
        raise DataTrouble(f"Folder ini belum berisi data Rakor: {folder}", "Pilih folder data lain.")
    make_private_folder(folder)
    fresh = path.with_name(path.name + ".awal")
    runner.create_sqlite(fresh)
    make_private(fresh)
    store = connect_sqlite(fresh)
    try:
        office = found(store)
    finally:
        store.close()
    for leftover in ("-wal", "-shm"):
        fresh.with_name(fresh.name + leftover).unlink(missing_ok=True)
    runner.put_in_place(fresh, path)
    header.write_card(path, header.Card("Rakor", LATEST, str(office)))
    return _settle(connect_sqlite(path), path)


def _settle(store: Store, path: Path) -> Store:
    row = store.one("PRAGMA user_version")
    header.refuse_newer(int(row[0]) if row else 0, path.name)
    store.office = identity.office_of(store)
    if store.office is None:
        raise DamagedFile(f"Berkas {path.name} tidak memuat identitas kantor.", "Pulihkan cadangan terakhir.")
    if store.read_only:
        return store
    if not identity.claim(store, identity.state_file(path)):
        log.warning("unclean end before; checking")
        require_sound(store, path)
    header.write_card(path, header.Card("Rakor", LATEST, str(store.office)))
    return store


def require_sound(store: Store, path: Path) -> None:
    """Raise DamagedFile when SQLite finds the file damaged."""
    if store.rows("PRAGMA quick_check(1)") != [("ok",)]:
        raise DamagedFile(f"Berkas {path.name} rusak.", "Pulihkan cadangan terakhir; berkas ini tidak diubah.")
