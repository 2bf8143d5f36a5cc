"""Names the trouble behind a driver's exception.

Peewee and the drivers mask the cause: a full disk arrives as "cannot rollback", a foreign file and a wrong
key share one text. So the innermost exception of the chain decides, by SQLite's error name where it has one.
"""

from __future__ import annotations

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.base.errors import (
    DamagedFile,
    DatabaseBusy,
    DataTrouble,
    DiskFull,
    DiskTrouble,
    ForeignFile,
    ReadOnlyPlace,
    ServerUnreachable,
)

_IN_USE = (
    "Berkas data sedang dipakai program lain.",
    "Tutup program lain yang membuka folder data ini, lalu ulangi.",
)
_NOT_READABLE = (
    "Diska tidak dapat membaca sebagian berkas data, jadi isinya mungkin rusak.",
    "Jangan menulis lagi ke diska ini; pulihkan cadangan terakhir ke diska lain.",
)
_GONE = (
    "Berkas data dipindah, diganti namanya, atau dihapus selagi dipakai.",
    "Kembalikan berkas itu ke folder data, lalu buka Rakor lagi.",
)
_NO_LOCKS = (
    "Tempat data ini tidak dapat mengunci berkas, jadi perubahan terakhir belum tersimpan.",
    "Periksa sambungan jaringannya, atau pindahkan folder data ke diska laptop.",
)
_NO_TEMPORARY = (
    "Folder sementara komputer ini tidak dapat dipakai, jadi perubahan terakhir belum tersimpan.",
    "Kosongkan ruang di diska komputer ini, lalu ulangi.",
)
_NO_MEMORY = (
    "Memori komputer habis, jadi perubahan terakhir belum tersimpan.",
    "Tutup program lain, lalu ulangi.",
)

# By the beginning of SQLite's name, the narrower ones first; the driver may know only the first word of one.
_BY_NAME: tuple[tuple[str, type[DataTrouble], str, str], ...] = (
    ("SQLITE_FULL", DiskFull, "Ruang penyimpanan penuh, jadi perubahan terakhir belum tersimpan.",
     "Kosongkan ruang di diska ini, lalu ulangi."),
    ("SQLITE_NOLFS", DiskFull, "Berkas data terlalu besar untuk diska ini.",
     "Pindahkan folder data ke diska lain."),
    ("SQLITE_READONLY_DBMOVED", DiskTrouble, *_GONE),
    ("SQLITE_READONLY", ReadOnlyPlace, "Folder data hanya dapat dibaca, tidak dapat ditulis.",
     "Minta hak tulis pada folder data, atau pilih folder lain."),
    ("SQLITE_PERM", ReadOnlyPlace, "Berkas data tidak boleh dibuka.",
     "Minta hak baca dan tulis pada folder data."),
    ("SQLITE_CANTOPEN_NOTEMPDIR", DiskTrouble, *_NO_TEMPORARY),
    ("SQLITE_CANTOPEN", ReadOnlyPlace, "Berkas data tidak dapat dibuka untuk ditulis.",
     "Periksa apakah folder data masih ada dan boleh ditulis."),
    ("SQLITE_BUSY", DatabaseBusy, *_IN_USE),
    ("SQLITE_LOCKED", DatabaseBusy, *_IN_USE),
    ("SQLITE_PROTOCOL", DatabaseBusy, *_IN_USE),
    ("SQLITE_NOTADB", ForeignFile, "Berkas data bukan berkas Rakor.",
     "Pulihkan cadangan, atau pilih folder data lain."),
    ("SQLITE_CORRUPT", DamagedFile, "Berkas data rusak.",
     "Pulihkan cadangan terakhir; berkas yang rusak tetap disimpan."),
    ("SQLITE_NOMEM", DataTrouble, *_NO_MEMORY),
    ("SQLITE_IOERR_NOMEM", DataTrouble, *_NO_MEMORY),
    ("SQLITE_IOERR_DATA", DamagedFile, *_NOT_READABLE),  # a checksum that does not fit
    ("SQLITE_IOERR_CORRUPTFS", DamagedFile, *_NOT_READABLE),
    ("SQLITE_IOERR_SHORT_READ", DamagedFile, *_NOT_READABLE),
    ("SQLITE_IOERR_VNODE", DiskTrouble, *_GONE),
    ("SQLITE_IOERR_GETTEMPPATH", DiskTrouble, *_NO_TEMPORARY),
    ("SQLITE_IOERR_LOCK", DiskTrouble, *_NO_LOCKS),
    ("SQLITE_IOERR_UNLOCK", DiskTrouble, *_NO_LOCKS),
    ("SQLITE_IOERR_RDLOCK", DiskTrouble, *_NO_LOCKS),
    ("SQLITE_IOERR_CHECKRESERVEDLOCK", DiskTrouble, *_NO_LOCKS),
    ("SQLITE_IOERR_SHM", DiskTrouble, *_NO_LOCKS),
    ("SQLITE_IOERR", DiskTrouble,
     "Diska tidak dapat dibaca atau ditulis, jadi langkah terakhir belum selesai.",
     "Periksa diska, stik USB, atau sambungan jaringan tempat data, lalu ulangi."),
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
    ("58", DiskTrouble, "Diska server bermasalah, jadi perubahan terakhir belum tersimpan.",
     "Hubungi pengelola server sebelum melanjutkan."),
    ("XX001", DamagedFile, "Basis data server rusak.", "Hubungi pengelola server; jangan menulis dulu."),
    ("XX002", DamagedFile, "Basis data server rusak.", "Hubungi pengelola server; jangan menulis dulu."),
    ("53200", DataTrouble, "Memori server habis, jadi perubahan terakhir belum tersimpan.",
     "Tunggu sebentar, lalu ulangi; bila terulang, hubungi pengelola server."),
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


class _NamedFaults:
    """No generator: each statement passes here, and a page of a list takes a fifth of a millisecond."""

    __slots__ = ()

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, peewee.DatabaseError | peewee.InterfaceError | sqlcipher.Error):
            trouble = classify(error)
            if trouble is not None:
                raise trouble from error


_NAMED_FAULTS = _NamedFaults()


def named_faults() -> _NamedFaults:
    """Raise database trouble within under its own name; let defects through as they are."""
    return _NAMED_FAULTS


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
