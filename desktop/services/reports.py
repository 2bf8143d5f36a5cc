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
from desktop.models.queries.readiness_shown import Shown
from desktop.models.queries.regions import regions_of_commitments
from desktop.models.score import tally
from desktop.models.store import Store
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES, MEETING_STATES, NO_REPORT, READINESS_STATES
from desktop.services.formats.readiness_workbook import named_cells

Row = dict[str, Any]
MATRIX = "readiness-matrix"
"""What `line` calls the rows of `readiness_matrix`."""


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
    """Every item of the open topics in every region with its latest report, as of today; `score` from 0 to 100."""
    day = today()
    return [
        {"topic": topic.name, "region": one.region, "category": one.category, "item": one.code, "text": one.text,
         "state": one.state, "value": one.value, "measure": one.measure, "need": one.need,
         "provisional": one.is_provisional, "score": tally(one.answer).percent, "as_of": one.as_of,
         "institution": one.institution, "to_confirm": one.needs_confirmation(day), "late": one.is_late(day)}
        for topic in open_topics(store)
        for one in items(store, topic.id)
    ]  # fmt: skip


def readiness_matrix(store: Store, rows: str) -> list[Row]:
    """Every cell of the matrices of the open topics by region or by institution, totals included, as of today."""
    return [
        {"topic": topic.name, "row": row, "category": category, "ready": cell.tally.ready,
         "applicable": cell.tally.applicable, "reported": cell.tally.reported, "score": cell.tally.percent,
         "to_confirm": cell.to_confirm, "late": cell.late, "worst": cell.worst.code if cell.worst else None,
         "updated_on": cell.updated_on}
        for topic in open_topics(store)
        for row, category, cell in named_cells(store, topic.id, Shown(rows), today())
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
    if what == MATRIX:
        score = "" if row["score"] is None else f"skor {row['score']}%"
        counts = f"{row['ready']}/{row['applicable']} siap", f"{row['reported']} dilaporkan", score
        old = f"{row['to_confirm']} perlu dikonfirmasi" if row["to_confirm"] else ""
        late = f"{row['late']} terlambat" if row["late"] else ""
        return " · ".join(filter(None, (row["row"], row["category"], *counts, old, late)))
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
