"""Himpunan Kesimpulan as it goes on paper: what the meetings of a period concluded, as searched."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.periods import Period
from desktop.documents import conclusions_content as paper
from desktop.models.queries.conclusions import CONCLUSION_LIST, conclusion_list
from desktop.models.queries.scope import Scope
from desktop.models.store import Store
from desktop.models.words import SECURITY, UNSIGNED_STATES
from desktop.services.papers.period_recap import EVER, file_named_by_period, named_by_period, scope_words

NAME = "Himpunan Kesimpulan"
_AT_ONCE = 250  # rows read at once
_PLACES = {name: place for place, name in enumerate(CONCLUSION_LIST.names)}


def conclusions_content(
    store: Store, period: Period | None, *, topic: UUID | None = None, forum: UUID | None = None, text: str = ""
) -> paper.ConclusionsContent:
    """The conclusions the window lists for the same period, meetings and search, the oldest meeting first."""
    listing = conclusion_list(store, Scope(period, topic, forum), text)
    seqs = [seq for chunk in listing.key_chunks() for seq in chunk]
    found: dict[int, list[tuple[Any, ...]]] = {}
    for start in range(0, len(seqs), _AT_ONCE):
        for row in listing.rows(seqs[start : start + _AT_ONCE]):
            found.setdefault(_of(row, "meeting"), []).append(row)
    scope = scope_words(store, topic=topic, forum=forum) if topic or forum else ""
    searched = f"Memuat kata: {text.strip()}" if text.strip() else ""
    return paper.ConclusionsContent(
        meetings=tuple(_meeting(rows) for rows in reversed(found.values())),
        period=period.words if period else EVER,
        scope=tuple(filter(None, (scope, searched))),
        as_of=today(),
    )


def conclusions_title(period: Period | None, scope: str) -> str:
    """What the register calls the conclusions of a period, and of which meetings in the words of `scope`."""
    return named_by_period(NAME, period, scope)


def conclusions_file_name(period: Period | None, scope: str) -> str:
    """A proper name to save them under: the first day, what it is, period, which meetings."""
    return file_named_by_period(NAME, period, scope)


def _meeting(rows: list[tuple[Any, ...]]) -> paper.ConcludedMeeting:
    one = rows[0]
    security = _of(one, "security")
    return paper.ConcludedMeeting(
        title=_of(one, "title"),
        held_on=date.fromisoformat(_of(one, "held_on")),
        conclusions=tuple(_of(row, "text") for row in rows),
        number=_of(one, "number") or "",
        security=SECURITY[security] if security != "biasa" else "",
        draft=_of(one, "state") in UNSIGNED_STATES,
    )


def _of(row: tuple[Any, ...], name: str) -> Any:
    return row[_PLACES[name]]
