"""What the pickers of a meeting offer: people, the offices and institutions to invite, who came for somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.models.queries.attendance import ParticipantRow
from desktop.models.queries.directory import search_institutions, search_people, search_positions
from desktop.models.store import Store
from desktop.ui.meetings.seat_search import SeatSearch
from desktop.ui.widgets.picker_field import Choice, Search


class Came(NamedTuple):
    """Somebody of the directory, in the post they came in."""

    person_id: UUID
    position_id: UUID | None


def people(store: Store, on: date) -> Search:
    """People by name, post or institution, each once, with all posts held on the day."""

    def search(text: str) -> list[Choice]:
        found: dict[UUID, Choice] = {}
        for hit in search_people(store, text, on):
            known = found.get(hit.id)
            detail = "; ".join(filter(None, (known.detail if known else "", hit.words)))
            found[hit.id] = Choice(hit.id, hit.name, detail)
        return list(found.values())

    return search


def who_came(store: Store, on: date) -> Search:
    """People in the post they come in: a `Came` for each post held on the day."""

    def search(text: str) -> list[Choice]:
        return [
            Choice(Came(hit.id, hit.position_id), hit.name, hit.words) for hit in search_people(store, text, on)
        ]

    return search


def who_came_for(store: Store, on: date, institution: str, but: str = "") -> Search:
    """Those of the institution itself first, also while nothing is typed; `but` is the one who was invited."""
    everybody = who_came(store, on)

    def search(text: str) -> list[Choice]:
        own = everybody(f"{institution} {text}") if institution else []
        hits = dict.fromkeys([*own, *(everybody(text) if text else ())])
        return [hit for hit in hits if hit.label != but]

    return search


def invitees(store: Store, on: date) -> Search:
    """Offices with their holders, then institutions; the value of a choice is the seat to put on the list."""

    def search(text: str) -> list[Choice]:
        return [*_offices(store, text, on), *_institutions(store, text)]

    return search


def seats(rows: Callable[[], Iterable[ParticipantRow]]) -> Search:
    """The seats of a meeting, by name, post or institution."""

    def search(text: str) -> list[Choice]:
        known = list(rows())
        if not text.strip():
            return [seat_choice(row) for row in known]
        found = SeatSearch()
        found.set_rows(known, {})
        return [seat_choice(row) for row in found.find(text)]

    return search


def seat_choice(row: ParticipantRow) -> Choice:
    """A seat as its name, told apart by its office."""
    office = seat_office(row)
    return Choice(row.id, row.name or office, office if row.name else "")


def seat_office(row: ParticipantRow) -> str:
    """The office a seat was given to; for a guest the post and institution they named."""
    if row.institution is None and row.state != "diwakili" and (row.present_name or row.unreadable):
        return ", ".join(filter(None, (row.present_title, row.present_institution or row.label)))
    return row.invited_office or ""


def _offices(store: Store, text: str, on: date) -> list[Choice]:
    found = []
    for hit in search_positions(store, text, on, limit=14):
        seat: dict[str, Any] = {"position_id": hit.id, "institution_id": hit.institution_id}
        if hit.holder_id is not None:
            seat["person_id"] = hit.holder_id
        found.append(Choice(seat, hit.words, hit.holder or ""))
    return found


def _institutions(store: Store, text: str) -> list[Choice]:
    kind = QCoreApplication.translate("MeetingChoices", "instansi")
    hits = search_institutions(store, text, limit=8)
    return [Choice({"institution_id": hit.id}, hit.words, kind) for hit in hits]
