"""What goes on paper: what the office knows, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import NotFound
from desktop.models.journal import writing
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.discussion import agenda
from desktop.models.queries.regions import search_regions
from desktop.models.store import Store
from desktop.services.agenda import update_agenda_item
from desktop.services.attendance import mark
from desktop.services.capture import add_statement
from desktop.services.commitments import add_commitment, insert_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.minutes_life import make_ready
from desktop.services.papers.attendance import attendance_sheet_content
from desktop.services.papers.catalogue import paper_file_name
from desktop.services.papers.matrix import action_matrix_content
from desktop.services.papers.minutes import minutes_content


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 9, 26, 15, 0, tzinfo=ZoneInfo("Asia/Jakarta"))):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def test_the_minutes_follow_the_agenda(store: Store, meeting: UUID) -> None:
    content = minutes_content(store, meeting)
    assert [len(point.statements) for point in content.discussions] == [3, 2, 1, 1]


def test_the_minutes_know_when_a_point_was_taken_and_when_all_were_through(
    store: Store, desk: Desk, meeting: UUID
) -> None:
    first, *_, last = agenda(store, meeting)
    update_agenda_item(desk, first.id, started_at=time(9, 10), ended_at=time(9, 45))
    content = minutes_content(store, meeting)
    assert content.agenda is not None
    assert [(one.started_at, one.ended_at) for one in content.agenda] == [
        (time(9, 10), time(9, 45)), (None, None), (None, None), (None, None),
    ]  # fmt: skip
    assert content.ended_at is None
    update_agenda_item(desk, last.id, started_at=time(11), ended_at=time(11, 52))
    assert minutes_content(store, meeting).ended_at == time(11, 52)


def test_the_chair_is_who_sat_there_for_the_office_invited(store: Store, meeting: UUID) -> None:
    chair = minutes_content(store, meeting).chair
    assert chair is not None
    assert (chair.name, chair.position, chair.represents) == (
        "Yudi Widodo", "Kepala Bidang Pemerintahan", "Kepala Bakorwil Bojonegoro",
    )  # fmt: skip


def test_what_is_unknown_stays_unknown(store: Store, meeting: UUID) -> None:
    content = minutes_content(store, meeting)
    assert (content.starts_at, content.invitation_number, content.minute_taker, content.opening) == (None,) * 4
    assert content.minute_signatory.name is None


def test_a_date_for_internal_use_never_reaches_paper(store: Store, desk: Desk, meeting: UUID) -> None:
    add_commitment(
        desk, kind="arahan", text="Rapikan arsip", meeting_id=meeting, due_date=date(2024, 10, 1),
        due_source="internal", due_note="akhir bulan bila sempat",
    )  # fmt: skip
    row = minutes_content(store, meeting).follow_ups[-1]
    assert (row.text, row.due, row.due_words) == ("Rapikan arsip", None, "")


def test_conclusions_stand_apart_from_the_discussion(store: Store, desk: Desk, meeting: UUID) -> None:
    add_statement(desk, meeting, kind="kesimpulan", text="Rakor berikutnya pada Oktober.")
    content = minutes_content(store, meeting)
    assert content.decisions == ("Rakor berikutnya pada Oktober.",)
    assert not any(one.kind == "kesimpulan" for point in content.discussions for one in point.statements)


def test_those_who_did_not_come_are_not_on_the_attendance_list(store: Store, desk: Desk, meeting: UUID) -> None:
    seat = next(one for one in participants(store, meeting) if one.name == "Miftahur Rozaq")
    mark(desk, [seat.id], "berhalangan")
    assert "Miftahur Rozaq" not in [one.name for one in minutes_content(store, meeting).attendees]


def test_a_shared_follow_up_counts_its_addressees(store: Store, desk: Desk, meeting: UUID) -> None:
    shared = next(one for one in commitments_of(store, meeting) if one.code == "K-04")
    set_state(desk, [one.id for one in shared.addressees[:3]], "selesai_laporan")
    row = next(one for one in action_matrix_content(store, meeting).rows if one.text == shared.text)
    assert row.status == "3 dari 32 selesai"
    assert row.responsible == tuple(shared.addressee_words())


def test_the_matrix_names_the_regions_a_follow_up_concerns(store: Store, desk: Desk, meeting: UUID) -> None:
    tuban, gresik = (search_regions(store, name)[0].id for name in ("Kabupaten Tuban", "Kabupaten Gresik"))
    with writing(store, "commitment.add", by="Uji") as write:
        insert_commitment(write, kind="arahan", text="Data banjir", meeting_id=meeting, regions=(gresik, tuban))
        write.finish()
    row = next(one for one in action_matrix_content(store, meeting).rows if one.text == "Data banjir")
    assert row.related == ("Kabupaten Tuban", "Kabupaten Gresik")


def test_the_blank_sheet_opens_groups_into_their_institutions(store: Store, meeting: UUID) -> None:
    groups = attendance_sheet_content(store, meeting).groups
    kpu = next(group for group in groups if group.heading == "KPU kabupaten/kota")
    assert [row.institution for row in kpu.rows][:2] == ["KPU Kabupaten Bojonegoro", "KPU Kabupaten Tuban"]
    assert len(kpu.rows) == 8


def test_minutes_are_a_draft_until_they_are_ready_to_sign(store: Store, desk: Desk, meeting: UUID) -> None:
    assert minutes_content(store, meeting).draft
    make_ready(desk, meeting)
    assert not minutes_content(store, meeting).draft


def test_a_paper_is_saved_under_a_proper_name(store: Store, meeting: UUID) -> None:
    name = paper_file_name(store, "minutes", meeting)
    assert name.startswith("2024-09-26_Notula_Rapat-Koordinasi")
    assert name.endswith(".pdf")


def test_a_meeting_that_is_gone_is_named_as_such(store: Store) -> None:
    with pytest.raises(NotFound, match="tidak ditemukan"):
        minutes_content(store, UUID(int=4))
