"""Every number of Beranda is the length of its list, on both engines and at the edges of its days."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from desktop.models.queries.attention import attention
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.escalations import awaited_directions
from desktop.models.queries.issues import UNSOLVED, issue_list
from desktop.models.queries.register import commitment_list
from desktop.models.queries.unheard import unheard_institutions
from desktop.models.seeds import PILKADA, fixed_id
from desktop.models.store import Store
from desktop.models.words import DUE_SOURCES, ISSUE_KINDS, ISSUE_STATES
from desktop.services.addressees import addressees_named
from desktop.services.commitments import add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.escalations import answer_direction, ask_direction
from desktop.services.issues import add_issue
from desktop.services.meetings import create_meeting
from tests.models.made_up import live

TODAY, TOPIC = date(2024, 9, 26), fixed_id("topic", PILKADA)
KPU, TUBAN = "KPU Provinsi Jawa Timur", "KPU Kabupaten Tuban"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def require_equal(store: Store, day: date) -> None:
    found = attention(store, day)
    for number, asked in (
        (found.open, CommitmentFilter(state="terbuka")), (found.late, CommitmentFilter(state="terlambat")),
        (found.soon, CommitmentFilter(state="due_soon")), (found.silent, CommitmentFilter(silent=True)),
    ):  # fmt: skip
        assert number == commitment_list(store, asked, today=day).count(), asked
    assert found.unheard == len(unheard_institutions(store))
    assert found.problems_of(TOPIC) == issue_list(store, topic=TOPIC, state=UNSOLVED, kind="kendala").count()
    assert found.awaited == len(awaited_directions(store))


def test_nothing_asks_for_attention_in_a_new_office(store: Store) -> None:
    found = attention(store, TODAY)
    assert (found.open, found.late, found.soon, found.silent, found.unheard, found.awaited) == (0,) * 6
    assert found.problems_of(TOPIC) == found.problems_of(None) == 0


def test_numbers_are_the_lengths_of_their_lists_on_any_day(desk: Desk) -> None:
    chance, store = random.Random(4), desk.store
    for _ in range(12):
        held = TODAY + timedelta(days=chance.choice((-30, -14, -13, 0, 2)))
        meeting, _ = create_meeting(desk, title="Rakor", held_on=held, topic_id=chance.choice((TOPIC, None)))
        source = chance.choice([*DUE_SOURCES, None])
        to = [
            one
            for words in chance.sample((KPU, TUBAN), chance.randint(0, 2))
            for one in addressees_named(store, words)
        ]
        one, _ = add_commitment(
            desk, kind="arahan", text="Uji", to=to, meeting_id=meeting, due_source=source,
            due_date=TODAY + timedelta(days=chance.choice((-1, 0, 7, 8))) if source else None,
        )  # fmt: skip
        parts = [part for _, part in live(store, "addressee")]
        if parts:
            back = timedelta(days=chance.choice((0, 14, 15)))
            set_state(desk, [chance.choice(parts)], chance.choice(("proses", "selesai_bukti")), TODAY - back)
        told, _ = add_issue(
            desk, topic_id=TOPIC, text="Uji", kind=chance.choice(list(ISSUE_KINDS)),
            state=chance.choice(list(ISSUE_STATES)), happened_on=TODAY,
        )  # fmt: skip
        table, record = chance.choice((("commitment", one), ("issue", told)))
        ask_direction(desk, table, record, "Bolehkah?", TODAY)
        if chance.random() < 0.4:
            answer_direction(desk, table, record, "Boleh.", TODAY)
    for ahead in (0, 1, 8):
        require_equal(store, TODAY + timedelta(days=ahead))
    found = attention(store, TODAY + timedelta(days=1))
    assert min(found.open, found.late, found.soon, found.silent, found.unheard, found.awaited) > 0
