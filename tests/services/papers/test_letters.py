"""Letters of a meeting on paper: typed words, facts of the meeting, who signs, and when they are drafts."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from desktop.documents.content import Signatory
from desktop.models.queries.attendance import participants
from desktop.models.queries.office import office_profile
from desktop.models.store import Store
from desktop.services.agenda import add_agenda_item
from desktop.services.attendance import add_guest, mark, update_participant
from desktop.services.capture import add_statement
from desktop.services.desk import Desk
from desktop.services.directory import save_person
from desktop.services.letters import update_letter
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.minutes_life import make_ready
from desktop.services.office import update_profile
from desktop.services.papers.letters import addressees_of, invitation_content, lines_of, programme_choices
from desktop.services.papers.outcome import nota_dinas_content, report_content
from desktop.services.rundown import add_rundown_line


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def test_the_list_of_those_invited_is_annexed_where_the_addressees_say_so(desk: Desk, example: UUID) -> None:
    content = invitation_content(desk.store, example)
    assert (content.addressees, content.head.enclosure) == (("Daftar terlampir",), "1 (satu) berkas")
    assert [(group.heading, len(group.rows)) for group in content.recipients] == [
        ("", 3), ("KPU kabupaten/kota", 8), ("Bawaslu kabupaten/kota", 8), ("Polres", 8),
        ("Pejabat pemerintahan kabupaten/kota se-wilayah kerja", 8),
    ]  # fmt: skip
    update_letter(desk, example, "undangan", addressee="1. Bupati Tuban\nc.q. Asisten I\n2. Ketua KPU\ndi Tuban")
    content = invitation_content(desk.store, example)
    assert content.addressees == ("Bupati Tuban\nc.q. Asisten I", "Ketua KPU")
    assert (content.addressed_at, content.recipients, content.head.enclosure) == ("Tuban", (), "-")


def test_the_head_signs_the_invitation_as_the_profile_says(desk: Desk, example: UUID) -> None:
    person, _ = save_person(desk, None, name="Agung Subagyo", rank="Pembina", identity_kind="nip",
                            identity_number="197001011990011001")  # fmt: skip
    update_profile(desk, head_person_id=person, head_acting="Plt.", on_behalf="Gubernur Jawa Timur")
    assert invitation_content(desk.store, example).signatory == Signatory(
        "", "Kepala Bakorwil Bojonegoro", "Agung Subagyo", "Pembina", "NIP", "197001011990011001", "Plt.",
        "Gubernur Jawa Timur",
    )  # fmt: skip


def test_a_programme_is_annexed_where_it_was_chosen(desk: Desk) -> None:
    meeting = create_meeting(desk, title="Rakor", held_on=date(2024, 10, 3), starts_at=time(9))[0]
    assert programme_choices(desk.store, meeting) == []
    add_agenda_item(desk, meeting, title="Paparan", planned_minutes=30)
    add_rundown_line(desk, meeting, title="Doa", planned_minutes=5, officer="Kemenag")
    assert [value for value, _ in programme_choices(desk.store, meeting)] == ["", "acara", "susunan"]
    assert invitation_content(desk.store, meeting).programme == ()
    (point,) = invitation_content(desk.store, meeting, programme="acara").programme
    assert (point.title, point.starts_at, point.ends_at) == ("Paparan", time(9), time(9, 30))
    content = invitation_content(desk.store, meeting, programme="susunan")
    assert [(one.title, one.officer) for one in content.programme] == [("Doa", "Kemenag")]
    assert content.head.enclosure == "1 (satu) berkas"


def test_absences_stand_in_the_nota_dinas_and_in_no_report(desk: Desk, example: UUID) -> None:
    seat = next(one for one in participants(desk.store, example) if one.name == "Miftahur Rozaq")
    mark(desk, [seat.id], "berhalangan")
    update_participant(desk, seat.id, reason="tugas luar")
    add_guest(desk, example, name="Tamu Lewat")
    note = nota_dinas_content(desk.store, example)
    (absent,) = note.absent
    assert (absent.state, absent.reason) == ("Berhalangan", "tugas luar")
    assert "KPU Provinsi Jawa Timur" in absent.office
    assert (note.present, note.deputies, note.open) == (4, 1, 0)
    assert "tugas luar" not in repr(report_content(desk.store, example))
    assert absent.office not in repr([report_content(desk.store, example).groups])


def test_letters_of_frozen_minutes_say_what_was_frozen_and_are_no_drafts(desk: Desk, example: UUID) -> None:
    add_statement(desk, example, kind="kesimpulan", text="Rakor berikutnya pada Oktober.")
    drafts = nota_dinas_content(desk.store, example).draft, report_content(desk.store, example).draft
    make_ready(desk, example)
    note, paper = nota_dinas_content(desk.store, example), report_content(desk.store, example)
    assert (*drafts, note.draft, paper.draft) == (True, True, False, False)
    assert note.decisions == paper.decisions == ("Rakor berikutnya pada Oktober.",)
    assert [len(point.statements) for point in paper.discussions] == [3, 2, 1, 1]


@pytest.mark.parametrize(
    ("sender", "position", "name"),
    [
        (None, "Kepala Bidang Pemerintahan", "Yudi Widodo"),
        ("Plt. Kepala Bidang Pemerintahan", "Plt. Kepala Bidang Pemerintahan", "Yudi Widodo"),
        ("Sekretaris", "Sekretaris", None),
    ],
)
def test_who_sends_signs_by_name_where_it_is_known(
    desk: Desk, example: UUID, sender: str | None, position: str, name: str | None
) -> None:
    update_letter(desk, example, "nota_dinas", sender=sender)
    signatory = nota_dinas_content(desk.store, example).signatory
    assert (signatory.role, signatory.position, signatory.name) == ("", position, name)


def test_the_head_signs_the_report(desk: Desk, example: UUID) -> None:
    office = office_profile(desk.store)
    assert office is not None
    assert report_content(desk.store, example).signatory.position == office.head_title


def test_a_meeting_about_which_nothing_is_known_has_letters_all_the_same(desk: Desk) -> None:
    meeting = create_meeting(desk, title="R", held_on=date(2024, 10, 3))[0]
    update_meeting(desk, meeting, purpose=None)
    assert invitation_content(desk.store, meeting).addressees is None
    assert nota_dinas_content(desk.store, meeting).signatory == Signatory()
    assert report_content(desk.store, meeting).purpose is None


def test_lines_lose_their_own_marks() -> None:
    assert lines_of("1. Satu\n\n- Dua\n2024 tiga") == ("Satu", "Dua", "2024 tiga")
    assert lines_of(None) is None
    assert addressees_of("di Tempat") == (None, "Tempat")
