"""Going through what was open: who is asked, in which order, and what an answer leaves behind."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.journal import writing
from desktop.models.queries.attendance import participants
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.commitments import AddresseeRow, commitment
from desktop.models.queries.progress import log_of
from desktop.models.queries.review import ReviewPart, review
from desktop.models.store import Store
from desktop.models.tables import Forum
from desktop.services.addressees import addressees_named
from desktop.services.attendance import invite, mark
from desktop.services.commitments import add_commitment, delete_commitment, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.progress import answer_in_meeting

KPU, BAWASLU = "KPU Provinsi Jawa Timur", "Bawaslu Provinsi Jawa Timur"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def forum(desk: Desk) -> UUID:
    with writing(desk.store, "test.forum", by=desk.user) as write:
        one = write.insert(Forum, name="Rakor Pilkada")
        write.finish()
        return one


def held(desk: Desk, forum: UUID | None, day: int, **values: object) -> UUID:
    return create_meeting(desk, title=f"Rakor {day}", held_on=date(2024, 10, day), forum_id=forum, **values)[0]


def task(desk: Desk, meeting: UUID, text: str, *words: str, **values: Any) -> UUID:
    to = [to for one in words for to in addressees_named(desk.store, one)]
    return add_commitment(desk, kind="arahan", text=text, to=to, meeting_id=meeting, **values)[0]


def part_of(desk: Desk, commitment_id: UUID) -> AddresseeRow:
    found = commitment(desk.store, commitment_id)
    assert found is not None
    return found.addressees[0]


def asked(desk: Desk, meeting: UUID) -> list[tuple[str, str]]:
    return [(part.text, part.group) for part in review(desk.store, meeting).asked]


def only(desk: Desk, meeting: UUID) -> ReviewPart:
    (part,) = review(desk.store, meeting).asked
    return part


def test_what_is_open_of_the_same_forum_is_asked_once_for_each_addressee(desk: Desk, forum: UUID) -> None:
    first, other = held(desk, forum, 1), held(desk, None, 2)
    now = held(desk, forum, 20)
    task(desk, first, "Kirim data", KPU, BAWASLU)
    task(desk, other, "Bukan forum ini", KPU)
    task(desk, now, "Dari rapat ini sendiri", KPU)
    assert asked(desk, now) == [("Kirim data", KPU), ("Kirim data", BAWASLU)]
    assert asked(desk, first) == []


def test_without_a_forum_the_topic_counts_and_without_both_nothing(desk: Desk) -> None:
    pilkada = open_topics(desk.store)[0].id
    task(desk, held(desk, None, 1, topic_id=pilkada), "Kirim data", KPU)
    assert asked(desk, held(desk, None, 10, topic_id=pilkada)) == [("Kirim data", KPU)]
    assert asked(desk, held(desk, None, 11)) == []


def test_what_is_done_stopped_or_asleep_is_not_asked(desk: Desk, forum: UUID) -> None:
    first, now = held(desk, forum, 1), held(desk, forum, 20)
    for state in ("selesai_laporan", "selesai_bukti", "dihentikan"):
        set_state(desk, [part_of(desk, task(desk, first, state, KPU)).id], state, on=date(2024, 10, 1))
    task(desk, first, "Tidur", KPU, show_again_on=date(2024, 10, 21))
    task(desk, first, "Bangun", KPU, show_again_on=date(2024, 10, 20))
    assert asked(desk, now) == [("Bangun", KPU)]


def test_those_in_the_room_are_asked_first(desk: Desk, forum: UUID) -> None:
    first, now = held(desk, forum, 1), held(desk, forum, 20)
    task(desk, first, "Satu", KPU)
    task(desk, first, "Dua", BAWASLU)
    task(desk, first, "Tiga", "Panitia Kirab")
    assert [group for _, group in asked(desk, now)] == [KPU, BAWASLU, "Panitia Kirab"]
    invite(desk, now, [{"institution_id": addressees_named(desk.store, BAWASLU)[0].institution_id}])
    mark(desk, [participants(desk.store, now)[0].id], "hadir")
    parts = review(desk.store, now).asked
    assert [(part.group, part.is_present) for part in parts] == [
        (BAWASLU, True), (KPU, False), ("Panitia Kirab", False),
    ]  # fmt: skip


def test_it_is_said_how_many_meetings_heard_of_it(desk: Desk, forum: UUID) -> None:
    task(desk, held(desk, forum, 1), "Kirim data", KPU)
    second, _cancelled, fourth = held(desk, forum, 5), held(desk, forum, 8, cancelled=True), held(desk, forum, 12)
    assert (only(desk, second).appearance, only(desk, fourth).appearance) == (1, 2)


def test_an_answer_is_one_report_and_the_state_and_stays_in_view(desk: Desk, forum: UUID) -> None:
    one = task(desk, held(desk, forum, 1), "Kirim data", KPU)
    now = held(desk, forum, 20)
    part = only(desk, now)
    answer_in_meeting(desk, now, part.id, state="proses")
    answer_in_meeting(desk, now, part.id, state="selesai_laporan", note="Terkirim lewat surat.")
    (report,) = log_of(desk.store, one)
    assert (report.state, report.note, report.channel, report.reported_on) == (
        "selesai_laporan", "Terkirim lewat surat.", "rapat", date(2024, 10, 20),
    )  # fmt: skip
    assert part_of(desk, one).state == "selesai_laporan"
    assert part_of(desk, one).state_on == date(2024, 10, 20)
    again = only(desk, now)
    assert (again.state, again.note) == ("selesai_laporan", "Terkirim lewat surat.")
    assert asked(desk, held(desk, forum, 25)) == []


def test_a_note_alone_changes_no_state(desk: Desk, forum: UUID) -> None:
    one = task(desk, held(desk, forum, 1), "Kirim data", KPU)
    now = held(desk, forum, 20)
    answer_in_meeting(desk, now, only(desk, now).id, note="Menunggu surat KPU RI.")
    assert (part_of(desk, one).state, part_of(desk, one).state_on) == ("belum", None)


def test_one_undo_takes_the_whole_answer_back(desk: Desk, forum: UUID) -> None:
    one = task(desk, held(desk, forum, 1), "Kirim data", KPU, due_date=date(2024, 10, 10), due_source="jadwal")
    now = held(desk, forum, 20)
    history = History()
    history.note(
        answer_in_meeting(
            desk,
            now,
            only(desk, now).id,
            state="proses",
            due_date=date(2024, 11, 1),
            due_reason="Menunggu anggaran",
        )
    )
    found = commitment(desk.store, one)
    assert found is not None
    assert (found.due_date, found.due_source) == (date(2024, 11, 1), "disepakati")
    history.undo(desk)
    found = commitment(desk.store, one)
    assert found is not None
    assert (found.due_date, found.due_source, found.state) == (date(2024, 10, 10), "jadwal", "belum")
    assert log_of(desk.store, one) == []


def test_a_date_does_not_move_without_a_reason(desk: Desk, forum: UUID) -> None:
    task(desk, held(desk, forum, 1), "Kirim data", KPU, due_date=date(2024, 10, 10), due_source="jadwal")
    now = held(desk, forum, 20)
    for wrong in ({"due_date": date(2024, 11, 1), "due_reason": " "}, {"due_date": None, "due_reason": "Sibuk"},
                  {"due_date": date(2024, 10, 10), "due_reason": "Sama"}, {"state": "terlambat"}):  # fmt: skip
        with pytest.raises(InvalidInput):
            answer_in_meeting(desk, now, only(desk, now).id, **wrong)
    assert only(desk, now).answer_id is None


def test_a_date_moved_twice_in_one_meeting_remembers_the_first(desk: Desk, forum: UUID) -> None:
    one = task(desk, held(desk, forum, 1), "Kirim data", KPU, due_date=date(2024, 10, 10), due_source="jadwal")
    now = held(desk, forum, 20)
    part = only(desk, now).id
    for day in (1, 2):
        answer_in_meeting(desk, now, part, due_date=date(2024, 11, day), due_reason="Menunggu")
    (report,) = log_of(desk.store, one)
    assert (report.due_before, report.due_after) == (date(2024, 10, 10), date(2024, 11, 2))
    assert only(desk, now).moved == 1


def test_what_was_reported_outlives_the_meeting_it_was_said_in(desk: Desk, forum: UUID) -> None:
    one = task(desk, held(desk, forum, 1), "Kirim data", KPU)
    now = held(desk, forum, 20)
    answer_in_meeting(desk, now, only(desk, now).id, state="proses")
    history = History()
    history.note(delete_meeting(desk, now))
    (report,) = log_of(desk.store, one)
    assert (report.state, report.meeting_title) == ("proses", None)
    history.undo(desk)
    assert log_of(desk.store, one)[0].meeting_title == "Rakor 20"


def test_reports_go_with_their_follow_up(desk: Desk, forum: UUID) -> None:
    one = task(desk, held(desk, forum, 1), "Kirim data", KPU)
    now = held(desk, forum, 20)
    answer_in_meeting(desk, now, only(desk, now).id, state="proses")
    update_commitment(desk, one, text="Kirim data pemilih")
    assert only(desk, now).state == "proses"
    update_commitment(desk, one, to=addressees_named(desk.store, BAWASLU))
    assert log_of(desk.store, one) == []
    answer_in_meeting(desk, now, only(desk, now).id, state="proses")
    delete_commitment(desk, one)
    assert log_of(desk.store, one) == []


def test_what_was_answered_goes_with_its_meeting_to_another_day(desk: Desk, forum: UUID) -> None:
    one = task(desk, held(desk, forum, 1), "Kirim data", KPU)
    now = held(desk, forum, 20)
    answer_in_meeting(desk, now, only(desk, now).id, state="proses")
    update_meeting(desk, now, held_on=date(2024, 10, 22))
    (report,) = log_of(desk.store, one)
    assert (report.reported_on, part_of(desk, one).state_on) == (date(2024, 10, 22), date(2024, 10, 22))
