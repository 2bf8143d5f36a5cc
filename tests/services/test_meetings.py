"""Rapat: what may be kept of a meeting, and what is refused."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.base.errors import InvalidInput
from desktop.models.journal import writing
from desktop.models.queries.records import fields_of
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.tables import Meeting, Topic
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.minutes_life import revise
from tests.engines import on_sqlite_alone

DAY = date(2024, 10, 10)


PILKADA_TOPIC = fixed_id("topic", PILKADA)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    return create_meeting(desk, title="Rakor Uji", held_on=DAY)[0]


def state(desk: Desk, meeting: UUID) -> str:
    return str(fields_of(desk.store, "meeting", meeting)["state"])


def test_a_draft_is_corrected_and_back_again(desk: Desk, meeting: UUID) -> None:
    for word in ("dikoreksi", "konsep"):
        update_meeting(desk, meeting, state=word)
        assert state(desk, meeting) == word


@pytest.mark.parametrize("word", ["siap", "ditandatangani"])
def test_minutes_are_not_frozen_by_choosing_a_word(desk: Desk, meeting: UUID, word: str) -> None:
    with pytest.raises(InvalidInput, match="tab Notula"):
        update_meeting(desk, meeting, state=word)
    with pytest.raises(InvalidInput, match="tab Notula"):
        create_meeting(desk, title="Rakor Lain", held_on=DAY, state=word)
    assert state(desk, meeting) == "konsep"


def test_minutes_that_an_earlier_program_called_signed_are_opened_with_a_reason(desk: Desk, meeting: UUID) -> None:
    with writing(desk.store, "meeting.update", by="Uji") as write:
        write.update(Meeting, meeting, state="ditandatangani")
    with pytest.raises(InvalidInput):
        update_meeting(desk, meeting, state="dikoreksi")
    revise(desk, meeting, "Dari program lama")
    update_meeting(desk, meeting, place="Pendopo")
    assert state(desk, meeting) == "dikoreksi"


def test_a_state_cannot_be_left_empty(desk: Desk, meeting: UUID) -> None:
    with pytest.raises(InvalidInput, match="Status notula"):
        update_meeting(desk, meeting, state=None)


@on_sqlite_alone
@pytest.mark.parametrize("zone", ["Asia", "Asia/Bojonegoro", ""])
def test_a_zone_nobody_knows_is_refused(desk: Desk, meeting: UUID, zone: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        update_meeting(desk, meeting, zone=zone)
    assert refused.value.field == "zone"


def test_follow_ups_go_with_their_meeting_to_another_topic(desk: Desk, meeting: UUID) -> None:
    with writing(desk.store, "topic.add", by="Uji") as write:
        other = write.insert(Topic, name="Banjir", event_label="Puncak", state="open")
    follower, _ = add_commitment(desk, kind="arahan", text="Siapkan perahu", meeting_id=meeting)
    own, _ = add_commitment(desk, kind="arahan", text="Siapkan gudang", meeting_id=meeting, topic_id=other)
    update_meeting(desk, meeting, topic_id=PILKADA_TOPIC)
    topics = [fields_of(desk.store, "commitment", one)["topic_id"] for one in (follower, own)]
    assert topics == [PILKADA_TOPIC, other]
