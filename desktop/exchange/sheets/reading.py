"""One door for tables: what a file is goes by its content, never by its name."""

from __future__ import annotations

from pathlib import Path

from desktop.base.files import file_trouble
from desktop.exchange.sheets.archive import damaged, kind_of, look_inside
from desktop.exchange.sheets.delimited import read_delimited, read_web_table
from desktop.exchange.sheets.shapes import Sheet, Table, UnreadableTable, too_large
from desktop.exchange.sheets.workbook import read_workbook

_MOST_BYTES = 50_000_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SUFFIXES = (".csv", ".tsv", ".txt", "")
NOT_A_TABLE = "Pilih berkas Excel (.xlsx, .xls), LibreOffice (.ods), atau CSV."


def read_table(path: Path) -> Table:
    """All sheets of a file. Raises UnreadableTable or FileProblem naming the file, the fault and what to do."""
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise too_large(path.name, f"berukuran {size // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path, reading=True) from error
    sheets = _sheets(path, content)
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableTable(f"Berkas “{path.name}” tidak berisi apa pun.", "Pilih berkas lain.")
    return Table(path.name, sheets)


def _sheets(path: Path, content: bytes) -> tuple[Sheet, ...]:
    if content.startswith(_ZIP):
        kind = kind_of(path)
        if not kind:
            raise UnreadableTable(f"Berkas “{path.name}” bukan lembar kerja.", NOT_A_TABLE)
        look_inside(path, kind)
        return read_workbook(path)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise UnreadableTable(
                f"Berkas “{path.name}” diberi kata sandi.", "Simpan tanpa kata sandi, lalu coba lagi."
            )
        return read_workbook(path)
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<table", b"<!doctype html", b"<meta", b"<head")):
        return read_web_table(path, content)
    if start.startswith((b"%pdf", b"{\\rtf", b"<?xml", b"\x89png", b"\xff\xd8\xff")):
        raise UnreadableTable(f"Berkas “{path.name}” bukan lembar kerja.", NOT_A_TABLE)
    if not content.strip():
        raise UnreadableTable(f"Berkas “{path.name}” kosong.", "Pilih berkas lain.")
    if path.suffix.lower() not in _SUFFIXES and b"\x00" in content[:4000]:
        raise damaged(path)
    return read_delimited(path, content)
