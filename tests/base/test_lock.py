from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.base import clock, lock
from desktop.base.errors import DataTrouble, FileProblem, LockedFolder, ReadOnlyPlace
from desktop.base.lock import FolderLock, Holder, read_holder

ROOT = Path(__file__).resolve().parents[2]
HOLD = (
    "import sys; from pathlib import Path; from desktop.base.lock import FolderLock\n"
    "with FolderLock(Path(sys.argv[1]), 'check'): print('held', flush=True); sys.stdin.read()\n"
)


@contextmanager
def other_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        if process.poll() is None:
            process.communicate()


def test_the_second_one_is_told_who_is_there(tmp_path):
    with other_program(tmp_path) as holder, pytest.raises(LockedFolder) as told:
        FolderLock(tmp_path).acquire()
    assert f"dipakai oleh perintah “check” (proses {holder.pid}) sejak " in told.value.message
    assert told.value.advice


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises(FileProblem) as told:
        FolderLock(tmp_path / "data").acquire()
    assert told.value.message == f"“{tmp_path / 'data'}” bukan folder."


def test_the_folder_is_free_at_once_when_the_holder_ends(tmp_path):
    with other_program(tmp_path):
        pass
    with FolderLock(tmp_path) as mine:
        assert mine.is_held


def test_a_killed_holder_leaves_nothing_locked(tmp_path):
    with other_program(tmp_path) as holder:
        holder.kill()
        holder.wait()
        assert read_holder(tmp_path) is not None
        with FolderLock(tmp_path) as mine:
            assert mine.is_held
            assert read_holder(tmp_path).pid == os.getpid()


def test_only_one_of_many_that_start_together_gets_in(tmp_path):
    code = HOLD.replace("with FolderLock", "sys.stdin.readline()\nwith FolderLock")
    many = [
        subprocess.Popen(
            [sys.executable, "-c", code, tmp_path], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]  # fmt: skip
    for process in many:
        process.stdin.write("go\n")
        process.stdin.flush()
    refused = [process for process in many if process.stdout.readline() != "held\n"]
    for process in many:
        process.communicate()
    assert len(refused) == 3


def test_one_program_cannot_take_a_folder_twice(tmp_path):
    with FolderLock(tmp_path), pytest.raises(LockedFolder, match="jendela Rakor"):
        FolderLock(tmp_path).acquire()


def test_leaving_clears_the_note_and_may_be_repeated(tmp_path):
    taken = FolderLock(tmp_path, "jendela")
    taken.acquire()
    taken.acquire()
    assert read_holder(tmp_path).purpose == "jendela"
    taken.release()
    taken.release()
    assert read_holder(tmp_path) is None


@pytest.mark.parametrize(
    "note", [None, b"", b"\xff", b"[]", b"{}", b'{"pid": 1, "host": "x", "purpose": "y", "since": 3}']
)
def test_an_unreadable_note_does_not_free_the_folder(tmp_path, note):
    with FolderLock(tmp_path):
        if note is None:
            (tmp_path / lock.HOLDER_NAME).unlink()
        else:
            (tmp_path / lock.HOLDER_NAME).write_bytes(note)
        with pytest.raises(LockedFolder, match="yang lain"):
            FolderLock(tmp_path).acquire()


def test_a_note_alone_locks_nothing(tmp_path):
    left = {"pid": 1, "host": "x", "purpose": "jendela", "since": "2024-09-26T02:00:00+00:00"}
    (tmp_path / lock.HOLDER_NAME).write_text(json.dumps(left))
    with FolderLock(tmp_path) as mine:
        assert mine.is_held


def test_a_holder_elsewhere_and_yesterday_is_described_so():
    since = datetime(2024, 9, 26, 2, 0, tzinfo=UTC)
    with clock.frozen(since + timedelta(days=1)):
        text = Holder(77, "PC-KESRA", "jendela", since).describe()
    assert "di komputer PC-KESRA (proses 77)" in text
    assert text.endswith("September 2024")


def test_a_missing_folder_is_made_for_this_user_alone(tmp_path):
    with FolderLock(tmp_path / "baru"):
        assert (tmp_path / "baru").stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_lock_is_refused(tmp_path, monkeypatch):
    def unsupported(number: int) -> None:
        raise OSError(38, "not here")

    monkeypatch.setattr(lock, "_lock", unsupported)
    with pytest.raises(DataTrouble, match="tidak dapat dikunci"):
        FolderLock(tmp_path).acquire()


def test_a_folder_that_can_only_be_read_is_called_so():
    """In a process that gives up its rights, since an administrator may write anywhere."""
    if os.name != "posix":
        return
    code = (
        "import os, sys; from pathlib import Path; from desktop.base import lock, errors\n"
        "os.getuid() or os.setuid(65534)\n"
        "try: lock.FolderLock(Path(sys.argv[1])).acquire()\n"
        "except errors.ReadOnlyPlace as told: print(told.advice)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", code, folder], capture_output=True, text=True, check=True, cwd=ROOT
        )
    assert "pilih folder lain" in done.stdout


def test_a_read_only_disk_is_called_so(tmp_path, monkeypatch):
    def refuse(*args: object) -> int:
        raise OSError(30, "read-only")

    monkeypatch.setattr(lock.os, "open", refuse)
    with pytest.raises(ReadOnlyPlace):
        FolderLock(tmp_path).acquire()
