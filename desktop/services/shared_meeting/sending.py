"""Writing both files: the meeting for the other laptop, and the marks made there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from desktop.base.clock import now_utc
from desktop.base.places import safe_file_name
from desktop.exchange.shared_meeting import (
    MARKS,
    MEETING,
    Envelope,
    Mark,
    Marks,
    SharedMeeting,
    SharedRecord,
    pack,
)
from desktop.models.queries.children import live_children
from desktop.models.queries.marked import last_noted
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import Letter, Participant
from desktop.services.shared_meeting.fields import IN_WORDS, MARK, SEAT, TRAVELS, device_of, names_here, to_file


def share_file(store: Store, meeting: UUID) -> bytes:
    """The meeting with its letters and seats, for the laptop at the door."""
    head = fields_of(store, "meeting", meeting).values
    seats = [(one, fields_of(store, "participant", one).values) for one in _seats(store, meeting)]
    people = _pointed(seats, "person_id", "present_person_id")
    held = _pointed(seats, "position_id", "present_position_id")
    posts = {one: fields_of(store, "position", one).values for one in held}
    of_posts = [post["institution_id"] for post in posts.values()]
    owners = dict.fromkeys([*_pointed(seats, "institution_id"), *of_posts])
    records = [
        *(_record("institution", one, fields_of(store, "institution", one).values) for one in owners),
        *(_record("position", one, values) for one, values in posts.items()),
        *(_record("person", one, fields_of(store, "person", one).values) for one in people),
        _record("meeting", meeting, head),
        *(_record("letter", one, fields_of(store, "letter", one).values) for one in _letters(store, meeting)),
        *(_record("participant", one, values) for one, values in seats),
    ]
    return _packed(store, MEETING, SharedMeeting(meeting, head["title"], tuple(records)).content())


def marks_file(store: Store, meeting: UUID) -> bytes:
    """The attendance as this laptop has it, for the laptop the list came from.

    The moment of a mark is that of its last change, a correction or an undo included, so that the later file says
    what holds.
    """
    marks, noted = [], last_noted(store, meeting, {*MARK, "marked_at"})
    for one in _seats(store, meeting):
        values = fields_of(store, "participant", one).values
        moment = noted.get(one, values["marked_at"])
        if moment is None:
            continue  # nobody noted anything here
        marks.append(
            Mark(
                one,
                to_file("participant", {**values, "marked_at": moment}, (*MARK, "marked_at")),
                to_file("participant", values, SEAT) if values["institution_id"] is None else None,
                _in_words(store, values),
            )
        )
    return _packed(store, MARKS, Marks(meeting, tuple(marks)).content())


def share_name(store: Store, meeting: UUID, kind: str) -> str:
    """The name of a file of a meeting: `2024-09-26_Rapat-Koordinasi….rakor-rapat`."""
    head = fields_of(store, "meeting", meeting)
    what = "Hadir" if kind == MARKS else "Rapat"
    return safe_file_name(f"{head['held_on']:%Y-%m-%d}", what, head["title"], suffix=f".{kind}")


def _packed(store: Store, kind: str, content: dict[str, Any]) -> bytes:
    office, laptop = names_here(store)
    assert store.office is not None
    return pack(Envelope(kind, store.office, office, device_of(store), laptop, now_utc(), content))


def _record(table: str, one: UUID, values: dict[str, Any]) -> SharedRecord:
    return SharedRecord(table, one, to_file(table, values, TRAVELS[table]))


def _in_words(store: Store, values: dict[str, Any]) -> dict[str, str]:
    """Who came in words, for a laptop that knows nothing of the record."""
    return {
        words: fields_of(store, table, values[column])[field]
        for column, table, field, words in IN_WORDS
        if values[column] is not None
    }


def _seats(store: Store, meeting: UUID) -> list[UUID]:
    return live_children(store, Participant, "meeting_id", meeting)


def _letters(store: Store, meeting: UUID) -> list[UUID]:
    return live_children(store, Letter, "meeting_id", meeting)


def _pointed(seats: Iterable[tuple[UUID, dict[str, Any]]], *columns: str) -> list[UUID]:
    return list(dict.fromkeys(row[column] for _, row in seats for column in columns if row[column] is not None))
