"""Taking in the meeting of 26 September 2024: all of it, nothing invented, never twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.base.errors import ChangedMeanwhile, InvalidInput
from desktop.exchange.meeting_file import MeetingFile, read_meeting
from desktop.models import integrity
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.discussion import agenda, statements
from desktop.models.queries.meetings import meeting_head
from desktop.models.seeds import example_meeting_file
from desktop.models.store import Store
from desktop.models.undo import revert
from desktop.services.capture import add_statement
from desktop.services.desk import Desk
from desktop.services.meeting_import import ImportResult, import_meeting
from desktop.services.meetings import delete_meeting
from tests.models.made_up import live


@pytest.fixture
def file() -> MeetingFile:
    return read_meeting(example_meeting_file().read_bytes())


@pytest.fixture
def taken(store: Store, file: MeetingFile) -> ImportResult:
    return import_meeting(Desk(store, "Uji"), file)


def test_the_meeting_is_as_reported(store: Store, taken: ImportResult) -> None:
    assert taken.meeting is not None
    head = meeting_head(store, taken.meeting)
    assert head is not None
    assert (head.held_on, head.place) == (date(2024, 9, 26), "Ruang Mliwis Putih, Bakorwil Bojonegoro")
    assert (head.starts_at, head.ends_at, head.invitation_number, head.minute_taker, head.opening) == (None,) * 5


def test_the_deputy_sits_for_the_head_of_office(store: Store, taken: ImportResult) -> None:
    assert taken.meeting is not None
    chair = participants(store, taken.meeting)[0]
    assert (chair.role, chair.state, chair.name, chair.title) == (
        "pimpinan", "diwakili", "Yudi Widodo", "Kepala Bidang Pemerintahan",
    )  # fmt: skip
    assert chair.represents == "Kepala Bakorwil Bojonegoro"


def test_groups_without_names_are_present_as_groups(store: Store, taken: ImportResult, file: MeetingFile) -> None:
    assert taken.meeting is not None
    nameless = [seat.label for seat in participants(store, taken.meeting) if not seat.name]
    assert nameless == list(file.groups_present)


def test_statements_keep_words_kind_speaker_and_agenda(
    store: Store, taken: ImportResult, file: MeetingFile
) -> None:
    assert taken.meeting is not None
    seats = {seat.id: seat.name for seat in participants(store, taken.meeting)}
    points = {item.id: item.order_no for item in agenda(store, taken.meeting)}
    kept = [
        (points[one.agenda_item_id], seats[one.speaker_id], one.kind, one.text, one.code, one.on_behalf_of)
        for one in statements(store, taken.meeting)
        if one.agenda_item_id and one.speaker_id
    ]
    assert kept == [(s.agenda, s.speaker, s.kind, s.text, s.code, s.on_behalf_of) for s in file.statements]


def test_follow_ups_keep_words_addressees_and_dates(store: Store, taken: ImportResult, file: MeetingFile) -> None:
    assert taken.meeting is not None
    kept = [
        (one.code, one.kind, one.text, tuple(one.addressee_words()), one.due_date, one.due_source, one.due_note)
        for one in commitments_of(store, taken.meeting)
    ]
    assert kept == [
        (f.code, f.kind, f.text, f.addressees, f.due_date, f.due_source, f.due_note) for f in file.follow_ups
    ]


def test_a_group_is_addressed_institution_by_institution(store: Store, taken: ImportResult) -> None:
    assert taken.meeting is not None
    shared = next(one for one in commitments_of(store, taken.meeting) if one.code == "K-04")
    assert len(shared.addressees) == 32
    assert {one.state for one in shared.addressees} == {"belum"}


def test_polda_reports_for_the_province_alone(store: Store, taken: ImportResult) -> None:
    rows = store.rows(
        "SELECT region.name, checklist_item.code FROM assessment "
        "JOIN region ON region.id = region_id JOIN checklist_item ON checklist_item.id = item_id ORDER BY 2"
    )
    assert rows == [("Provinsi Jawa Timur", code) for code in ("SEC-02", "SEC-03", "SEC-06")]


def test_the_same_meeting_is_not_taken_twice(store: Store, taken: ImportResult, file: MeetingFile) -> None:
    again = import_meeting(Desk(store, "Uji"), file)
    assert (again.meeting, again.changes, again.count("baru")) == (taken.meeting, None, 0)
    assert store.one("SELECT count(*) FROM meeting") == (1,)


def test_who_holds_a_post_is_noted_once_and_the_directory_keeps_its_word(
    store: Store, taken: ImportResult, file: MeetingFile
) -> None:
    before = store.one("SELECT count(*) FROM tenure")
    later = replace(file, title="Rakor Kedua", held_on=file.held_on + timedelta(days=7), readiness=())
    assert import_meeting(Desk(store, "Uji"), later).changes
    assert store.one("SELECT count(*) FROM tenure") == before
    someone = replace(
        later, title="Rakor Ketiga", people=(replace(file.people[0], name="Bagus"), *file.people[1:])
    )
    someone = replace(someone, agenda=(), statements=(), follow_ups=())
    assert import_meeting(Desk(store, "Uji"), someone).changes
    assert store.one("SELECT count(*) FROM tenure") == before


def test_a_nik_in_a_name_is_refused_from_a_file_too(store: Store, file: MeetingFile) -> None:
    named = replace(file.people[0], name="Bagus 3523010403720001")
    with pytest.raises(InvalidInput, match="NIK"):
        import_meeting(Desk(store, "Uji"), replace(file, people=(named, *file.people[1:])))
    assert store.one("SELECT count(*) FROM person") == (0,)


def test_a_trial_changes_nothing(store: Store, file: MeetingFile) -> None:
    before = store.one("SELECT clock FROM replica")
    assert import_meeting(Desk(store, "Uji"), file, dry_run=True).count("baru") > 20
    assert (store.one("SELECT count(*) FROM meeting"), store.one("SELECT clock FROM replica")) == ((0,), before)


def test_a_fault_half_way_leaves_nothing_behind(store: Store) -> None:
    broken = json.loads(example_meeting_file().read_text(encoding="utf-8"))
    broken["readiness_reported"][2]["item"] = "SEC-99"
    with pytest.raises(InvalidInput, match="SEC-99"):
        import_meeting(Desk(store, "Uji"), read_meeting(json.dumps(broken).encode()))
    assert store.one("SELECT count(*) FROM meeting") == (0,)
    assert store.one("SELECT count(*) FROM person") == (0,)


def test_the_data_are_whole_afterwards(store: Store, taken: ImportResult) -> None:
    assert integrity.check(store) == []


def test_one_undo_takes_the_whole_meeting_back(store: Store, taken: ImportResult) -> None:
    assert taken.changes is not None
    assert taken.changes.action is not None
    revert(store, taken.changes.action, by="Uji")
    assert store.one(f"SELECT count(*) FROM statement WHERE deleted = {store.mark}", (False,)) == (0,)
    assert integrity.check(store) == []


def test_deleting_the_meeting_takes_everything_reported_in_it_and_undo_brings_it_back(
    store: Store, taken: ImportResult
) -> None:
    before = live(store)
    assert taken.meeting is not None
    deleted = delete_meeting(Desk(store, "Uji"), taken.meeting)
    assert integrity.check(store) == []
    assert deleted.action is not None
    revert(store, deleted.action, by="Uji")
    assert live(store) == before


def test_an_import_somebody_has_worked_on_is_not_undone(store: Store, taken: ImportResult) -> None:
    assert taken.meeting is not None
    assert taken.changes is not None
    assert taken.changes.action is not None
    add_statement(Desk(store, "Orang lain"), taken.meeting, kind="arahan", text="Siapkan logistik")
    with pytest.raises(ChangedMeanwhile):
        revert(store, taken.changes.action, by="Uji")
    assert integrity.check(store) == []
