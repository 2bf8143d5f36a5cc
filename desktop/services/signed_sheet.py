"""Cocokkan dengan Daftar Hadir: what the signed paper says, set beside what is noted, and kept in one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple
from uuid import UUID

from desktop.models import drafts
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import next_order
from desktop.models.queries.sheet_order import SheetLine
from desktop.models.tables import Participant
from desktop.services.attendance import write_guest, write_mark
from desktop.services.desk import Desk

How = Literal["signed", "not_signed", "represented", "unreadable"]
"""What stands in a row of the paper; a row nobody has read yet has no reading at all."""

Kind = Literal["no_signature", "signed_after_all", "somebody_else"]


class Reading(NamedTuple):
    """One row as it was read: how it is signed, and who signed where another came.

    Who came is somebody of the directory (`person_id`, their `name` beside it) or a name and post as written.
    """

    how: How
    name: str = ""
    title: str = ""
    person_id: UUID | None = None
    position_id: UUID | None = None


class SheetGuest(NamedTuple):
    """A row written by hand below the printed ones; without a name nobody can read it."""

    name: str
    title: str = ""
    institution: str = ""


class Difference(NamedTuple):
    """A row where the paper and what is noted do not agree."""

    kind: Kind
    line: SheetLine
    reading: Reading


class Comparison(NamedTuple):
    """The rows read: those that only add to what is noted, those that contradict it, those nobody signed.

    `absent` are rows without a signature about which nothing is noted yet. `unread` counts rows not read.
    """

    plain: tuple[tuple[SheetLine, Reading], ...]
    differences: tuple[Difference, ...]
    absent: tuple[SheetLine, ...]
    unread: int


def compare(lines: Sequence[SheetLine], readings: Mapping[UUID, Reading]) -> Comparison:
    """Set the paper beside what is noted; `readings` are by the rows' `key`."""
    plain, differences, absent, unread = [], [], [], 0
    for line in lines:
        reading = readings.get(line.key)
        if reading is None:
            unread += 1
        elif (kind := _difference(line, reading)) is not None:
            differences.append(Difference(kind, line, reading))
        elif reading.how != "not_signed":
            if not _is_known(line, reading):
                plain.append((line, reading))
        elif line.seat is not None and line.seat.state == "belum_dicatat":
            absent.append(line)
    return Comparison(tuple(plain), tuple(differences), tuple(absent), unread)


def save_signed_sheet(
    desk: Desk,
    meeting: UUID,
    rows: Iterable[tuple[SheetLine, Reading]],
    guests: Sequence[SheetGuest] = (),
    *,
    draft: str | None = None,
) -> ChangeSet:
    """Note these rows as the paper has them and add the guests, all in one step that is undone in one.

    `draft` names the place where the reading was kept; it is dropped with it.
    """
    with writing(desk.store, "participant.sheet", by=desk.user) as write:
        for line, reading in rows:
            _write_line(write, meeting, line, reading)
        for guest in guests:
            write_guest(write, meeting, **guest._asdict(), unreadable=not guest.name)
        if draft is not None:
            drafts.forget(desk.store, draft)
        return write.finish()


def mark_member(desk: Desk, meeting: UUID, line: SheetLine) -> tuple[UUID, ChangeSet]:
    """Note that somebody of one institution of a group is there; it has a seat of its own from now on."""
    with writing(desk.store, "participant.mark", by=desk.user) as write:
        seat = _write_member(write, meeting, line)
        write_mark(write, seat, "hadir")
        return seat, write.finish()


def _difference(line: SheetLine, reading: Reading) -> Kind | None:
    seat = line.seat
    if seat is None or seat.state == "belum_dicatat":
        return None
    if reading.how == "not_signed":
        return "no_signature" if seat.is_present else None
    if not seat.is_present:
        return "signed_after_all"
    other = reading.how == "represented" and bool(reading.name) and reading.name != seat.present_name
    return "somebody_else" if other else None


def _is_known(line: SheetLine, reading: Reading) -> bool:
    """Whether the row says no more than what is noted: a signature of somebody who is known to be there."""
    seat = line.seat
    if seat is None or not seat.is_present:
        return False
    return reading.how != "represented" or (seat.state == "diwakili" and reading.name in ("", seat.present_name))


def _write_line(write: Write, meeting: UUID, line: SheetLine, reading: Reading) -> None:
    seat = line.seat.id if line.seat is not None else None
    if seat is None:
        if reading.how == "not_signed":
            return
        seat = _write_member(write, meeting, line)
    if reading.how == "not_signed":
        write_mark(write, seat, "tidak_hadir")
    elif reading.how == "represented":
        written = reading.person_id is None
        write_mark(
            write,
            seat,
            "diwakili",
            present_person_id=reading.person_id,
            present_position_id=reading.position_id,
            present_name=(reading.name or None) if written else None,
            present_title=(reading.title or None) if written else None,
        )
    else:
        write_mark(write, seat, "hadir", unreadable=reading.how == "unreadable")


def _write_member(write: Write, meeting: UUID, line: SheetLine) -> UUID:
    """The seat of one institution of a group; the group's words keep it at its place on the sheet."""
    assert line.group is not None
    return write.insert(
        Participant,
        meeting_id=meeting,
        order_no=next_order(write.store, Participant, "meeting_id", meeting),
        institution_id=line.institution_id,
        label=line.group.label,
        role=line.group.role,
        answer="belum",
        state="belum_dicatat",
    )
