"""Daftar Arsip: what the archive must know of each meeting's papers, and what of it is not filled in yet."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import Any

from peewee import fn

from desktop.base.folding import fold
from desktop.base.periods import Period
from desktop.models.listing import Listing, View, Where
from desktop.models.queries.typed import live
from desktop.models.statements import text_of, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Attachment, Meeting

ARCHIVE_LIST = View(
    Meeting,
    columns={
        "code": Meeting.archive_code,
        "title": Meeting.title,
        "number": Meeting.minutes_number,
        "held_on": text_of(Meeting.held_on),
        "level": Meeting.archive_level,
        "files": Attachment.select(fn.COUNT(Attachment.seq)).where(
            Attachment.meeting_id == Meeting.id, live(Attachment)
        ),
        "place": Meeting.archive_place,
        "retention": Meeting.archive_retention,
        "state": Meeting.state,
        "cancelled": Meeting.cancelled,
        "security": Meeting.security,
    },
    orders={
        "held_on": Meeting.held_on,
        "title": Meeting.sort_key,
        "code": unknown_last(Meeting.archive_code),
        "place": unknown_last(Meeting.archive_place),
    },
)
_WANTED = (Meeting.archive_code, Meeting.archive_level, Meeting.archive_place, Meeting.archive_retention)


def archive_list(
    store: Store,
    *,
    text: str = "",
    state: str = "",
    period: Period | None = None,
    order: str = "held_on",
    descending: bool = True,
) -> Listing:
    """Daftar Arsip as searched, filtered and ordered; one row a meeting.

    `state` is "" (all), "lengkap" (all four archive data are filled in) or "kurang".
    """
    where: Where = tuple(_says(word) for word in fold(text).split())
    if state:
        where += (_filled() if state == "lengkap" else ~_filled(),)
    if period is not None:
        where += (Meeting.held_on.between(period.first, period.last),)
    return Listing(store, ARCHIVE_LIST, order=order, descending=descending, where=where)


def _says(word: str) -> Any:
    """The condition that a word stands in the meeting's own words, or in its code or place in the archive."""
    return (
        Meeting.search_text.contains(word)
        | Meeting.archive_code.contains(word)
        | Meeting.archive_place.contains(word)
    )


def _filled() -> Any:
    return reduce(and_, (fn.COALESCE(one, "") != "" for one in _WANTED))
