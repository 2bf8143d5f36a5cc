"""Writing files so that the old content stays until the new one is whole; saying plainly what failed."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.base.errors import AppError, DiskFull, FileProblem, ReadOnlyPlace
from desktop.base.rights import PRIVATE_FILE, make_private_folder, shared_file_mode

# A virus scanner, the indexer or a sync client holds the file for a moment (access denied, sharing, lock).
_HELD_BY_OTHERS = {5, 32, 33}
_RETRY_WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)

_FORBIDDEN = frozenset('<>:"|?*') if os.name == "nt" else frozenset("\0")
"""What no file may be called; a colon would hide the content behind the file before it."""
_TOO_LONG = 206  # Windows: the file name or extension is too long
_LONGEST_PATH = 248  # characters from which Windows says that the folder is missing

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_RIGHTS = {errno.EROFS, errno.EACCES, errno.EPERM}


def atomic_write(
    path: Path, data: bytes | memoryview, *, private: bool = False, keep_finished: bool = True
) -> None:
    """Replace a file's content in one step: whoever reads sees the old or the new, never a part.

    The new content is on disk before the name changes. When anything fails the old file is untouched; when
    only the last step fails, the finished temporary file is kept and named in the error, unless the caller
    has the content still or can make it again (`keep_finished=False`). `private` files are for this user only.
    Raises FileProblem, DiskFull or ReadOnlyPlace.
    """
    target = replaceable(path)
    temporary = target.with_name(f"{target.stem[:40]}-{os.urandom(4).hex()}.tmp")
    try:
        _write_through(temporary, data, _mode_for(target, private))
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise file_trouble(error, path) from error
    try:
        replace_with_retry(temporary, target)
    except OSError as error:
        if not keep_finished:
            with suppress(OSError):
                temporary.unlink()
        raise _named(error, path, temporary, kept=keep_finished) from error
    flush_folder(target.parent)


def replaceable(path: Path) -> Path:
    """The file that writing to `path` would replace, links followed; raises FileProblem for what is no file."""
    if forbidden := sorted(_FORBIDDEN.intersection(path.name)):
        shown = " ".join(sign for sign in forbidden if sign.isprintable()) or "nol"
        raise FileProblem(
            f"Nama “{path.name}” memuat tanda yang tidak boleh dipakai: {shown}", "Pilih nama berkas lain."
        )
    target = Path(os.path.realpath(path)) if path.name else path
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return target
    except OSError as error:
        raise file_trouble(error, path) from error
    if stat.S_ISDIR(mode):
        raise FileProblem(f"“{path.name or path}” adalah folder, bukan berkas.", "Pilih nama berkas lain.")
    if not stat.S_ISREG(mode):  # a device or a pipe: renamed over, it would be gone for the whole computer
        raise FileProblem(f"“{path.name}” bukan berkas biasa.", "Pilih nama berkas lain.")
    return target


def replace_with_retry(source: Path, target: Path, sleep: Callable[[float], None] = time.sleep) -> None:
    """Rename over a file, waiting up to 2.5 seconds for Windows programs that hold it; raises OSError."""
    for wait in _RETRY_WAITS:
        try:
            source.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                raise
            sleep(wait)
        else:
            return
    source.replace(target)


def flush_folder(folder: Path) -> None:
    """Make a rename survive a power cut, where the system offers it."""
    if os.name != "posix":
        return
    # Some network file systems refuse to flush a folder; the content itself is flushed already.
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def make_folder(folder: Path) -> Path:
    """Create a folder only this user can enter, where there is none.

    Raises FileProblem, DiskFull or ReadOnlyPlace.
    """
    try:
        return make_private_folder(folder)
    except FileExistsError as error:
        raise FileProblem(f"“{folder}” bukan folder.", "Pilih folder lain.") from error
    except OSError as error:
        raise file_trouble(error, folder) from error


def is_folder(path: Path) -> bool:
    """Whether a folder can be reached; a broken stick or a forbidden place is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether something has this name, as far as one can see."""
    try:
        return path.exists()
    except OSError:
        return False


def read_bytes(path: Path, most: int = -1) -> bytes:
    """The content of a file, not more than `most` bytes of it; raises FileProblem with what to do."""
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise file_trouble(error, path, reading=True) from error


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hex, read piece by piece."""
    import hashlib  # brings OpenSSL along, which the first paint should not wait for

    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise file_trouble(error, path, reading=True) from error


def file_trouble(error: OSError, path: Path, *, reading: bool = False) -> AppError:
    """What an error of the operating system means to the user, as a typed error naming the file."""
    name = path.name or str(path)
    if error.errno in _FULL:
        return DiskFull(
            f"Tidak ada ruang lagi untuk menyimpan “{name}”.",
            "Kosongkan ruang di disk atau pilih tempat lain, lalu coba lagi. Isi yang lama tidak berubah.",
        )
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _TOO_LONG:
        return FileProblem(f"Nama berkas “{_shortened(name)}” terlalu panjang.", "Pilih nama yang lebih pendek.")
    if isinstance(error, FileNotFoundError) and reading:
        return FileProblem(f"“{name}” tidak ditemukan.", "Periksa nama dan foldernya.")
    # A stick that was pulled has many errors; a folder one may not even look into is there.
    if not reading and error.errno not in _NO_RIGHTS and not is_folder(folder := path.parent):
        if is_there(folder):
            return FileProblem(f"“{folder}” bukan folder.", "Pilih folder lain.")
        return FileProblem(
            f"Folder “{folder}” tidak ditemukan, jadi “{name}” tidak dapat disimpan.",
            "Bila di flashdisk atau jaringan, sambungkan lagi, atau pilih folder lain.",
        )
    if isinstance(error, FileNotFoundError):
        if len(str(path.absolute())) >= _LONGEST_PATH:
            return FileProblem(
                f"Letak berkas “{_shortened(name)}” terlalu panjang bersama nama foldernya.",
                "Pilih nama yang lebih pendek atau folder lain.",
            )
        return FileProblem(f"“{name}” menunjuk ke folder yang tidak ada.", "Pilih nama berkas lain.")
    if isinstance(error, FileExistsError | NotADirectoryError):
        return FileProblem(f"“{path.parent}” bukan folder.", "Pilih folder lain.")
    if isinstance(error, IsADirectoryError):
        return FileProblem(f"“{name}” adalah folder, bukan berkas.", "Pilih nama berkas lain.")
    if reading:
        return FileProblem(f"“{name}” tidak dapat dibaca.", "Periksa hak akses berkasnya, lalu coba lagi.")
    if error.errno in _NO_RIGHTS:
        return ReadOnlyPlace(
            f"“{name}” tidak dapat ditulis di folder ini.",
            "Tutup program lain yang membukanya, atau pilih folder lain yang boleh ditulis.",
        )
    return FileProblem(f"“{name}” tidak dapat disimpan.", "Coba lagi atau pilih tempat lain.")


def _write_through(path: Path, data: bytes | memoryview, mode: int) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(number, "wb") as stream:
        if os.name == "posix":
            os.fchmod(number, mode)
        stream.write(data)
        stream.flush()
        os.fsync(number)


def _mode_for(target: Path, private: bool) -> int:
    if private:
        return PRIVATE_FILE
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        return shared_file_mode()


def _named(error: OSError, path: Path, temporary: Path, *, kept: bool) -> AppError:
    if isinstance(error, IsADirectoryError):
        with suppress(OSError):
            temporary.unlink()
        return file_trouble(error, path)
    if not kept and not isinstance(error, PermissionError):  # nobody holds it: the disk is gone or full
        return file_trouble(error, path)
    advice = "Tutup program yang memakainya, lalu simpan lagi."
    return FileProblem(
        f"“{path.name}” sedang dipakai program lain sehingga tidak dapat diganti.",
        f"Isi yang baru tersimpan lengkap di {temporary}. {advice}" if kept else advice,
    )


def _shortened(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"
