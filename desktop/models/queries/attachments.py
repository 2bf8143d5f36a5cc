"""The files of a meeting, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.fields import InstantField
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Attachment, MinutesVersion

_INSTANT = InstantField()


@dataclass(frozen=True, slots=True)
class FileRow:
    """One attached file; `kind` is a word of `ATTACHMENT_KINDS`.

    `is_signed` tells that it is the record of signed minutes.
    """

    id: UUID
    meeting_id: UUID | None
    order_no: int
    kind: str
    name: str
    caption: str | None
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    is_signed: bool


_TYPES = (ID, ID, None, None, None, None, None, None, None, _INSTANT, None)


def _files(condition: Any) -> Any:
    return (
        Attachment.select(
            Attachment.id, Attachment.meeting_id, Attachment.order_no, Attachment.kind, Attachment.name,
            Attachment.caption, Attachment.media_type, Attachment.size, Attachment.sha256, Attachment.added_at,
            MinutesVersion.id.is_null(False),
        )
        .join(
            MinutesVersion,
            JOIN.LEFT_OUTER,
            on=((MinutesVersion.signed_id == Attachment.id) & live(MinutesVersion)),
        )
        .where(condition, live(Attachment))
        .order_by(Attachment.order_no, Attachment.seq)
    )  # fmt: skip


_OF_MEETING = Statement(lambda: _files(Attachment.meeting_id == param("meeting")))
_ONE = Statement(lambda: _files(Attachment.id == param("one")))


def files_of(store: Store, meeting: UUID, kind: str | None = None) -> list[FileRow]:
    """The files of a meeting in their order, all of them or those of one kind."""
    found = [_row(row) for row in _OF_MEETING.rows(store, meeting=meeting)]
    return found if kind is None else [one for one in found if one.kind == kind]


def file_row(store: Store, one: UUID) -> FileRow | None:
    """One file, None where it was taken away."""
    row = _ONE.one(store, one=one)
    return _row(row) if row else None


def _row(row: tuple[Any, ...]) -> FileRow:
    values = typed(row, _TYPES)
    values[-1] = bool(values[-1])
    return FileRow(*values)
