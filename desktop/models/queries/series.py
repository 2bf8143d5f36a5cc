"""Forum Rapat: the meetings of one series, and the meetings another can be copied from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from peewee import JOIN, Value

from desktop.base.folding import fold
from desktop.models.queries.typed import DAY, ID, listed, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Forum, Meeting


@dataclass(frozen=True, slots=True)
class SeriesMeeting:
    """A meeting that can be copied."""

    id: UUID
    title: str
    held_on: date
    forum: str | None = None


_OF_FORUM = Statement(
    lambda: Meeting.select(Meeting.id, Meeting.title, Meeting.held_on)
    .where(
        listed(Meeting), Meeting.forum_id == param("forum"), Meeting.cancelled == False,  # noqa: E712 - SQL
        Meeting.held_on <= param("until"), Meeting.id != param("but"),
    )
    .order_by(Meeting.held_on.desc(), Meeting.seq.desc())
    .limit(param("limit"))
)  # fmt: skip


def forum_meetings(
    store: Store, forum: UUID, *, until: date = date.max, but: UUID | None = None, limit: int = 8
) -> list[SeriesMeeting]:
    """The last meetings of a series, the newest first; those that were cancelled do not count.

    Only those up to a day, and without one of them (`but`).
    """
    values = {"forum": forum, "until": until, "but": but or UUID(int=0), "limit": limit}
    return [SeriesMeeting(*typed(row, (ID, None, DAY))) for row in _OF_FORUM.rows(store, **values)]


@cache
def _found(words: int, limit: int) -> Statement:
    spaced = Value(" ").concat(Meeting.search_text)
    return Statement(
        lambda: (
            Meeting.select(Meeting.id, Meeting.title, Meeting.held_on, Forum.name)
            .join(Forum, JOIN.LEFT_OUTER, on=((Meeting.forum_id == Forum.id) & live(Forum)))
            .where(listed(Meeting), *(spaced.ilike(param(f"word{place}")) for place in range(words)))
            .order_by(Meeting.held_on.desc(), Meeting.seq.desc())
            .limit(limit)
        )
    )


def search_meetings(store: Store, text: str, limit: int = 20) -> list[SeriesMeeting]:
    """Meetings in whose name or place every typed word begins a word, the newest first."""
    words = fold(text).split()[:8]
    slots = {f"word{place}": f"% {word}%" for place, word in enumerate(words)}
    rows = _found(len(words), limit).rows(store, **slots)
    return [SeriesMeeting(*typed(row, (ID, None, DAY, None))) for row in rows]
