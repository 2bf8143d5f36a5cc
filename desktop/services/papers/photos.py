"""The photos of a meeting for its photo pages."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from desktop.base.errors import DataTrouble, NotFound
from desktop.documents.photo_content import Photo, PhotoPagesContent
from desktop.models import attachment_store
from desktop.models.queries.attachments import files_of
from desktop.models.store import Store
from desktop.services.papers.meeting import head_of

PER_PAGE = ((2, "Dua foto sehalaman"), (4, "Empat foto sehalaman"))


def photo_pages_content(store: Store, meeting: UUID, *, per_page: Literal[2, 4] = 2) -> PhotoPagesContent:
    """The photos in their order; one whose bytes are lost keeps its place and caption."""
    head = head_of(store, meeting)
    return PhotoPagesContent(
        title=head.title,
        held_on=head.held_on,
        place=head.place,
        photos=tuple(
            Photo(_bytes(store, one.sha256), one.caption or "") for one in files_of(store, meeting, "foto")
        ),
        per_page=per_page,
    )


def _bytes(store: Store, hashed: str) -> bytes | None:
    try:
        return attachment_store.get(store, hashed)
    except (NotFound, DataTrouble):
        return None
