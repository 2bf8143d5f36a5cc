"""`lampiran.db`, the second file beside the database: the bytes of attached files, each once by its SHA-256.

It is opened when bytes are asked for and closed again, in the same way and as durably as the database. Whatever
is wrong with it is told by its name and never keeps anybody from the office's data.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from desktop.base.errors import DamagedFile, ForeignFile, NewerFile
from desktop.base.files import file_trouble
from desktop.base.rights import PRIVATE_FILE
from desktop.models.header import ATTACHMENTS
from desktop.models.store import Store, connect_sqlite

APPLICATION_ID = 0x52414B41  # "RAKA"
REPAIR = (
    "Data kantor sendiri tidak terganggu. Buat cadangan sekarang, lalu pulihkan cadangan itu: lampiran yang ada "
    "salinannya dikembalikan."
)
_SCHEMA = 1
_CREATE = """
    CREATE TABLE attachment_data (
        seq INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        content BLOB NOT NULL
    ) STRICT
"""


def attachment_file(database: Path) -> Path:
    """Where the second file of a database lies."""
    return database.with_name(ATTACHMENTS)


@contextmanager
def opened_to_read(path: Path) -> Iterator[Store | None]:
    """The file for reading, None where nothing was ever attached; raises DamagedFile, NewerFile, FileProblem."""
    try:
        there = path.exists() and path.stat().st_size > 0
    except OSError as error:
        raise file_trouble(error, path, reading=True) from error
    if not there:
        yield None
        return
    with _opened(path, read_only=True) as files:
        yield files


@contextmanager
def opened_to_write(path: Path) -> Iterator[Store]:
    """The file for writing, made when there is none; raises a DataTrouble."""
    try:
        if not path.exists():
            path.touch(PRIVATE_FILE)
    except OSError as error:
        raise file_trouble(error, path) from error
    with _opened(path, read_only=False) as files:
        yield files


def hash_of(content: bytes) -> str:
    """The SHA-256 in hexadecimal by which bytes are kept."""
    return sha256(content).hexdigest()


def content_of(files: Store, hashed: str) -> bytes | None:
    """The bytes of a SHA-256, None where there are none; raises DamagedFile when they were altered."""
    content = _kept(files, hashed)
    if content is not None and hash_of(content) != hashed:
        raise DamagedFile("Isi berkas lampiran ini berubah sejak disimpan.", REPAIR)
    return content


def keep(files: Store, content: bytes) -> str:
    """Keep bytes and return their hash; what is there and sound is not written again."""
    hashed = hash_of(content)
    if _kept(files, hashed) != content:
        with _by_its_name(files), files.transaction():
            files.execute(
                f"INSERT INTO attachment_data (sha256, content) VALUES ({files.mark}, {files.mark}) "
                "ON CONFLICT (sha256) DO UPDATE SET content = excluded.content",
                (hashed, content),
            )
    return hashed


def require_sound(path: Path) -> None:
    """Raise DamagedFile when SQLite finds the file damaged."""
    with opened_to_read(path) as files:
        if files is None:
            return
        with _by_its_name(files):
            found = files.rows("PRAGMA integrity_check(1)")
    if found != [("ok",)]:
        raise _damaged()


def _kept(files: Store, hashed: str) -> bytes | None:
    with _by_its_name(files):
        row = files.one(f"SELECT content FROM attachment_data WHERE sha256 = {files.mark}", (hashed,))
    return None if row is None else bytes(row[0])


@contextmanager
def _opened(path: Path, *, read_only: bool) -> Iterator[Store]:
    try:
        files = connect_sqlite(path, read_only=read_only)
    except (DamagedFile, ForeignFile) as fault:
        raise _damaged() from fault
    try:
        with _by_its_name(files):
            _require_ours(files)
        yield files
    finally:
        with _by_its_name(files):
            files.close()


@contextmanager
def _by_its_name(files: Store) -> Iterator[None]:
    """Say of damage that it is this file's and not the database's."""
    try:
        yield
    except (DamagedFile, ForeignFile) as fault:
        if files.path is None:
            raise
        raise _damaged() from fault


def _require_ours(files: Store) -> None:
    """Look whose file it is; an empty one becomes ours in one step."""
    (application,), (schema,) = files.rows("PRAGMA application_id")[0], files.rows("PRAGMA user_version")[0]
    if not application and not files.read_only and not files.rows("SELECT 1 FROM sqlite_master"):
        with files.transaction():
            files.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            files.execute(f"PRAGMA user_version = {_SCHEMA}")
            files.execute(_CREATE)
    elif application != APPLICATION_ID:
        raise _damaged()
    elif schema != _SCHEMA:
        raise NewerFile(
            f"{ATTACHMENTS} dibuat Rakor yang lebih baru.", "Pasang Rakor versi terbaru di laptop ini."
        )


def _damaged() -> DamagedFile:
    return DamagedFile(f"Berkas lampiran ({ATTACHMENTS}) rusak.", REPAIR)
