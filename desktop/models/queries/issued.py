"""The register of issued papers: of one meeting, of all, and by what is found on a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.fields import InstantField
from desktop.models.queries.typed import ID, listed, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import IssuedPaper, Meeting

_INSTANT = InstantField()


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """One paper that left the program; `way` is a word of `ISSUE_WAYS`, `sha256` in hexadecimal."""

    id: UUID
    meeting_id: UUID | None
    meeting: str | None
    kind: str
    title: str
    number: str | None
    order_no: int | None
    way: str
    issued_at: datetime
    issued_by: str
    file_name: str | None
    pages: int | None
    sha256: str
    code: str | None
    is_draft: bool


_TYPES = (ID, ID, None, None, None, None, None, None, _INSTANT, None, None, None, None, None, None)


def _issued(*conditions: Any) -> Any:
    return (
        IssuedPaper.select(
            IssuedPaper.id, IssuedPaper.meeting_id, Meeting.title, IssuedPaper.kind, IssuedPaper.title,
            IssuedPaper.number, IssuedPaper.order_no, IssuedPaper.way, IssuedPaper.issued_at,
            IssuedPaper.issued_by, IssuedPaper.file_name, IssuedPaper.pages, IssuedPaper.sha256, IssuedPaper.code,
            IssuedPaper.is_draft,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=(IssuedPaper.meeting_id == Meeting.id))
        .where(*conditions)
        .order_by(IssuedPaper.issued_at.desc(), IssuedPaper.seq.desc())
    )  # fmt: skip


_OF_MEETING = Statement(lambda: _issued(IssuedPaper.meeting_id == param("meeting"), live(IssuedPaper)))
_WITH_HASH = Statement(lambda: _issued(IssuedPaper.sha256 == param("sha256"), live(IssuedPaper)))
_NEWEST = Statement(lambda: _issued(listed(IssuedPaper)).limit(param("most")))


def issued_of(store: Store, meeting: UUID) -> list[IssuedRow]:
    """What was issued of a meeting, the newest first."""
    return [_row(row) for row in _OF_MEETING.rows(store, meeting=meeting)]


def issued_with_hash(store: Store, sha256: str) -> list[IssuedRow]:
    """The papers whose file is exactly this one, the newest first."""
    return [_row(row) for row in _WITH_HASH.rows(store, sha256=sha256)]


def newest_issued(store: Store, most: int = 500) -> list[IssuedRow]:
    """What was issued last, of all meetings."""
    return [_row(row) for row in _NEWEST.rows(store, most=most)]


def _row(row: tuple[Any, ...]) -> IssuedRow:
    values = typed(row, _TYPES)
    values[-1] = bool(values[-1])
    return IssuedRow(*values)
