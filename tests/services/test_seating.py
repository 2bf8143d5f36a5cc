"""The order of the invitations."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.folding import fold
from desktop.models.queries.attendance import participants
from desktop.models.queries.lookup import Lookup
from desktop.models.store import Store
from desktop.services.attendance import invite
from desktop.services.desk import Desk
from desktop.services.history import History
from desktop.services.meetings import create_meeting
from desktop.services.seating import order_by_protocol, order_by_region

_NAMES = (
    "Bawaslu Kabupaten Tuban", "KPU Kabupaten Tuban", "Bawaslu Kabupaten Bojonegoro", "KPU Kabupaten Bojonegoro",
)  # fmt: skip


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    meeting, _ = create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 10))
    known = Lookup.read(desk.store).institutions
    invite(desk, meeting, [{"label": "Tokoh"}, *({"institution_id": known[fold(name)]} for name in _NAMES)])
    return meeting


def _names(desk: Desk, meeting: UUID) -> list[str | None]:
    return [row.invited_office for row in participants(desk.store, meeting)]


def test_by_protocol_kpu_stands_before_bawaslu(desk: Desk, meeting: UUID) -> None:
    order_by_protocol(desk, meeting)
    assert _names(desk, meeting) == [
        "KPU Kabupaten Bojonegoro", "KPU Kabupaten Tuban", "Bawaslu Kabupaten Bojonegoro",
        "Bawaslu Kabupaten Tuban", "Tokoh",
    ]  # fmt: skip


def test_by_region_goes_by_the_offices_own_order_and_one_undo_brings_it_back(desk: Desk, meeting: UUID) -> None:
    before, history = _names(desk, meeting), History()
    history.note(order_by_region(desk, meeting))
    assert _names(desk, meeting) == [
        "KPU Kabupaten Bojonegoro", "Bawaslu Kabupaten Bojonegoro", "KPU Kabupaten Tuban",
        "Bawaslu Kabupaten Tuban", "Tokoh",
    ]  # fmt: skip
    history.undo(desk)
    assert _names(desk, meeting) == before
