"""Institutions that never answered: counted as they are listed, on both engines."""

from __future__ import annotations

import random
from datetime import date
from uuid import UUID

import pytest

from desktop.models.queries.unheard import unheard_count, unheard_institutions
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.commitments import To, add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.services.reminders import note_contact
from tests.models.made_up import live

KPU, TUBAN = "KPU Provinsi Jawa Timur", "KPU Kabupaten Tuban"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def parts(desk: Desk) -> list[UUID]:
    return [one for _, one in live(desk.store, "addressee")]


def test_who_answered_once_is_still_asked_for_the_rest(desk: Desk) -> None:
    for day in (3, 1):
        meeting, _ = create_meeting(desk, title="Rakor", held_on=date(2024, 10, day))
        to = [one for words in (KPU, TUBAN) for one in addressees_named(desk.store, words)]
        add_commitment(desk, kind="arahan", text="Kirim data", to=to, meeting_id=meeting)
    first, second, third, fourth = parts(desk)
    set_state(desk, [first, second], "proses")
    set_state(desk, [fourth], "selesai_laporan")
    note_contact(desk, [third], on=date(2024, 10, 9))
    (one,) = unheard_institutions(desk.store)
    assert (one.name, one.unreported, one.open) == (KPU, 1, 2)
    assert (one.since, one.contacted_on) == (date(2024, 10, 1), date(2024, 10, 9))
    set_state(desk, [third], "proses")
    assert unheard_institutions(desk.store) == []
    assert unheard_count(desk.store) == 0


def test_the_count_is_the_length_of_the_list(desk: Desk) -> None:
    chance = random.Random(8)
    store = desk.store
    offices = [
        To(*(one if isinstance(one, UUID) else UUID(bytes=one) for one in row))
        for row in store.rows("SELECT institution_id, id FROM position ORDER BY seq LIMIT 12")
    ]
    for _ in range(25):
        to = [
            chance.choice((one, To(one.institution_id), To(position_id=one.position_id), To(label="Panitia")))
            for one in chance.sample(offices, chance.randint(0, 4))
        ]
        add_commitment(desk, kind="arahan", text="Uji", to=to)
        for one in chance.sample(all_ := parts(desk), min(len(all_), 2)):
            set_state(desk, [one], chance.choice(("belum", "proses", "selesai_bukti", "dihentikan")))
        assert unheard_count(store) == len(unheard_institutions(store))
    assert unheard_count(store) > 3
