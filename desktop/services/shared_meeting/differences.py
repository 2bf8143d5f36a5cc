"""Perbedaan Isian: seats of which two laptops say different things, until somebody decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.attendance import participants
from desktop.models.queries.children import children_values
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import DoorMark, Participant
from desktop.models.words import ATTENDANCE
from desktop.services.desk import Desk
from desktop.services.shared_meeting.fields import MARK


@dataclass(frozen=True, slots=True)
class Difference:
    """One seat: who it is, what is noted here, what was noted at the door and on which laptop."""

    id: UUID
    seat: str
    here: str
    there: str
    laptop: str


def differences(store: Store, meeting: UUID) -> list[Difference]:
    """What is still to be decided, in the order of the list; seats that say the same by now are not."""
    seats = {seat.id: seat for seat in participants(store, meeting)}
    stands = {
        one: said for one, *said in children_values(store, Participant, "meeting_id", meeting, ("id", *MARK))
    }
    names = ("id", "participant_id", "laptop_name", "settled", *MARK)
    found = []
    for one, seat, laptop, settled, *said in children_values(store, DoorMark, "meeting_id", meeting, names):
        if settled or seat not in seats or said == stands[seat]:
            continue
        state, name = said[MARK.index("state")], said[MARK.index("present_name")]
        here = seats[seat]
        words = here.invited_name or here.invited_office or here.present_name or here.label or ""
        found.append(Difference(one, words, _words(here.state, here.present_name), _words(state, name), laptop))
    return found


def settle(desk: Desk, difference: UUID, *, take_theirs: bool) -> ChangeSet:
    """Decide a difference: what was noted at the door, or what stands here."""
    with writing(desk.store, "participant.settle", by=desk.user) as write:
        mark = fields_of(desk.store, "door_mark", difference).values
        if take_theirs:
            values: dict[str, Any] = {name: mark[name] for name in MARK}
            write.update(Participant, mark["participant_id"], None, **values, marked_at=write.done_at)
        write.update(DoorMark, difference, settled=True)
        return write.finish()


def _words(state: str, name: str | None) -> str:
    return f"{ATTENDANCE[state]} ({name})" if name else ATTENDANCE[state]
