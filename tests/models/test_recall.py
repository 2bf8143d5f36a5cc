"""What is recalled is what would be read: nothing written since, by whomever, is missed."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

import pytest

from desktop.models import opening
from desktop.models.journal import writing
from desktop.models.recall import while_unchanged
from desktop.models.store import Store
from desktop.models.tables import Meeting, Participant
from tests.models.made_up import add_meeting


class Reading:
    """Reads the roles of a meeting's seats, and counts how often it did."""

    def __init__(self) -> None:
        self.times = 0
        self.ask = while_unchanged("participant")(self._read)

    def _read(self, store: Store, meeting: UUID) -> tuple[str, ...]:
        self.times += 1
        sql = f"SELECT role FROM participant WHERE meeting_id = {store.mark} AND NOT deleted ORDER BY seq"
        return tuple(role for (role,) in store.rows(sql, (meeting,)))


@pytest.fixture
def reading() -> Reading:
    return Reading()


def seats(store: Store, meeting: UUID) -> list[UUID]:
    rows = store.rows(f"SELECT id FROM participant WHERE meeting_id = {store.mark} ORDER BY seq", (meeting,))
    return [one if isinstance(one, UUID) else UUID(bytes=one) for (one,) in rows]


def change_role(store: Store, seat: UUID, role: str) -> None:
    with writing(store, "seat.update", by="Uji") as write:
        write.update(Participant, seat, role=role)


def test_what_is_written_elsewhere_leaves_the_answer_as_it_is(store: Store, reading: Reading) -> None:
    meeting, _ = add_meeting(store, seats=2)
    before = reading.ask(store, meeting)
    with writing(store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, closing="Rapat ditutup")
    assert reading.ask(store, meeting) is before
    assert reading.times == 1


def test_what_is_written_to_its_tables_is_read(store: Store, reading: Reading) -> None:
    meeting, _ = add_meeting(store, seats=2)
    reading.ask(store, meeting)
    change_role(store, seats(store, meeting)[0], "moderator")
    assert reading.ask(store, meeting)[0] == "moderator"


def test_another_meeting_is_another_answer(store: Store, reading: Reading) -> None:
    (one, _), (other, _) = add_meeting(store, seats=2), add_meeting(store, title="Rapat Kedua")
    assert len(reading.ask(store, one)) == 2
    assert reading.ask(store, other) == ()


def test_nothing_of_an_action_that_was_not_kept_is_recalled(store: Store, reading: Reading) -> None:
    meeting, _ = add_meeting(store, seats=1)
    (seat,) = seats(store, meeting)
    before = reading.ask(store, meeting)
    with suppress(ZeroDivisionError), writing(store, "seat.update", by="Uji") as write:
        write.update(Participant, seat, role="moderator")
        assert reading.ask(store, meeting) == ("moderator",)
        raise ZeroDivisionError
    assert reading.ask(store, meeting) == before
    change_role(store, seat, "narasumber")  # gets the number of the action that was not kept
    assert reading.ask(store, meeting) == ("narasumber",)


def test_what_another_program_wrote_is_read(sqlite_store: Store, reading: Reading) -> None:
    meeting, _ = add_meeting(sqlite_store, seats=1)
    looking = opening.open_folder(sqlite_store.path.parent, read_only=True)  # type: ignore[union-attr]
    reading.ask(looking, meeting)
    change_role(sqlite_store, seats(sqlite_store, meeting)[0], "moderator")
    assert reading.ask(looking, meeting) == ("moderator",)
    opening.close(looking)
