"""A second laptop at the door: the list goes there, its marks come back, and no mark is lost or overwritten."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base import clock
from desktop.base.errors import AppError, NotFound
from desktop.exchange.shared_meeting import MEETING, pack, unpack
from desktop.exchange.shared_meeting.envelope import VERSIONS
from desktop.models import integrity, opening, undo
from desktop.models.queries.attendance import participants
from desktop.models.queries.letters import letter
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.attendance import add_guest, invite, mark, remove_participants, update_participant
from desktop.services.desk import Desk
from desktop.services.directory import save_institution, save_person, save_position
from desktop.services.history import History
from desktop.services.joining import join_records
from desktop.services.letters import letter_values, update_letter
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.shared_meeting import differences, marks_file, receive_marks, settle, share_file, take_shared
from tests.models.made_up import live

NINE = datetime(2024, 10, 3, 2, tzinfo=UTC)


class Laptop:
    """A laptop with its own data and its own clock."""

    def __init__(self, store: Store, ahead: int = 0) -> None:
        self.desk, self.ahead, self.now = Desk(store, "Uji"), timedelta(minutes=ahead), NINE

    def mark(self, seat: UUID, state: str, **values: object) -> None:
        with self.at_work():
            mark(self.desk, [seat], state, **values)

    def at_work(self):
        self.now += timedelta(seconds=7)
        return clock.frozen(self.now + self.ahead)

    def states(self, meeting: UUID) -> dict[UUID, str]:
        return {seat.id: seat.state for seat in participants(self.desk.store, meeting)}


@pytest.fixture(scope="module")
def folders(founded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    base = tmp_path_factory.mktemp("laptop")
    return [Path(shutil.copytree(founded_folder, base / name)) for name in ("a", "b1", "b2")]


@pytest.fixture
def laptops(founded_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Laptop]]:
    """The notulis's laptop and two at the door, whose clocks differ."""
    opened = []
    for number, name in enumerate(("a", "b1", "b2")):
        monkeypatch.setenv("RAKOR_CONFIG", str(tmp_path / f"config-{name}"))
        folder = Path(shutil.copytree(founded_folder, tmp_path / name))
        opened.append(Laptop(opening.open_folder(folder), ahead=number * 11 - 11))
    yield opened
    for one in opened:
        opening.close(one.desk.store)


def meeting_of(a: Laptop, seats: int = 4) -> UUID:
    meeting, _ = create_meeting(a.desk, title="Rakor", held_on=date(2024, 10, 3))
    person, _ = save_person(a.desk, name="Siti Aminah", phone="081234567890")
    rows = a.desk.store.rows(f"SELECT id, institution_id FROM position ORDER BY seq LIMIT {seats}")
    pairs = [[one if isinstance(one, UUID) else UUID(bytes=one) for one in row] for row in rows]
    invite(
        a.desk, meeting,
        [{"position_id": post, "institution_id": owner, "person_id": person} for post, owner in pairs],
    )  # fmt: skip
    return meeting


def shared(a: Laptop, meeting: UUID, *doors: Laptop) -> list[UUID]:
    data = share_file(a.desk.store, meeting)
    for door in doors:
        assert take_shared(door.desk, data, "rapat")[0] == meeting
    return [seat.id for seat in participants(a.desk.store, meeting)]


def back(door: Laptop, a: Laptop, meeting: UUID):
    return receive_marks(a.desk, marks_file(door.desk.store, meeting), "hadir")


def test_the_meeting_comes_with_its_list_under_the_same_ids(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    shared(a, meeting, b)
    assert [seat[:3] for seat in participants(b.desk.store, meeting)] == [
        (seat.id, there.seq, seat.order_no)
        for seat, there in zip(
            participants(a.desk.store, meeting), participants(b.desk.store, meeting), strict=True
        )
    ]
    head = meeting_head(b.desk.store, meeting)
    assert head is not None
    assert "Rapat bersama dari" in (head.source_note or "")
    assert integrity.check(b.desk.store) == []


def test_the_letters_come_too_and_print_alike(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    update_letter(
        a.desk,
        meeting,
        "undangan",
        number="005/12/2024",
        dated_on=date(2024, 9, 30),
        body="Harap hadir tepat waktu.",
    )
    update_letter(a.desk, meeting, "laporan", subject="Hasil rapat")
    shared(a, meeting, b)
    for kind in ("undangan", "nota_dinas", "laporan"):
        assert letter_values(b.desk.store, meeting, kind) == letter_values(a.desk.store, meeting, kind)
    update_letter(a.desk, meeting, "undangan", body=None, note="Membawa laptop.", number="005/13/2024")
    shared(a, meeting, b)
    assert letter_values(b.desk.store, meeting, "undangan") == letter_values(a.desk.store, meeting, "undangan")
    assert integrity.check(b.desk.store) == []


def test_words_typed_in_a_letter_are_never_replaced_by_those_of_another_laptop(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    update_letter(a.desk, meeting, "undangan", subject="Undangan rapat", body="Harap hadir.")
    shared(a, meeting, b)
    update_letter(b.desk, meeting, "undangan", body="Harap hadir dan membawa data.")
    update_letter(b.desk, meeting, "nota_dinas", subject="Dari pintu")
    update_letter(a.desk, meeting, "undangan", body="Harap hadir pukul sembilan.", subject="Undangan")
    update_letter(a.desk, meeting, "nota_dinas", subject="Dari kantor")
    shared(a, meeting, b)
    there = letter_values(b.desk.store, meeting, "undangan")
    assert (there["body"], there["subject"]) == ("Harap hadir dan membawa data.", "Undangan")
    assert letter_values(b.desk.store, meeting, "nota_dinas")["subject"] == "Dari pintu"

    shared(b, meeting, a)  # back again: what was typed at home stays there too
    here = letter_values(a.desk.store, meeting, "undangan")
    assert (here["body"], here["subject"]) == ("Harap hadir pukul sembilan.", "Undangan")
    before = live(a.desk.store, "letter")
    shared(b, meeting, a)
    assert live(a.desk.store, "letter") == before


def test_a_letter_taken_in_and_taken_back_comes_again(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    update_letter(a.desk, meeting, "undangan", body="Harap hadir.")
    changes = take_shared(b.desk, share_file(a.desk.store, meeting), "rapat")[1]
    assert changes.action is not None
    undo.revert(b.desk.store, changes.action, by="Uji")
    assert letter(b.desk.store, meeting, "undangan") is None
    shared(a, meeting, b)
    assert letter_values(b.desk.store, meeting, "undangan")["body"] == "Harap hadir."


def test_a_file_of_the_version_before_is_read(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    update_meeting(a.desk, meeting, invitation_number="005/12/2024")
    shared(a, meeting, b)
    envelope = unpack(share_file(a.desk.store, meeting), MEETING, "rapat")
    for table, _, values in envelope.content["records"]:
        if table == "meeting":
            del values["invitation_number"], values["invitation_date"]
            values["title"] = "Rakor kedua"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(VERSIONS, MEETING, 1)
        old = pack(envelope)
    take_shared(b.desk, old, "rapat")
    head = fields_of(b.desk.store, "meeting", meeting)
    assert (head["title"], head["invitation_number"]) == ("Rakor kedua", "005/12/2024")


def test_no_contact_travels(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    shared(a, meeting_of(a), b)
    assert not [row for row in live(b.desk.store, "person").values() if row["phone"]]


def test_marks_come_back_any_number_of_times(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, second, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    assert back(b, a, meeting)[0].taken == 1
    b.mark(second, "diwakili", present_name="Budi")
    b.mark(first, "berhalangan")
    received, _ = back(b, a, meeting)
    assert (received.taken, received.differences) == (2, 0)
    assert a.states(meeting)[first] == "berhalangan"
    assert a.states(meeting)[second] == "diwakili"


def test_a_file_twice_and_an_older_one_change_nothing(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    old = marks_file(b.desk.store, meeting)
    b.mark(first, "tidak_hadir")
    back(b, a, meeting)
    before = live(a.desk.store)
    assert not receive_marks(a.desk, old, "hadir")[1]
    assert not back(b, a, meeting)[1]
    assert live(a.desk.store) == before


def test_what_both_noted_differently_is_listed_and_decided(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, second, *_ = shared(a, meeting, b)
    for seat in (first, second):
        a.mark(seat, "tidak_hadir")
        b.mark(seat, "hadir")
    assert back(b, a, meeting)[0].differences == 2
    assert a.states(meeting)[first] == "tidak_hadir"
    one, other = differences(a.desk.store, meeting)
    assert (one.here, one.there) == ("Tidak hadir", "Hadir")
    settle(a.desk, one.id, take_theirs=True)
    settle(a.desk, other.id, take_theirs=False)
    assert [a.states(meeting)[seat] for seat in (first, second)] == ["hadir", "tidak_hadir"]
    back(b, a, meeting)
    assert differences(a.desk.store, meeting) == []
    b.mark(second, "diwakili", present_name="Budi")
    back(b, a, meeting)
    assert len(differences(a.desk.store, meeting)) == 1


def test_what_was_noted_here_too_is_not_overwritten_by_a_later_mark(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, second, *_ = shared(a, meeting, b)
    a.mark(first, "hadir")
    for seat in (first, second):
        b.mark(seat, "hadir")
    back(b, a, meeting)
    b.mark(second, "hadir")  # again, a moment later
    back(b, a, meeting)
    for seat in (first, second):
        b.mark(seat, "berhalangan")
    assert back(b, a, meeting)[0].differences == 1
    assert [a.states(meeting)[seat] for seat in (first, second)] == ["hadir", "berhalangan"]


def test_what_was_corrected_or_taken_back_at_the_door_comes_too(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    seats = shared(a, meeting, b)
    history = History()

    def at_the_door(state: str, seat: UUID, **values: object) -> None:
        with b.at_work():
            history.note(mark(b.desk, [seat], state, **values))

    at_the_door("diwakili", seats[2], present_name="Tono")
    at_the_door("hadir", seats[1])
    at_the_door("tidak_hadir", seats[1])
    at_the_door("hadir", seats[0])
    back(b, a, meeting)
    with b.at_work():
        history.undo(b.desk)
        history.undo(b.desk)
        update_participant(b.desk, seats[2], present_name="Toni")
    assert back(b, a, meeting)[0].taken == 3
    assert not back(b, a, meeting)[1]
    for here, there in zip(participants(a.desk.store, meeting), participants(b.desk.store, meeting), strict=True):
        assert (here.state, here.present_name) == (there.state, there.present_name)
    assert a.states(meeting)[seats[0]] == "belum_dicatat"


def test_what_is_taken_back_at_the_door_stays_where_it_was_noted_here_too(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, second, *_ = shared(a, meeting, b)
    a.mark(first, "hadir")
    b.mark(first, "hadir")
    back(b, a, meeting)
    b.mark(first, "belum_dicatat")
    b.mark(second, "hadir")
    b.mark(second, "belum_dicatat")
    a.mark(second, "hadir")
    received, _ = back(b, a, meeting)
    assert (received.taken, received.differences) == (0, 0)
    assert [a.states(meeting)[seat] for seat in (first, second)] == ["hadir", "hadir"]
    assert differences(a.desk.store, meeting) == []


def test_a_clock_that_was_set_back_at_the_door_costs_no_mark(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    old = marks_file(b.desk.store, meeting)
    back(b, a, meeting)
    b.ahead -= timedelta(hours=2)
    b.mark(first, "tidak_hadir")
    back(b, a, meeting)
    receive_marks(a.desk, old, "hadir")
    assert a.states(meeting)[first] == "tidak_hadir"


def test_two_doors_that_agreed_are_asked_about_once_one_says_otherwise(laptops: list[Laptop]) -> None:
    a, b, c = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b, c)
    for door in (b, c):
        door.mark(first, "hadir")
        back(door, a, meeting)
    b.mark(first, "tidak_hadir")
    assert (received := back(b, a, meeting)[0]).taken == received.differences == 1
    assert [one.there for one in differences(a.desk.store, meeting)] == ["Hadir"]


def test_a_difference_that_was_mended_here_is_no_longer_listed(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b)
    a.mark(first, "tidak_hadir")
    b.mark(first, "hadir")
    back(b, a, meeting)
    a.mark(first, "hadir")
    assert differences(a.desk.store, meeting) == []


@pytest.mark.parametrize("noted_here", [None, "hadir", "tidak_hadir"])
def test_in_whatever_order_the_files_of_a_laptop_come_they_say_the_same(
    laptops: list[Laptop], noted_here: str | None
) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a, seats=1)
    (seat,) = shared(a, meeting, b)
    if noted_here:
        a.mark(seat, noted_here)
    files = []
    for state in ("hadir", "tidak_hadir", "hadir"):
        b.mark(seat, state)
        files.append(marks_file(b.desk.store, meeting))
    found = []
    for order in permutations(files):
        deeds = [receive_marks(a.desk, one, "hadir")[1].action for one in (*order, order[0])]
        found.append(live(a.desk.store, "participant", "door_mark"))
        for deed in reversed([one for one in deeds if one is not None]):
            undo.revert(a.desk.store, deed, by="Uji")
    assert all(one == found[0] for one in found)


def test_who_came_is_named_where_nobody_knows_them(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b)
    person, _ = save_person(b.desk, name="Tono Kuswanto")
    post, _ = save_position(b.desk, institution_id=save_office(b), title="Kepala Bidang")
    b.mark(first, "diwakili", present_person_id=person, present_position_id=post)
    back(b, a, meeting)
    seat = participants(a.desk.store, meeting)[0]
    assert (seat.present_name, seat.present_title) == ("Tono Kuswanto", "Kepala Bidang")
    assert not back(b, a, meeting)[1]


def save_office(laptop: Laptop) -> UUID:
    return save_institution(laptop.desk, name="Dinas Pasar", leader_title="Kepala")[0]


def test_what_was_joined_at_the_door_is_shared_with_it_all_the_same(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    shared(a, meeting, b)
    ((_, person),) = [key for key, row in live(b.desk.store, "person").items() if row["name"] == "Siti Aminah"]
    owner = participants(b.desk.store, meeting)[0].institution_id
    assert owner is not None
    join_records(b.desk, "person", save_person(b.desk, name="Siti Aminah, S.H.")[0], person)
    join_records(b.desk, "institution", save_office(b), owner)
    first, *_ = shared(a, meeting, b)
    assert participants(b.desk.store, meeting)[0].institution == "Dinas Pasar"
    b.mark(first, "hadir")
    assert back(b, a, meeting)[0].taken == 1
    assert integrity.check(b.desk.store) == integrity.check(a.desk.store) == []


def test_guests_come_with_their_own_ids_and_doubles_are_pointed_out(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    shared(a, meeting, b)
    add_guest(a.desk, meeting, name="Tono")
    with b.at_work():
        add_guest(b.desk, meeting, name="tono", institution="PMI")
        add_guest(b.desk, meeting, name="Sri")
    received, _ = back(b, a, meeting)
    assert (received.guests, received.doubled) == (2, ["tono"])
    assert back(b, a, meeting)[0].guests == 0


def test_a_seat_taken_off_the_list_is_only_counted(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    remove_participants(a.desk, [first])
    assert back(b, a, meeting)[0].gone == 1


def test_sharing_again_leaves_the_marks_of_the_door(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, second, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    a.mark(second, "hadir")
    shared(a, meeting, b)
    assert b.states(meeting)[first] == "hadir"


def test_one_undo_takes_a_file_back_and_a_meeting_goes_with_its_marks(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    before = live(a.desk.store)
    changes = back(b, a, meeting)[1]
    assert changes.action is not None
    undo.revert(a.desk.store, changes.action, by="Uji")
    assert live(a.desk.store) == before
    back(b, a, meeting)
    delete_meeting(a.desk, meeting)
    assert live(a.desk.store, "door_mark") == {}


def test_a_seat_with_marks_of_the_door_can_be_taken_off(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    first, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    back(b, a, meeting)
    remove_participants(a.desk, [first])
    assert live(a.desk.store, "door_mark") == {}


def test_a_meeting_that_is_not_here_is_said(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting = meeting_of(a)
    with pytest.raises(NotFound, match="tidak ada di sini"):
        receive_marks(b.desk, marks_file(a.desk.store, meeting), "hadir")


def test_damaged_files_change_nothing(laptops: list[Laptop]) -> None:
    a, b, _ = laptops
    meeting, chance = meeting_of(a), random.Random(3)
    first, *_ = shared(a, meeting, b)
    b.mark(first, "hadir")
    files = (share_file(a.desk.store, meeting), marks_file(b.desk.store, meeting))
    before = live(a.desk.store)
    for number in range(240):
        data = bytearray(files[number % 2])
        if number % 3:
            for _ in range(chance.randrange(1, 4)):
                data[chance.randrange(10, len(data))] ^= chance.randrange(1, 256)
        else:
            del data[chance.randrange(len(data)) :]
        for read in (take_shared, receive_marks):
            with pytest.raises(AppError) as refused:
                read(a.desk, bytes(data), "berkas")
            assert refused.value.advice
    assert live(a.desk.store) == before


STATES = ("hadir", "berhalangan", "tidak_hadir", "belum_dicatat")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.integers(0, 2), st.integers(0, 2), st.sampled_from(STATES)),
        st.tuples(st.just("write"), st.integers(1, 2)),
        st.tuples(st.just("read"), st.integers(0, 30)),
    ),
    max_size=18,
)


@settings(max_examples=12, deadline=None)
@given(steps=STEPS)
def test_whatever_is_exchanged_in_whatever_order_no_mark_is_lost(folders: list[Path], steps: list) -> None:
    exchanged(folders, steps)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(max_examples=300, deadline=None)
@given(steps=STEPS)
def test_no_mark_is_lost_in_many_exchanges(folders: list[Path], steps: list) -> None:
    exchanged(folders, steps)


def exchanged(folders: list[Path], steps: list) -> None:
    with pytest.MonkeyPatch.context() as patch:
        laptops = []
        for number, folder in enumerate(folders):
            patch.setenv("RAKOR_CONFIG", str(folder.parent / f"config-{folder.name}"))
            laptops.append(Laptop(opening.open_folder(folder), ahead=number * 11 - 11))
        try:
            _exchange(laptops, steps)
        finally:
            for one in laptops:
                opening.close(one.desk.store)


def _exchange(laptops: list[Laptop], steps: list) -> None:
    a, *doors = laptops
    meeting = meeting_of(a, seats=3)
    seats = shared(a, meeting, *doors)
    files: list[bytes] = []
    own: dict[UUID, str] = {}
    decided: set[UUID] = set()  # noted here with the other laptop's mark in view
    has_read = False
    for step in steps:
        if step[0] == "mark":
            _, who, seat, state = step
            laptops[who].mark(seats[seat], state)
            if who == 0:
                own[seats[seat]] = state
                decided |= {seats[seat]} if has_read else set()
        elif step[0] == "write":
            files.append(marks_file(doors[step[1] - 1].desk.store, meeting))
        elif files:
            receive_marks(a.desk, files[step[1] % len(files)], "hadir")
            has_read = True
            for seat, state in own.items():
                assert state in (a.states(meeting)[seat], "belum_dicatat")
    for door in doors:
        back(door, a, meeting)
        assert not back(door, a, meeting)[1]
    open_ = {one.seat for one in differences(a.desk.store, meeting)}
    names = {seat.id: seat.invited_name for seat in participants(a.desk.store, meeting)}
    for door in doors:
        for seat, values in live(door.desk.store, "participant").items():
            if values["meeting_id"] == meeting and values["marked_at"] is not None:
                same = values["state"] == a.states(meeting)[seat[1]]
                assert same or names[seat[1]] in open_ or seat[1] in decided
