"""What a meeting goes through: the meetings of its series and the parts they left open, by `models.carry_over`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from desktop.models.carry_over import Part, Report, Spot, Story, held_before
from desktop.models.queries.carried_rows import About, parts_before, parts_of, place_of, reports_on, scope_of
from desktop.models.queries.records import fields_of
from desktop.models.queries.typed import ID, listed, typed
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Meeting


class Carried(NamedTuple):
    """A part a meeting goes through or hears of, and the meetings of its series that were held before."""

    story: Story
    about: About
    held: Sequence[Spot]


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
    rows = list(dict.fromkeys(parts_before(store, spot, since)))
    parts = [part for part, _ in rows]
    told = reports_on(store, list({part.commitment for part in parts}))
    held = _held_by_series(store, spot, parts, series)
    found = Round(spot, [], [])
    for part, about in rows:
        story = _story(part, told.get(part.commitment, {}))
        if story.is_asked(spot):
            found.asked.append(Carried(story, about, held[_series_key(part)]))
        elif story.is_closed_since(spot, held_last):
            found.closed.append(Carried(story, about, ()))
    return found


def appearances(store: Store, commitment: UUID, until: date = date.max) -> dict[UUID, int]:
    """The meetings that ask, asked or will ask for a follow-up as it stands, each with the how manieth it is.

    Those after `until` are left out.
    """
    told = reports_on(store, [commitment])[commitment]
    stories = [_story(part, told) for part, _ in parts_of(store, commitment)]
    if not stories:
        return {}
    part = stories[0].part
    held = [_spot(row) for row in store.rows(*compiled_once(store, _series_query(until, _heard_in(part))))]
    asking = [
        one for one in sorted(held, key=lambda spot: spot.place)
        if part.belongs_to(one) and any(story.begun < one.place and story.is_asked(one) for story in stories)
    ]  # fmt: skip
    return {one.id: number for number, one in enumerate(asking, start=1) if one.id is not None}


def _heard_in(part: Part) -> Any:
    """Which meetings may ask for a part; `Part.belongs_to` tells those that do."""
    topic = part.topic if part.origin is None else part.origin_topic
    return (Meeting.forum_id == part.origin_forum) | (Meeting.topic_id == topic)


def _spot(row: Sequence[Any]) -> Spot:
    one, forum, topic, *place, cancelled = row
    ids = typed((one, forum, topic), (ID, ID, ID))
    return Spot(ids[0], ids[1], ids[2], place_of(place), bool(cancelled))


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
    scope, key = scope_of(spot)
    rows = [] if key is None else _SERIES[scope].rows(store, key=key, day=spot.place[0])
    return held_before(spot, map(_spot, rows))


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
