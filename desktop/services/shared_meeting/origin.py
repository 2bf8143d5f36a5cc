"""Where a shared meeting came from, as it was noted when its file was taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.models.queries.marked import last_done
from desktop.models.queries.records import fields_of
from desktop.models.store import Store

SHARED = "meeting.shared"
_CAME_FROM = "Rapat bersama dari "


@dataclass(frozen=True, slots=True)
class Origin:
    """The office and laptop that shared it, empty where its note was written over; when it was last taken in."""

    laptop: str
    taken_at: datetime


def shared_from(store: Store, meeting: UUID) -> Origin | None:
    """Who shared a meeting with this laptop; None for one of our own."""
    taken_at = last_done(store, SHARED, meeting)
    if taken_at is None:
        return None
    note = fields_of(store, "meeting", meeting)["source_note"] or ""
    laptop = note.removeprefix(_CAME_FROM).strip() if note.startswith(_CAME_FROM) else ""
    return Origin(laptop, taken_at)


def origin_note(office: str, laptop: str) -> str:
    """What a meeting says of itself once it was taken in: `Rapat bersama dari Bakorwil Bojonegoro (PINTU-1)`."""
    return f"{_CAME_FROM}{office} ({laptop})"
