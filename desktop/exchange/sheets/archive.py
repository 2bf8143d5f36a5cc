"""Looks into a spreadsheet's ZIP before anybody unpacks it: how many files, how large really, how many rows."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from desktop.exchange.sheets.extent import may_spread, refuse_spread
from desktop.exchange.sheets.shapes import MOST_ROWS, UnreadableTable, too_large

# All that `zipfile` and its unpackers say of an archive that breaks off or lies about itself.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, KeyError, NotImplementedError, OSError,
    RuntimeError, ValueError,
)  # fmt: skip
_MOST_FILES = 4_000
_MOST_UNPACKED = 300_000_000
_MOST_SHARED = 60_000_000
_AT_ONCE = 1 << 20
_ROW = {"xlsx": b"row ", "ods": b"<table:table-row"}
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")  # no office program writes such a thing
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')


def kind_of(path: Path) -> str:
    """What the ZIP holds: "xlsx", "ods", "xlsb", or "" for something else."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except _BROKEN as error:
        raise damaged(path) from error
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    return "ods" if "content.xml" in names else ""


def look_inside(path: Path, kind: str) -> None:
    """Raise UnreadableTable for an archive that is damaged, a bomb, or beyond any list."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_FILES:
                raise too_large(path.name, f"memuat {len(parts)} bagian")
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableTable(
                    f"Berkas “{path.name}” diberi kata sandi.", "Simpan tanpa kata sandi, lalu coba lagi."
                )
            _weigh(path, archive, parts, kind)
    except _BROKEN as error:
        raise damaged(path) from error


def damaged(path: Path) -> UnreadableTable:
    """The fault of a file that breaks off or was altered."""
    return UnreadableTable(
        f"Berkas “{path.name}” rusak atau terpotong.", "Minta dikirim ulang, atau buka di Excel lalu simpan lagi."
    )


def _weigh(path: Path, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], kind: str) -> None:
    """Unpack piece by piece and stop where it is too much, whatever the archive says of itself."""
    unpacked = 0
    for part in parts:
        if not part.filename.endswith((".xml", ".bin", ".rels")):
            continue
        rows = size = 0
        spread = False
        is_sheet = part.filename.startswith("xl/worksheets/") or part.filename == "content.xml"
        with archive.open(part) as content:
            for piece in pieces(content):
                size += len(piece)
                unpacked += len(piece)
                if any(sign in piece for sign in _ENTITIES) and not part.filename.endswith(".bin"):
                    raise damaged(path)
                if is_sheet and kind in _ROW:
                    rows += piece.count(_ROW[kind])
                    _refuse_repeats(path, piece, kind)
                    spread = spread or (kind == "xlsx" and may_spread(piece))
                if rows > MOST_ROWS:
                    raise too_large(path.name, f"memuat lebih dari {MOST_ROWS} baris")
                if unpacked > _MOST_UNPACKED or (size > _MOST_SHARED and not is_sheet):
                    raise too_large(path.name, "terlalu besar setelah dibuka")
        if spread:
            with archive.open(part) as content:
                refuse_spread(path.name, pieces(content))


def pieces(content: IO[bytes]) -> Iterator[bytes]:
    """A part piece by piece, each ending before a tag, so that none is cut in two."""
    held = b""
    while read := content.read(_AT_ONCE):
        piece = held + read
        cut = piece.rfind(b"<")
        if cut <= 0 or len(piece) - cut > _AT_ONCE:
            cut = len(piece)
        held = piece[cut:]
        yield piece[:cut]
    if held:
        yield held


def _refuse_repeats(path: Path, piece: bytes, kind: str) -> None:
    """LibreOffice writes a million empty rows at the end as one; a row in words repeated like that is none."""
    if kind != "ods":
        return
    for found in _REPEATED.finditer(piece):
        follows = piece[found.end() : found.end() + 400]
        if len(found[1]) > 8 or (
            int(found[1]) > MOST_ROWS and b"<text:p" in follows.split(b"</table:table-row")[0]
        ):
            raise too_large(path.name, "mengulang baris terlalu banyak")
