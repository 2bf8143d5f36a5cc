"""The register in groups holds what the list holds, under each heading it belongs to, on both engines."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from desktop.models.journal import writing
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import all_commitments
from desktop.models.queries.register import commitment_list
from desktop.models.queries.register_groups import GROUPINGS, GroupedRegister
from desktop.models.queries.typed import ID
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment, CommitmentRegion
from desktop.models.words import COMMITMENT_STATES, DUE_SOURCES
from tests.models.made_up import insert_meeting

TODAY = date(2024, 10, 20)


@pytest.fixture
def register(store: Store) -> Store:
    """Forty follow-ups of random meetings, regions, days and addressees, some of whom no directory knows."""
    chance = Random(7)
    institutions = [
        ID.python_value(one) for (one,) in store.rows("SELECT id FROM institution ORDER BY seq LIMIT 4")
    ]
    posts = [ID.python_value(one) for (one,) in store.rows("SELECT id FROM position ORDER BY seq DESC LIMIT 2")]
    regions = [ID.python_value(one) for (one,) in store.rows("SELECT id FROM region ORDER BY seq LIMIT 3")]
    with writing(store, "commitment.create", by="Uji") as write:
        meetings = [insert_meeting(write, held_on=TODAY - timedelta(days=7 * number)) for number in range(3)]
        for number in range(40):
            due = chance.choice((None, TODAY + timedelta(days=chance.randrange(-20, 20))))
            one = write.insert(
                Commitment,
                order_no=1, kind="arahan", text=f"Butir {chance.randrange(1000)} {number}", due_date=due,
                meeting_id=chance.choice((None, *meetings)),
                due_source=chance.choice(tuple(DUE_SOURCES)) if due else None,
            )  # fmt: skip
            to = chance.sample([*institutions, *posts, None, None], chance.randrange(4))
            write.insert_rows(
                Addressee,
                ("commitment_id", "order_no", "institution_id", "position_id", "label", "state"),
                [
                    (
                        one, order, who if who in institutions else None, who if who in posts else None,
                        None if who else f"Warga {order}", chance.choice(tuple(COMMITMENT_STATES)),
                    )
                    for order, who in enumerate(to)
                ],
            )  # fmt: skip
            for region in chance.sample(regions, chance.choice((0, 1, 2))):
                write.insert(CommitmentRegion, commitment_id=one, region_id=region)
    return store


def parted(store: Store, by: str, asked: CommitmentFilter | None = None) -> GroupedRegister:
    return GroupedRegister(store, asked or CommitmentFilter(), by, today=TODAY)


@pytest.mark.parametrize("asked", [CommitmentFilter(), CommitmentFilter(state="terbuka", text="butir")])
def test_every_follow_up_stands_once_under_each_of_its_headings_in_the_order_of_the_list(
    register: Store, asked: CommitmentFilter
) -> None:
    listed = [seq for chunk in commitment_list(register, asked, today=TODAY).key_chunks() for seq in chunk]
    for by in GROUPINGS:
        found = parted(register, by, asked)
        keys = [group.key for group in found.groups]
        assert len(set(keys)) == len(keys), by
        assert {seq for group in found.groups for seq in group.seqs} == set(listed), by
        for group in found.groups:
            assert len(group.seqs) == group.count, by
            assert list(group.seqs) == [seq for seq in listed if seq in group.seqs], by
        for seq in listed[:5]:
            assert found.groups_of(seq) == {group.key for group in found.groups if seq in group.seqs}, by


def test_the_headings_are_whose_it_is_where_in_which_meeting_and_in_which_week(register: Store) -> None:
    wanted: dict[str, set[tuple[str, int]]] = {by: set() for by in GROUPINGS}
    regions = register.rows(
        "SELECT commitment.seq, commitment_region.region_id FROM commitment "
        "LEFT JOIN commitment_region ON commitment_region.commitment_id = commitment.id"
    )
    wanted["region"] = {(_key(ID.python_value(region)), seq) for seq, region in regions}
    for one in all_commitments(register):
        wanted["meeting"].add((_key(one.meeting_id), one.seq))
        monday = one.due_date - timedelta(days=one.due_date.weekday()) if one.due_date else None
        wanted["week"].add((_key(monday), one.seq))
        for part in one.addressees:
            post = register.one(
                f"SELECT institution_id FROM position WHERE id = {register.mark}", (part.position_id,)
            )
            own = part.institution_id or (ID.python_value(post[0]) if post else None)
            wanted["institution"].add((_key(own), one.seq))
        if not one.addressees:
            wanted["institution"].add(("", one.seq))
    for by, pairs in wanted.items():
        groups = parted(register, by).groups
        assert {(group.key, seq) for group in groups for seq in group.seqs} == pairs, by
        assert groups[-1].key == "", by
    weeks = [group.key for group in parted(register, "week").groups[:-1]]
    assert weeks == sorted(weeks)


def _key(value: object) -> str:
    return "" if value is None else str(value)


def test_a_group_stays_as_long_as_it_was_counted(register: Store) -> None:
    (*_, last) = parted(register, "week").groups
    gone = ID.python_value(
        register.rows("SELECT id FROM commitment WHERE due_date IS NULL ORDER BY seq LIMIT 1")[0][0]
    )
    assert gone is not None
    with writing(register, "commitment.update", by="Uji") as write:
        write.update(Commitment, gone, due_date=TODAY, due_source="jadwal")
    assert (len(last.seqs), list(last.seqs).count(0)) == (last.count, 1)
