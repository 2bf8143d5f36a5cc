"""Two meetings side by side: what is noted of one never points into the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.queries.attendance import participants
from desktop.models.store import Store
from desktop.services.agenda import add_agenda_item, delete_agenda_item, update_agenda_item
from desktop.services.attendance import add_guest, remove_participants, update_participant
from desktop.services.capture import add_statement, move_statement, update_statement
from desktop.services.commitments import add_commitment, update_commitment
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from tests.models.made_up import live

Meeting = dict[str, UUID]


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return Desk(sqlite_store, "Uji")


def furnished(desk: Desk, title: str) -> Meeting:
    """A meeting with one of everything."""
    meeting, _ = create_meeting(desk, title=title, held_on=date(2024, 10, 3))
    add_guest(desk, meeting, name="Bagus")
    seat = participants(desk.store, meeting)[0].id
    item, _ = add_agenda_item(desk, meeting, title="Logistik", presenter_id=seat)
    said, _ = add_statement(desk, meeting, kind="arahan", text="Siapkan", agenda_item_id=item, speaker_id=seat)
    task, _ = add_commitment(
        desk, kind="arahan", text="Siapkan", meeting_id=meeting, statement_id=said, agenda_item_id=item,
        speaker_id=seat,
    )  # fmt: skip
    return {"meeting": meeting, "seat": seat, "item": item, "said": said, "task": task}


DEEDS: dict[str, Callable[[Desk, Meeting, Meeting], Any]] = {
    "said by": lambda d, a, b: add_statement(d, a["meeting"], kind="arahan", text="x", speaker_id=b["seat"]),
    "said under": lambda d, a, b: add_statement(
        d, a["meeting"], kind="arahan", text="x", agenda_item_id=b["item"]
    ),
    "speaker changed": lambda d, a, b: update_statement(d, a["said"], speaker_id=b["seat"]),
    "put under": lambda d, a, b: move_statement(d, a["said"], 0, agenda_item_id=b["item"]),
    "statement moved": lambda d, a, b: update_statement(d, a["said"], meeting_id=b["meeting"]),
    "presenter": lambda d, a, b: add_agenda_item(d, a["meeting"], title="x", presenter_id=b["seat"]),
    "presenter changed": lambda d, a, b: update_agenda_item(d, a["item"], presenter_id=b["seat"]),
    "item moved": lambda d, a, b: update_agenda_item(d, a["item"], meeting_id=b["meeting"]),
    "seat moved": lambda d, a, b: update_participant(d, a["seat"], meeting_id=b["meeting"]),
    "task from": lambda d, a, b: add_commitment(
        d, kind="arahan", text="x", meeting_id=a["meeting"], statement_id=b["said"]
    ),
    "task of no meeting": lambda d, _, b: add_commitment(d, kind="arahan", text="x", statement_id=b["said"]),
    "task asked by": lambda d, a, b: update_commitment(d, a["task"], speaker_id=b["seat"]),
    "task moved": lambda d, a, b: update_commitment(d, a["task"], meeting_id=b["meeting"]),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_points_into_another_meeting(desk: Desk, deed: str) -> None:
    one, other = furnished(desk, "Rakor Banjir"), furnished(desk, "Rakor Pilkada")
    before = live(desk.store)
    with pytest.raises(InvalidInput, match="rapat lain"):
        DEEDS[deed](desk, one, other)
    assert live(desk.store) == before


def test_what_the_minutes_name_is_not_taken_away(desk: Desk) -> None:
    one = furnished(desk, "Rakor Banjir")
    with pytest.raises(InvalidInput, match="1 acara dan 1 catatan dan 1 tindak lanjut") as refused:
        remove_participants(desk, [one["seat"]])
    assert refused.value.field == "speaker"
    with pytest.raises(InvalidInput, match="1 catatan dan 1 tindak lanjut"):
        delete_agenda_item(desk, one["item"])
