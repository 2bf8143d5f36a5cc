"""Rapat baru from what is there: the last meeting of a forum, any other meeting, a template, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.folding import fold
from desktop.documents.minutes_content import REVIEWED
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import AgendaItem, Meeting, Participant, RundownItem
from desktop.services.desk import Desk
from desktop.services.meeting_pattern import PARTS, Pattern, PointPattern, settled
from desktop.services.meetings import insert_meeting
from desktop.services.series import forum_named

_NOT_YET: dict[str, Any] = {"answer": "belum", "state": "belum_dicatat"}


@dataclass(frozen=True, slots=True)
class Made:
    """The new meeting, and in words what could not be taken over because the directory no longer has it."""

    meeting: UUID
    left_out: tuple[str, ...]


def new_meeting(
    desk: Desk,
    *,
    title: str,
    held_on: date,
    forum: UUID | None = None,
    forum_name: str = "",
    pattern: Pattern | None = None,
    parts: Collection[str] = tuple(PARTS),
    review: bool = False,
) -> tuple[Made, ChangeSet]:
    """Make a meeting, from a pattern if one is given; one undo takes all of it back.

    `forum_name` makes a series that is not there yet. Of the pattern come the `parts` named (see `PARTS`) and
    its general data, never numbers, answers, attendance, or what was said. Each post is invited with its
    holder on the new day. With `review` the agenda has a point for what earlier meetings left open.
    """
    name = "meeting.copy" if pattern else "meeting.create"
    with writing(desk.store, name, by=desk.user) as write:
        if forum is None and forum_name.strip():
            forum = forum_named(write, forum_name)
        if pattern is None:
            forum, topic = series_of(desk.store, forum)
            made = Made(insert_meeting(write, title=title, held_on=held_on, forum_id=forum, topic_id=topic), ())
            if review:
                _put_agenda(write, made.meeting, with_review_point(()), [])
        else:
            made = _copied(write, pattern, parts, title=title, held_on=held_on, forum=forum, review=review)
        return made, write.finish()


def series_of(store: Store, forum: UUID | None, pattern: Pattern | None = None) -> tuple[UUID | None, UUID | None]:
    """The forum and the topic a meeting made of a pattern belongs to; its own forum comes first."""
    data = pattern.data if pattern else {}
    forum = forum or data.get("forum_id")
    return forum, data.get("topic_id") or (fields_of(store, "forum", forum)["topic_id"] if forum else None)


def with_review_point(points: Sequence[PointPattern]) -> tuple[PointPattern, ...]:
    """An agenda with a point for what earlier meetings left open: after the opening, unless it has one."""
    if any(fold(point.title) == fold(REVIEWED) for point in points):
        return tuple(points)
    first = 1 if points and fold(points[0].title).startswith("pembukaan") else 0
    return (*points[:first], PointPattern(REVIEWED), *points[first:])


def copy_checked(desk: Desk, meeting: UUID) -> ChangeSet:
    """Note that somebody looked through a copy: it is no longer marked as one."""
    with writing(desk.store, "meeting.update", by=desk.user) as write:
        write.update(Meeting, meeting, copied_from=None, copied_on=None)
        return write.finish()


def _copied(
    write: Write,
    pattern: Pattern,
    parts: Collection[str],
    *,
    title: str,
    held_on: date,
    forum: UUID | None,
    review: bool,
) -> Made:
    now, gone = settled(write.store, pattern, held_on)
    data: dict[str, Any] = {**now.data}
    if "place" not in parts:
        data |= {"place": None, "starts_at": None, "ends_at": None}
    data["forum_id"], data["topic_id"] = series_of(write.store, forum, now)
    meeting = insert_meeting(
        write, **data, title=title, held_on=held_on, copied_from=pattern.origin, copied_on=pattern.day
    )
    seats = _invite(write, meeting, now) if "seats" in parts else []
    points = now.agenda if "agenda" in parts else ()
    _put_agenda(write, meeting, with_review_point(points) if review else points, seats)
    if "rundown" in parts:
        _put_rundown(write, meeting, now, keeps_times="place" in parts)
    # Who would have been invited is told only where somebody wanted the invitations.
    told = gone if "seats" in parts else tuple(words for words in gone if words not in _seat_words(pattern))
    return Made(meeting, told)


def _seat_words(pattern: Pattern) -> set[str]:
    return {seat.words for seat in pattern.seats}


def _invite(write: Write, meeting: UUID, pattern: Pattern) -> list[UUID]:
    return [
        write.insert(
            Participant,
            meeting_id=meeting,
            order_no=number,
            role=seat.role,
            position_id=seat.position_id,
            institution_id=seat.institution_id,
            person_id=seat.person_id,
            label=seat.label,
            **_NOT_YET,
        )
        for number, seat in enumerate(pattern.seats, start=1)
    ]


def _put_agenda(write: Write, meeting: UUID, points: Sequence[PointPattern], seats: list[UUID]) -> None:
    for number, point in enumerate(points, start=1):
        presenter = seats[point.presenter] if seats and point.presenter is not None else None
        write.insert(
            AgendaItem,
            meeting_id=meeting,
            order_no=number,
            title=point.title,
            planned_minutes=point.planned_minutes,
            presenter_id=presenter,
        )


def _put_rundown(write: Write, meeting: UUID, pattern: Pattern, *, keeps_times: bool) -> None:
    for number, line in enumerate(pattern.rundown, start=1):
        write.insert(
            RundownItem,
            meeting_id=meeting,
            order_no=number,
            title=line.title,
            planned_minutes=line.planned_minutes,
            officer=line.officer,
            note=line.note,
            starts_at=line.starts_at if keeps_times else None,
        )
