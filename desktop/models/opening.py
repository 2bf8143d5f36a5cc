"""Opens the office's data, whatever state it is in, or says by name why not; it never starts empty over a file.

Order: what is the file (header) → was it closed properly, and after an unclean end: is it damaged (both seen
through a connection that cannot change it) → new or old schema → connect with safe settings → whose copy is it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from desktop.base.errors import DamagedFile, DataTrouble
from desktop.base.files import file_trouble, make_folder
from desktop.base.rights import make_private
from desktop.models import header, identity
from desktop.models.migrations import LATEST, runner
from desktop.models.store import Store, connect_postgresql, connect_sqlite

log = logging.getLogger(__name__)

DATABASE_NAME = "rakor.db"
_PARTS = ("", "-wal", "-shm", "-journal")


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
    before_migrating: Callable[[Path], object] | None = None,
) -> Store:
    """Open the data of a folder.

    `found` founds a new office in an empty folder and returns its id; without it a missing database is
    trouble. `before_migrating` gets the old file, to keep a backup of it. Raises a DataTrouble or FileProblem.
    """
    path = database_file(folder)
    try:
        if not path.exists():
            return _create(folder, path, None if read_only else found)
        return _open(path, read_only, before_migrating)
    except OSError as error:
        raise file_trouble(error, path, reading=read_only) from error


def _open(path: Path, read_only: bool, before_migrating: Callable[[Path], object] | None) -> Store:
    schema = header.schema_of(path)
    if not read_only:
        _look_first(path)
    if schema < LATEST:
        if read_only:
            raise DataTrouble(
                "Data ini dari Rakor versi lama dan perlu diperbarui dulu.",
                "Buka dulu sekali dengan jendela Rakor, bukan hanya-baca.",
            )
        if before_migrating is not None:
            before_migrating(path)
        runner.migrate_sqlite(path, schema)
    return _settle(connect_sqlite(path, read_only=read_only), path)


def open_server(url: str, *, found: Callable[[Store], UUID], read_only: bool = False) -> Store:
    """Open the office's PostgreSQL database, founding the office in an empty one.

    With `read_only` nothing is made or brought up to date; a DataTrouble says what is missing.
    """
    store = connect_postgresql(url, read_only=read_only)
    try:
        if read_only:
            runner.require_current(store)
            store.office = identity.office_of(store)
        else:
            runner.migrate_postgresql(store)
            store.office = identity.office_of(store) or _found_alone(store, found)
            identity.claim_server(store)
        if store.office is None:
            raise runner.nothing_there()
    except BaseException:
        store.database.close()
        raise
    return store


def _found_alone(store: Store, found: Callable[[Store], UUID]) -> UUID:
    """Found the office, unless another computer did so while this one waited for its turn."""
    with store.transaction():
        runner.take_turn(store)
        return identity.office_of(store) or found(store)


def close(store: Store) -> None:
    """Close properly, so that the next start need not look for damage."""
    try:
        if store.path is not None and not store.read_only:
            identity.release(store, identity.state_file(store.path))
    finally:
        store.close()


def _create(folder: Path, path: Path, found: Callable[[Store], UUID] | None) -> Store:
    if header.card_path(path).exists() or _beside(path, "-wal").exists():
        raise DamagedFile(
            f"Berkas {path.name} tidak ada lagi di folder data ini.",
            "Pulihkan cadangan, atau pilih folder data lain.",
        )
    if found is None:
        raise DataTrouble(f"Folder ini belum berisi data Rakor: {folder}", "Pilih folder data lain.")
    make_folder(folder)
    fresh = path.with_name(path.name + ".awal")
    for part in _PARTS:
        _beside(fresh, part).unlink(missing_ok=True)
    runner.create_sqlite(fresh)
    make_private(fresh)
    store = connect_sqlite(fresh)
    try:
        office = found(store)
    finally:
        store.close()
    runner.put_in_place(fresh, path)
    header.write_card(path, header.Card("Rakor", LATEST, str(office)))
    return _settle(connect_sqlite(path), path)


def _look_first(path: Path) -> None:
    """Raise DamagedFile when the last end was unclean and the file is damaged; nothing is changed by looking."""
    # Only a connection that may write can roll back what an older style of journal left half done.
    store = connect_sqlite(path, read_only=not _beside(path, "-journal").exists())
    try:
        _refuse_newer(store, path)
        _require_tables(store, path)
        if not identity.closed_properly(store):
            log.warning("unclean end before; checking")
            require_sound(store, path)
    finally:
        store.database.close()


def _settle(store: Store, path: Path) -> Store:
    try:
        _refuse_newer(store, path)
        _require_tables(store, path)
        store.office = identity.office_of(store)
        if store.office is None:
            raise DamagedFile(f"Berkas {path.name} tidak memuat identitas kantor.", "Pulihkan cadangan terakhir.")
        if not store.read_only:
            identity.claim(store, identity.state_file(path))
            header.write_card(path, header.Card("Rakor", LATEST, str(store.office)))
    except BaseException:
        store.database.close()
        raise
    return store


def _refuse_newer(store: Store, path: Path) -> None:
    """The header again, this time with what waits in the write-ahead log."""
    row = store.one("PRAGMA user_version")
    header.refuse_newer(int(row[0]) if row else 0, path.name)


def _require_tables(store: Store, path: Path) -> None:
    header.require_tables(path.name, [name for (name,) in store.rows("SELECT name FROM sqlite_master")])


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def require_sound(store: Store, path: Path) -> None:
    """Raise DamagedFile when SQLite finds the file damaged."""
    if store.rows("PRAGMA quick_check(1)") != [("ok",)]:
        raise DamagedFile(f"Berkas {path.name} rusak.", "Pulihkan cadangan terakhir; berkas ini tidak diubah.")
