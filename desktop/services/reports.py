"""Plain lists of what the office knows, for the console and its JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import medium_date, short_date
from desktop.base.errors import NotFound
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.commitments import all_commitments
from desktop.models.queries.meetings import all_meetings, latest_meeting, meeting_head, meetings_numbered
from desktop.models.queries.readiness_items import items
from desktop.models.queries.regions import regions_of_commitments
from desktop.models.score import tally
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, MEETING_STATES, NO_REPORT, READINESS_STATES

Row = dict[str, Any]


def meetings(store: Store) -> list[Row]:
    """All meetings, the newest first."""
    return [
        {"id": one.id, "number": one.number, "title": one.title, "date": one.held_on, "place": one.place,
         "status": one.state}
        for one in all_meetings(store)
    ]  # fmt: skip


def commitments(store: Store) -> list[Row]:
    """All follow-ups with who must act and how far they are; `overdue` as of today."""
    regions = regions_of_commitments(store)
    return [
        {"id": one.id, "meeting": one.meeting_title, "text": one.text, "kind": one.kind,
         "institution": "; ".join(one.addressee_words()), "regions": regions.get(one.id, []),
         "due_date": one.due_date, "due_source": one.due_source, "status": one.state,
         "overdue": one.is_late(today())}
        for one in all_commitments(store)
    ]  # fmt: skip


def readiness(store: Store) -> list[Row]:
    """Every item of the open topics in every region with its latest report; `score` from 0 to 100."""
    return [
        {"topic": topic.name, "region": one.region, "category": one.category, "item": one.code, "text": one.text,
         "state": one.state, "value": one.value, "score": tally(one.answer).percent}
        for topic in open_topics(store)
        for one in items(store, topic.id)
    ]  # fmt: skip


REPORTS: dict[str, Callable[[Store], list[Row]]] = {
    "meetings": meetings,
    "commitments": commitments,
    "readiness": readiness,
}


def line(what: str, row: Row) -> str:
    """One row of a list as a line of text."""
    if what == "meetings":
        return " · ".join(filter(None, (short_date(row["date"]), row["title"], row["place"], _state(row))))
    if what == "readiness":
        score = "" if row["score"] is None else f"{row['score']} %"
        state = READINESS_STATES.get(row["state"], NO_REPORT)
        return " · ".join(filter(None, (row["region"], row["item"], row["text"], state, score)))
    due = (
        f"batas {medium_date(row['due_date'])} ({DUE_SOURCES[row['due_source']].lower()})"
        if row["due_date"]
        else ""
    )
    late = "terlambat" if row["overdue"] else ""
    return " · ".join(filter(None, (row["text"], row["institution"], due, COMMITMENT_STATES[row["status"]], late)))


def find_meeting(store: Store, words: str) -> UUID:
    """A meeting by its id, its number, or "last" for the one held last; raises NotFound saying what to do."""
    found = latest_meeting(store) if words == "last" else None
    if found is None:
        named = _as_id(words)
        if named is not None and meeting_head(store, named) is not None:
            return named
        numbered = meetings_numbered(store, words)
        if len(numbered) > 1:
            raise NotFound(
                f"Nomor {words} dipakai {len(numbered)} rapat.", "Sebut id rapatnya: main.py list meetings --json"
            )
        found = numbered[0].id if numbered else None
    if found is None:
        raise NotFound(f"Rapat “{words}” tidak ditemukan.", "Lihat daftarnya: main.py list meetings --json")
    return found


def _state(row: Row) -> str:
    return MEETING_STATES[row["status"]]


def _as_id(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None
