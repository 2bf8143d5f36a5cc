"""Copies of attached files beside the backups: one file each under its SHA-256, shared by all generations.

They are only ever added to. A copy is trusted for its hash, never for its name.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import AppError, DamagedFile, NewerFile
from desktop.base.files import atomic_write, file_trouble
from desktop.base.rights import make_private_folder
from desktop.models.attachment_file import (
    attachment_file,
    content_of,
    hash_of,
    keep,
    opened_to_read,
    opened_to_write,
    require_sound,
)
from desktop.models.faults import named_faults
from desktop.models.store import Store
from desktop.models.swap import set_aside

log = logging.getLogger(__name__)

FOLDER = "lampiran-rakor"
BACKUPS = "cadangan"


def folder_beside(database: Path) -> Path:
    """Where the copies of an office's attached files lie."""
    return database.parent / BACKUPS / FOLDER


def copy_of(folder: Path, hashed: str) -> bytes | None:
    """The copy of this SHA-256 in a folder, None where there is none or it was altered."""
    with suppress(OSError):
        content = (folder / hashed).read_bytes()
        if hash_of(content) == hashed:
            return content
    return None


def grow(database: Path, backups: Path) -> None:
    """Copy the attached files of a database beside its backups, those that are not there yet.

    A damaged file of attachments is left alone, for the office's data must get their backup all the same;
    `integrity` tells of it. Raises DiskFull, ReadOnlyPlace or FileProblem.
    """
    folder = backups / FOLDER
    try:
        with opened_to_read(attachment_file(database)) as files:
            if files is not None:
                _add_missing(files, folder)
    except (DamagedFile, NewerFile) as fault:
        log.warning("attached files are not copied: %s", fault.message)
    except OSError as error:
        raise file_trouble(error, folder) from error


def put_back(database: Path, backups: Iterable[Path]) -> None:
    """After a restore: bring the attached files back that the records name, from the copies beside backups.

    A damaged file of attachments is set aside and made anew. What cannot be brought back is left to `integrity`:
    the office's data are restored in any case.
    """
    path, folders = attachment_file(database), [one / FOLDER for one in backups]
    try:
        try:
            require_sound(path)
        except DamagedFile:
            set_aside(path)
        with opened_to_read(path) as files:
            lacking = [one for one in _named_in(database) if files is None or not _is_sound(files, one)]
        if lacking:
            with opened_to_write(path) as rebuilt:
                for one in lacking:
                    if (copy := _first_copy(folders, one)) is not None:
                        keep(rebuilt, copy)
    except (AppError, OSError) as error:
        log.warning("attached files were not all brought back: %s", type(error).__name__)


def _add_missing(files: Store, folder: Path) -> None:
    kept = files.rows("SELECT sha256, length(content) FROM attachment_data")
    if not kept:
        return
    make_private_folder(folder)
    for leftover in folder.glob("*.tmp"):
        leftover.unlink(missing_ok=True)
    there = {one.name: one.stat().st_size for one in folder.iterdir()}
    for hashed, size in kept:
        if there.get(hashed) == size:
            continue
        try:
            content = content_of(files, hashed)
        except DamagedFile:
            log.warning("an attached file was altered and is not copied")
            continue
        if content is not None:
            _write_checked(folder, hashed, content)


def _write_checked(folder: Path, hashed: str, content: bytes) -> None:
    atomic_write(folder / hashed, content, private=True)
    if copy_of(folder, hashed) is None:
        (folder / hashed).unlink(missing_ok=True)
        raise OSError(f"a copy in {folder.name} is not what was written")


def _first_copy(folders: Iterable[Path], hashed: str) -> bytes | None:
    return next((copy for folder in folders if (copy := copy_of(folder, hashed)) is not None), None)


def _is_sound(files: Store, hashed: str) -> bool:
    try:
        return content_of(files, hashed) is not None
    except DamagedFile:
        return False


def _named_in(database: Path) -> list[str]:
    """The hashes the records of a database name; none where its schema knows no attachments yet."""
    address = f"{database.resolve().as_uri()}?mode=ro"
    with named_faults(), closing(sqlcipher.connect(address, uri=True, isolation_level=None)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'attachment'").fetchone() is None:
            return []
        return [str(one) for (one,) in connection.execute("SELECT DISTINCT sha256 FROM attachment")]
