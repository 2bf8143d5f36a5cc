"""The sheet that is signed at the door."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from desktop.documents import attendance_content as paper
from desktop.models.queries.attendance import participants
from desktop.models.queries.sheet_order import SheetLine, sheet_lines
from desktop.models.store import Store
from desktop.services.papers.meeting import head_of
from desktop.services.papers.seats import came_from, chair_of, chair_signatory


def attendance_sheet_content(store: Store, meeting: UUID) -> paper.AttendanceSheetContent:
    """The sheet to sign at the door: those invited by protocol rank, then each group's institutions."""
    head, seats = head_of(store, meeting), participants(store, meeting)
    groups = tuple(
        paper.SheetGroup(heading, tuple(_sheet_row(line) for line in lines))
        for heading, lines in groupby(sheet_lines(store, meeting, seats), key=_sheet_heading)
    )
    return paper.AttendanceSheetContent(
        title=head.title,
        held_on=head.held_on,
        starts_at=head.starts_at,
        ends_at=head.ends_at,
        zone=head.zone,
        place=head.place,
        groups=groups,
        signatory=chair_signatory(store, chair_of(seats)),
    )


def _sheet_heading(line: SheetLine) -> str:
    if line.group is not None:
        return line.group.label or ""
    return "Tamu" if line.is_guest else ""


def _sheet_row(line: SheetLine) -> paper.SheetRow:
    seat = line.seat
    if seat is None or seat.is_group:
        return paper.SheetRow(institution=line.institution or (seat.label or "" if seat else ""))
    return paper.SheetRow(seat.name or "", seat.title or "", came_from(seat))
