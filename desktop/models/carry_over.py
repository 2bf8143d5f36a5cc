"""Which follow-ups a meeting goes through because meetings before it left them open: the rule, over what was read.

The series of a meeting M are the meetings of its forum; without a forum, all meetings of its topic. They stand
in the order of day, beginning (unknown: last), number. What comes from a meeting of the series before M, called
off or not, and what was noted without any meeting for M's topic by M's day, is followed up in M. A *part* is what
one addressee has to do; a follow-up nobody was named for counts as one part.

* A part is *asked* in M when it was open before M and does not sleep. What was answered in M stays asked there,
  whatever became of it or of the series.
* A part is *closed since* the meeting held last when that one left it open and it was closed before M. What M
  noted of it makes it asked.
* A meeting that was called off asks nothing, and is never the one held last.

Both follow from the log of reports alone, so moving, inserting, calling off, deleting or bringing back a meeting
needs no bookkeeping: a part is found in a meeting once or not at all. What is read off the log:

* A report given in a meeting counts there. Any other counts at the beginning of its day, or right after the last
  meeting of that day which had already heard of the part when it was noted. Nothing counts before the
  follow-up came into being.
* Where a part stands otherwise than its last report says (a state noted by hand, the end of its topic), that
  counts on the day it was noted.
* A follow-up sleeps until its day to be shown again: from the last meeting before that day which spoke of it on,
  or from its beginning where none did.

Source: features.md C10 and 5.5; "muncul ke-n" is that of B8.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from desktop.base.clock import here
from desktop.models.words import OPEN_STATES

Place = tuple[date, time, int]
"""Where something stands in a series: its day, when it begins (unknown: last), its number."""


class Spot(NamedTuple):
    """A meeting, held or only thought of, as its series sees it; `id` is None while it is not made yet."""

    id: UUID | None
    forum: UUID | None
    topic: UUID | None
    place: Place
    cancelled: bool = False


class Report(NamedTuple):
    """What was reported on one part; `meeting` is the place of the meeting `meeting_id` it was given in."""

    seq: int
    id: UUID
    commitment_id: UUID
    addressee_id: UUID
    reported_on: date
    state: str
    note: str | None
    due_after: date | None
    due_reason: str | None
    meeting_id: UUID | None
    meeting: Place | None

    @property
    def day(self) -> date:
        """The day it counts on."""
        return self.meeting[0] if self.meeting else self.reported_on


class Part(NamedTuple):
    """One addressee's part of a follow-up as it stands today; `addressee` None where nobody is named.

    `origin` is the place of the meeting it comes from, None where it was noted without any.
    """

    addressee: UUID | None
    state: str | None
    state_on: date | None
    commitment: UUID
    topic: UUID | None
    show_again_on: date | None
    ended_on: date | None
    ended_how: str | None
    origin: Place | None
    origin_forum: UUID | None
    origin_topic: UUID | None

    @property
    def state_now(self) -> str:
        """How it stands today; where nobody is named, by the end its follow-up was given."""
        if self.addressee is None and self.ended_how is not None:
            return "selesai_laporan" if self.ended_how == "selesai" else "dihentikan"
        return self.state or OPEN_STATES[0]

    def belongs_to(self, spot: Spot) -> bool:
        """Whether it is of the series of a meeting."""
        if self.origin is None:
            return spot.topic is not None and spot.topic == self.topic
        if spot.forum is not None:
            return spot.forum == self.origin_forum
        return spot.topic is not None and spot.topic == self.origin_topic


class Step(NamedTuple):
    """A state a part came to, and where in the series; `report` None where none tells of it."""

    place: Place
    state: str
    report: Report | None


class Story:
    """A part with what was reported: what each meeting of its series makes of it.

    `own` are the reports on this part, `all_told` those on the whole follow-up.
    """

    def __init__(self, part: Part, own: Sequence[Report], all_told: Sequence[Report]) -> None:
        self.part = part
        self._told = all_told
        self.begun = part.origin or morning(self._first_day())
        placed = sorted((_place_of(one, own), one.seq, one) for one in own)
        self.steps = [Step(max(place, self.begun), one.state, one) for place, _, one in placed]
        last = self.steps[-1].state if self.steps else OPEN_STATES[0]
        if last != part.state_now:
            self.steps.append(self._untold())

    def answer(self, spot: Spot) -> Step | None:
        """What was noted of it in a meeting."""
        if spot.id is None:
            return None
        return next((one for one in reversed(self.steps) if one.report and one.report.meeting_id == spot.id), None)

    def before(self, place: Place) -> Step | None:
        """What it had come to before a meeting; None where nothing was told of it by then."""
        return next((one for one in reversed(self.steps) if one.place < place), None)

    def found_by(self, spot: Spot) -> str:
        """How it stood when a meeting began."""
        step = self.before(spot.place)
        return step.state if step else OPEN_STATES[0]

    def is_asked(self, spot: Spot) -> bool:
        """Whether a meeting goes through it."""
        if self.answer(spot) is not None:
            return True
        return not spot.cancelled and self._was_open(spot) and not self._sleeps(spot.place)

    def is_closed_since(self, spot: Spot, held_last: Spot | None) -> bool:
        """Whether a meeting hears that it was closed after the one held last."""
        if spot.cancelled or self.answer(spot) is not None or self.begun >= spot.place:
            return False
        if self.found_by(spot) in OPEN_STATES:
            return False
        heard = (self.answer(held_last) or self.before(held_last.place)) if held_last is not None else None
        return heard is None or heard.state in OPEN_STATES

    def closed_on(self, place: Place) -> date | None:
        """The day it was closed, as it stood before a meeting; None where it was open or nobody knows."""
        day = None
        for step in self.steps:
            if step.place < place:
                day = None if step.state in OPEN_STATES else day or step.place[0]
        return None if day == date.min else day

    def appearance(self, held: Sequence[Spot]) -> int:
        """For the how manieth time a meeting asks for it; `held` are those of its series held before, in order."""
        since = held[bisect_right(held, self.begun, key=attrgetter("place")) :]
        return 1 + (len(since) if self._never_missed else sum(map(self.is_asked, since)))

    def slips(self, spot: Spot) -> int:
        """How often the date of the follow-up was changed until a meeting was over."""
        return sum(
            one.due_after is not None and (one.meeting or morning(one.day)) <= spot.place for one in self._told
        )

    @property
    def _never_missed(self) -> bool:
        """Whether every meeting since its beginning asked for it."""
        return self.part.show_again_on is None and all(one.state in OPEN_STATES for one in self.steps)

    def _was_open(self, spot: Spot) -> bool:
        return self.begun < spot.place and self.found_by(spot) in OPEN_STATES

    def _sleeps(self, place: Place) -> bool:
        until = self.part.show_again_on
        if until is None or until <= place[0]:
            return False
        return not any(one.meeting and place <= one.meeting and one.day < until for one in self._told)

    def _first_day(self) -> date:
        """Of one without a meeting: the day it was noted, or the earliest anything is told of."""
        told = (self.part.state_on, self.part.ended_on, *(one.day for one in self._told))
        return min([noted_on(self.part.commitment), *(day for day in told if day is not None)])

    def _untold(self) -> Step:
        day = self.part.ended_on if self.part.addressee is None else self.part.state_on
        latest = self.steps[-1].place if self.steps else self.begun
        return Step(max(latest, morning(day)) if day else latest, self.part.state_now, None)


def _place_of(one: Report, own: Sequence[Report]) -> Place:
    """Where a report counts; without a meeting after those of its day that had heard of the part by then."""
    if one.meeting is not None:
        return one.meeting
    heard = (each.meeting for each in own if each.meeting and each.day == one.day and each.seq < one.seq)
    return max(heard, default=morning(one.day))


def held_before(spot: Spot, meetings: Iterable[Spot]) -> list[Spot]:
    """The meetings that were held before one, in order."""
    return sorted(
        (one for one in meetings if not one.cancelled and one.place < spot.place), key=lambda one: one.place
    )


def morning(day: date) -> Place:
    """Before all meetings of a day."""
    return (day, time.min, -1)


def noted_on(one: UUID) -> date:
    """The day a record was made, which its id tells; the first of all days where it does not."""
    if one.version != 7:
        return date.min
    return here(datetime.fromtimestamp((one.int >> 80) / 1000, UTC)).date()
