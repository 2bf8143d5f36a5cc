"""Taking a file in: read whole or not at all, told by its content, a photo made small and clean."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from desktop.base.errors import FileProblem
from desktop.base.files import file_trouble
from desktop.base.pictures import small_jpeg
from desktop.exchange.attached.kinds import JPEG, PNG, media_type_of
from desktop.exchange.attached.names import shown_name
from desktop.exchange.attached.shapes import MOST_BYTES, Taken, refused


def take(path: Path) -> Taken:
    """A file as it is. Raises InvalidInput for what is not taken, FileProblem for what cannot be read whole."""
    content = _read(path)
    kind = media_type_of(content, path.name)
    return Taken(shown_name(path.name, kind), kind, content)


def take_photo(path: Path) -> Taken:
    """A photo, upright, at most 1,600 pixels wide or high, without what the camera wrote into it."""
    return take_picture(_read(path), path.name)


def take_picture(content: bytes, name: str) -> Taken:
    """The same for a picture in memory, such as one that was copied."""
    kind = media_type_of(content, name)
    if kind not in (JPEG, PNG):
        raise refused(
            name, "bukan foto", "Pilih foto JPEG atau PNG; berkas lain dilampirkan dengan jenisnya sendiri."
        )
    return Taken(shown_name(name, JPEG), JPEG, small_jpeg(content, name))


def _read(path: Path) -> bytes:
    """The whole content of an ordinary file that nobody changes meanwhile; a link is followed to one."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(number, "rb") as stream:
            before = os.fstat(number)
            if not stat.S_ISREG(before.st_mode):
                raise refused(path.name, "bukan berkas biasa", "Pilih berkas lain.")
            if before.st_size > MOST_BYTES:
                size = before.st_size // 1_000_000
                raise refused(
                    path.name, f"terlalu besar ({size} MB; paling besar 50 MB)", "Perkecil berkasnya dulu."
                )
            content = stream.read(MOST_BYTES + 1)
            after = os.fstat(number)
    except OSError as error:
        raise file_trouble(error, path, reading=True) from error
    if (len(content), after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise FileProblem(
            f"“{path.name}” berubah selagi disalin, jadi belum dilampirkan.", "Tutup program yang menulisnya."
        )
    return content
