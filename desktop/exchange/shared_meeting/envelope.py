"""The wrapping of both files: compressed JSON that says what it is, who wrote it, and whether it is whole."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from desktop.base.errors import DamagedFile, ForeignFile, NewerFile
from desktop.exchange.shared_meeting.shapes import MARKS, MEETING

VERSIONS = {MEETING: 2, MARKS: 1}
"""The newest version of each file; older ones are read too. A meeting brings its letters since the second."""
LARGEST = 20_000_000
"""Bytes of a file; a meeting of a thousand seats has far less."""
_MOST = 100_000_000
_KINDS = {MEETING: "rapat bersama", MARKS: "kehadiran"}
_AGAIN = "Minta dikirim ulang; tidak ada yang diubah."


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who wrote a file and when; `content` is what it carries."""

    kind: str
    office: UUID
    office_name: str
    laptop: UUID
    laptop_name: str
    written_at: datetime
    content: dict[str, Any]


def pack(envelope: Envelope) -> bytes:
    """The file; the same content gives the same bytes."""
    told = {
        "format": envelope.kind,
        "version": VERSIONS[envelope.kind],
        "office": str(envelope.office),
        "office_name": envelope.office_name,
        "laptop": str(envelope.laptop),
        "laptop_name": envelope.laptop_name,
        "written_at": envelope.written_at.isoformat(),
        "content": envelope.content,
    }
    return gzip.compress(_plain({**told, "sum": _sum(told)}), mtime=0)


def unpack(data: bytes, kind: str, name: str) -> Envelope:
    """What a file carries. Raises ForeignFile, NewerFile or DamagedFile naming the file."""
    if len(data) > LARGEST or not data.startswith(b"\x1f\x8b"):
        raise _foreign(name, kind)
    try:
        opener = zlib.decompressobj(wbits=31)
        plain = opener.decompress(data, _MOST)
        if not opener.eof:
            raise DamagedFile(f"Berkas “{name}” terpotong.", _AGAIN)
        told = json.loads(plain)
    except (zlib.error, ValueError, RecursionError) as error:
        raise DamagedFile(f"Berkas “{name}” rusak.", _AGAIN) from error
    if not isinstance(told, dict) or told.get("format") != kind:
        raise _foreign(name, kind)
    version = told.get("version")
    if not isinstance(version, int) or not 0 < version <= VERSIONS[kind]:
        raise NewerFile(f"Berkas “{name}” dari Rakor yang lebih baru.", "Perbarui Rakor di laptop ini.")
    if told.pop("sum", None) != _sum(told):
        raise DamagedFile(f"Isi berkas “{name}” berubah dalam perjalanan.", _AGAIN)
    try:
        return Envelope(
            kind, UUID(told["office"]), str(told["office_name"]), UUID(told["laptop"]), str(told["laptop_name"]),
            datetime.fromisoformat(told["written_at"]), dict(told["content"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile(f"Berkas “{name}” rusak.", _AGAIN) from error


def _foreign(name: str, kind: str) -> ForeignFile:
    return ForeignFile(f"Berkas “{name}” bukan berkas {_KINDS[kind]} Rakor.", f"Pilih berkas berakhiran .{kind}.")


def _plain(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _sum(told: dict[str, Any]) -> str:
    return hashlib.sha256(_plain(told)).hexdigest()
