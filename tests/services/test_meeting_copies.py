"""Rapat baru from another: what goes along, what never does, and who holds the posts on the new day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.documents.minutes_content import REVIEWED
from desktop.models.journal import writing
from desktop.models.queries.attendance import participants
from desktop.models.queries.directory_details import tenures_of_position
from desktop.models.queries.discussion import agenda, statements
from desktop.models.queries.meetings import all_meetings
from desktop.models.queries.office import forums
from desktop.models.queries.preparation import meeting_templates
from desktop.models.queries.records import fields_of
from desktop.models.queries.rundown import rundown
from desktop.models.queries.series import forum_meetings, search_meetings
from desktop.models.store import Store
from desktop.models.tables import Redirect
from desktop.services.agenda import add_agenda_item
from desktop.services.attendance import add_guest, invite, mark, update_participant
from desktop.services.capture import add_statement
from desktop.services.desk import Desk
from desktop.services.directory import delete_position, save_institution, save_person, save_position
from desktop.services.history import History
from desktop.services.meeting_copies import copy_checked, new_meeting, with_review_point
from desktop.services.meeting_pattern import PointPattern, from_json, pattern_of, to_json
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.rundown import add_rundown_line
from desktop.services.templates import delete_template, rename_template, save_template, template_pattern
from desktop.services.tenures import delete_tenure, save_tenure

OLD, NEW = date(2024, 9, 26), date(2024, 10, 10)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def post(desk: Desk) -> UUID:
    """A post held by Rangga until the end of September, by Sekar from then on."""
    institution, _ = save_institution(desk, name="Dinas Uji", kind="perangkat_daerah", level="provinsi")
    post, _ = save_position(desk, institution_id=institution, title="Kepala", leads=True)
    for name, start, end in (("Rangga", date(2023, 1, 1), date(2024, 9, 30)), ("Sekar", date(2024, 10, 1), None)):
        person, _ = save_person(desk, name=name)
        save_tenure(desk, person_id=person, position_id=post, starts_on=start, ends_on=end)
    return post


@pytest.fixture
def held(desk: Desk, post: UUID) -> UUID:
    """A meeting with everything a meeting can have."""
    meeting, _ = create_meeting(
        desk, title="Rakor I", held_on=OLD, place="Aula", starts_at=time(9), ends_at=time(11), purpose="Maksud",
        invitation_number="005/1", invitation_date=OLD, minutes_number="005/2", opening="Dibuka", co_organiser="KPU",
    )  # fmt: skip
    owner = fields_of(desk.store, "position", post)["institution_id"]
    invite(desk, meeting, [{"position_id": post, "institution_id": owner}, {"label": "Tokoh masyarakat"}])
    seat = participants(desk.store, meeting)[0].id
    update_participant(desk, seat, answer="akan_hadir", role="narasumber")
    mark(desk, [seat], "hadir")
    add_guest(desk, meeting, name="Bagas", title="Wartawan")
    item, _ = add_agenda_item(desk, meeting, title="Paparan", planned_minutes=20, presenter_id=seat)
    add_agenda_item(desk, meeting, title="Penutup")
    add_statement(desk, meeting, text="Siap.", kind="laporan", agenda_item_id=item, speaker_id=seat)
    add_rundown_line(desk, meeting, title="Doa", planned_minutes=5, officer="Bagas", starts_at=time(9, 5))
    return meeting


def _copy(desk: Desk, held: UUID, **more: object) -> UUID:
    made, _ = new_meeting(
        desk,
        title="Rakor II",
        held_on=NEW,
        pattern=pattern_of(desk.store, held),
        **more,  # type: ignore[arg-type]
    )
    return made.meeting


def test_a_copy_takes_agenda_seats_and_ceremony_but_nothing_that_came_of_the_meeting(
    desk: Desk, held: UUID
) -> None:
    copy = _copy(desk, held)
    fields = fields_of(desk.store, "meeting", copy).values
    assert {name: fields[name] for name in ("place", "starts_at", "purpose", "co_organiser", "state")} == {
        "place": "Aula", "starts_at": time(9), "purpose": "Maksud", "co_organiser": "KPU", "state": "konsep",
    }  # fmt: skip
    never = ("invitation_number", "invitation_date", "minutes_number", "minutes_date", "opening", "closing")
    assert [fields[name] for name in never] == [None] * len(never)
    seats = participants(desk.store, copy)
    assert [(seat.invited_office, seat.role, seat.answer, seat.state) for seat in seats] == [
        ("Kepala Dinas Uji", "narasumber", "belum", "belum_dicatat"),
        ("Tokoh masyarakat", "peserta", "belum", "belum_dicatat"),
    ]
    points = agenda(desk.store, copy)
    assert [(row.title, row.planned_minutes, row.presenter_id) for row in points] == [
        ("Paparan", 20, seats[0].id),
        ("Penutup", None, None),
    ]
    assert statements(desk.store, copy) == []
    assert [(row.title, row.officer, row.starts_at) for row in rundown(desk.store, copy)] == [
        ("Doa", "Bagas", time(9, 5))
    ]


def test_the_source_stays_as_it_was(desk: Desk, held: UUID) -> None:
    before = (participants(desk.store, held), agenda(desk.store, held), fields_of(desk.store, "meeting", held))
    _copy(desk, held)
    assert (
        participants(desk.store, held),
        agenda(desk.store, held),
        fields_of(desk.store, "meeting", held),
    ) == before


def test_posts_are_invited_with_who_holds_them_on_the_new_day(desk: Desk, held: UUID) -> None:
    assert participants(desk.store, _copy(desk, held))[0].invited_name == "Sekar"


def test_only_what_was_chosen_is_copied(desk: Desk, held: UUID) -> None:
    copy = _copy(desk, held, parts=("agenda",))
    assert participants(desk.store, copy) == []
    assert rundown(desk.store, copy) == []
    assert [row.presenter_id for row in agenda(desk.store, copy)] == [None, None]
    assert fields_of(desk.store, "meeting", copy)["place"] is None
    assert fields_of(desk.store, "meeting", copy)["starts_at"] is None


def test_a_copy_says_where_it_comes_from_until_it_was_checked(desk: Desk, held: UUID) -> None:
    copy = _copy(desk, held)
    fields = fields_of(desk.store, "meeting", copy)
    assert (fields["copied_from"], fields["copied_on"]) == ("Rakor I", OLD)
    copy_checked(desk, copy)
    assert fields_of(desk.store, "meeting", copy)["copied_from"] is None


def test_one_undo_takes_the_whole_copy_back(desk: Desk, held: UUID) -> None:
    history, before = History(), [row.id for row in all_meetings(desk.store)]
    _, changes = new_meeting(
        desk, title="Rakor II", held_on=NEW, forum_name="Forum Baru", pattern=pattern_of(desk.store, held)
    )
    history.note(changes)
    history.undo(desk)
    assert [row.id for row in all_meetings(desk.store)] == before
    assert forums(desk.store) == []


def _give_up(desk: Desk, held: UUID, post: UUID) -> None:
    """The post goes, and before it what still points to it."""
    delete_meeting(desk, held)
    for tenure in tenures_of_position(desk.store, post):
        delete_tenure(desk, tenure.id)
    delete_position(desk, post)


def test_a_post_that_is_gone_is_left_out_and_named(desk: Desk, held: UUID, post: UUID) -> None:
    pattern = pattern_of(desk.store, held)
    _give_up(desk, held, post)
    made, _ = new_meeting(desk, title="Rakor II", held_on=NEW, pattern=pattern)
    assert made.left_out == ("Kepala Dinas Uji",)
    assert [seat.label for seat in participants(desk.store, made.meeting)] == ["Tokoh masyarakat"]
    assert [row.presenter_id for row in agenda(desk.store, made.meeting)] == [None, None]
    made, _ = new_meeting(desk, title="Rakor III", held_on=NEW, pattern=pattern, parts=("agenda",))
    assert made.left_out == ()


def test_a_merged_post_is_followed_to_the_one_that_stands_for_both(desk: Desk, held: UUID, post: UUID) -> None:
    pattern = pattern_of(desk.store, held)
    institution, _ = save_institution(desk, name="Dinas Baru", kind="perangkat_daerah", level="provinsi")
    other, _ = save_position(desk, institution_id=institution, title="Kepala", leads=True)
    with writing(desk.store, "position.merge", by="Uji") as write:
        write.insert(Redirect, table_name="position", old_id=post, new_id=other)
        write.finish()
    _give_up(desk, held, post)
    made, _ = new_meeting(desk, title="Rakor II", held_on=NEW, pattern=pattern)
    assert made.left_out == ()
    seat = participants(desk.store, made.meeting)[0]
    assert (seat.position_id, seat.institution_id) == (other, institution)


def test_a_series_that_is_named_is_found_or_made(desk: Desk) -> None:
    for name in ("Forum Logistik", " forum  LOGISTIK"):
        new_meeting(desk, title="Rakor", held_on=NEW, forum_name=name)
    assert [row.name for row in forums(desk.store)] == ["Forum Logistik"]
    assert len(forum_meetings(desk.store, forums(desk.store)[0].id)) == 2


def test_the_last_meeting_of_a_series_goes_by_its_days_however_they_are_moved(desk: Desk) -> None:
    made = [
        new_meeting(desk, title=f"Rakor {day}", held_on=date(2024, 10, day), forum_name="F")[0] for day in (3, 10)
    ]
    forum = forums(desk.store)[0].id
    assert [row.held_on.day for row in forum_meetings(desk.store, forum)] == [10, 3]
    update_meeting(desk, made[0].meeting, held_on=date(2024, 10, 24))
    new_meeting(desk, title="Sisipan", held_on=date(2024, 10, 17), forum=forum)
    assert [row.held_on.day for row in forum_meetings(desk.store, forum)] == [24, 17, 10]
    assert forum_meetings(desk.store, forum, until=date(2024, 10, 20))[0].title == "Sisipan"
    update_meeting(desk, made[0].meeting, cancelled=True)
    assert forum_meetings(desk.store, forum)[0].title == "Sisipan"


def test_a_meeting_to_copy_is_found_by_parts_of_its_name(desk: Desk, held: UUID) -> None:
    assert search_meetings(desk.store, "rak i")[0].id == held
    assert held in [row.id for row in search_meetings(desk.store, "")]
    assert search_meetings(desk.store, "tidakada") == []


def test_a_template_keeps_everything_a_copy_takes(desk: Desk, held: UUID) -> None:
    save_template(desk, held, "Rakor bulanan")
    row = meeting_templates(desk.store)[0]
    source = pattern_of(desk.store, held)
    assert template_pattern(row) == replace(source, origin="templat Rakor bulanan", day=None)
    made, _ = new_meeting(desk, title="Rakor II", held_on=NEW, pattern=template_pattern(row))
    assert fields_of(desk.store, "meeting", made.meeting)["copied_from"] == "templat Rakor bulanan"
    assert len(participants(desk.store, made.meeting)) == 2


def test_a_pattern_survives_being_written_down(desk: Desk, held: UUID) -> None:
    pattern = pattern_of(desk.store, held)
    assert from_json(pattern.origin, to_json(pattern)) == replace(pattern, day=None)


def test_templates_are_renamed_and_deleted_and_names_are_unique(desk: Desk, held: UUID) -> None:
    first, _ = save_template(desk, held, "Satu")
    second, _ = save_template(desk, held, "Dua")
    rename_template(desk, second, "Tiga")
    for refused in (" satu ", ""):
        with pytest.raises(InvalidInput, match=r"sudah ada|belum diisi"):
            rename_template(desk, second, refused)
    delete_template(desk, first)
    assert [row.name for row in meeting_templates(desk.store)] == ["Tiga"]


def test_the_agenda_gets_one_point_for_what_is_open_after_the_opening() -> None:
    opening, other = PointPattern("Pembukaan dan arahan"), PointPattern("Laporan")
    with_it = with_review_point((opening, other))
    assert [point.title for point in with_it] == [opening.title, REVIEWED, other.title]
    assert with_review_point(with_it) == with_it
    assert [point.title for point in with_review_point((other,))] == [REVIEWED, other.title]
