"""What positions of a topic can be laid side by side: those kept, that of the last meeting, and how it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import MONTHS_SHORT, medium_date
from desktop.models.position import Position
from desktop.models.queries.positions import position_now, positions_on
from desktop.models.queries.records import fields_of
from desktop.models.queries.snapshots import (
    KeptPosition,
    first_report_day,
    kept_position,
    kept_positions,
    last_meeting_before,
)
from desktop.models.store import Store

_SHORT = 12  # letters of a label that stands above a column as it is


@dataclass(frozen=True, slots=True)
class Moment:
    """A position that can be looked at: `short` stands above a column, `words` say in full what it is.

    A kept one has its `snapshot`; others are recounted from the reports up to `day`, or all those `as_known` now.
    """

    day: date
    short: str
    words: str
    snapshot: UUID | None = None
    as_known: bool = False


def now_moment(store: Store, topic: UUID) -> Moment:
    """How it is now; of a closed topic how it was closed."""
    day = fields_of(store, "topic", topic)["closed_on"] or today()
    return Moment(day, "Kini", f"sekarang, posisi per {medium_date(day)}", as_known=True)


def moments(store: Store, topic: UUID) -> list[Moment]:
    """The moments of a topic, the newest first: now, the kept ones, the last meeting, before the first report."""
    now = now_moment(store, topic)
    found = [_kept(one) for one in reversed(kept_positions(store, topic))]
    meeting = last_meeting_before(store, topic, now.day)
    if meeting is not None:
        words = f"sejak rapat terakhir, posisi per {medium_date(meeting.held_on)}"
        found.append(Moment(meeting.held_on, _day(meeting.held_on), words))
    return [now, *sorted(found, key=lambda one: one.day, reverse=True), _beginning(store, topic, now)]


def since_the_last_meeting(store: Store, topic: UUID, before: date) -> Moment | None:
    """The position at the day of the last meeting before a day: kept for it where one was, else recounted."""
    meeting = last_meeting_before(store, topic, before)
    if meeting is None:
        return None
    kept = [one for one in kept_positions(store, topic) if one.meeting_id == meeting.id]
    if kept:
        return _kept(kept[-1])
    words = f"rapat {medium_date(meeting.held_on)}"
    return Moment(meeting.held_on, _day(meeting.held_on), words)


def usual_then(found: Sequence[Moment]) -> Moment:
    """What now is compared with where nothing was chosen: the last kept before today, else the last meeting.

    Where there is neither, the time before the first report.
    """
    now, *others, beginning = found
    earlier = sorted((one for one in others if one.day < now.day), key=lambda one: one.snapshot is None)
    return [*earlier, *others, beginning][0]


def position_of(store: Store, topic: UUID, moment: Moment) -> Position:
    """The position of a moment; NotFound where a kept one was deleted meanwhile."""
    if moment.snapshot is not None:
        return kept_position(store, moment.snapshot)
    if moment.as_known:
        return position_now(store, topic, moment.day)
    return positions_on(store, topic, [moment.day])[moment.day]


def _beginning(store: Store, topic: UUID, now: Moment) -> Moment:
    first = first_report_day(store, topic)
    return Moment(now.day if first is None else first - timedelta(days=1), "Awal", "sebelum laporan pertama")


def _kept(one: KeptPosition) -> Moment:
    name = one.label.partition(",")[0]
    short = name if len(name) <= _SHORT else _day(one.taken_on)
    head, _, told = one.label.partition(", direkam")
    recorded = f", direkam{told}" if told else ""
    return Moment(one.taken_on, short, f"{head}, posisi per {medium_date(one.taken_on)}{recorded}", one.id)


def _day(day: date) -> str:
    """A date that finds its lines in a narrow column: `10 Okt 2024`."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {day.year}"
