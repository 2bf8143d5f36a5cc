"""Cocokkan dengan Daftar Hadir: the order of the paper, what contradicts it, and one step that keeps it all."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.models.queries.attendance import ParticipantRow, participants
from desktop.models.queries.sheet_order import SheetLine, sheet_lines
from desktop.models.store import Store
from desktop.services import history
from desktop.services.attendance import add_guest, invite, mark
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.draft_keeper import keep_draft, recall_draft
from desktop.services.meetings import create_meeting
from desktop.services.papers.attendance import attendance_sheet_content
from desktop.services.papers.minutes import minutes_content
from desktop.services.signed_sheet import Reading, SheetGuest, compare, save_signed_sheet

_NAMES = ("Sekar Ayu", "Bagus Pratama", "Dimas Arya")
SIGNED, NOT_SIGNED, UNREADABLE = Reading("signed"), Reading("not_signed"), Reading("unreadable")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    """Three invented people and the group of all KPU."""
    one, _ = create_meeting(desk, title="Rapat Koordinasi Banjir", held_on=date(2024, 10, 3))
    people = [{"person_id": save_person(desk, name=name)[0]} for name in _NAMES]
    invite(desk, one, [*people, {"label": "KPU kabupaten/kota"}])
    return one


def _named(desk: Desk, meeting: UUID, name: str) -> SheetLine:
    return next(
        line for line in sheet_lines(desk.store, meeting)
        if name in (line.institution, line.seat and line.seat.invited_name, line.seat and line.seat.name)
    )  # fmt: skip


def _seat(desk: Desk, meeting: UUID, name: str) -> ParticipantRow:
    found = _named(desk, meeting, name).seat
    assert found is not None
    return found


def _printed(desk: Desk, meeting: UUID) -> list[str]:
    groups = attendance_sheet_content(desk.store, meeting).groups
    return [row.name or row.institution for group in groups for row in group.rows]


def _read(desk: Desk, meeting: UUID) -> list[str]:
    found = []
    for line in sheet_lines(desk.store, meeting):
        seat = line.seat
        found.append((seat.name or seat.institution if seat else None) or line.institution)
    return found


def test_the_rows_are_numbered_as_printed(desk: Desk, meeting: UUID) -> None:
    assert _read(desk, meeting) == _printed(desk, meeting)
    assert [line.number for line in sheet_lines(desk.store, meeting)] == [*range(1, 12)]


def test_a_guest_noted_meanwhile_moves_no_printed_row(desk: Desk, meeting: UUID) -> None:
    before = _printed(desk, meeting)
    add_guest(desk, meeting, name="Ratri Kusuma", institution="Karang Taruna")
    assert _printed(desk, meeting) == [*before, "Ratri Kusuma"]
    assert _read(desk, meeting) == _printed(desk, meeting)


def test_saving_a_row_of_a_group_moves_no_row(desk: Desk, meeting: UUID) -> None:
    before = [line.key for line in sheet_lines(desk.store, meeting)]
    save_signed_sheet(desk, meeting, [(_named(desk, meeting, "KPU Kabupaten Tuban"), SIGNED)])
    assert [line.key for line in sheet_lines(desk.store, meeting)] == before
    assert _seat(desk, meeting, "KPU Kabupaten Tuban").state == "hadir"


def test_the_minutes_name_the_institutions_of_a_group_and_not_the_group_beside_them(
    desk: Desk, meeting: UUID
) -> None:
    group = next(seat for seat in participants(desk.store, meeting) if seat.is_group)
    mark(desk, [group.id], "hadir")
    assert minutes_content(desk.store, meeting).participants_in_brief == ("KPU kabupaten/kota",)
    save_signed_sheet(desk, meeting, [(_named(desk, meeting, "KPU Kabupaten Tuban"), SIGNED)])
    assert minutes_content(desk.store, meeting).participants_in_brief == ("KPU Kabupaten Tuban",)


def test_what_is_noted_and_not_signed_is_a_difference_and_stays_without_a_choice(
    desk: Desk, meeting: UUID
) -> None:
    mark(desk, [_seat(desk, meeting, "Sekar Ayu").id], "hadir")
    lines = sheet_lines(desk.store, meeting)
    found = compare(lines, {line.key: NOT_SIGNED for line in lines})
    assert [(one.kind, one.line.seat and one.line.seat.name) for one in found.differences] == [
        ("no_signature", "Sekar Ayu")
    ]
    assert [line.seat and line.seat.name for line in found.absent] == ["Bagus Pratama", "Dimas Arya"]
    assert found.plain == ()


@pytest.mark.parametrize("state", ["berhalangan", "tidak_hadir"])
def test_a_signature_of_somebody_noted_as_absent_is_a_difference(desk: Desk, meeting: UUID, state: str) -> None:
    mark(desk, [_seat(desk, meeting, "Sekar Ayu").id], state)
    line = _named(desk, meeting, "Sekar Ayu")
    assert compare([line], {line.key: SIGNED}).differences[0].kind == "signed_after_all"
    assert compare([line], {line.key: NOT_SIGNED}) == ((), (), (), 0)


def test_another_name_than_the_one_noted_is_a_difference(desk: Desk, meeting: UUID) -> None:
    mark(desk, [_seat(desk, meeting, "Sekar Ayu").id], "hadir")
    line = _named(desk, meeting, "Sekar Ayu")
    assert compare([line], {line.key: Reading("represented", "Ratri")}).differences[0].kind == "somebody_else"


def test_a_signature_of_whoever_represents_is_no_difference(desk: Desk, meeting: UUID) -> None:
    mark(desk, [_seat(desk, meeting, "Sekar Ayu").id], "diwakili", present_name="Ratri")
    line = _named(desk, meeting, "Sekar Ayu")
    for reading in (SIGNED, UNREADABLE, Reading("represented", "Ratri")):
        assert compare([line], {line.key: reading}) == ((), (), (), 0)


def test_rows_not_read_are_counted_and_left_alone(desk: Desk, meeting: UUID) -> None:
    lines = sheet_lines(desk.store, meeting)
    assert compare(lines, {lines[0].key: SIGNED}).unread == len(lines) - 1


def test_a_name_nobody_can_read_counts_as_present_and_names_nobody(desk: Desk, meeting: UUID) -> None:
    save_signed_sheet(desk, meeting, [(_named(desk, meeting, "Sekar Ayu"), UNREADABLE)])
    seat = next(one for one in participants(desk.store, meeting) if one.invited_name == "Sekar Ayu")
    assert (seat.state, bool(seat.unreadable), seat.name) == ("hadir", True, None)
    assert "Sekar Ayu" not in [one.name for one in minutes_content(desk.store, meeting).attendees]


def test_a_name_read_later_is_known_again(desk: Desk, meeting: UUID) -> None:
    seat = _seat(desk, meeting, "Sekar Ayu")
    mark(desk, [seat.id], "hadir", unreadable=True)
    mark(desk, [seat.id], "hadir")
    found = next(one for one in participants(desk.store, meeting) if one.id == seat.id)
    assert (found.name, bool(found.unreadable)) == ("Sekar Ayu", False)


def test_the_whole_sheet_is_kept_in_one_step_with_its_draft_and_undone_in_one(desk: Desk, meeting: UUID) -> None:
    steps = history.History()
    keep_draft(desk, "sheet", {"rows": 3})
    before = participants(desk.store, meeting)
    rows = [(line, SIGNED) for line in sheet_lines(desk.store, meeting)]
    guests = [SheetGuest("Ratri Kusuma", "Ketua", "Karang Taruna"), SheetGuest("", "", "Dinas Sosial")]
    steps.note(save_signed_sheet(desk, meeting, rows, guests, draft="sheet"))
    seats = participants(desk.store, meeting)
    assert sum(seat.is_present for seat in seats) == 13
    assert [(one.name, one.label, bool(one.unreadable)) for one in seats if one.is_guest] == [
        ("Ratri Kusuma", "Karang Taruna", False),
        (None, "Dinas Sosial", True),
    ]
    assert recall_draft(desk, "sheet") is None
    steps.undo(desk)
    assert participants(desk.store, meeting) == before


def test_the_name_of_whoever_signed_for_another_is_kept(desk: Desk, meeting: UUID) -> None:
    line = _named(desk, meeting, "Sekar Ayu")
    save_signed_sheet(desk, meeting, [(line, Reading("represented", "Ratri Kusuma", "Sekretaris"))])
    seat = next(one for one in participants(desk.store, meeting) if one.invited_name == "Sekar Ayu")
    assert (seat.state, seat.name, seat.title) == ("diwakili", "Ratri Kusuma", "Sekretaris")
