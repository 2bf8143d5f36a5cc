from __future__ import annotations

import errno
import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.base import files
from desktop.base.errors import AppError, DiskFull, FileProblem, ReadOnlyPlace
from desktop.base.files import atomic_write, read_bytes, replace_with_retry, sha256_of

posix_only = os.name == "posix"


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "notula.pdf"
    atomic_write(target, b"lama")
    atomic_write(target, memoryview(b"baru"))
    assert target.read_bytes() == b"baru"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("call", ["open", "fchmod", "fsync"])
@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnlyPlace), (errno.EIO, FileProblem)],
)
def test_whatever_fails_the_old_file_stays(tmp_path, monkeypatch, call, number, kind):
    target = tmp_path / "notula.pdf"
    atomic_write(target, b"lama")

    def failing(*args: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(files.os, call, failing)
        with pytest.raises(kind) as told:
            atomic_write(target, b"baru")
    assert "notula.pdf" in told.value.message
    assert told.value.advice
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"notula.pdf": b"lama"}


def test_a_file_held_by_another_program_leaves_the_new_content_beside_it(tmp_path, monkeypatch):
    target = tmp_path / "notula.pdf"
    atomic_write(target, b"lama")

    def held(self: Path, to: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(FileProblem) as told:
            atomic_write(target, b"baru")
    (kept,) = [path for path in tmp_path.iterdir() if path != target]
    assert str(kept) in told.value.advice
    assert (target.read_bytes(), kept.read_bytes()) == (b"lama", b"baru")


def test_a_virus_scanner_that_lets_go_is_waited_for(tmp_path, monkeypatch):
    source, target, waits = tmp_path / "a", tmp_path / "b", []
    source.write_bytes(b"baru")
    real = Path.replace

    def held_three_times(self: Path, to: Path) -> Path:
        if len(waits) < 3:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = 32
            raise error
        return real(self, to)

    monkeypatch.setattr(Path, "replace", held_three_times)
    replace_with_retry(source, target, sleep=waits.append)
    assert target.read_bytes() == b"baru"
    assert waits == [0.05, 0.1, 0.2]


def test_a_full_disk_is_called_full(tmp_path):
    """A real limit on file size, in a process of its own."""
    if sys.platform == "win32":
        return
    target = tmp_path / "notula.pdf"
    atomic_write(target, b"lama")
    code = (
        "import resource, signal, sys; from pathlib import Path; from desktop.base import files, errors\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: files.atomic_write(Path(sys.argv[1]), b'x' * 5000)\n"
        "except errors.DiskFull as full: print(full.message)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, target], capture_output=True, text=True, check=True)
    assert done.stdout == "Tidak ada ruang lagi untuk menyimpan “notula.pdf”.\n"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"lama"]


def test_a_folder_in_the_way_is_named(tmp_path):
    (tmp_path / "notula.pdf").mkdir()
    with pytest.raises(AppError):
        atomic_write(tmp_path / "notula.pdf", b"baru")
    assert [path.name for path in tmp_path.iterdir()] == ["notula.pdf"]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileProblem, match="tidak ditemukan"):
        atomic_write(tmp_path / "tidak-ada" / "notula.pdf", b"baru")


def test_private_files_are_for_this_user_only(tmp_path):
    atomic_write(tmp_path / "rahasia", b"x", private=True)
    if posix_only:
        assert stat.S_IMODE((tmp_path / "rahasia").stat().st_mode) == 0o600


def test_a_replaced_file_keeps_its_rights(tmp_path):
    target = tmp_path / "notula.pdf"
    target.write_bytes(b"lama")
    target.chmod(0o640)
    atomic_write(target, b"baru")
    if posix_only:
        assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    if not posix_only:
        return
    (tmp_path / "asli").write_bytes(b"lama")
    (tmp_path / "tautan").symlink_to(tmp_path / "asli")
    atomic_write(tmp_path / "tautan", b"baru")
    assert (tmp_path / "tautan").is_symlink()
    assert (tmp_path / "asli").read_bytes() == b"baru"


def test_reading_tells_what_is_wrong(tmp_path):
    with pytest.raises(FileProblem, match=r"“hilang\.xlsx” tidak ditemukan"):
        read_bytes(tmp_path / "hilang.xlsx")
    with pytest.raises(FileProblem, match="adalah folder"):
        sha256_of(tmp_path)


def test_the_hash_of_a_file(tmp_path):
    (tmp_path / "a").write_bytes(b"isi" * 100_000)
    assert sha256_of(tmp_path / "a") == hashlib.sha256(b"isi" * 100_000).hexdigest()


def test_nothing_but_a_file_is_replaced(tmp_path):
    device = tmp_path / "kiriman"
    os.mkfifo(device)
    with pytest.raises(FileProblem, match="bukan berkas biasa"):
        atomic_write(device, b"baru")
    assert stat.S_ISFIFO(device.stat().st_mode)
    assert list(tmp_path.iterdir()) == [device]


@pytest.mark.parametrize("name", [".", "", "/"])
def test_a_path_without_a_name_is_a_folder(name):
    with pytest.raises(FileProblem, match="adalah folder"):
        atomic_write(Path(name), b"baru")


def test_a_name_too_long_is_told(tmp_path):
    with pytest.raises(FileProblem, match="terlalu panjang"):
        atomic_write(tmp_path / ("z" * 300), b"baru")


def test_a_file_without_end_is_not_read_to_the_end():
    assert read_bytes(Path("/dev/zero"), 10) == bytes(10)
