"""The bytes of attached files of an office: on a laptop in `lampiran.db`, on a server in its own table.

Nothing here is ever deleted: a record that was taken away can come back. Bytes are put here before the record that
names them, so that no record is ever without its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.base.errors import DamagedFile, NotFound, ReadOnlyPlace
from desktop.models import attachment_copies
from desktop.models.attachment_file import (
    attachment_file,
    content_of,
    hash_of,
    keep,
    opened_to_read,
    opened_to_write,
)
from desktop.models.store import Store


def put(store: Store, content: bytes) -> str:
    """Keep these bytes and return their SHA-256 in hexadecimal; the same bytes are kept once."""
    if store.read_only:
        raise ReadOnlyPlace("Data ini dibuka hanya-baca.", "Buka folder data yang boleh ditulis.")
    if store.path is None:
        return keep(store, content)
    with opened_to_write(attachment_file(store.path)) as files:
        return keep(files, content)


def get(store: Store, hashed: str) -> bytes:
    """The bytes of this SHA-256; where they are gone or altered, their copy among the backups.

    Raises NotFound or a DataTrouble when there is no such copy either.
    """
    fault: NotFound | DamagedFile = NotFound(
        "Isi berkas ini tidak ditemukan di data kantor.", "Pulihkan cadangan yang memuatnya."
    )
    content = None
    try:
        with reading(store) as files:
            content = content_of(files, hashed) if files is not None else None
    except DamagedFile as damaged:
        fault = damaged
    if content is None and store.path is not None:
        content = attachment_copies.copy_of(attachment_copies.folder_beside(store.path), hashed)
    if content is None:
        raise fault
    return content


def has(store: Store, hashed: str) -> bool:
    """Whether bytes of this SHA-256 are kept, without reading them."""
    sql = f"SELECT 1 FROM attachment_data WHERE sha256 = {store.mark}"
    with reading(store) as files:
        return files is not None and files.one(sql, (hashed,)) is not None


@contextmanager
def reading(store: Store) -> Iterator[Store | None]:
    """Where the bytes lie: the server itself or the second file; None where nothing was ever attached."""
    if store.path is None:
        yield store
        return
    with opened_to_read(attachment_file(store.path)) as files:
        yield files


__all__ = ["get", "has", "hash_of", "put", "reading"]
