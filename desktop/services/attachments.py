"""Berkas: photos, scans, evidence and other files, each kept once, in an order, with a caption."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput, NotFound
from desktop.base.files import atomic_write, file_trouble
from desktop.exchange.attached import Taken
from desktop.exchange.attached.kinds import JPEG
from desktop.exchange.attached.names import name_on_disk, shown_name
from desktop.models import attachment_store
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.attachments import FileRow, Owner, file_row, files_of, meeting_files
from desktop.models.queries.children import next_order
from desktop.models.store import Store
from desktop.models.tables import Attachment
from desktop.models.words import ATTACHMENT_KINDS
from desktop.services import rules
from desktop.services.desk import Desk

_LONGEST_CAPTION = 500


def add_files(desk: Desk, owner: UUID | Owner, kind: str, taken: Sequence[Taken]) -> tuple[list[UUID], ChangeSet]:
    """Attach files at the end; one that is there already as this kind is left out. One undo takes all back.

    An id alone is a meeting's.
    """
    rules.one_of({"kind": kind}, "kind", ATTACHMENT_KINDS, "Jenis berkas")
    for one in taken:
        attachment_store.put(desk.store, one.content)
    with writing(desk.store, "file.add", by=desk.user) as write:
        there = {one.sha256 for one in files_of(desk.store, owner, kind)}
        added = []
        for one in taken:
            hashed = attachment_store.hash_of(one.content)
            if hashed not in there:
                there.add(hashed)
                added.append(insert_file(write, owner, kind, one, hashed))
        return added, write.finish()


def insert_file(write: Write, owner: UUID | Owner, kind: str, taken: Taken, hashed: str) -> UUID:
    """The record of a file within a greater action; its bytes were put into the store before."""
    if kind == "foto" and taken.media_type != JPEG:
        raise InvalidInput("kind", f"“{taken.name}” bukan foto.", "Pilih jenis berkas yang lain.")
    column, one = owner if isinstance(owner, Owner) else meeting_files(owner)
    return write.insert(
        Attachment,
        order_no=next_order(write.store, Attachment, column, one), kind=kind, **{column: one}, name=taken.name,
        media_type=taken.media_type, size=len(taken.content), sha256=hashed,
        added_at=write.done_at,
    )  # fmt: skip


def update_file(desk: Desk, file: UUID, **values: Any) -> ChangeSet:
    """Change caption, name or kind of a file; the end of its name goes by its content."""
    checked = rules.cleaned(values)
    rules.required(checked, "name", "Nama berkas")
    rules.one_of(checked, "kind", ATTACHMENT_KINDS, "Jenis berkas")
    if len(checked.get("caption") or "") > _LONGEST_CAPTION:
        raise InvalidInput("caption", "Keterangan terlalu panjang.", f"Paling banyak {_LONGEST_CAPTION} huruf.")
    with writing(desk.store, "file.update", by=desk.user) as write:
        before = _known(desk.store, file)
        if checked.get("kind", before.kind) != before.kind:
            _require_movable(before, checked["kind"])
        if "name" in checked:
            checked["name"] = shown_name(checked["name"], before.media_type)
        write.update(Attachment, file, **checked)
        return write.finish()


def move_file(desk: Desk, file: UUID, to: int) -> ChangeSet:
    """Put a file at another place (0 first) among those of its kind."""
    with writing(desk.store, "file.move", by=desk.user) as write:
        moved = _known(desk.store, file)
        before = files_of(desk.store, moved.owner, moved.kind)
        after = [one for one in before if one.id != file]
        after.insert(max(0, min(to, len(after))), moved)
        for place, one in zip(before, after, strict=True):  # the numbers of the kind stay, its files change places
            if one.order_no != place.order_no:
                write.update(Attachment, one.id, order_no=place.order_no)
        return write.finish()


def remove_file(desk: Desk, file: UUID) -> ChangeSet:
    """Take a file away; its bytes stay, so that this can be undone. Not the record of signed minutes."""
    with writing(desk.store, "file.remove", by=desk.user) as write:
        if _known(desk.store, file).is_signed:
            raise InvalidInput(
                "file", "Berkas ini adalah notula yang ditandatangani; ia tidak dapat dihapus.",
                "Bila notulanya keliru, pilih Perbaiki notula di tab Notula.",
            )  # fmt: skip
        write.delete(Attachment, file)
        return write.finish()


def content_of(store: Store, file: FileRow) -> bytes:
    """The bytes of a file; raises NotFound or a DataTrouble where they are lost."""
    return attachment_store.get(store, file.sha256)


def copy_to_open(store: Store, file: UUID, folder: Path) -> Path:
    """Write a copy nobody can change into a folder, to be opened; its name ends as its content demands."""
    row = _known(store, file)
    content = content_of(store, row)
    path = folder / row.sha256[:16] / name_on_disk(row.name, row.media_type)
    if path.exists():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, content, private=True)
        _mark_as_foreign(path)
        path.chmod(0o400)
    except OSError as error:
        raise file_trouble(error, path) from error
    return path


def _mark_as_foreign(path: Path) -> None:
    """On Windows: let Office open it as it opens what came by mail, with nothing in it running."""
    if sys.platform == "win32":
        with suppress(OSError):
            Path(f"{os.fspath(path)}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n")


def _known(store: Store, file: UUID) -> FileRow:
    found = file_row(store, file)
    if found is None:
        raise NotFound("Berkas ini tidak ditemukan atau sudah dihapus.", "Muat ulang halaman ini.")
    return found


def _require_movable(before: FileRow, kind: str) -> None:
    if before.is_signed:
        raise InvalidInput("kind", "Notula yang ditandatangani tidak berganti jenis.", "Lampirkan berkas lain.")
    if "foto" in (before.kind, kind):
        raise InvalidInput(
            "kind",
            "Foto disimpan dengan cara lain daripada berkas.",
            "Hapus, lalu tambahkan lagi sebagai jenis itu.",
        )
