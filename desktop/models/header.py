"""What a database file is, told from its first hundred bytes, before anything opens or changes it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.base.errors import (
    AppError,
    DamagedFile,
    EmptyFile,
    FileProblem,
    ForeignFile,
    NewerFile,
    ReadOnlyPlace,
)
from desktop.base.files import atomic_write
from desktop.models.migrations import LATEST
from desktop.models.store import APPLICATION_ID

log = logging.getLogger(__name__)

ATTACHMENTS = "lampiran.db"
"""The second file beside the database, with the files of meetings (`attachment_store`)."""

_MAGIC = b"SQLite format 3\x00"
_IN_EVERY_SCHEMA = {"replica", "action", "change", "meeting"}
_RESTORE = "Pulihkan cadangan, atau pilih folder data lain. Berkas ini tidak diubah."


@dataclass(frozen=True, slots=True)
class Card:
    """`rakor.json` beside the database: what the file is, so that a locked one can be told from a broken one."""

    application: str
    schema: int
    office: str
    encrypted: bool = False


def card_path(path: Path) -> Path:
    """Where the card of a database file lies."""
    return path.with_suffix(".json")


def read_card(path: Path) -> Card | None:
    """The card beside a database, None where there is none that can be read."""
    try:
        found = json.loads(card_path(path).read_text(encoding="utf-8"))
        return Card(found["application"], int(found["schema"]), found["office"], bool(found["encrypted"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_card(path: Path, card: Card) -> None:
    """Put the card beside the database, when it says something new; without one the data open as well."""
    if read_card(path) == card:
        return
    try:
        atomic_write(card_path(path), json.dumps(asdict(card), indent=2).encode())
    except AppError as fault:
        log.warning("the card of the data could not be written: %s", type(fault).__name__)


def refuse_data(path: Path) -> None:
    """Raise FileProblem when writing to `path` would replace an office's data or what lies beside them."""
    database = path.with_name(f"{path.name.partition('.')[0]}.db")
    beside = path.name.startswith(ATTACHMENTS) and any(map(read_card, path.parent.glob("*.json")))
    if beside or read_card(database) is not None:
        raise FileProblem(f"“{path.name}” adalah berkas data kantor.", "Pilih nama atau folder lain.")


def schema_of(path: Path) -> int:
    """The schema number of a database file of ours; the file is only read.

    Raises EmptyFile, ForeignFile, DamagedFile, NewerFile or ReadOnlyPlace, each naming the file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise ReadOnlyPlace(
            f"Berkas {path.name} tidak dapat dibaca.", "Minta hak baca pada folder data."
        ) from error
    if not head:
        raise EmptyFile(f"Berkas {path.name} kosong (0 bita), padahal seharusnya berisi data.", _RESTORE)
    if not head.startswith(_MAGIC):
        if read_card(path) is not None:
            raise DamagedFile(f"Bagian awal berkas {path.name} rusak.", _RESTORE)
        raise ForeignFile(f"Berkas {path.name} bukan berkas data Rakor.", _RESTORE)
    if len(head) < 100:
        raise DamagedFile(f"Berkas {path.name} terpotong.", _RESTORE)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ForeignFile(f"Berkas {path.name} dibuat program lain, bukan Rakor.", _RESTORE)
    schema = int.from_bytes(head[60:64], "big")
    refuse_newer(schema, path.name)
    if schema < 1:
        raise DamagedFile(f"Berkas {path.name} tidak menyebut versi susunannya.", _RESTORE)
    return schema


def require_tables(name: str, tables: Iterable[str]) -> None:
    """Raise DamagedFile when a file of ours lacks the tables every schema has; `tables` are those it has."""
    if _IN_EVERY_SCHEMA - set(tables):
        raise DamagedFile(f"Berkas {name} tidak memuat data kantor.", _RESTORE)


def refuse_newer(schema: int, name: str) -> None:
    """Raise NewerFile when the schema comes from a later version of the program."""
    if schema > LATEST:
        raise NewerFile(
            f"{name} dibuat Rakor yang lebih baru (skema {schema}; program ini mengenal {LATEST}).",
            "Pasang Rakor versi terbaru di laptop ini. Data tidak diubah.",
        )
