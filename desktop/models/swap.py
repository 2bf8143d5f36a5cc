"""Steps for putting one database file in another's place without a moment in which neither is whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import DataTrouble
from desktop.models import header
from desktop.models.faults import named_faults


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
