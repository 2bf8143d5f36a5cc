"""Positions kept: by hand, for a meeting, and by themselves at review points, once and never against the wish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.base.clock import HeldClock, frozen, today
from desktop.base.errors import ClosedTopic, InvalidInput
from desktop.models import opening
from desktop.models.journal import writing
from desktop.models.queries.moments import moments, position_of, since_the_last_meeting, usual_then
from desktop.models.queries.positions import positions_on
from desktop.models.queries.readiness import matrix
from desktop.models.queries.records import fields_of
from desktop.models.queries.snapshots import kept_position, kept_positions
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.models.tables import Topic
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting, delete_meeting
from desktop.services.readiness import assess
from desktop.services.snapshots import (
    due_points,
    forget_positions,
    keep_due_points,
    keep_position,
    rename_position,
)

TOPIC = fixed_id("topic", PILKADA)
TUBAN = fixed_id("region", "35.23")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def clock() -> Iterator[HeldClock]:
    """Two days after H-30 of the Pilkada."""
    with frozen(datetime(2024, 10, 30, 2, tzinfo=UTC)) as held:
        yield held


def report(desk: Desk, state: str, day: date, code: str = "LOG-01") -> None:
    assess(desk, item_id(code), TUBAN, state=state, as_of=day)


def test_a_position_kept_by_hand_is_how_it_is_now(desk: Desk, clock: HeldClock) -> None:
    report(desk, "siap", date(2024, 10, 29))
    kept, changes = keep_position(desk, TOPIC, "  Sebelum rapat  ")
    found = kept_position(desk.store, kept)
    assert found.cells == tuple(tuple(cell.tally for cell in row) for row in matrix(desk.store, TOPIC).cells)
    (one,) = kept_positions(desk.store, TOPIC)
    assert (one.taken_on, one.label, one.day_offset, one.taken_by) == (
        date(2024, 10, 30), "Sebelum rapat", None, "Uji",
    )  # fmt: skip
    report(desk, "belum_siap", date(2024, 10, 30))
    assert kept_position(desk.store, kept) == found
    assert changes.tables == {"readiness_snapshot"}


def test_a_position_needs_a_name_and_a_topic_that_is_open(desk: Desk, clock: HeldClock) -> None:
    with pytest.raises(InvalidInput, match="Nama posisi belum diisi"):
        keep_position(desk, TOPIC, " ")
    kept, _ = keep_position(desk, TOPIC, "Awal")
    rename_position(desk, kept, "Mula-mula")
    assert kept_positions(desk.store, TOPIC)[0].label == "Mula-mula"
    with writing(desk.store, "topic.close", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed", closed_on=date(2024, 10, 30))
    with pytest.raises(InvalidInput, match="sudah ditutup"):
        keep_position(desk, TOPIC, "Akhir")
    with pytest.raises(ClosedTopic):
        forget_positions(desk, [kept])


def test_a_review_point_is_kept_when_the_program_is_next_opened(desk: Desk, clock: HeldClock) -> None:
    report(desk, "belum_siap", date(2024, 10, 28))
    report(desk, "siap", date(2024, 10, 29))
    ((point,), changes) = keep_due_points(desk)
    assert changes
    (one,) = kept_positions(desk.store, TOPIC)
    assert (one.id, one.taken_on, one.day_offset) == (point.id, date(2024, 10, 28), -30)
    assert one.label == "H-30, direkam 30 Oktober 2024"
    position = kept_position(desk.store, one.id)
    assert position == positions_on(desk.store, TOPIC, [one.taken_on])[one.taken_on]
    assert {told.state for told in position.said.values()} == {"belum_siap"}
    assert due_points(desk.store, today()) == []


def test_on_its_day_a_review_point_is_called_by_its_name_alone(desk: Desk, clock: HeldClock) -> None:
    clock.move(timedelta(days=14))
    report(desk, "siap", date(2024, 11, 13))
    keep_due_points(desk)
    assert [one.label for one in kept_positions(desk.store, TOPIC)] == ["H-14"]


def test_what_was_taken_back_is_not_kept_again(desk: Desk, clock: HeldClock) -> None:
    report(desk, "siap", date(2024, 10, 1))
    _, changes = keep_due_points(desk)
    history = History()
    history.note(changes)
    history.undo(desk)
    assert kept_positions(desk.store, TOPIC) == []
    assert due_points(desk.store, today()) == []


def test_nothing_is_kept_of_days_before_the_first_report(desk: Desk, clock: HeldClock) -> None:
    assert due_points(desk.store, today()) == []
    report(desk, "siap", date(2024, 10, 29))
    assert due_points(desk.store, today()) == []


def test_another_day_of_the_topic_moves_its_points_and_leaves_what_was_kept(desk: Desk, clock: HeldClock) -> None:
    report(desk, "siap", date(2024, 10, 1))
    keep_due_points(desk)
    with writing(desk.store, "topic.update", by="Uji") as write:
        write.update(Topic, TOPIC, event_date=date(2024, 11, 29))
    (moved,) = due_points(desk.store, date(2024, 10, 30))
    assert (moved.day_offset, moved.day) == (-30, date(2024, 10, 30))
    keep_due_points(desk)
    assert [(one.taken_on, one.label) for one in kept_positions(desk.store, TOPIC)] == [
        (date(2024, 10, 28), "H-30, direkam 30 Oktober 2024"), (date(2024, 10, 30), "H-30"),
    ]  # fmt: skip


def test_nothing_is_kept_by_itself_of_a_closed_topic(desk: Desk, clock: HeldClock) -> None:
    report(desk, "siap", date(2024, 10, 1))
    with writing(desk.store, "topic.close", by="Uji") as write:
        write.update(Topic, TOPIC, state="closed", closed_on=date(2024, 10, 30))
    assert due_points(desk.store, today()) == []


def test_nothing_is_kept_where_nothing_may_be_written(sqlite_store: Store, clock: HeldClock) -> None:
    report(Desk(sqlite_store, "Uji"), "siap", date(2024, 10, 1))
    path = sqlite_store.path
    assert path is not None
    opening.close(sqlite_store)
    reading = opening.open_folder(path.parent, read_only=True)
    assert due_points(reading, date(2024, 10, 30)) == []
    reading.close()


def test_the_last_meeting_is_told_by_its_kept_position_or_by_its_day(desk: Desk, clock: HeldClock) -> None:
    report(desk, "belum_siap", date(2024, 10, 1))
    meeting, _ = create_meeting(desk, title="Rapat II", held_on=date(2024, 10, 20), topic_id=TOPIC)
    report(desk, "siap", date(2024, 10, 25))
    since = since_the_last_meeting(desk.store, TOPIC, date(2024, 10, 30))
    assert since is not None
    assert since.snapshot is None
    assert [one.state for one in position_of(desk.store, TOPIC, since).said.values()] == ["belum_siap"]
    assert usual_then(moments(desk.store, TOPIC)) == moments(desk.store, TOPIC)[1]
    kept, _ = keep_position(desk, TOPIC, "Sebelum rapat II", meeting=meeting)
    since = since_the_last_meeting(desk.store, TOPIC, date(2024, 10, 30))
    assert since is not None
    assert since.snapshot == kept
    delete_meeting(desk, meeting)
    assert fields_of(desk.store, "readiness_snapshot", kept)["meeting_id"] is None
