"""The meeting a paper is about."""

from __future__ import annotations

from uuid import UUID

from desktop.base.errors import NotFound
from desktop.models.queries.meetings import MeetingHead, meeting_head
from desktop.models.store import Store


def head_of(store: Store, meeting: UUID) -> MeetingHead:
    """A meeting's own data; raises NotFound where it is gone."""
    head = meeting_head(store, meeting)
    if head is None:
        raise NotFound("Rapat ini tidak ditemukan atau sudah dihapus.", "Pilih rapat lain.")
    return head
