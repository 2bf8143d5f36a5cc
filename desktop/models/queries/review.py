"""Tindak lanjut rapat sebelumnya: what meetings before this one left open, and what is said of it now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.models.queries.attendance import participants
from desktop.models.queries.carried import Carried, Round, round_of, spot_of, spot_on
from desktop.models.queries.typed import ID, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ProgressReport
from desktop.models.words import OPEN_STATES


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """One addressee's part of a follow-up of an earlier meeting, as a meeting finds or leaves it.

    `addressee_id` is None where nobody was named, and `id` the follow-up's then. `held_on` is the day it was
    given. `state` is the one it had when the meeting was over. `appearance` says for the how manieth time it is
    asked, 0 where it was closed since the meeting held last; `moved` how often its date was changed. `answer_id`
    to `due_reason` are what was noted in this meeting, `last_*` the newest report before it. `is_present` says
    whether somebody of the institution sits in the room.
    """

    id: UUID
    addressee_id: UUID | None
    commitment_id: UUID
    institution_id: UUID | None
    position: str | None
    institution: str | None
    label: str | None
    via: str | None
    protocol_rank: int
    state: str
    code: str | None
    text: str
    due_date: date | None
    due_source: str | None
    meeting_title: str | None
    held_on: date | None
    show_again_on: date | None
    ended_how: str | None
    appearance: int
    moved: int
    answer_id: UUID | None = None
    note: str | None = None
    due_after: date | None = None
    due_reason: str | None = None
    last_on: date | None = None
    last_note: str | None = None
    closed_on: date | None = None
    is_present: bool = False

    @property
    def group(self) -> str:
        """Under whom it stands: the institution, or the words where the directory has none; "" for nobody."""
        return self.institution or self.label or ""

    @property
    def is_closed(self) -> bool:
        """Whether it stands here because it was closed since the meeting held last."""
        return self.appearance == 0


@dataclass(frozen=True, slots=True)
class Review:
    """What a meeting goes through, by institution, those in the room first; `closed` since the one held last."""

    asked: list[ReviewPart]
    closed: list[ReviewPart]


def review(store: Store, meeting: UUID) -> Review:
    """What to go through at the start of a meeting, by the rule of `models.carry_over`; the oldest first."""
    found = round_of(store, spot_of(store, meeting))
    order = _order_in_room(store, meeting)
    asked, closed = (
        _by_institution([_review_part(one, found, order) for one in parts], order)
        for parts in (found.asked, found.closed)
    )
    return Review(asked, closed)


def to_be_asked(store: Store, forum: UUID | None, topic: UUID | None, day: date) -> int:
    """How many follow-ups a meeting of a forum or topic would go through if it were held on a day."""
    return len({one.story.part.commitment for one in round_of(store, spot_on(forum, topic, day)).asked})


def _review_part(one: Carried, found: Round, order: dict[Any, int]) -> ReviewPart:
    story, about, spot = one.story, one.about, found.spot
    part = story.part
    answer, before = story.answer(spot), story.before(spot.place)
    given, last = (step.report if step else None for step in (answer, before))
    step = answer or before
    closed = not story.is_asked(spot)
    return ReviewPart(
        id=part.addressee or part.commitment,
        addressee_id=part.addressee,
        commitment_id=part.commitment,
        **about._asdict(),
        state=step.state if step else OPEN_STATES[0],
        held_on=part.origin[0] if part.origin else None,
        show_again_on=part.show_again_on,
        ended_how=part.ended_how,
        appearance=0 if closed else story.appearance(one.held),
        moved=story.slips(spot),
        answer_id=given.id if given else None,
        note=given.note if given else None,
        due_after=given.due_after if given else None,
        due_reason=given.due_reason if given else None,
        last_on=last.day if last else None,
        last_note=last.note if last else None,
        closed_on=story.closed_on(spot.place) if closed else None,
        is_present=_room_key(about) in order,
    )


def _order_in_room(store: Store, meeting: UUID) -> dict[Any, int]:
    """The institutions and groups that sit in the room, with their places on the list."""
    order: dict[Any, int] = {}
    for place, seat in enumerate(participants(store, meeting)):
        if seat.is_present:
            order.setdefault(seat.institution_id or seat.label, place)
    return order


def _room_key(part: Any) -> Any:
    return part.institution_id or part.via


def _by_institution(parts: Sequence[ReviewPart], order: dict[Any, int]) -> list[ReviewPart]:
    groups: dict[str, list[ReviewPart]] = defaultdict(list)
    for part in parts:
        groups[part.group].append(part)

    def place(group: list[ReviewPart]) -> tuple[bool, int]:
        first = group[0]
        here = order.get(_room_key(first))
        return (here is None, first.protocol_rank if here is None else here)

    return [part for group in sorted(groups.values(), key=place) for part in group]


_IN_MEETING = Statement(
    lambda: (
        ProgressReport.select(ProgressReport.id)
        .where(
            ProgressReport.meeting_id == param("meeting"),
            ProgressReport.addressee_id == param("addressee"),
            live(ProgressReport),
        )
        .limit(1)
    )
)


def report_in_meeting(store: Store, meeting: UUID, addressee: UUID) -> UUID | None:
    """What was noted of a part in this meeting before."""
    row = _IN_MEETING.one(store, meeting=meeting, addressee=addressee)
    return ID.python_value(row[0]) if row else None
