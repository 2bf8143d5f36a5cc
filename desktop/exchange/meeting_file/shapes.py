"""A meeting as a file tells it; what the file does not know is None or empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class FileTopic:
    """The topic a meeting belongs to."""

    name: str
    event_label: str
    event_date: date | None


@dataclass(frozen=True, slots=True)
class FilePerson:
    """Somebody who was there, and for whom."""

    name: str
    position: str | None
    institution: str | None
    represents: str | None


@dataclass(frozen=True, slots=True)
class FileAgendaItem:
    """A point of the agenda."""

    order: int
    topic: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class FileStatement:
    """Something said."""

    place: str
    agenda: int | None
    speaker: str | None
    kind: str
    text: str
    code: str | None
    on_behalf_of: str | None


@dataclass(frozen=True, slots=True)
class FileFollowUp:
    """Something to be followed up."""

    place: str
    kind: str
    text: str
    code: str | None
    statement: str | None
    speaker: str | None
    agenda: int | None
    addressees: tuple[str, ...]
    due_date: date | None
    due_source: str | None
    due_note: str | None
    checklist: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReadiness:
    """A readiness report given in the meeting."""

    place: str
    item: str
    note: str | None
    institution: str | None
    scope: str


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting as a file tells it."""

    title: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    place: str | None
    invitation_number: str | None
    purpose: str | None
    forum: str | None
    co_organiser: str | None
    minute_taker: str | None
    chair_office: str | None
    chair_represented_by: str | None
    chair_represented_by_position: str | None
    topic: FileTopic | None
    people: tuple[FilePerson, ...]
    groups_present: tuple[str, ...]
    agenda: tuple[FileAgendaItem, ...]
    statements: tuple[FileStatement, ...]
    follow_ups: tuple[FileFollowUp, ...]
    readiness: tuple[FileReadiness, ...]
    other_source: str | None
