"""The sheet at the door as it was chosen, and afterwards the list of who came."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.documents.attendance_content import SheetRow
from desktop.models.queries.attendance import participants
from desktop.models.queries.sheet_order import sheet_lines
from desktop.models.store import Store
from desktop.services.attendance import add_guest, mark, update_participant
from desktop.services.desk import Desk
from desktop.services.minutes_life import make_ready
from desktop.services.papers.attendance import attendance_list_content, attendance_sheet_content
from desktop.services.papers.catalogue import PAPERS, chosen_words


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def names(desk: Desk, meeting: UUID, **chosen: object) -> dict[str, list[str]]:
    """Each sheet's rows, by name or else by institution."""
    content = attendance_sheet_content(desk.store, meeting, **chosen)  # type: ignore[arg-type]
    found: dict[str, list[str]] = {}
    for group in content.groups:
        found.setdefault(group.sheet, []).extend(row.name or row.institution for row in group.rows)
    return found


def test_as_usual_the_sheet_is_what_is_read_back(desk: Desk, meeting: UUID) -> None:
    usual = {
        option.key: option.choices(desk.store, meeting)[0][0] for option in PAPERS["attendance-sheet"].options
    }
    rows = [row for group in attendance_sheet_content(desk.store, meeting, **usual).groups for row in group.rows]
    assert len(rows) == len(sheet_lines(desk.store, meeting))
    assert attendance_sheet_content(desk.store, meeting, **usual) == attendance_sheet_content(desk.store, meeting)
    assert chosen_words(desk.store, "attendance-sheet", meeting, usual) == ""


@pytest.mark.parametrize("order", ["wilayah", "instansi"])
def test_another_order_loses_nobody_and_names_no_heading_twice(desk: Desk, meeting: UUID, order: str) -> None:
    add_guest(desk, meeting, name="Tamu Sendiri")
    groups = attendance_sheet_content(desk.store, meeting, order=order).groups
    headings = [group.heading for group in groups]
    assert len(set(headings)) == len(headings)
    rows = [row for group in groups for row in group.rows]
    as_usual = [row for group in attendance_sheet_content(desk.store, meeting).groups for row in group.rows]
    assert sorted(map(str, rows)) == sorted(map(str, as_usual))
    assert rows[-1].name == "Tamu Sendiri"


def test_by_region_stands_everybody_of_a_region_together_in_the_office_order(desk: Desk, meeting: UUID) -> None:
    groups = attendance_sheet_content(desk.store, meeting, order="wilayah").groups
    headings = [group.heading for group in groups]
    assert headings[:3] == ["Provinsi dan wilayah", "Kabupaten Bojonegoro", "Kabupaten Tuban"]
    tuban = [row.institution for row in groups[2].rows]
    assert {"KPU Kabupaten Tuban", "Bawaslu Kabupaten Tuban", "Polres Tuban"} <= set(tuban)


def test_by_kind_of_institution_the_headings_are_the_kinds(desk: Desk, meeting: UUID) -> None:
    groups = {
        group.heading: group for group in attendance_sheet_content(desk.store, meeting, order="instansi").groups
    }
    assert all("KPU" in row.institution for row in groups["KPU"].rows)


def test_an_empty_sheet_has_a_row_for_each_and_no_name(desk: Desk, meeting: UUID) -> None:
    content = attendance_sheet_content(desk.store, meeting, names="kosong", spare=25)
    rows = [row for group in content.groups for row in group.rows]
    assert rows == [SheetRow()] * len(sheet_lines(desk.store, meeting))
    assert content.spare_rows == 25


def test_roles_have_sheets_of_their_own_and_each_person_one_place(desk: Desk, meeting: UUID) -> None:
    seats = [seat for seat in participants(desk.store, meeting) if seat.name]
    for seat, role in zip(seats, ("pimpinan", "narasumber", "moderator"), strict=False):
        update_participant(desk, seat.id, role=role)
    found = names(desk, meeting, sheets="peran")
    assert list(found) == ["DAFTAR HADIR PESERTA", "DAFTAR HADIR NARASUMBER DAN MODERATOR"]
    assert found["DAFTAR HADIR NARASUMBER DAN MODERATOR"] == [seats[1].name, seats[2].name]
    assert sum(map(len, found.values())) == len(sheet_lines(desk.store, meeting))


def test_a_role_alone_gives_a_sheet_even_where_nobody_has_it(desk: Desk, meeting: UUID) -> None:
    assert names(desk, meeting, sheets="pers") == {"DAFTAR HADIR PERS": []}


def test_the_list_afterwards_names_who_came_and_nobody_else(desk: Desk, meeting: UUID) -> None:
    present, absent = [seat for seat in participants(desk.store, meeting) if seat.name][:2]
    mark(desk, [present.id], "diwakili", present_person_id=None, present_name="Wakilnya Sendiri")
    mark(desk, [absent.id], "berhalangan")
    content = attendance_list_content(desk.store, meeting)
    came = [one for group in content.groups for one in group.attendees]
    deputy = next(one for one in came if one.name == "Wakilnya Sendiri")
    assert deputy.represents
    assert absent.name not in str(content)
    assert "KPU kabupaten/kota" in content.without_names


def test_the_list_afterwards_tells_roles_and_remarks(desk: Desk, meeting: UUID) -> None:
    seat = next(seat for seat in participants(desk.store, meeting) if seat.is_present and seat.name)
    update_participant(desk, seat.id, role="narasumber", note="Membawa paparan")
    [found] = [
        one for group in attendance_list_content(desk.store, meeting).groups
        for one in group.attendees if one.name == seat.name
    ]  # fmt: skip
    assert found.note == "Narasumber\nMembawa paparan"


def test_the_list_afterwards_is_a_draft_as_long_as_the_minutes_are(desk: Desk, meeting: UUID) -> None:
    assert attendance_list_content(desk.store, meeting).draft
    make_ready(desk, meeting)
    assert not attendance_list_content(desk.store, meeting).draft
