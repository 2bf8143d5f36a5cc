"""What a file is, told from its content alone; only kinds an office works with are taken.

A name decides nothing, except between two kinds of plain text.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from desktop.base.errors import InvalidInput
from desktop.exchange.attached.shapes import refused

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
TEXT, CSV = "text/plain", "text/csv"
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
SUFFIXES: Mapping[str, str] = {
    PDF: ".pdf",
    JPEG: ".jpg",
    PNG: ".png",
    f"{_OOXML}wordprocessingml.document": ".docx",
    f"{_OOXML}spreadsheetml.sheet": ".xlsx",
    f"{_OOXML}presentationml.presentation": ".pptx",
    f"{_ODF}text": ".odt",
    f"{_ODF}spreadsheet": ".ods",
    f"{_ODF}presentation": ".odp",
    TEXT: ".txt",
    CSV: ".csv",
}
"""The media types that are taken, each with the end of its name."""

_MAIN_PARTS = {
    "word/document.xml": f"{_OOXML}wordprocessingml.document",
    "xl/workbook.xml": f"{_OOXML}spreadsheetml.sheet",
    "ppt/presentation.xml": f"{_OOXML}presentationml.presentation",
}
_MOST_MEMBERS = 10_000
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError,
    ValueError,
)  # fmt: skip
_ALLOWED = "Yang dapat dilampirkan: PDF, foto JPEG atau PNG, Word, Excel, PowerPoint, LibreOffice, dan teks."
_AS_PHOTO = "Simpan atau kirim ulang fotonya sebagai JPEG."
_AS_NEW = "Buka lalu simpan sebagai .docx, .xlsx, .pptx, atau PDF, kemudian lampirkan yang itu."
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"MZ", "adalah program, bukan dokumen", _ALLOWED),
    (b"\x7fELF", "adalah program, bukan dokumen", _ALLOWED),
    (b"#!", "adalah program, bukan dokumen", _ALLOWED),
    (b"L\x00\x00\x00\x01\x14\x02", "adalah pintasan, bukan dokumennya sendiri", "Lampirkan berkas aslinya."),
    (b"\xd0\xcf\x11\xe0", "disimpan dalam bentuk Office lama", _AS_NEW),
    (b"{\\rtf", "disimpan dalam bentuk RTF", _AS_NEW),
    (b"GIF8", "adalah gambar GIF", _AS_PHOTO),
    (b"II*\x00", "adalah gambar TIFF", _AS_PHOTO),
    (b"MM\x00*", "adalah gambar TIFF", _AS_PHOTO),
)  # fmt: skip


def media_type_of(content: bytes, name: str) -> str:
    """The media type of a file's content; raises InvalidInput for what is not taken."""
    if not content:
        raise refused(name, "kosong", "Periksa berkasnya, lalu pilih lagi.")
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"PK\x03\x04"):
        return _packed(content, name)
    if (other := _other(content, name)) is not None:
        raise other
    if _is_text(content):
        return CSV if name.lower().endswith(".csv") else TEXT
    raise refused(name, "bukan jenis berkas yang dikenal", _ALLOWED)


def _packed(content: bytes, name: str) -> str:
    """What an archive holds, from its list of contents; nothing but a short note of its kind is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            declared = ""
            if members and members[0].filename == "mimetype" and members[0].file_size <= 100:
                declared = archive.read(members[0]).decode("ascii")
    except _BROKEN as error:
        raise refused(name, "rusak atau terpotong", "Minta dikirim ulang, lalu pilih lagi.") from error
    if len(members) > _MOST_MEMBERS:
        raise refused(name, "memuat terlalu banyak bagian", "Simpan sebagai PDF, lalu lampirkan yang itu.")
    found = declared if declared in SUFFIXES else ""
    if "[Content_Types].xml" in names:
        found = next((kind for part, kind in _MAIN_PARTS.items() if part in names), "")
    if not found:
        raise refused(name, "adalah arsip, bukan dokumen", "Buka arsipnya, lalu lampirkan isinya satu per satu.")
    if any(part.endswith("vbaProject.bin") or part.startswith(("Basic/", "Scripts/")) for part in names):
        raise refused(name, "berisi makro (program di dalam dokumen)", "Simpan tanpa makro, lalu lampirkan lagi.")
    return found


def _other(content: bytes, name: str) -> InvalidInput | None:
    for sign, why, advice in _OTHERS:
        if content.startswith(sign):
            return refused(name, why, advice)
    if content.startswith(b"BM") and b"\x00" in content[:32]:
        return refused(name, "adalah gambar BMP", _AS_PHOTO)
    if content[4:8] == b"ftyp":
        return refused(name, "adalah foto HEIC atau video", _AS_PHOTO)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return refused(name, "adalah gambar WebP", _AS_PHOTO)
    if content[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return refused(name, "adalah halaman web, bukan dokumen", "Cetak ke PDF, lalu lampirkan yang itu.")
    return None


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            return False
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    return not any((letter < " " and letter not in "\t\r\n\f") or letter == "\ufffd" for letter in set(text))
