"""Daftar Hadir in the order in which it is printed and signed; whoever reads it back counts the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID, uuid5

from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.lookup import group_members
from desktop.models.store import Store


class SheetLine(NamedTuple):
    """One numbered row of the sheet.

    `key` stays the same from reading to reading. `seat` is None for an institution of a group nobody of which is
    noted yet; `institution_id` and `institution` name it then. `group` is the seat of the group the row stands
    under.
    """

    key: UUID
    number: int
    seat: ParticipantRow | None
    group: ParticipantRow | None = None
    institution_id: UUID | None = None
    institution: str = ""

    @property
    def is_guest(self) -> bool:
        """Whether the row was written by hand below the printed ones."""
        return self.seat is not None and self.seat.is_guest

    def as_seat(self) -> ParticipantRow | None:
        """The seat an institution of a group would have, about which nothing is noted; None where it has one."""
        if self.seat is not None or self.group is None:
            return None
        return self.group._replace(
            id=self.key, institution_id=self.institution_id, institution=self.institution, state="belum_dicatat"
        )


def sheet_lines(store: Store, meeting: UUID, seats: Sequence[ParticipantRow] | None = None) -> list[SheetLine]:
    """The rows of a meeting's sheet, numbered through.

    Those invited by protocol rank, then each group's institutions, then guests, who sign in the empty rows at the
    end. `seats` spares reading the participants when they are at hand.
    """
    seats = participants(store, meeting) if seats is None else seats
    groups = [seat for seat in seats if seat.is_group]
    under = {(seat.label, seat.institution_id): seat for seat in seats if seat.institution_id is not None}
    known = {group.label for group in groups}
    single = sorted(
        (seat for seat in seats if not (seat.is_group or seat.is_guest or _is_under(seat, known))),
        key=lambda seat: (seat.protocol_rank, seat.order_no),
    )
    found = [SheetLine(seat.id, 0, seat) for seat in single]
    for group in groups:
        found += _group_lines(store, group, under)
    found += [SheetLine(seat.id, 0, seat) for seat in seats if seat.is_guest]
    return [line._replace(number=number) for number, line in enumerate(found, start=1)]


def _is_under(seat: ParticipantRow, groups: set[str | None]) -> bool:
    return seat.institution_id is not None and seat.label is not None and seat.label in groups


def _group_lines(
    store: Store, group: ParticipantRow, under: dict[tuple[str | None, UUID], ParticipantRow]
) -> list[SheetLine]:
    members = group_members(store, group.label or "")
    former = [seat for (label, one), seat in under.items() if label == group.label and one not in members]
    lines = [
        SheetLine(uuid5(group.id, one.hex), 0, under.get((group.label, one)), group, one, name)
        for one, name in members.items()
    ]
    lines += [SheetLine(seat.id, 0, seat, group) for seat in former]
    return lines or [SheetLine(group.id, 0, group, group)]
