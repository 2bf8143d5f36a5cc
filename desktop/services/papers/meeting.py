"""The meeting a paper is about."""

from __future__ import annotations

from datetime import date, time
from typing import TypedDict
from uuid import UUID

from desktop.base.errors import NotFound
from desktop.documents.minutes_content import MinutesContent
from desktop.models.queries.meetings import MeetingHead, meeting_head
from desktop.models.store import Store


def head_of(store: Store, meeting: UUID) -> MeetingHead:
    """A meeting's own data; raises NotFound where it is gone."""
    head = meeting_head(store, meeting)
    if head is None:
        raise NotFound("Rapat ini tidak ditemukan atau sudah dihapus.", "Pilih rapat lain.")
    return head


class Occasion(TypedDict):
    """When and where a meeting is, as the contents of papers take it; unknown is None."""

    held_on: date | None
    starts_at: time | None
    ends_at: time | None
    zone: str
    place: str | None


def occasion(said: MeetingHead | MinutesContent) -> Occasion:
    """When and where: arguments of every content that says so."""
    return Occasion(
        held_on=said.held_on, starts_at=said.starts_at, ends_at=said.ends_at, zone=said.zone, place=said.place
    )
