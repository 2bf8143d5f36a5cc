"""Marks of another laptop join those of this one: nothing is overwritten silently, nothing noted is lost.

What the other laptop noted is kept apart (`door_mark`, one a seat and laptop). A seat nobody noted here, or whose
mark was last taken from there (its moment tells), takes the newer mark; where both noted something else, ours
stays and the difference is listed until somebody decides. What was taken back there is taken back here, unless it
was noted here too. Older files change nothing, a file twice writes nothing, and the order in which files come
decides nothing silently.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.base.errors import DamagedFile, NotFound
from desktop.base.folding import fold
from desktop.exchange.shared_meeting import MARKS, Envelope, Mark, Marks, unpack
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import children_values
from desktop.models.queries.records import was_ever_here
from desktop.models.queries.redirects import present_ids
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.models.tables import DoorMark, Participant
from desktop.services.desk import Desk
from desktop.services.shared_meeting.fields import IN_WORDS, MARK, SEAT, from_file

_OWN = ("id", *MARK, "marked_at")
_THEIRS = ("id", "participant_id", "laptop", *MARK, "marked_at", "settled")


@dataclass(slots=True)
class Received:
    """What became of a file of marks: how many were taken, and what somebody should look at."""

    taken: int = 0
    guests: int = 0
    differences: int = 0
    doubled: list[str] = field(default_factory=list)
    """Guests whose name stood on the list here already."""
    gone: int = 0
    """Seats that are no longer on the list here."""


def receive_marks(desk: Desk, data: bytes, name: str) -> tuple[Received, ChangeSet]:
    """Join a file of marks. Raises ForeignFile, NewerFile, DamagedFile, or NotFound for a meeting not here."""
    envelope = unpack(data, MARKS, name)
    marks = Marks.read(envelope.content, name)
    with writing(desk.store, "participant.door", by=desk.user) as write:
        if not present_ids(desk.store, "meeting", [marks.meeting]):
            raise NotFound("Rapat dari berkas ini tidak ada di sini.", "Buka data yang membagikan rapatnya.")
        joiner = _Joiner(write, envelope, marks.meeting, name)
        for mark in marks.marks:
            joiner.join(mark)
        return joiner.received, write.finish()


class _Joiner:
    def __init__(self, write: Write, envelope: Envelope, meeting: UUID, name: str) -> None:
        self.received = Received()
        self._write, self._envelope, self._meeting, self._name = write, envelope, meeting, name
        store = write.store
        seats = _rows(store, Participant, meeting, _OWN)
        self._ours = {row[0]: dict(zip(_OWN, row, strict=True)) for row in seats}
        noted = [dict(zip(_THEIRS, row, strict=True)) for row in _rows(store, DoorMark, meeting, _THEIRS)]
        self._theirs = {one["participant_id"]: one for one in noted if one["laptop"] == envelope.laptop}
        self._others = [one for one in noted if one["laptop"] != envelope.laptop]
        rows = _rows(store, Participant, meeting, ("present_name",))
        self._names = {fold(name) for (name,) in rows if name}

    def join(self, mark: Mark) -> None:
        """Join the mark of one seat."""
        said = self._read(mark)
        before, ours = self._theirs.get(mark.seat), self._ours.get(mark.seat)
        if not _is_newer(said, before) if before is not None else _is_nothing(said):
            return
        if ours is None:
            self._new_seat(mark, said)
            return
        content, marked_at = _content(said), None if _is_nothing(said) else said["marked_at"]
        taken = before is not None and _is_same(before, ours) and before["marked_at"] == ours["marked_at"]
        if content == _content(ours):
            if taken:
                self._write.update(Participant, mark.seat, None, marked_at=marked_at)
            self._keep(mark.seat, said, before, settled=True)
        elif taken or _is_nothing(ours):
            self._write.update(Participant, mark.seat, None, **content, marked_at=marked_at)
            self._keep(mark.seat, said, before, settled=True)
            self._reopen(ours)
            self.received.taken += 1
        else:
            self._keep(mark.seat, said, before, settled=_is_nothing(said))
            self.received.differences += not _is_nothing(said)

    def _reopen(self, ours: dict[str, Any]) -> None:
        """Other laptops that agreed with what stood here until now no longer do."""
        for other in self._others:
            if other["participant_id"] == ours["id"] and other["settled"] and _is_same(other, ours):
                self._write.update(DoorMark, other["id"], None, settled=False)
                self.received.differences += 1

    def _read(self, mark: Mark) -> dict[str, Any]:
        """The values of a mark; of people and posts unknown here the words stay."""
        try:
            said = from_file("participant", mark.values, (*MARK, "marked_at"))
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedFile(f"Berkas “{self._name}” rusak.", "Minta dikirim ulang.") from error
        for column, table, _, words in IN_WORDS:
            if (one := said[column]) is None:
                continue
            said[column] = present_ids(self._write.store, table, [one]).get(one)
            if said[column] is None:
                said[words] = said[words] or mark.words.get(words)
        return said

    def _new_seat(self, mark: Mark, said: dict[str, Any]) -> None:
        """A guest from the door comes with an own id; a seat taken off the list here is only counted."""
        if mark.guest is None or was_ever_here(self._write.store, "participant", mark.seat):
            self.received.gone += 1
            return
        seat = from_file("participant", mark.guest, SEAT) | {
            "meeting_id": self._meeting, "institution_id": None, "position_id": None, "person_id": None,
        }  # fmt: skip
        if said["present_name"] and fold(said["present_name"]) in self._names:
            self.received.doubled.append(said["present_name"])
        self._write.insert(Participant, mark.seat, **seat, **said)
        self._keep(mark.seat, said, None, settled=True)
        self.received.guests += 1

    def _keep(self, seat: UUID, said: dict[str, Any], before: dict[str, Any] | None, *, settled: bool) -> None:
        values = {**said, "settled": settled, "laptop_name": self._envelope.laptop_name}
        if before is not None:
            self._write.update(DoorMark, before["id"], None, **values)
            return
        one = fixed_id("door_mark", seat, self._envelope.laptop)
        self._write.ensure(
            DoorMark, one, meeting_id=self._meeting, participant_id=seat, laptop=self._envelope.laptop, **values
        )


def _content(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in MARK} | {"unreadable": bool(values["unreadable"])}


def _is_nothing(one: dict[str, Any]) -> bool:
    return bool(one["state"] == "belum_dicatat")


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return _content(one) == _content(other)


def _is_newer(said: dict[str, Any], before: dict[str, Any]) -> bool:
    """By the other laptop's own clock, against its own earlier mark; clocks of two laptops are never compared."""
    if said["marked_at"] is None or before["marked_at"] is None:
        return said["marked_at"] is not None
    newer: bool = said["marked_at"] > before["marked_at"]
    return newer


def _rows(store: Store, table: Any, meeting: UUID, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return children_values(store, table, "meeting_id", meeting, names)
