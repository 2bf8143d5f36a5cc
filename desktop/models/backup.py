"""Copies of the office's data that can be restored: made in the background, verified, thinned.

A copy is made through SQLite (`VACUUM INTO`), never by copying files: a copied file may lack what is still in
the write-ahead log. It is listed only after it was opened again, checked, counted and hashed.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.clock import now_utc
from desktop.base.errors import DamagedFile, FileProblem
from desktop.base.files import atomic_write, flush_folder, replace_with_retry, sha256_of
from desktop.base.rights import make_private, make_private_folder
from desktop.models import header
from desktop.models.faults import named_faults

log = logging.getLogger(__name__)

_FOLDER = "cadangan"
_STAMP = "%Y%m%d-%H%M%S"
_KEEP_ALL = timedelta(days=2)
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy: where it lies, when it was made, what is in it."""

    path: Path
    made_at: datetime
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
        return None
    made_at = now_utc()
    path = target or _free_name(make_private_folder(folder_of(database)), made_at)
    working = path.with_name(path.name + ".proses")
    working.unlink(missing_ok=True)
    try:
        with named_faults(), closing(_connect(database)) as connection:
            connection.execute("VACUUM INTO ?", (str(working),))
        backup = _verified(working, path, made_at)
        make_private(working)
        replace_with_retry(working, path)
        flush_folder(path.parent)
    except OSError as error:
        raise FileProblem(f"Cadangan tidak dapat dibuat di {path.parent}.", "Pilih tempat lain.") from error
    finally:
        working.unlink(missing_ok=True)
    _write_manifest(backup)
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
    shutil.copyfile(source, working)
    try:
        _verified(working, working, now_utc())
        make_private(working)
        kept = _set_aside(database)
        replace_with_retry(working, database)
        flush_folder(database.parent)
    finally:
        working.unlink(missing_ok=True)
    log.info("backup restored")
    return kept


def thin(backups: Iterable[Backup]) -> list[Backup]:
    """Delete copies nobody would miss and return those kept.

    All of the last two days, then the newest of each of 12 days, 10 weeks and 9 months.
    """
    kept: list[Backup] = []
    seen: dict[str, set[tuple[int, ...]]] = {"day": set(), "week": set(), "month": set()}
    for one in sorted(backups, key=lambda b: b.made_at, reverse=True):
        moment = one.made_at
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
            _manifest_path(one.path).unlink(missing_ok=True)
            one.path.unlink(missing_ok=True)
    return kept


def _connect(path: Path, mode: str = "ro") -> sqlcipher.Connection:
    return sqlcipher.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5)


def _unchanged(database: Path) -> bool:
    newest = next(iter(list_backups(database)), None)
    if newest is None:
        return False
    with named_faults(), closing(_connect(database)) as connection:
        return bool(connection.execute("SELECT clock FROM replica").fetchone() == (newest.clock,))


def _verified(working: Path, path: Path, made_at: datetime) -> Backup:
    """Open the copy again and look whether it is whole."""
    with named_faults(), closing(_connect(working)) as connection:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
        clock = connection.execute("SELECT clock FROM replica").fetchone()
        meetings = connection.execute("SELECT count(*) FROM meeting WHERE deleted = 0").fetchone()
    if not sound or orphan is not None or clock is None:
        raise DamagedFile("Cadangan tidak lolos pemeriksaan.", "Jalankan pemeriksaan data, lalu coba lagi.")
    return Backup(path, made_at, int(clock[0]), int(meetings[0]), sha256_of(working))


def _set_aside(database: Path) -> Path | None:
    stamp = now_utc().strftime(_STAMP)
    kept = None
    for suffix in ("", "-wal", "-shm"):
        part = database.with_name(database.name + suffix)
        if part.exists():
            target = database.with_name(f"{database.name}.diganti-{stamp}{suffix}")
            replace_with_retry(part, target)
            kept = kept or target
    return kept


def _free_name(folder: Path, moment: datetime) -> Path:
    stem = f"rakor-{moment.astimezone(UTC).strftime(_STAMP)}"
    path, number = folder / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def _manifest_path(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _write_manifest(backup: Backup) -> None:
    content = asdict(backup) | {"path": backup.path.name, "made_at": backup.made_at.isoformat()}
    atomic_write(_manifest_path(backup.path), json.dumps(content, indent=2).encode())


def _read_manifest(path: Path) -> Backup | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        backup = Backup(
            path.with_name(path.name.removesuffix(".json")),
            datetime.fromisoformat(found["made_at"]),
            int(found["clock"]),
            int(found["meetings"]),
            str(found["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return backup if backup.path.exists() else None
