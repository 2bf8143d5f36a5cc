"""What is told of a meeting by WhatsApp and in calendars: what may leave the office, and no more."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.base.errors import PaperProblem
from desktop.exchange.calendar_file import calendar_file
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitments import commitments_of
from desktop.models.store import Store
from desktop.services.attendance import mark, update_participant
from desktop.services.commitments import update_commitment
from desktop.services.desk import Desk
from desktop.services.formats.calendar import calendar_event
from desktop.services.formats.chat import addressed_institutions, institution_chat, invitation_chat, result_chat
from desktop.services.meetings import update_meeting


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def test_invitation_and_calendar_agree_on_day_time_and_place(store: Store, meeting: UUID) -> None:
    text, event = invitation_chat(store, meeting), calendar_event(store, meeting)
    assert "Hari/tanggal: Kamis, 26 September 2024" in text
    assert event.held_on.isoformat() == "2024-09-26"
    assert event.place
    assert f"Tempat: {event.place}" in text


def test_a_change_of_the_meeting_reaches_calendars_as_a_newer_version(
    store: Store, desk: Desk, meeting: UUID
) -> None:
    before = calendar_event(store, meeting)
    update_meeting(desk, meeting, place="Aula")
    after = calendar_event(store, meeting)
    assert after.sequence > before.sequence
    assert b"LOCATION:Aula" in calendar_file(after)


def test_a_result_tells_no_absence_and_no_internal_date(store: Store, desk: Desk, meeting: UUID) -> None:
    one, *_ = commitments_of(store, meeting)
    update_commitment(desk, one.id, due_date="2024-11-01", due_source="internal", due_note="hanya untuk kita")
    seat = participants(store, meeting)[-1]
    mark(desk, [seat.id], "berhalangan")
    update_participant(desk, seat.id, reason="sakit keras")

    text = result_chat(store, meeting)

    assert " ".join(one.text.split()) in text
    for secret in ("waktu 1 November", "hanya untuk kita", "berhalangan", "sakit keras"):
        assert secret not in text


def test_an_institution_reads_of_its_own_follow_ups_only(store: Store, meeting: UUID) -> None:
    places = addressed_institutions(store, meeting)
    assert len(places) > 2
    for place, name in places:
        text = institution_chat(store, meeting, place)
        (addressed,) = [line for line in text.splitlines() if line.startswith("Yth. ")]
        assert addressed.endswith(name.split()[-1])
        for one in commitments_of(store, meeting):
            own = any(each.institution_id == place for each in one.addressees)
            assert (" ".join(one.text.split()) in text) is own


@pytest.mark.parametrize("security", ["terbatas", "rahasia"])
def test_what_is_classified_is_not_told_by_message(store: Store, desk: Desk, meeting: UUID, security: str) -> None:
    update_meeting(desk, meeting, security=security)
    for told in (invitation_chat, result_chat):
        with pytest.raises(PaperProblem, match=security):
            told(store, meeting)
