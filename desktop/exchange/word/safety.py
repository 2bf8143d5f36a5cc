"""Looks into a Word template from outside before anybody opens it: no bomb, no program in it, nothing fetched."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from desktop.base.errors import InvalidInput
from desktop.exchange.word.limits import MOST_BYTES

_MOST_FILES = 1_000
_MOST_UNPACKED = 60_000_000
_MOST_RATIO = 200  # of what a part unpacks to; words written by an office program stay far below
_AT_ONCE = 1 << 16
_FIELD = "template"
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_PROGRAMS = ("vbaproject", "activex/", "vbadata", ".bin")
_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_HARMLESS = (b"/hyperlink", b"/attachedTemplate")
_FETCHING = re.compile(r"\b(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b")
_INSTRUCTION = re.compile(rb"<w:instrText[^>]*>([^<]*)<|w:instr\s*=\s*\"([^\"]*)\"")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip


def check_template(data: bytes) -> None:
    """Raise InvalidInput for what is no Word file, is too large, holds a program, or fetches from elsewhere."""
    if len(data) > MOST_BYTES:
        raise _refused("Templat lebih dari 5 MB.", "Perkecil gambar di dalamnya, lalu pilih lagi.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
    except _BROKEN as error:
        raise _refused(
            "Berkas ini bukan dokumen Word (.docx) yang utuh.", "Simpan dari Word sebagai .docx, lalu pilih lagi."
        ) from error


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > _MOST_FILES or len(names) != len(parts):
        raise _refused("Isi templat ini tidak wajar.", "Simpan ulang dari Word, lalu pilih lagi.")
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise _refused("Berkas ini bukan dokumen Word (.docx).", "Pilih berkas .docx.")
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("Templat ini diberi kata sandi.", "Simpan tanpa kata sandi, lalu pilih lagi.")
    if any(sign in name.lower() for name in names for sign in _PROGRAMS):
        raise _refused("Templat ini memuat makro atau objek program.", "Simpan sebagai .docx tanpa makro.")
    unpacked = 0
    for part in parts:
        whole = bytearray()
        for piece in _pieces(archive, part):
            whole += piece
            unpacked += len(piece)
            if unpacked > _MOST_UNPACKED or len(whole) > max(part.compress_size, 5_000) * _MOST_RATIO:
                raise _refused(
                    "Templat ini terlalu besar setelah dibuka.", "Simpan ulang dari Word, lalu pilih lagi."
                )
        _check_part(part.filename, bytes(whole))


def _check_part(name: str, content: bytes) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    if any(sign in content for sign in _ENTITIES):
        raise _refused("Isi templat ini tidak wajar.", "Simpan ulang dari Word, lalu pilih lagi.")
    if name == "[Content_Types].xml" and b"macroEnabled" in content:
        raise _refused("Templat ini memuat makro.", "Simpan sebagai .docx tanpa makro.")
    if name.endswith(".rels"):
        for found in _EXTERNAL.findall(content):
            if not any(kind in found for kind in _HARMLESS):
                raise _refused(
                    "Templat ini mengambil gambar atau isi dari luar berkasnya.",
                    "Sisipkan gambarnya ke dalam dokumen, bukan sebagai tautan.",
                )
    words = "".join((one or other).decode(errors="replace") for one, other in _INSTRUCTION.findall(content))
    if _FETCHING.search(words):
        raise _refused("Templat ini memuat bidang yang mengambil isi dari luar.", "Hapus bidang itu di Word.")


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as content:
        while piece := content.read(_AT_ONCE):
            yield piece


def _refused(message: str, advice: str) -> InvalidInput:
    return InvalidInput(_FIELD, message, advice)
