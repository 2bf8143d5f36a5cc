"""What one meeting can lend to another: its data, agenda, seats and order of ceremony; never what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from desktop.models.queries.attendance import participants
from desktop.models.queries.children import children_values
from desktop.models.queries.discussion import agenda
from desktop.models.queries.invitees import offices
from desktop.models.queries.records import fields_of
from desktop.models.queries.redirects import present_ids
from desktop.models.queries.rundown import rundown
from desktop.models.store import Store
from desktop.models.tables import Participant

PARTS = {"agenda": "Acara", "seats": "Undangan", "rundown": "Susunan acara", "place": "Tempat dan waktu"}
"""What can be chosen to be copied; the other data of the meeting always go along."""

_DATA = ("purpose", "zone", "co_organiser", "security")
_PLACE = ("place", "starts_at", "ends_at")
_POINTS_TO = {
    "forum_id": ("forum", "Forum"),
    "topic_id": ("topic", "Topik"),
    "secretary_id": ("person", "Sekretaris"),
    "minute_taker_id": ("person", "Notulis"),
}


@dataclass(frozen=True, slots=True)
class SeatPattern:
    """An office to invite; `words` is what it was called when it was kept."""

    role: str
    words: str
    position_id: UUID | None = None
    institution_id: UUID | None = None
    person_id: UUID | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class PointPattern:
    """A point of the agenda; `presenter` is the place of a seat in the list."""

    title: str
    planned_minutes: int | None = None
    presenter: int | None = None


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A line of the order of ceremony."""

    title: str
    planned_minutes: int | None = None
    officer: str | None = None
    note: str | None = None
    starts_at: time | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A meeting as it can be made again; `origin` and `day` say where it comes from."""

    origin: str
    day: date | None
    data: Mapping[str, Any]
    seats: tuple[SeatPattern, ...]
    agenda: tuple[PointPattern, ...]
    rundown: tuple[LinePattern, ...]


def pattern_of(store: Store, meeting: UUID) -> Pattern:
    """What a meeting lends; guests stay out, as nobody invited them."""
    fields = fields_of(store, "meeting", meeting).values
    rows = [row for row in participants(store, meeting) if not row.is_guest]
    people = dict(children_values(store, Participant, "meeting_id", meeting, ("id", "person_id")))
    seats = tuple(
        SeatPattern(
            row.role,
            row.invited_office or row.invited_name or "",
            row.position_id,
            row.institution_id,
            people.get(row.id),
            row.label,
        )
        for row in rows
    )
    places = {row.id: place for place, row in enumerate(rows)}
    return Pattern(
        origin=fields["title"],
        day=fields["held_on"],
        data={name: fields[name] for name in (*_DATA, *_PLACE, *_POINTS_TO)},
        seats=seats,
        agenda=tuple(
            PointPattern(
                row.title, row.planned_minutes, places.get(row.presenter_id) if row.presenter_id else None
            )
            for row in agenda(store, meeting)
        ),
        rundown=tuple(
            LinePattern(row.title, row.planned_minutes, row.officer, row.note, row.starts_at)
            for row in rundown(store, meeting)
        ),
    )


def settled(store: Store, pattern: Pattern, on: date) -> tuple[Pattern, tuple[str, ...]]:
    """The pattern as it is on a day: merged records followed, each post with its holder of that day.

    Also returns, in words, what the directory no longer knows; it is left out.
    """
    gone: list[str] = []
    data = dict(pattern.data)
    for field, (table, what) in _POINTS_TO.items():
        one = data.get(field)
        data[field] = present_ids(store, table, [one]).get(one) if one else None
        if one and not data[field]:
            gone.append(what)
    seats, places = _settled_seats(store, pattern.seats, on, gone)
    points = tuple(
        replace(point, presenter=places.get(point.presenter) if point.presenter is not None else None)
        for point in pattern.agenda
    )
    return replace(pattern, data=data, seats=seats, agenda=points), tuple(gone)


def _settled_seats(
    store: Store, seats: tuple[SeatPattern, ...], on: date, gone: list[str]
) -> tuple[tuple[SeatPattern, ...], dict[int, int]]:
    """The seats that still can be invited, and the new place of each old one."""
    posts = offices(store, on)
    now = {
        table: present_ids(store, table, [one for seat in seats if (one := getattr(seat, f"{table}_id"))])
        for table in ("position", "institution", "person")
    }
    found: list[SeatPattern] = []
    places: dict[int, int] = {}
    for place, seat in enumerate(seats):
        position = now["position"].get(seat.position_id) if seat.position_id else None
        institution = now["institution"].get(seat.institution_id) if seat.institution_id else None
        person = now["person"].get(seat.person_id) if seat.person_id else None
        post = posts.get(position) if position else None
        if post is not None:
            institution, person = post.institution_id, post.person_id
        elif seat.position_id or not (institution or person or (seat.label and not seat.institution_id)):
            gone.append(seat.words)
            continue
        places[place] = len(found)
        found.append(
            replace(
                seat,
                position_id=post.position_id if post else None,
                institution_id=institution,
                person_id=person,
            )
        )
    return tuple(found), places


def to_json(pattern: Pattern) -> dict[str, Any]:
    """The pattern as a template keeps it."""
    kept = asdict(pattern)
    return {name: _plain(kept[name]) for name in ("data", "seats", "agenda", "rundown")}


def from_json(name: str, content: Mapping[str, Any]) -> Pattern:
    """A pattern as `to_json` wrote it; what a newer program added is passed over."""
    data = dict(content.get("data", {}))
    for field in _POINTS_TO:
        data[field] = UUID(data[field]) if data.get(field) else None
    for field in ("starts_at", "ends_at"):
        data[field] = _clock(data.get(field))
    return Pattern(
        origin=name,
        day=None,
        data={field: data[field] for field in (*_DATA, *_PLACE, *_POINTS_TO) if field in data},
        seats=tuple(_seat(one) for one in content.get("seats", ())),
        agenda=tuple(
            PointPattern(one["title"], one.get("planned_minutes"), one.get("presenter"))
            for one in content.get("agenda", ())
        ),
        rundown=tuple(
            LinePattern(
                one["title"], one.get("planned_minutes"), one.get("officer"), one.get("note"),
                _clock(one.get("starts_at")),
            )
            for one in content.get("rundown", ())
        ),
    )  # fmt: skip


def _seat(kept: Mapping[str, Any]) -> SeatPattern:
    ids = {name: UUID(kept[name]) for name in ("position_id", "institution_id", "person_id") if kept.get(name)}
    return SeatPattern(kept["role"], kept.get("words", ""), label=kept.get("label"), **ids)


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value) if isinstance(value, UUID) else value
