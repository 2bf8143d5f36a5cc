"""The parts a meeting may go through and what was reported on them, as `models.carry_over` takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, fn

from desktop.models.carry_over import Part, Place, Report, Spot
from desktop.models.queries.typed import CLOCK, DAY, ID, listed, live, typed
from desktop.models.statements import Statement, compiled_once, param, unknown_last
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Institution, Meeting, Position, ProgressReport
from desktop.models.words import OPEN_STATES

_AT_ONCE = 5_000  # follow-ups whose reports are asked for in one statement


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


def place_of(columns: Sequence[Any]) -> Place:
    """A place of day, beginning and number as the driver gave them."""
    day, begins, number = columns
    found = DAY.python_value(day)
    assert found is not None
    return (found, CLOCK.python_value(begins) or time.max, number)


def scope_of(spot: Spot) -> tuple[str, UUID | None]:
    """What the series of a meeting is, "forum" or "topic", and which."""
    return ("forum", spot.forum) if spot.forum is not None else ("topic", spot.topic)


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
            Meeting.held_on, *unknown_last(Meeting.starts_at), Meeting.seq, Commitment.order_no, Commitment.seq,
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
    lambda: _parts_query(Commitment.topic_id == param("topic"), Meeting.seq.is_null(), _still_told_of())
)


def _reported(selected: Any) -> Any:
    return ProgressReport.select(selected).where(
        ProgressReport.meeting_id == param("meeting"), live(ProgressReport)
    )


_ANSWERED = Statement(
    lambda: _parts_query(
        Commitment.id.in_(_reported(ProgressReport.commitment_id)),
        Addressee.id.in_(_reported(ProgressReport.addressee_id)),
    )
)
_OF_COMMITMENT = Statement(lambda: _parts_query(Commitment.id == param("commitment")))
_PART = (ID, None, DAY, ID, ID, DAY, DAY, None)
_ABOUT = (ID, None, None, None, None, None, None, None, DAY, None, None)


def _rows(store: Store, spot: Spot, since: date) -> Iterator[tuple[Any, ...]]:
    scope, key = scope_of(spot)
    if key is not None and not spot.cancelled:
        yield from _FROM_MEETINGS[scope].rows(store, key=key, day=spot.place[0], since=since)
    if spot.topic is not None and not spot.cancelled:
        yield from _BETWEEN.rows(store, topic=spot.topic, since=since)
    if spot.id is not None:
        yield from _ANSWERED.rows(store, meeting=spot.id)


def parts_before(store: Store, spot: Spot, since: date) -> list[tuple[Part, About]]:
    """The parts a meeting may go through: open, or told of since a day; last what was answered in it."""
    return [_part(row) for row in _rows(store, spot, since)]


def parts_of(store: Store, commitment: UUID) -> list[tuple[Part, About]]:
    """The parts of one follow-up."""
    return [_part(row) for row in _OF_COMMITMENT.rows(store, commitment=commitment)]


def _part(row: tuple[Any, ...]) -> tuple[Part, About]:
    origin = None if row[8] is None else place_of(row[8:11])
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


def reports_on(store: Store, commitments: Sequence[UUID]) -> dict[UUID, dict[UUID | None, list[Report]]]:
    """What was reported, by follow-up and by part."""
    found: dict[UUID, dict[UUID | None, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for start in range(0, len(commitments), _AT_ONCE):
        query = _reports_query(commitments[start : start + _AT_ONCE])
        for row in store.rows(*compiled_once(store, query)):
            given = None if row[10] is None else place_of(row[10:])
            one = Report._make([*typed(row[:10], _REPORT), given])
            found[one.commitment_id][one.addressee_id].append(one)
    return found
