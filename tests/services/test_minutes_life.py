"""Life of a notula: frozen when it is ready, taken back, signed, and changed afterwards only with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from desktop.base.clock import frozen
from desktop.base.errors import FrozenMinutes, InvalidInput
from desktop.exchange.attached import Taken
from desktop.models import attachment_store
from desktop.models.queries.attachments import FileRow, file_row, files_of
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.discussion import statements
from desktop.models.queries.minutes_versions import current_version, versions_of
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.agenda import add_agenda_item
from desktop.services.attachments import remove_file, update_file
from desktop.services.attendance import mark
from desktop.services.capture import add_statement, delete_statement, update_statement
from desktop.services.commitments import set_state
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import delete_meeting, update_meeting
from desktop.services.minutes_life import add_signed_file, make_ready, revise, sign, take_back
from desktop.services.papers.minutes import live_minutes, minutes_content
from tests.exchange.attached.made import PDF

DAY = date(2024, 10, 1)


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 9, 27, 8, 0, tzinfo=ZoneInfo("Asia/Jakarta"))):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def state(desk: Desk, meeting: UUID) -> str:
    return str(fields_of(desk.store, "meeting", meeting)["state"])


def signed(desk: Desk, meeting: UUID) -> None:
    make_ready(desk, meeting)
    sign(desk, meeting, how="basah", signed_on=DAY)


def test_ready_minutes_have_a_version_with_time_user_hash_and_code(desk: Desk, meeting: UUID) -> None:
    version, _ = make_ready(desk, meeting)
    found = current_version(desk.store, meeting)
    assert found is not None
    assert (found.id, found.order_no, found.made_by, found.is_signed) == (version, 0, "Uji", False)
    assert len(found.content_hash) == 64
    assert len(found.code) == 14
    assert state(desk, meeting) == "siap"


CHANGES: dict[str, Callable[[Desk, UUID], object]] = {
    "a new line": lambda desk, meeting: add_statement(desk, meeting, kind="arahan", text="Tambahan"),
    "a corrected line": lambda desk, meeting: update_statement(
        desk, statements(desk.store, meeting)[0].id, text="Lain"
    ),
    "a line taken away": lambda desk, meeting: delete_statement(desk, statements(desk.store, meeting)[6].id),
    "attendance": lambda desk, meeting: mark(desk, [participants(desk.store, meeting)[0].id], "tidak_hadir"),
    "the agenda": lambda desk, meeting: add_agenda_item(desk, meeting, title="Doa"),
    "the place": lambda desk, meeting: update_meeting(desk, meeting, place="Pendopo"),
    "the opening": lambda desk, meeting: update_meeting(desk, meeting, opening="Lain"),
    "its deletion": delete_meeting,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("is_signed", [False, True], ids=["ready", "signed"])
def test_what_frozen_minutes_say_stands_still(
    desk: Desk, meeting: UUID, change: Callable[[Desk, UUID], object], is_signed: bool
) -> None:
    (signed if is_signed else make_ready)(desk, meeting)
    before = live_minutes(desk.store, meeting)
    with pytest.raises(FrozenMinutes, match="isinya tidak berubah lagi"):
        change(desk, meeting)
    assert live_minutes(desk.store, meeting) == before


def test_follow_ups_archive_data_and_the_number_go_on(desk: Desk, meeting: UUID) -> None:
    signed(desk, meeting)
    one = commitments_of(desk.store, meeting)[0]
    set_state(desk, [one.addressees[0].id], "proses")
    update_meeting(desk, meeting, minutes_number="005/12/2024", minutes_date=DAY, archive_code="200.2")
    assert fields_of(desk.store, "meeting", meeting)["archive_code"] == "200.2"


def test_frozen_minutes_print_what_was_frozen_though_the_directory_moves_on(desk: Desk, meeting: UUID) -> None:
    before = minutes_content(desk.store, meeting)
    make_ready(desk, meeting)
    one = commitments_of(desk.store, meeting)[0]
    set_state(desk, [one.addressees[0].id], "selesai_laporan")
    after = minutes_content(desk.store, meeting)
    assert after == replace(before, draft=False, proof_code=after.proof_code)
    assert live_minutes(desk.store, meeting).follow_ups != after.follow_ups


def test_unsigned_minutes_can_be_taken_back_and_corrected(desk: Desk, meeting: UUID) -> None:
    make_ready(desk, meeting)
    take_back(desk, meeting)
    assert (state(desk, meeting), current_version(desk.store, meeting)) == ("dikoreksi", None)
    update_meeting(desk, meeting, place="Pendopo")
    make_ready(desk, meeting)
    assert minutes_content(desk.store, meeting).place == "Pendopo"
    assert [one.order_no for one in versions_of(desk.store, meeting)] == [0, 0]
    assert minutes_content(desk.store, meeting).revision == 0


def test_signed_minutes_change_only_with_a_reason_and_as_a_revision(desk: Desk, meeting: UUID) -> None:
    signed(desk, meeting)
    first = minutes_content(desk.store, meeting)
    with pytest.raises(InvalidInput, match="Alasan"):
        revise(desk, meeting, "  ")
    revise(desk, meeting, "Nama tempat keliru")
    update_meeting(desk, meeting, place="Pendopo")
    make_ready(desk, meeting)
    second = minutes_content(desk.store, meeting)
    assert (first.revision, second.revision, second.place) == (0, 1, "Pendopo")
    assert first.proof_code != second.proof_code
    newest, oldest = versions_of(desk.store, meeting)
    assert (newest.order_no, newest.reason, newest.is_signed) == (1, "Nama tempat keliru", False)
    assert (oldest.order_no, oldest.reason, oldest.is_signed) == (0, None, True)


def test_a_revision_taken_back_keeps_its_reason(desk: Desk, meeting: UUID) -> None:
    signed(desk, meeting)
    revise(desk, meeting, "Nama tempat keliru")
    make_ready(desk, meeting)
    take_back(desk, meeting)
    make_ready(desk, meeting)
    found = current_version(desk.store, meeting)
    assert found is not None
    assert (found.order_no, found.reason) == (1, "Nama tempat keliru")


def test_only_ready_minutes_are_signed_and_not_before_the_meeting(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput, match="Konsep"):
        sign(desk, meeting, how="basah", signed_on=DAY)
    make_ready(desk, meeting)
    with pytest.raises(InvalidInput, match="sebelum tanggal rapat"):
        sign(desk, meeting, how="basah", signed_on=date(2024, 9, 25))
    sign(desk, meeting, how="elektronik", signed_on=DAY)
    assert state(desk, meeting) == "ditandatangani"


def test_undo_does_not_reach_through_these_deeds(desk: Desk, meeting: UUID) -> None:
    history = History()
    history.note(add_agenda_item(desk, meeting, title="Doa")[1])
    history.note(make_ready(desk, meeting)[1])
    assert history.undo_name == "agenda.add"
    with pytest.raises(FrozenMinutes):
        history.undo(desk)
    take_back(desk, meeting)
    history.undo(desk)
    assert "Doa" not in {point.title for point in minutes_content(desk.store, meeting).agenda or ()}


def test_names_stay_as_they_were_signed(desk: Desk, meeting: UUID) -> None:
    make_ready(desk, meeting)
    for seat in participants(desk.store, meeting):
        values = fields_of(desk.store, "participant", seat.id)
        assert values["frozen_name"] == (seat.name if seat.is_present else None)


SCAN = Taken("Notula bertanda tangan.pdf", "application/pdf", PDF)


def record(desk: Desk, meeting: UUID) -> FileRow:
    """The signed file of the version that stands."""
    version = current_version(desk.store, meeting)
    assert version is not None
    assert version.signed_id is not None
    found = file_row(desk.store, version.signed_id)
    assert found is not None
    return found


def test_the_signed_file_that_came_back_is_the_record(desk: Desk, meeting: UUID) -> None:
    make_ready(desk, meeting)
    sign(desk, meeting, how="elektronik", signed_on=DAY, file=SCAN)
    found = record(desk, meeting)
    assert (found.kind, found.name, found.is_signed) == ("notula", "Notula bertanda tangan.pdf", True)
    assert attachment_store.get(desk.store, found.sha256) == PDF


def test_the_signed_file_can_come_later(desk: Desk, meeting: UUID) -> None:
    signed(desk, meeting)
    add_signed_file(desk, meeting, SCAN)
    assert record(desk, meeting).name == "Notula bertanda tangan.pdf"


def test_the_record_of_signed_minutes_cannot_be_removed(desk: Desk, meeting: UUID) -> None:
    signed(desk, meeting)
    add_signed_file(desk, meeting, SCAN)
    with pytest.raises(InvalidInput, match="tidak dapat dihapus"):
        remove_file(desk, record(desk, meeting).id)
    with pytest.raises(InvalidInput):
        update_file(desk, record(desk, meeting).id, kind="lainnya")
    revise(desk, meeting, "Tempat keliru")
    (still,) = files_of(desk.store, meeting, "notula")
    with pytest.raises(InvalidInput, match="tidak dapat dihapus"):
        remove_file(desk, still.id)


def test_a_wrong_scan_is_replaced_and_can_then_be_removed(desk: Desk, meeting: UUID) -> None:
    signed(desk, meeting)
    add_signed_file(desk, meeting, replace(SCAN, content=PDF + b"salah"))
    wrong = record(desk, meeting)
    add_signed_file(desk, meeting, SCAN)
    assert record(desk, meeting).id != wrong.id
    remove_file(desk, wrong.id)
    assert [one.id for one in files_of(desk.store, meeting)] == [record(desk, meeting).id]


def test_only_a_pdf_or_a_scan_is_taken_for_signed_minutes(desk: Desk, meeting: UUID) -> None:
    make_ready(desk, meeting)
    with pytest.raises(InvalidInput, match="bukan PDF atau pindaian"):
        sign(desk, meeting, how="basah", signed_on=DAY, file=Taken("a.txt", "text/plain", b"tanda tangan"))
    assert state(desk, meeting) == "siap"
