"""Copies of the office's data that can be restored: made in the background, verified, thinned.

A copy is made through SQLite (`VACUUM INTO`), never by copying files: a copied file may lack what is still in
the write-ahead log. It is listed only after it was opened again, checked, counted and hashed. Files of meetings
are copied beside the copies, each once (see `attachment_copies`).
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.clock import now_utc
from desktop.base.errors import DamagedFile
from desktop.base.files import (
    atomic_write,
    file_trouble,
    flush_folder,
    replace_with_retry,
    replaceable,
    sha256_of,
)
from desktop.base.rights import make_private, make_private_folder
from desktop.models import attachment_copies, header
from desktop.models.faults import named_faults
from desktop.models.swap import set_aside

log = logging.getLogger(__name__)

_FOLDER = attachment_copies.BACKUPS
_WORKING = ".proses"
_STAMP = "%Y%m%d-%H%M%S"
_KEEP_ALL = timedelta(days=2)
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy: where it lies, when it was made, of which history (device, clock), what is in it."""

    path: Path
    made_at: datetime
    device: str
    clock: int
    meetings: int
    sha256: str


def folder_of(database: Path) -> Path:
    """Where the copies of a database lie."""
    return database.parent / _FOLDER


def make(database: Path, target: Path | None = None) -> Backup | None:
    """Make a verified copy; None when nothing changed since the newest one.

    With a `target` the copy is always made, and lies where the user wants it. Uses a connection of its own, so
    that it can run in a thread. Raises a DataTrouble or FileProblem; an incomplete copy is never listed.
    """
    if target is None and _unchanged(database):
        attachment_copies.grow(database, folder_of(database))  # what a full disk kept from it the last time
        return None
    made_at = now_utc()
    path = replaceable(target) if target else _free_name(folder_of(database), made_at)
    header.refuse_data(path)
    try:
        if target is None:
            _sweep(make_private_folder(folder_of(database)))
        backup = _copy(database, path, made_at)
    except OSError as error:
        raise file_trouble(error, path) from error
    attachment_copies.grow(database, path.parent)
    if target is None:
        thin(list_backups(database))
    log.info("backup made, clock %d", backup.clock)
    return backup


def list_backups(database: Path) -> list[Backup]:
    """The copies that can be restored, newest first."""
    found = [_read_manifest(path) for path in folder_of(database).glob("*.db.json")]
    return sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True)


def restore(source: Path, database: Path) -> Path | None:
    """Put a copy in the place of the database; returns where the replaced file is kept.

    The copy is checked first; the replaced file, damaged or not, stays beside it under another name. The
    caller holds the folder's lock. Raises a DataTrouble when the copy cannot be trusted.
    """
    header.schema_of(source)
    manifest = _read_manifest(_manifest_path(source))
    if manifest is not None and sha256_of(source) != manifest.sha256:
        raise DamagedFile(f"Cadangan {source.name} berubah sejak dibuat.", "Pilih cadangan yang lain.")
    working = database.with_name(database.name + ".pulih")
    try:
        working.unlink(missing_ok=True)
        _copy_into(source, working)
        _verified(working, working, now_utc())
        kept = set_aside(database)
        replace_with_retry(working, database)
        flush_folder(database.parent)
    except OSError as error:
        raise file_trouble(error, database) from error
    finally:
        working.unlink(missing_ok=True)
    attachment_copies.put_back(database, (source.parent, folder_of(database)))
    log.info("backup restored")
    return kept


def thin(backups: Iterable[Backup]) -> list[Backup]:
    """Delete copies nobody would miss and return those kept.

    All of the last two days, then the newest of each of 12 days, 10 weeks and 9 months, as this computer's
    calendar counts them.
    """
    kept: list[Backup] = []
    seen: dict[str, set[tuple[int, ...]]] = {"day": set(), "week": set(), "month": set()}
    for one in sorted(backups, key=lambda b: b.made_at, reverse=True):
        moment = one.made_at.astimezone()
        rungs = (
            ("day", (moment.year, moment.month, moment.day), _DAILY),
            ("week", tuple(moment.isocalendar()[:2]), _WEEKLY),
            ("month", (moment.year, moment.month), _MONTHLY),
        )
        wanted = now_utc() - moment <= _KEEP_ALL
        for rung, bucket, limit in rungs:
            if bucket not in seen[rung] and len(seen[rung]) < limit:
                seen[rung].add(bucket)
                wanted = True
        if wanted:
            kept.append(one)
        else:
            with suppress(OSError):  # what another program holds now goes the next time
                one.path.unlink(missing_ok=True)
                _manifest_path(one.path).unlink(missing_ok=True)
    return kept


def _connect(path: Path, mode: str = "ro") -> sqlcipher.Connection:
    return sqlcipher.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5)


def _copy(database: Path, path: Path, made_at: datetime) -> Backup:
    """Make the copy under a working name; its description comes before it, so that it is never without one."""
    working, described = path.with_name(path.name + _WORKING), False
    try:
        working.unlink(missing_ok=True)
        _copy_into(database, working)
        backup = _verified(working, path, made_at)
        _write_manifest(backup)
        described = True
        replace_with_retry(working, path)
    except BaseException:
        if described:
            _manifest_path(path).unlink(missing_ok=True)
        raise
    finally:
        working.unlink(missing_ok=True)
    flush_folder(path.parent)
    return backup


def _copy_into(source: Path, working: Path) -> None:
    """Copy through SQLite, which takes along what waits in the log, and put the copy on the disk.

    The copy gets a mark of its own: whoever opens it begins another history (see `identity`).
    """
    with named_faults():
        with closing(_connect(source)) as connection:
            names = connection.execute("SELECT name FROM sqlite_master").fetchall()
            header.require_tables(source.name, [name for (name,) in names])
            connection.execute("VACUUM INTO ?", (str(working),))
        make_private(working)
        with closing(_connect(working, "rw")) as connection:
            connection.execute("UPDATE replica SET incarnation = ?, clean = 1", (uuid4().bytes,))
    number = os.open(working, os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sweep(folder: Path) -> None:
    """Remove what a copy left behind whose making was cut off."""
    for leftover in (*folder.glob(f"*{_WORKING}*"), *folder.glob("*.tmp")):
        leftover.unlink(missing_ok=True)
    for manifest in folder.glob("*.db.json"):
        if not _described(manifest).exists():
            manifest.unlink(missing_ok=True)


def _unchanged(database: Path) -> bool:
    newest = next(iter(list_backups(database)), None)
    if newest is None:
        return False
    with named_faults(), closing(_connect(database)) as connection:
        row = connection.execute("SELECT lower(hex(device)), clock FROM replica").fetchone()
    return bool(row == (newest.device, newest.clock))


def _verified(working: Path, path: Path, made_at: datetime) -> Backup:
    """Open the copy again and look whether it is whole."""
    with named_faults(), closing(_connect(working)) as connection:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
        replica = connection.execute("SELECT lower(hex(device)), clock FROM replica").fetchone()
        meetings = connection.execute("SELECT count(*) FROM meeting WHERE deleted = 0").fetchone()
    if not sound or orphan is not None or replica is None:
        raise DamagedFile("Cadangan tidak lolos pemeriksaan.", "Jalankan pemeriksaan data, lalu coba lagi.")
    return Backup(path, made_at, replica[0], int(replica[1]), int(meetings[0]), sha256_of(working))


def _free_name(folder: Path, moment: datetime) -> Path:
    stem = f"rakor-{moment.astimezone(UTC).strftime(_STAMP)}"
    path, number = folder / f"{stem}.db", 1
    while path.exists() or _manifest_path(path).exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def _manifest_path(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _described(manifest: Path) -> Path:
    return manifest.with_name(manifest.name.removesuffix(".json"))


def _write_manifest(backup: Backup) -> None:
    content = asdict(backup) | {"path": backup.path.name, "made_at": backup.made_at.isoformat()}
    atomic_write(_manifest_path(backup.path), json.dumps(content, indent=2).encode())


def _read_manifest(path: Path) -> Backup | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        backup = Backup(
            _described(path),
            datetime.fromisoformat(found["made_at"]).astimezone(UTC),
            str(found["device"]),
            int(found["clock"]),
            int(found["meetings"]),
            str(found["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return backup if backup.path.exists() else None
