"""What the rule of `models.carry_over` needs: the meetings of a series, and the parts a meeting may go through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.carry_over import Part, Place, Report, Spot, Story, held_before
from desktop.models.queries.records import fields_of
from desktop.models.queries.typed import CLOCK, DAY, ID, listed, live, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Institution, Meeting, Position, ProgressReport
from desktop.models.words import OPEN_STATES

_AT_ONCE = 5_000  # follow-ups whose reports are asked for in one statement


class Carried(NamedTuple):
    """A part a meeting goes through or hears of, and the meetings of its series that were held before."""

    story: Story
    about: About
    held: Sequence[Spot]


class About(NamedTuple):
    """What is shown of a part besides where it stands."""

    institution_id: UUID | None
    position: str | None
    institution: str | None
    label: str | None
    via: str | None
    protocol_rank: int
    code: str | None
    text: str
    due_date: date | None
    due_source: str | None
    meeting_title: str | None


class Round(NamedTuple):
    """What a meeting goes through: the parts it asks for, and those that were closed since the one held last."""

    spot: Spot
    asked: list[Carried]
    closed: list[Carried]


_SPOT = (
    Meeting.id, Meeting.forum_id, Meeting.topic_id, Meeting.held_on, Meeting.starts_at, Meeting.seq,
    Meeting.cancelled,
)  # fmt: skip
_HERE = Statement(lambda: Meeting.select(*_SPOT).where(Meeting.id == param("meeting")))


def spot_of(store: Store, meeting: UUID) -> Spot:
    """A meeting's place in its series; raises NotFound for one that is gone."""
    fields_of(store, "meeting", meeting)
    row = _HERE.one(store, meeting=meeting)
    assert row is not None
    return _spot(row)


def spot_on(forum: UUID | None, topic: UUID | None, day: date) -> Spot:
    """A meeting that is only thought of, after all others of its day."""
    return Spot(None, forum, topic, (day, time.max, 2**62))


def round_of(store: Store, spot: Spot) -> Round:
    """What a meeting goes through, the oldest first; last what was answered there and is of no series with it."""
    series = _series(store, spot)
    held_last = series[-1] if series else None
    since = held_last.place[0] if held_last else date.min
    rows = list(dict.fromkeys(_part(row) for row in _rows(store, spot, since)))
    parts = [part for part, _ in rows]
    told = _reports(store, list({part.commitment for part in parts}))
    held = _held_by_series(store, spot, parts, series)
    found = Round(spot, [], [])
    for part, about in rows:
        story = _story(part, told.get(part.commitment, {}))
        if story.is_asked(spot):
            found.asked.append(Carried(story, about, held[_series_key(part)]))
        elif story.is_closed_since(spot, held_last):
            found.closed.append(Carried(story, about, ()))
    return found


def _spot(row: Sequence[Any]) -> Spot:
    one, forum, topic, *place, cancelled = row
    ids = typed((one, forum, topic), (ID, ID, ID))
    return Spot(ids[0], ids[1], ids[2], _place(place), bool(cancelled))


def _place(columns: Sequence[Any]) -> Place:
    day, begins, number = columns
    found = DAY.python_value(day)
    assert found is not None
    return (found, CLOCK.python_value(begins) or time.max, number)


def _story(part: Part, told: Mapping[UUID | None, Sequence[Report]]) -> Story:
    return Story(part, told.get(part.addressee, ()), [one for own in told.values() for one in own])


# The meetings of a series


def _series_query(until: Any, series: Any) -> Any:
    return Meeting.select(*_SPOT).where(
        listed(Meeting), Meeting.held_on <= until, Meeting.cancelled == False, series  # noqa: E712 - SQL
    )  # fmt: skip


_SERIES = {
    "forum": Statement(lambda: _series_query(param("day"), Meeting.forum_id == param("key"))),
    "topic": Statement(lambda: _series_query(param("day"), Meeting.topic_id == param("key"))),
}


def _series(store: Store, spot: Spot) -> list[Spot]:
    """The meetings of a meeting's series that were held before it, in order."""
    scope, key = _scope(spot)
    rows = [] if key is None else _SERIES[scope].rows(store, key=key, day=spot.place[0])
    return held_before(spot, map(_spot, rows))


def _scope(spot: Spot) -> tuple[str, UUID | None]:
    return ("forum", spot.forum) if spot.forum is not None else ("topic", spot.topic)


_Key = tuple[bool, UUID | None, UUID | None]


def _series_key(part: Part) -> _Key:
    """What decides which meetings go through a part."""
    return (True, None, part.topic) if part.origin is None else (False, part.origin_forum, part.origin_topic)


def _held_by_series(
    store: Store, spot: Spot, parts: Sequence[Part], series: Sequence[Spot]
) -> Mapping[_Key, list[Spot]]:
    """For each kind of part the meetings held before this one that went through it."""
    known: dict[UUID | None, Spot] = {one.id: one for one in series}
    keys = {_series_key(part) for part in parts}
    forums = {forum for _, forum, _ in keys} - {None, spot.forum}
    alone = {topic for between, _, topic in keys if not between} - {None}
    whole = {topic for between, _, topic in keys if between} - {None}
    if spot.forum is None:
        alone, whole = alone - {spot.topic}, whole - {spot.topic}
    if forums or alone or whole:
        others = Meeting.forum_id.in_(list(forums)) | Meeting.topic_id.in_(list(whole))
        others |= Meeting.forum_id.is_null() & Meeting.topic_id.in_(list(alone))
        rows = store.rows(*compiled_once(store, _series_query(spot.place[0], others)))
        known |= {one.id: one for one in held_before(spot, map(_spot, rows))}
    found: dict[_Key, list[Spot]] = {}
    for part in parts:
        key = _series_key(part)
        if key not in found:
            found[key] = held_before(spot, (one for one in known.values() if part.belongs_to(one)))
    return found


# The parts


def _told_since() -> Any:
    """Whether a part was reported on since the meeting held last."""
    given = Meeting.alias("given")
    return fn.EXISTS(
        ProgressReport.select(ProgressReport.seq)
        .join(given, JOIN.LEFT_OUTER, on=((ProgressReport.meeting_id == given.id) & live(given)))
        .where(
            ProgressReport.addressee_id == Addressee.id, live(ProgressReport),
            fn.COALESCE(given.held_on, ProgressReport.reported_on) >= param("since"),
        )
    )  # fmt: skip


def _parts_query(*conditions: Any) -> Any:
    return (
        Commitment.select(
            Addressee.id, Addressee.state, Addressee.state_on, Commitment.id, Commitment.topic_id,
            Commitment.show_again_on, Commitment.ended_on, Commitment.ended_how,
            Meeting.held_on, Meeting.starts_at, Meeting.seq, Meeting.forum_id, Meeting.topic_id,
            fn.COALESCE(Addressee.institution_id, Position.institution_id), Position.title, Institution.name,
            Addressee.label, Addressee.via, fn.COALESCE(Institution.protocol_rank, 9999), Commitment.code,
            Commitment.text, Commitment.due_date, Commitment.due_source, Meeting.title,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=((Commitment.meeting_id == Meeting.id) & live(Meeting)))
        .join_from(
            Commitment, Addressee, JOIN.LEFT_OUTER,
            on=((Addressee.commitment_id == Commitment.id) & live(Addressee)),
        )
        .join_from(Addressee, Position, JOIN.LEFT_OUTER, on=(Addressee.position_id == Position.id))
        .join_from(
            Addressee, Institution, JOIN.LEFT_OUTER,
            on=(Institution.id == fn.COALESCE(Addressee.institution_id, Position.institution_id)),
        )
        .where(live(Commitment), *conditions)
        .order_by(
            Meeting.held_on, Meeting.starts_at, Meeting.seq, Commitment.order_no, Commitment.seq,
            Addressee.order_no, Addressee.seq,
        )
    )  # fmt: skip


def _still_told_of() -> Any:
    """What is open, and what began, was changed or told since the meeting held last."""
    since = param("since")
    return (
        Addressee.seq.is_null() | Addressee.state.in_(OPEN_STATES) | Addressee.state_on.is_null()
        | (Addressee.state_on >= since) | (Meeting.held_on >= since) | (Commitment.ended_on >= since)
        | _told_since()
    )  # fmt: skip


def _from_meetings(series: Any) -> Any:
    return _parts_query(listed(Meeting), Meeting.held_on <= param("day"), series == param("key"), _still_told_of())


_FROM_MEETINGS = {
    "forum": Statement(lambda: _from_meetings(Meeting.forum_id)),
    "topic": Statement(lambda: _from_meetings(Meeting.topic_id)),
}
_BETWEEN = Statement(
    lambda: _parts_query(Commitment.topic_id == param("topic"), Commitment.meeting_id.is_null(), _still_told_of())
)
_ANSWERED = Statement(
    lambda: _parts_query(
        Addressee.id.in_(
            ProgressReport.select(ProgressReport.addressee_id).where(
                ProgressReport.meeting_id == param("meeting"), live(ProgressReport)
            )
        )
    )
)
_PART = (ID, None, DAY, ID, ID, DAY, DAY, None)
_ABOUT = (ID, None, None, None, None, None, None, None, DAY, None, None)


def _rows(store: Store, spot: Spot, since: date) -> Iterator[tuple[Any, ...]]:
    scope, key = _scope(spot)
    if key is not None and not spot.cancelled:
        yield from _FROM_MEETINGS[scope].rows(store, key=key, day=spot.place[0], since=since)
    if spot.topic is not None and not spot.cancelled:
        yield from _BETWEEN.rows(store, topic=spot.topic, since=since)
    if spot.id is not None:
        yield from _ANSWERED.rows(store, meeting=spot.id)


def _part(row: tuple[Any, ...]) -> tuple[Part, About]:
    origin = None if row[8] is None else _place(row[8:11])
    part = Part._make([*typed(row[:8], _PART), origin, *typed(row[11:13], (ID, ID))])
    return part, About._make(typed(row[13:], _ABOUT))


# What was reported on them


def _reports_query(commitments: Sequence[UUID]) -> Any:
    return (
        ProgressReport.select(
            ProgressReport.seq, ProgressReport.id, ProgressReport.commitment_id, ProgressReport.addressee_id,
            ProgressReport.reported_on, ProgressReport.state, ProgressReport.note, ProgressReport.due_after,
            ProgressReport.due_reason, Meeting.id, Meeting.held_on, Meeting.starts_at, Meeting.seq,
        )
        .join(Meeting, JOIN.LEFT_OUTER, on=((ProgressReport.meeting_id == Meeting.id) & live(Meeting)))
        .where(ProgressReport.commitment_id.in_(commitments), live(ProgressReport))
        .order_by(ProgressReport.seq)
    )  # fmt: skip


_REPORT = (None, ID, ID, ID, DAY, None, None, DAY, None, ID)


def _reports(store: Store, commitments: Sequence[UUID]) -> dict[UUID, dict[UUID | None, list[Report]]]:
    """What was reported, by follow-up and by part."""
    found: dict[UUID, dict[UUID | None, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for start in range(0, len(commitments), _AT_ONCE):
        query = _reports_query(commitments[start : start + _AT_ONCE])
        for row in store.rows(*compiled_once(store, query)):
            given = None if row[10] is None else _place(row[10:])
            one = Report._make([*typed(row[:10], _REPORT), given])
            found[one.commitment_id][one.addressee_id].append(one)
    return found
