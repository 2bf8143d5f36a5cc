"""The recap counts as the lists of the window do, on both engines, whatever the office did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.base.periods import Period, month
from desktop.documents.period_recap_content import PeriodRecapContent
from desktop.models.journal import Write, writing
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import CommitmentRow, commitments_of
from desktop.models.queries.invited_seats import WAYS, attendance, seat_list, together
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.meetings import meeting_list
from desktop.models.queries.records import id_of
from desktop.models.queries.register import commitment_list
from desktop.models.queries.scope import Scope
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, Forum, Meeting, Participant
from desktop.models.words import ATTENDANCE, COMMITMENT_STATES, DUE_SOURCES, OPEN_STATES
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.papers.period_recap import period_recap_content, recap_file_name, scope_choices
from desktop.ui.meetings.attendance_model import AttendanceSummary
from tests.models.made_up import MEETING, SEAT, insert_meeting

TODAY = date(2024, 12, 2)
FIRST, LAST = date(2024, 9, 1), date(2024, 11, 30)
PERIOD = Period(FIRST, LAST)
TOPIC = fixed_id("topic", PILKADA)
GROUP = "Camat se-kabupaten"


@pytest.fixture(autouse=True)
def the_day() -> Iterator[None]:
    with frozen(datetime(2024, 12, 2, 3, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def random_office(store: Store, seed: int) -> list[UUID]:
    """Meetings in and around the period, with seats and follow-ups of all kinds; returns the meetings."""
    draw, known = Random(seed), sorted(set(Lookup.read(store).institutions.values()))[:9]
    made = []
    with writing(store, "meeting.create", by="Uji") as write:
        for number in range(12):
            day = FIRST + timedelta(days=draw.randrange(-15, 105))
            topic = draw.choice([None, TOPIC])
            meeting = insert_meeting(
                write, title=f"Rapat {number}", held_on=day, cancelled=number == 5, topic_id=topic
            )
            _seats(write, draw, meeting, known)
            _tasks(write, draw, meeting, known)
            made.append(meeting)
        write.finish()
    return made


def _seats(write: Write, draw: Random, meeting: UUID, known: list[UUID]) -> None:
    for place in range(draw.randrange(9)):
        values: dict[str, Any] = {
            "state": draw.choice(list(ATTENDANCE)),
            "answer": draw.choice(["belum", "diwakili"]),
        }
        match draw.choice(["institution", "institution", "group", "member", "nameless", "guest", "unreadable"]):
            case "institution":
                values["institution_id"] = draw.choice(known)
            case "group":
                values["label"] = GROUP
            case "member":
                values |= {"institution_id": draw.choice(known), "label": GROUP}
            case "nameless":
                pass
            case "guest":
                values["present_name"] = "Tamu"
            case "unreadable":
                values["unreadable"] = True
        write.insert(Participant, **SEAT | {"meeting_id": meeting, "order_no": place} | values)


def _tasks(write: Write, draw: Random, meeting: UUID, known: list[UUID]) -> None:
    for place in range(draw.randrange(4)):
        due = draw.choice([None, TODAY - timedelta(days=3), TODAY + timedelta(days=3)])
        one = write.insert(
            Commitment, meeting_id=meeting, order_no=place, kind="arahan", text=f"Tugas {place}", due_date=due,
            due_source=draw.choice(list(DUE_SOURCES)) if due else None,
        )  # fmt: skip
        for order, institution in enumerate(draw.sample([*known, None], draw.randrange(4))):
            write.insert(
                Addressee, commitment_id=one, order_no=order, institution_id=institution,
                label=None if institution else "Ormas", state=draw.choice(list(COMMITMENT_STATES)),
            )  # fmt: skip


def in_period(store: Store, topic: UUID | None = None) -> list[tuple[UUID, tuple[Any, ...]]]:
    """The meetings of the period as the list of meetings shows them, in the order of the days."""
    listing = meeting_list(store, topic=topic, descending=False)
    rows = [row for row in listing.head() if FIRST.isoformat() <= row[1] <= LAST.isoformat()]
    return [(id_of(store, "meeting", row[0]), row) for row in rows]


def given(store: Store) -> list[CommitmentRow]:
    return [one for meeting, _ in in_period(store) for one in commitments_of(store, meeting)]


@pytest.fixture(params=[3, 8])
def office(request: pytest.FixtureRequest, store: Store) -> Store:
    random_office(store, request.param)
    return store


def test_each_meeting_has_the_numbers_of_its_attendance_tab(office: Store) -> None:
    recap = period_recap_content(office, PERIOD)
    for told, (meeting, row) in zip(recap.meetings, in_period(office), strict=True):
        shown = AttendanceSummary.of(participants(office, meeting), {})
        assert (told.title, told.tasks, told.cancelled) == (row[2], row[7], bool(row[5]))
        if not told.cancelled:
            counted = (told.invited, told.present + told.represented, told.represented, told.guests)
            assert counted == (shown.invited, shown.present, shown.represented, shown.guests)


def test_the_institutions_add_up_to_what_the_meetings_say(office: Store) -> None:
    recap = period_recap_content(office, PERIOD)
    held = [one for one in recap.meetings if not one.cancelled]
    for name in ("invited", "present", "represented"):
        assert sum(getattr(one, name) for one in recap.attendance) == sum(getattr(one, name) for one in held)
    assert all(
        one.invited == one.present + one.represented + one.excused + one.absent + one.unmarked
        for one in recap.attendance
    )


@pytest.mark.parametrize(
    ("office", "scope"),
    [(3, Scope()), (8, Scope(PERIOD)), (3, Scope(PERIOD, topic=TOPIC))],
    indirect=["office"],
    ids=str,
)
def test_each_number_of_attendance_has_a_list_as_long_as_it(office: Store, scope: Scope) -> None:
    totals = set()
    for way in WAYS:
        rows = attendance(office, way, scope)
        whole = together(rows, scope)
        totals.add((whole.total, whole.came))
        for row in (*rows, whole):
            assert seat_list(office, row.list_of()).count() == row.total
            for state, count in row.counts.items():
                listed = seat_list(office, row.list_of(state))
                assert (listed.count(), len(listed.head())) == (count, count)
    assert len(totals) == 1


def test_follow_ups_are_counted_as_the_register_counts_them(office: Store) -> None:
    def counted(state: str) -> int:
        return sum(
            commitment_list(office, CommitmentFilter(state=state, meeting=meeting), today=TODAY).count()
            for meeting, _ in in_period(office)
        )

    recap = period_recap_content(office, PERIOD)
    assert (recap.follow_ups, recap.open, recap.late) == tuple(map(counted, ("", "terbuka", "terlambat")))


def test_each_institution_is_told_how_far_its_own_part_is(office: Store) -> None:
    recap = period_recap_content(office, PERIOD)
    states: Counter[tuple[str, str]] = Counter()
    late: Counter[str] = Counter()
    for one in given(office):
        told = [(each.institution or "Di luar daftar instansi", each.state) for each in one.addressees]
        for name, state in told or [("Belum ada penanggung jawab", "belum")]:
            states[name, state] += 1
            late[name] += one.is_late(TODAY) and state in OPEN_STATES
    shown = {
        one.name: (one.waiting, one.in_progress, one.reported, one.proven, one.dropped) for one in recap.tasks
    }
    assert shown == {name: tuple(states[name, state] for state in COMMITMENT_STATES) for name, _ in states}
    assert {one.name: one.late for one in recap.tasks} == {name: late[name] for name, _ in states}
    assert all(one.given == sum(shown[one.name]) for one in recap.tasks)


def test_a_recap_of_a_topic_has_its_meetings_alone(office: Store) -> None:
    recap = period_recap_content(office, PERIOD, topic=TOPIC)
    assert [one.title for one in recap.meetings] == [row[2] for _, row in in_period(office, TOPIC)]
    assert recap.scope.startswith("Topik: ")
    assert recap.follow_ups == sum(one.tasks for one in recap.meetings)


def test_a_recap_of_a_forum_has_its_meetings_alone(desk: Desk) -> None:
    with writing(desk.store, "forum.create", by="Uji") as write:
        forum = write.insert(Forum, name="Forum Contoh")
        for title, series in (("Di forum", forum), ("Lepas", None)):
            write.insert(Meeting, **MEETING | {"title": title, "forum_id": series})
        write.finish()
    recap = period_recap_content(desk.store, month(MEETING["held_on"]), forum=forum)
    assert ([one.title for one in recap.meetings], recap.scope) == (["Di forum"], "Forum: Forum Contoh")
    assert ({"forum": forum}, "Forum: Forum Contoh") in scope_choices(desk.store)


def test_the_first_and_the_last_day_belong_to_the_period_and_what_was_deleted_does_not(desk: Desk) -> None:
    for day in (FIRST, LAST, FIRST - timedelta(days=1), LAST + timedelta(days=1)):
        create_meeting(desk, title=f"{day:%d %m}", held_on=day)
    gone, _ = create_meeting(desk, title="Dihapus", held_on=FIRST)
    with writing(desk.store, "meeting.delete", by="Uji") as write:
        write.delete(Meeting, gone)
        write.finish()
    assert [one.title for one in period_recap_content(desk.store, PERIOD).meetings] == ["01 09", "30 11"]


def test_nobody_was_absent_from_a_meeting_that_was_cancelled(desk: Desk, example: UUID) -> None:
    before = period_recap_content(desk.store, PERIOD)
    update_meeting(desk, example, cancelled=True)
    after = period_recap_content(desk.store, PERIOD)
    assert before.attendance
    assert after.attendance == ()
    assert after.tasks == before.tasks


def test_without_a_period_all_meetings_are_told(desk: Desk, example: UUID) -> None:
    september = period_recap_content(desk.store, month(date(2024, 9, 26)))
    assert replace(period_recap_content(desk.store, None), period=september.period) == september
    assert period_recap_content(desk.store, None).period == "Semua waktu"


def test_an_empty_period_says_nothing_of_anybody(desk: Desk) -> None:
    recap = period_recap_content(desk.store, PERIOD)
    assert recap == PeriodRecapContent(PERIOD.words, "Semua rapat", TODAY)


def test_the_file_is_called_by_its_period_and_by_what_was_chosen() -> None:
    september = month(date(2024, 9, 26))
    assert recap_file_name(september, "Semua rapat") == "2024-09-01_Rekapitulasi_September-2024.pdf"
    assert (
        recap_file_name(september, "Topik: Pilkada") == "2024-09-01_Rekapitulasi_September-2024_Topik-Pilkada.pdf"
    )
