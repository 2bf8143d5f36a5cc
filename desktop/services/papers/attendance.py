"""Who is expected at the door, to be signed, and who came, for the file."""

from __future__ import annotations

from uuid import UUID

from desktop.documents import attendance_content as paper
from desktop.documents.attendance_list_content import AttendanceListContent, AttendeeGroup
from desktop.documents.minutes_content import Attendee
from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.sheet_order import SheetLine, sheet_lines
from desktop.models.store import Store
from desktop.models.words import ROLES, UNSIGNED_STATES
from desktop.services.papers.meeting import head_of, occasion
from desktop.services.papers.seat_order import arranged
from desktop.services.papers.seats import came_from, chair_of, chair_signatory, in_brief

NAMES = (("terisi", "Nama undangan tercetak"), ("kosong", "Nama ditulis tangan"))
SPARE_ROWS = tuple(
    (count, f"{count} baris tambahan" if count else "Tanpa baris tambahan") for count in (10, 15, 25, 0)
)
_ORDINARY = "peserta"


def attendance_sheet_content(
    store: Store, meeting: UUID, *, order: str = "protokol", names: str = "terisi", sheets: str = "satu",
    spare: int = 10,
) -> paper.AttendanceSheetContent:  # fmt: skip
    """The sheet to sign at the door: those invited by protocol rank, then each group's institutions.

    `order` and `sheets` are words of `seat_order`, `names` of `NAMES`; without names each row stays empty.
    """
    head, seats = head_of(store, meeting), participants(store, meeting)
    filled = names == "terisi"
    return paper.AttendanceSheetContent(
        title=head.title,
        **occasion(head),
        groups=tuple(
            paper.SheetGroup(
                block.heading,
                tuple(_sheet_row(line) if filled else paper.SheetRow() for line in block.lines),
                block.sheet,
            )
            for block in arranged(store, sheet_lines(store, meeting, seats), order, sheets)
        ),
        spare_rows=spare,
        signatory=chair_signatory(store, meeting, chair_of(seats)),
    )


def attendance_list_content(store: Store, meeting: UUID, *, order: str = "protokol") -> AttendanceListContent:
    """Who came to a meeting, in the order of the sheet they signed; who did not come is left out."""
    head, seats = head_of(store, meeting), participants(store, meeting)
    came = [
        line
        for line in sheet_lines(store, meeting, seats)
        if line.seat and line.seat.is_present and line.seat.name
    ]
    from_where = {came_from(seat).casefold() for seat in seats if seat.is_present}
    return AttendanceListContent(
        title=head.title,
        **occasion(head),
        groups=tuple(
            AttendeeGroup(block.heading, tuple(_attendee(line.seat) for line in block.lines if line.seat))
            for block in arranged(store, came, order)
        ),
        without_names=in_brief(seats),
        institutions=len(from_where - {""}),
        signed_on=head.minutes_date,
        signatory=chair_signatory(store, meeting, chair_of(seats)),
        draft=head.state in UNSIGNED_STATES,
    )


def _sheet_row(line: SheetLine) -> paper.SheetRow:
    seat = line.seat
    if seat is None or seat.is_group:
        return paper.SheetRow(institution=line.institution or (seat.label or "" if seat else ""))
    return paper.SheetRow(seat.name or "", seat.title or "", came_from(seat))


def _attendee(seat: ParticipantRow) -> Attendee:
    role = "" if seat.role == _ORDINARY else ROLES[seat.role]
    note = "\n".join(filter(None, (role, seat.note)))
    return Attendee(seat.name or "", seat.title or "", came_from(seat), seat.represents or "", note)
