"""Places where a file cannot be written: real ones, which an administrator can mount, and stand-ins that always run.

A stand-in fails at the one call where the real place fails, and only in its own folder, so that the next place
a user chooses works.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.base import files

OLD = b"isi yang lama"

FULL, FULL_DISK = "full", "full, mounted"
READ_ONLY, READ_ONLY_DISK = "read-only", "read-only, mounted"
HELD, GONE, TOO_LONG = "open elsewhere", "folder gone", "name too long"
KINDS = (FULL, FULL_DISK, READ_ONLY, READ_ONLY_DISK, HELD, GONE, TOO_LONG)

_TOLD = {
    FULL: ("Tidak ada ruang lagi", "Kosongkan ruang"),
    READ_ONLY: ("tidak dapat ditulis di folder ini", "pilih folder lain"),
    HELD: ("sedang dipakai program lain", "Tutup program"),
    GONE: ("tidak ditemukan", "sambungkan lagi, atau pilih folder lain"),
    TOO_LONG: ("terlalu panjang", "nama yang lebih pendek"),
}


@dataclass(frozen=True)
class Unwritable:
    """A file that cannot be replaced, and what must be said about it."""

    kind: str
    target: Path

    @property
    def reason(self) -> str:
        return _TOLD[self.kind.split(",")[0]][0]

    @property
    def advice(self) -> str:
        return _TOLD[self.kind.split(",")[0]][1]

    @property
    def shown_name(self) -> str:
        """As much of the name as is said."""
        return self.target.name[:30]

    def assert_told(self, words: str) -> None:
        """The file, the reason and what to do are in the words."""
        for part in (self.shown_name, self.reason, self.advice):
            assert part in words

    def assert_untouched(self) -> None:
        """The old file is whole and nothing lies beside it."""
        folder = self.target.parent
        if self.kind == GONE:
            assert not folder.exists()
            return
        found = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "foto"}
        assert found == ({} if self.kind == TOO_LONG else {self.target.name: OLD})


@contextmanager
def unwritable(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[Unwritable]:
    """A folder with an old file of this name that cannot be replaced; skips where mounting is not allowed."""
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    place = Unwritable(kind, folder / (f"{'z' * 300}{Path(name).suffix}" if kind == TOO_LONG else name))
    if kind in (FULL_DISK, READ_ONLY_DISK):
        with _mounted(folder):
            place.target.write_bytes(OLD)
            if kind == READ_ONLY_DISK:
                _mount("-o", "remount,ro", str(folder))
            else:
                room = os.statvfs(folder)
                (folder / "foto").write_bytes(bytes(room.f_bavail * room.f_frsize))
            yield place
        return
    if kind == GONE:
        shutil.rmtree(folder)
    elif kind != TOO_LONG:
        place.target.write_bytes(OLD)
        _stand_in(kind, folder, monkeypatch)
    yield place


def _stand_in(kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_write, really_open, really_replace = files._write_through, os.open, Path.replace

    def half_written(path: Path, data: bytes, mode: int) -> None:
        if path.parent == folder:
            path.write_bytes(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        really_write(path, data, mode)

    def not_opened(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & os.O_CREAT and Path(path).parent == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really_open(path, flags, *rest, **named)

    def held(self: Path, to: Path) -> Path:
        if Path(to).parent == folder:
            error = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            error.winerror = 32  # type: ignore[misc]  # as Windows says it; elsewhere nobody sets it
            raise error
        return really_replace(self, to)

    if kind == FULL:
        monkeypatch.setattr(files, "_write_through", half_written)
    elif kind == READ_ONLY:
        monkeypatch.setattr(files.os, "open", not_opened)
    else:
        monkeypatch.setattr(files, "_RETRY_WAITS", ())
        monkeypatch.setattr(Path, "replace", held)


@contextmanager
def _mounted(folder: Path) -> Iterator[None]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs an administrator on Linux; the stand-in runs everywhere")
    done = _mount("-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder))
    if done.returncode:
        pytest.skip(f"no disk can be mounted here ({done.stderr.strip()}); the stand-in runs everywhere")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def _mount(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["mount", *words], capture_output=True, text=True, check=False)


@contextmanager
def little_room(most: int) -> Iterator[None]:
    """No file of this process can grow beyond `most` bytes: what a full disk does, told by the system itself."""
    import resource  # there is none on Windows
    import signal

    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
