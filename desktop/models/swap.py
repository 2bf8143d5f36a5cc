"""Steps for putting one database file in another's place without a moment in which neither is whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.clock import now_utc
from desktop.base.errors import DataTrouble
from desktop.base.files import replace_with_retry
from desktop.models import header
from desktop.models.faults import named_faults

_STAMP = "%Y%m%d-%H%M%S"


def fold_in_log(path: Path) -> bool:
    """Write what waits in the write-ahead log into the file; whether the file now stands alone.

    False for a file too damaged for that, or held open by somebody else.
    """
    address = f"{path.resolve().as_uri()}?mode=rw"
    try:
        header.schema_of(path)  # beside a file without content SQLite would throw the log away
        with named_faults(), closing(sqlcipher.connect(address, uri=True, isolation_level=None)) as connection:
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except DataTrouble:
        return False
    return not busy and not any(path.with_name(path.name + part).exists() for part in ("-wal", "-journal"))


def linked(path: Path, name: Path) -> bool:
    """Give a file a second name; False on a file system that has no hard links."""
    try:
        name.hardlink_to(path)
    except OSError:
        return False
    return True


def set_aside(database: Path) -> Path | None:
    """Keep what stands in the database's place under another name.

    A sound file stays in its place too, until the new one takes it in one step. One whose log cannot be folded
    in is moved with its log: the log beside another file would damage that file.
    """
    whole = database.exists() and fold_in_log(database)
    kept, moved = _free_aside(database), None
    for suffix in ("", "-wal", "-shm", "-journal"):
        part, target = (one.with_name(one.name + suffix) for one in (database, kept))
        if not part.exists():
            continue
        if not (whole and linked(part, target)):
            replace_with_retry(part, target)
        moved = moved or target
    return moved


def _free_aside(database: Path) -> Path:
    stem = f"{database.name}.diganti-{now_utc().strftime(_STAMP)}"
    path, number = database.with_name(stem), 1
    while any(database.parent.glob(f"{path.name}*")):
        number += 1
        path = database.with_name(f"{stem}-{number}")
    return path
