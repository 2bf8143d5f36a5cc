"""A meeting knows which laptop it was shared from, as long as it is here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.base.clock import frozen
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.shared_meeting import share_file, shared_from, take_shared

TEN = datetime(2024, 10, 2, 3, tzinfo=UTC)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor", held_on=date(2024, 10, 3))[0]


@pytest.fixture
def file(desk: Desk, meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr("platform.node", lambda: "NOTULIS-1")
    return share_file(desk.store, meeting)


def test_a_meeting_of_our_own_came_from_nobody(desk: Desk, meeting: UUID, file: bytes) -> None:
    assert shared_from(desk.store, meeting) is None


def test_a_shared_meeting_tells_from_whom_and_when_it_was_last_taken_in(
    desk: Desk, meeting: UUID, file: bytes
) -> None:
    with frozen(TEN):
        take_shared(desk, file, "rapat")
    found = shared_from(desk.store, meeting)
    assert found is not None
    assert found.laptop.endswith("(NOTULIS-1)")
    assert found.taken_at == TEN
    update_meeting(desk, meeting, title="Rakor II")
    with frozen(TEN + timedelta(days=1)):
        take_shared(desk, file, "rapat")
    found = shared_from(desk.store, meeting)
    assert found is not None
    assert found.taken_at == TEN + timedelta(days=1)


def test_what_somebody_wrote_over_the_note_is_not_taken_for_a_laptop(
    desk: Desk, meeting: UUID, file: bytes
) -> None:
    take_shared(desk, file, "rapat")
    update_meeting(desk, meeting, source_note="Siaran pers")
    found = shared_from(desk.store, meeting)
    assert found is not None
    assert found.laptop == ""
