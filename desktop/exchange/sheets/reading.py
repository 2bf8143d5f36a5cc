"""One door for tables: what a file is goes by its content, never by its name."""

from __future__ import annotations

from pathlib import Path

from desktop.base.files import file_trouble
from desktop.exchange.sheets.archive import damaged, kind_of, look_inside
from desktop.exchange.sheets.delimited import decoded, read_delimited
from desktop.exchange.sheets.shapes import Sheet, Table, UnreadableTable, too_large
from desktop.exchange.sheets.webpage import looks_like_page, read_page
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
        return read_workbook(path, kind)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise UnreadableTable(
                f"Berkas “{path.name}” diberi kata sandi.", "Simpan tanpa kata sandi, lalu coba lagi."
            )
        return read_workbook(path)
    start = decoded(content[:4000])
    if looks_like_page(start):
        return read_page(path, decoded(content))
    _refuse_others(path, start.lstrip().lower())
    if not content.strip():
        raise UnreadableTable(f"Berkas “{path.name}” kosong.", "Pilih berkas lain.")
    if path.suffix.lower() not in _SUFFIXES and b"\x00" in content[:4000]:
        raise damaged(path)
    return read_delimited(path, content)


def _refuse_others(path: Path, start: str) -> None:
    """Raise UnreadableTable for files of other kinds, which would pass as text."""
    if "urn:schemas-microsoft-com:office:spreadsheet" in start or start.startswith("mime-version:"):
        raise UnreadableTable(
            f"Berkas “{path.name}” disimpan dalam bentuk lama yang tidak dapat dibaca.",
            "Buka di Excel, lalu simpan sebagai .xlsx.",
        )
    if start.startswith(("%pdf", "{\\rtf", "<?xml", "\ufffdpng", "‰png", "ÿøÿ", "gif8", "{", "begin:vcard")):
        raise UnreadableTable(f"Berkas “{path.name}” bukan lembar kerja.", NOT_A_TABLE)
