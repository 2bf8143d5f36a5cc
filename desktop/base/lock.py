"""One writer per data folder: a lock of the operating system, which ends with the process however it ends.

Who holds it stands in a file beside it, for people to read. That file alone means nothing: the lock decides.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from socket import gethostname
from types import TracebackType

from desktop.base.clock import now_utc
from desktop.base.dates import clock_text, medium_date
from desktop.base.errors import AppError, DataTrouble, LockedFolder
from desktop.base.files import atomic_write, file_trouble, make_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "rakor.lock"
HOLDER_NAME = "rakor.lock.json"
WINDOW = "jendela"

_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


@dataclass(frozen=True)
class Holder:
    """Who works in a data folder: process number, computer, what for, since when (UTC)."""

    pid: int
    host: str
    purpose: str
    since: datetime

    def describe(self) -> str:
        """The holder in words a user can act on."""
        what = "jendela Rakor" if self.purpose == WINDOW else f"perintah “{self.purpose}”"
        where = "" if self.host == gethostname() else f" di komputer {self.host}"
        here = self.since.astimezone()
        since = clock_text(here.time(), None) + ("" if _is_today(here) else f", {medium_date(here)}")
        return f"{what}{where} (proses {self.pid}) sejak {since}"


class FolderLock:
    """The right to write in one data folder; a context manager.

    `purpose` is "jendela" or the name of the console command. Entering raises LockedFolder naming the holder,
    or ReadOnlyPlace or FileProblem where nothing can be written.
    """

    def __init__(self, folder: Path, purpose: str = WINDOW) -> None:
        self.folder = folder
        self.purpose = purpose
        self._number: int | None = None

    @property
    def is_held(self) -> bool:
        """True while this object holds the folder."""
        return self._number is not None

    def acquire(self) -> None:
        """Take the folder, made where there is none, or say at once who has it."""
        if self._number is not None:
            return
        path = self.folder / LOCK_NAME
        make_folder(self.folder)
        try:
            number = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise file_trouble(error, path) from error
        try:
            _lock(number)
        except OSError as error:
            os.close(number)
            raise self._refusal(error) from error
        self._number = number
        me = Holder(os.getpid(), gethostname(), self.purpose, now_utc())
        # The lock holds without this file; only the message to the next one would be poorer.
        with suppress(AppError):
            text = json.dumps(asdict(me) | {"since": me.since.isoformat()}, ensure_ascii=False)
            atomic_write(self.folder / HOLDER_NAME, text.encode(), private=True)

    def release(self) -> None:
        """Leave the folder to others."""
        if self._number is None:
            return
        with suppress(OSError):
            (self.folder / HOLDER_NAME).unlink()
        number, self._number = self._number, None
        with suppress(OSError):
            _unlock(number)
        os.close(number)

    def __enter__(self) -> FolderLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _refusal(self, error: OSError) -> DataTrouble:
        if error.errno not in _TAKEN:
            return DataTrouble(
                "Folder data ini tidak dapat dikunci, sehingga dua orang dapat saling menimpa.",
                "Pindahkan data ke disk komputer ini, lalu buka lagi.",
            )
        holder = read_holder(self.folder)
        who = holder.describe() if holder else "jendela atau perintah Rakor yang lain"
        return LockedFolder(
            f"Folder data sedang dipakai oleh {who}.",
            "Gunakan jendela yang sudah terbuka, atau tutup dahulu lalu coba lagi.",
        )


def read_holder(folder: Path) -> Holder | None:
    """Who last wrote down to hold a folder; None when nothing readable is there."""
    try:
        noted = json.loads((folder / HOLDER_NAME).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(noted["since"]).astimezone(UTC)
        return Holder(int(noted["pid"]), str(noted["host"]), str(noted["purpose"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_today(moment: datetime) -> bool:
    return moment.date() == now_utc().astimezone(moment.tzinfo).date()


if sys.platform == "win32":

    def _lock(number: int) -> None:
        os.lseek(number, 0, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

    def _unlock(number: int) -> None:
        os.lseek(number, 0, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_UNLCK, 1)

else:

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_UN)
