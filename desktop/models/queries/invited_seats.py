"""Kehadiran over meetings: seats counted by institution or by meeting, and the list behind each count.

Counted are the seats of meetings that were not cancelled. A guest was invited to none of them; a group counts by
its institutions once any of them is noted. The recap on paper and the tab on screen read what is counted here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, Case, fn

from desktop.models.listing import Listing, View, Where
from desktop.models.queries.attendance import group_seat, guest_seat
from desktop.models.queries.scope import Scope
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.statements import compiled_once, text_of
from desktop.models.store import Store
from desktop.models.tables import Institution, Meeting, Participant, Person, Position
from desktop.models.words import ATTENDANCE, PRESENT

WAYS = {"institution": "Instansi", "meeting": "Rapat"}
"""By what seats are counted."""


@dataclass(frozen=True, slots=True)
class SeatFilter:
    """Which invited seats: of the meetings of a scope, of one meeting, of one institution, in one state.

    With `outside` those of no institution of the directory, under the words in `label`, also where those are none.
    """

    scope: Scope
    meeting: UUID | None = None
    institution: UUID | None = None
    outside: bool = False
    label: str | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """The seats of one institution or one meeting, counted: for each word of ATTENDANCE a number.

    `name` is empty where there is none. `guests` came without being invited, and are told of meetings only; `day`
    is that of the meeting.
    """

    name: str
    counts: Mapping[str, int]
    found_by: SeatFilter
    guests: int = 0
    day: date | None = None

    @property
    def total(self) -> int:
        """All that were invited."""
        return sum(self.counts.values())

    @property
    def came(self) -> int:
        """Those that were taken, by the invited or for them."""
        return sum(self.counts[state] for state in PRESENT)

    @property
    def percent(self) -> int | None:
        """How many of a hundred were taken; rounded down, so that 100 means all."""
        return self.came * 100 // self.total if self.total else None

    def list_of(self, state: str = "") -> SeatFilter:
        """What finds the seats one number counts: those in a state, or all."""
        return replace(self.found_by, state=state)


def attendance(store: Store, way: str, scope: Scope) -> list[Attendance]:
    """The counts, one a row: institutions by protocol and then those outside the directory, meetings by day."""
    return _WAYS[way](store, scope)


def together(rows: Sequence[Attendance], scope: Scope) -> Attendance:
    """The same of all rows of one way: each seat is in one of them."""
    counts = {state: sum(row.counts[state] for row in rows) for state in ATTENDANCE}
    return Attendance("", counts, SeatFilter(scope), sum(row.guests for row in rows))


_OTHER_SEAT = Participant.alias("other_seat")


def invited_seat() -> Any:
    """The condition that a seat counts as invited; a group counts by its institutions once any is noted."""
    member = _OTHER_SEAT.select(_OTHER_SEAT.seq).where(
        _OTHER_SEAT.meeting_id == Participant.meeting_id, _OTHER_SEAT.label == Participant.label,
        _OTHER_SEAT.institution_id.is_null(False), live(_OTHER_SEAT),
    )  # fmt: skip
    return ~guest_seat() & ~(group_seat() & fn.EXISTS(member))


def _by_meeting(store: Store, scope: Scope) -> list[Attendance]:
    by = (Meeting.id, Meeting.title, Meeting.held_on)
    query = (
        Participant.select(*by, Participant.state, _counted(invited_seat()), _counted(guest_seat()))
        .join(Meeting, on=(Participant.meeting_id == Meeting.id))
        .where(*scope.meetings(), ~Meeting.cancelled, live(Participant))
        .group_by(*by, Meeting.seq, Participant.state)
        .order_by(Meeting.held_on, Meeting.seq)
    )
    found: dict[tuple[Any, str, Any], list[tuple[str, int, int]]] = {}
    for one, title, day, *counted in store.rows(*compiled_once(store, query)):
        found.setdefault((ID.python_value(one), title, DAY.python_value(day)), []).append(tuple(counted))
    return [
        Attendance(
            title, _tallied(rows), SeatFilter(scope, meeting=one), sum(guests for *_, guests in rows), day,
        )
        for (one, title, day), rows in found.items()
    ]  # fmt: skip


def _by_institution(store: Store, scope: Scope) -> list[Attendance]:
    order = (Institution.protocol_rank, Institution.sort_key, Institution.seq)
    outside = Case(None, ((Institution.id.is_null(), Participant.label),))
    query = (
        Participant.select(Institution.id, Institution.name, outside, Participant.state, fn.COUNT(Participant.seq))
        .join(Meeting, on=(Participant.meeting_id == Meeting.id))
        .join_from(Participant, Institution, JOIN.LEFT_OUTER, on=(Participant.institution_id == Institution.id))
        .where(*scope.meetings(), ~Meeting.cancelled, live(Participant), invited_seat())
        .group_by(Institution.id, Institution.name, *order, outside, Participant.state)
        .order_by(Institution.seq.is_null(), *order, fn.MIN(Participant.seq))
    )
    found: dict[tuple[Any, str, str | None], list[tuple[str, int]]] = {}
    for one, name, label, *counted in store.rows(*compiled_once(store, query)):
        found.setdefault((ID.python_value(one), name or "", label), []).append(tuple(counted))
    return [
        Attendance(
            name or label or "", _tallied(rows),
            SeatFilter(scope, institution=one, outside=one is None, label=label),
        )
        for (one, name, label), rows in found.items()
    ]  # fmt: skip


_WAYS: Mapping[str, Callable[[Store, Scope], list[Attendance]]] = {
    "institution": _by_institution,
    "meeting": _by_meeting,
}


def _counted(condition: Any) -> Any:
    return fn.SUM(Case(None, ((condition, 1),), 0))


def _tallied(rows: Sequence[Sequence[Any]]) -> dict[str, int]:
    """Counts by state from rows of state, how many."""
    counts = dict.fromkeys(ATTENDANCE, 0)
    for state, count, *_ in rows:
        counts[state] += int(count)
    return counts


_OF = Meeting.alias("of_seat")
_HELD_ON = fn.COALESCE(_OF.select(_OF.held_on).where(_OF.id == Participant.meeting_id), None)
_INVITED, _CAME = Person.alias("invited"), Person.alias("came")

SEAT_LIST = View(
    Participant,
    columns={
        "meeting": Meeting.title,
        "held_on": text_of(Meeting.held_on),
        "title": Position.title,
        "leads": fn.COALESCE(Position.leads, False),
        "institution": fn.COALESCE(Participant.frozen_institution, Institution.name),
        "label": Participant.label,
        "invited_name": _INVITED.name,
        "name": fn.COALESCE(Participant.frozen_name, _CAME.name, Participant.present_name),
        "name_title": fn.COALESCE(Participant.frozen_title, Participant.present_title),
        "unreadable": Participant.unreadable,
        "state": Participant.state,
    },
    orders={"held_on": (_HELD_ON, Participant.meeting_id, Participant.order_no * -1), "state": Participant.state},
    joins=lambda query: (
        query.join(Meeting, on=(Participant.meeting_id == Meeting.id))
        .join_from(Participant, Institution, JOIN.LEFT_OUTER, on=(Participant.institution_id == Institution.id))
        .join_from(Participant, Position, JOIN.LEFT_OUTER, on=(Participant.position_id == Position.id))
        .join_from(Participant, _INVITED, JOIN.LEFT_OUTER, on=(Participant.person_id == _INVITED.id))
        .join_from(Participant, _CAME, JOIN.LEFT_OUTER, on=(Participant.present_person_id == _CAME.id))
    ),
)
"""Invited seats, whose they are and who came; descending by day those of one meeting stay in their order."""


def seat_list(store: Store, asked: SeatFilter, *, order: str = "held_on", descending: bool = True) -> Listing:
    """The seats a filter finds."""
    of = Meeting.select(Meeting.id).where(*asked.scope.meetings(), ~Meeting.cancelled)
    where: Where = (Participant.meeting_id.in_(of), invited_seat())
    if asked.meeting is not None:
        where += (Participant.meeting_id == asked.meeting,)
    if asked.institution is not None:
        where += (Participant.institution_id == asked.institution,)
    if asked.outside:
        named = Participant.label.is_null() if asked.label is None else Participant.label == asked.label
        where += (Participant.institution_id.is_null(), named)
    if asked.state:
        where += (Participant.state == asked.state,)
    return Listing(store, SEAT_LIST, order=order, descending=descending, where=where)
