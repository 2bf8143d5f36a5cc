"""Names the trouble behind a driver's exception.

Peewee and the drivers mask the cause: a full disk arrives as "cannot rollback", a foreign file and a wrong
key share one text. So the innermost exception of the chain decides, by SQLite's error name where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import (
    DamagedFile,
    DatabaseBusy,
    DataTrouble,
    DiskFull,
    ForeignFile,
    ReadOnlyPlace,
    ServerUnreachable,
)

_BY_NAME: tuple[tuple[str, type[DataTrouble], str, str], ...] = (
    ("SQLITE_FULL", DiskFull, "Ruang penyimpanan penuh, jadi perubahan terakhir belum tersimpan.",
     "Kosongkan ruang di diska ini, lalu ulangi."),
    ("SQLITE_READONLY", ReadOnlyPlace, "Folder data hanya dapat dibaca, tidak dapat ditulis.",
     "Minta hak tulis pada folder data, atau pilih folder lain."),
    ("SQLITE_CANTOPEN", ReadOnlyPlace, "Berkas data tidak dapat dibuka untuk ditulis.",
     "Periksa apakah folder data masih ada dan boleh ditulis."),
    ("SQLITE_BUSY", DatabaseBusy, "Berkas data sedang dipakai program lain.",
     "Tutup program lain yang membuka folder data ini, lalu ulangi."),
    ("SQLITE_LOCKED", DatabaseBusy, "Berkas data sedang dipakai program lain.",
     "Tutup program lain yang membuka folder data ini, lalu ulangi."),
    ("SQLITE_NOTADB", ForeignFile, "Berkas data bukan berkas Rakor.",
     "Pulihkan cadangan, atau pilih folder data lain."),
    ("SQLITE_CORRUPT", DamagedFile, "Berkas data rusak.",
     "Pulihkan cadangan terakhir; berkas yang rusak tetap disimpan."),
    ("SQLITE_IOERR", DamagedFile, "Diska tidak dapat dibaca atau ditulis.",
     "Periksa diska laptop ini, lalu pulihkan cadangan bila perlu."),
)  # fmt: skip

_UNREACHABLE = (
    "Server basis data kantor tidak menjawab.",
    "Periksa jaringan kantor, lalu coba lagi; yang belum tersimpan masih ada di layar ini.",
)
_SERVER_BUSY = ("Data ini sedang disimpan oleh komputer lain.", "Tunggu sebentar, lalu ulangi.")
_BY_STATE: tuple[tuple[str, type[DataTrouble], str, str], ...] = (
    ("lost", ServerUnreachable, *_UNREACHABLE),
    ("08", ServerUnreachable, *_UNREACHABLE),
    ("57P", ServerUnreachable, *_UNREACHABLE),  # shut down, crashed, starting up
    ("53300", ServerUnreachable, *_UNREACHABLE),  # too many connections
    ("55P03", DatabaseBusy, *_SERVER_BUSY),  # waited too long for a lock
    ("40", DatabaseBusy, *_SERVER_BUSY),  # deadlock, serialization
    ("53100", DiskFull, "Ruang penyimpanan server penuh, jadi perubahan terakhir belum tersimpan.",
     "Minta pengelola server mengosongkan ruang, lalu ulangi."),
    ("25006", ReadOnlyPlace, "Basis data server hanya dapat dibaca.", "Hubungi pengelola server."),
    ("42501", ReadOnlyPlace, "Akun ini tidak berhak mengubah basis data server.", "Hubungi pengelola server."),
)  # fmt: skip

_BY_TEXT = (
    ("database or disk is full", "SQLITE_FULL"),
    ("readonly database", "SQLITE_READONLY"),
    ("unable to open database", "SQLITE_CANTOPEN"),
    ("database is locked", "SQLITE_BUSY"),
    ("database table is locked", "SQLITE_LOCKED"),
    ("not a database", "SQLITE_NOTADB"),
    ("malformed", "SQLITE_CORRUPT"),
    ("could not decode to utf-8", "SQLITE_CORRUPT"),
    ("disk i/o error", "SQLITE_IOERR"),
)


def classify(error: BaseException) -> DataTrouble | None:
    """The trouble a database exception stands for; None when it is a defect of ours (a wrong statement)."""
    for cause in _chain(error):
        if isinstance(cause, DataTrouble):
            return cause
        name = _sqlite_name(cause)
        for prefix, kind, message, advice in _BY_NAME:
            if name.startswith(prefix):
                return kind(message, advice)
        server = _server_trouble(cause)
        if server is not None:
            return server
    return None


@contextmanager
def named_faults() -> Iterator[None]:
    """Raise database trouble under its own name; let defects through as they are."""
    try:
        yield
    except (peewee.DatabaseError, peewee.InterfaceError, sqlcipher.Error) as error:
        trouble = classify(error)
        if trouble is None:
            raise
        raise trouble from error


def _chain(error: BaseException) -> list[BaseException]:
    """The exception and its causes, innermost first."""
    found: list[BaseException] = []
    step: BaseException | None = error
    while step is not None and step not in found:
        found.append(step)
        step = step.__cause__ or step.__context__
    return found[::-1]


def _sqlite_name(error: BaseException) -> str:
    name = getattr(error, "sqlite_errorname", None)
    if name:
        return str(name)
    if not isinstance(error, sqlcipher.Error | peewee.DatabaseError | UnicodeDecodeError):
        return ""
    text = str(error).lower()
    return next((code for words, code in _BY_TEXT if words in text), "")


def _server_trouble(error: BaseException) -> DataTrouble | None:
    """What psycopg's error stands for, by its SQLSTATE; a lost or never reached server gives none."""
    if not type(error).__module__.startswith("psycopg"):
        return None
    state = getattr(error, "sqlstate", None) or ("lost" if type(error).__name__ == "OperationalError" else "")
    for prefix, kind, message, advice in _BY_STATE:
        if state.startswith(prefix):
            return kind(message, advice)
    return None
