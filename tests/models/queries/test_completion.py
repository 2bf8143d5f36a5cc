"""Capaian: whatever an office has, each number is as long as the list it opens, and each follow-up is in one row."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest

from desktop.base.periods import Period
from desktop.models import seeds
from desktop.models.journal import writing
from desktop.models.queries.commitment_filter import LATE, CommitmentFilter
from desktop.models.queries.completion import WAYS, Completion, completion, overall
from desktop.models.queries.register import commitment_list
from desktop.models.queries.scope import Scope
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, CommitmentRegion, Institution, Position
from desktop.models.words import COMMITMENT_STATES
from tests.models.made_up import insert_meeting

TODAY = date(2024, 10, 20)
TOPIC = seeds.fixed_id("topic", seeds.PILKADA)
REGIONS = tuple(seeds.fixed_id("region", code) for code in ("35.22", "35.23", "35.24"))
AUTUMN = Period(date(2024, 9, 10), date(2024, 10, 31))


def make_office(store: Store, chance: Random) -> None:
    """Some meetings and follow-ups to whomever, for wherever, as far as may be."""
    with writing(store, "commitment.create", by="Uji") as write:
        offices = [
            write.insert(Institution, name=f"Instansi {n}", kind="lainnya", level="lainnya", protocol_rank=900 - n)
            for n in range(4)
        ]
        posts = [
            write.insert(Position, institution_id=one, title="Kepala", leads=True, protocol_rank=1)
            for one in offices[:2]
        ]
        meetings = [
            insert_meeting(
                write, held_on=date(2024, 8, 1) + timedelta(days=chance.randrange(120)),
                topic_id=chance.choice([TOPIC, None]),
            )
            for _ in range(6)
        ]  # fmt: skip
        for number in range(60):
            due = chance.choice([None, TODAY + timedelta(days=chance.randrange(-20, 20))])
            one = write.insert(
                Commitment,
                meeting_id=chance.choice([*meetings, None]), topic_id=chance.choice([TOPIC, None]),
                order_no=number, kind="arahan", text=f"Butir {number}", due_date=due,
                due_source=chance.choice(["disepakati", "jadwal", "internal"]) if due else None,
            )  # fmt: skip
            for place in range(chance.randrange(4)):
                whom = chance.choice(
                    [{"institution_id": chance.choice(offices)}, {"position_id": chance.choice(posts)},
                     {"label": "Relawan"}, {"institution_id": chance.choice(offices), "via": "Semua"}]
                )  # fmt: skip
                state = chance.choice(list(COMMITMENT_STATES))
                write.insert(Addressee, commitment_id=one, order_no=place, state=state, **whom)
            for region in chance.sample(REGIONS, chance.randrange(3)):
                write.insert(CommitmentRegion, commitment_id=one, region_id=region)


def listed(store: Store, found: CommitmentFilter) -> int:
    return commitment_list(store, found, today=TODAY).count()


def require_own_lists(store: Store, row: Completion) -> None:
    assert listed(store, row.list_of()) == row.total
    assert listed(store, row.list_of(LATE)) == row.late
    for state, count in row.counts.items():
        assert listed(store, row.list_of(state)) == count, state


@pytest.mark.parametrize("scope", [Scope(), Scope(AUTUMN), Scope(AUTUMN, topic=TOPIC)], ids=str)
def test_each_number_opens_the_list_it_counts(store: Store, scope: Scope) -> None:
    make_office(store, Random(str(scope)))
    whole = overall(store, scope, TODAY)
    require_own_lists(store, whole)
    for way in WAYS:
        rows = completion(store, way, scope, TODAY)
        assert rows, way
        for row in rows:
            require_own_lists(store, row)


def test_by_month_every_follow_up_of_a_meeting_is_in_one_row(store: Store) -> None:
    make_office(store, Random(1))
    rows = completion(store, "month", Scope(AUTUMN), TODAY)
    assert sum(row.total for row in rows) == overall(store, Scope(AUTUMN), TODAY).total
    assert [row.day for row in rows] == sorted({date(2024, row.day.month, 1) for row in rows if row.day})


def test_what_was_given_up_is_no_shortcoming_and_hundred_means_all() -> None:
    def of(**counts: int) -> Completion:
        return Completion("", dict.fromkeys(COMMITMENT_STATES, 0) | counts, 0, CommitmentFilter())

    assert of(selesai_laporan=1, selesai_bukti=1, dihentikan=3).percent == 100
    assert of(selesai_laporan=199, belum=1).percent == 99
    assert of(dihentikan=2).percent is None


def test_an_institution_named_by_itself_and_in_a_group_is_as_far_as_the_least(store: Store) -> None:
    with writing(store, "commitment.create", by="Uji") as write:
        office: UUID = write.insert(Institution, name="Balai", kind="lainnya", level="lainnya", protocol_rank=1)
        one = write.insert(Commitment, order_no=1, kind="arahan", text="Pompa")
        for place, state in enumerate(("selesai_bukti", "proses")):
            write.insert(Addressee, commitment_id=one, order_no=place, state=state, institution_id=office)
    (row,) = completion(store, "institution", Scope(), TODAY)
    assert (row.name, row.counts["proses"], row.total, row.percent) == ("Balai", 1, 1, 0)
