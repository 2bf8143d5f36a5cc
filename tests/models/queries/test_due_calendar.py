"""The register on a calendar and in groups: the same follow-ups as its list, each where it belongs."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from desktop.base.folding import fold
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.directory import search_positions
from desktop.models.queries.due_calendar import DueDay, due_days, on_day
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.records import seq_of
from desktop.models.queries.register import commitment_list
from desktop.models.queries.register_groups import GroupedRegister
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.commitments import To, add_commitment, set_state, update_commitment
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting

TODAY = date(2024, 10, 21)  # a Monday
Office = dict[str, int]


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def office(store: Store) -> Office:
    """Five follow-ups of two meetings and of none, by their texts."""
    desk, regions = Desk(store, "Uji"), Lookup.read(store).regions
    tuban, gresik = regions[fold("Kabupaten Tuban")], regions[fold("Kabupaten Gresik")]
    first = create_meeting(desk, title="Rakor Satu", held_on=day(-20))[0]
    second = create_meeting(desk, title="Rakor Dua", held_on=day(-5))[0]
    post = search_positions(store, "polres tuban", TODAY)[0].id
    made: dict[str, UUID] = {}

    def add(text: str, *words: str, **values: object) -> None:
        to = [one for word in words for one in addressees_named(store, word)] or [To(position_id=post)]
        made[text] = add_commitment(desk, kind="arahan", text=text, to=to, **values)[0]

    add(
        "data",
        "KPU kabupaten/kota",
        meeting_id=first,
        due_date=day(-1),
        due_source="disepakati",
        regions=[tuban, gresik],
    )
    add("gudang", "Polres Tuban", meeting_id=second, due_date=day(3), due_source="jadwal", regions=[tuban])
    add("tim", meeting_id=second, due_date=day(3), due_source="internal")
    add("kirab", "Panitia Kirab", due_date=day(20), due_source="jadwal")
    add("lama", "Polres Tuban", "KPU Provinsi Jawa Timur")
    update_commitment(desk, made["lama"], due_date=day(-1), due_source="jadwal")
    parts = store.rows("SELECT id FROM addressee WHERE commitment_id = " + store.mark, (made["lama"],))
    set_state(desk, [UUID(bytes=one) if isinstance(one, bytes) else one for (one,) in parts], "selesai_bukti")
    return {text: seq_of(store, "commitment", one) for text, one in made.items()}


def shown(store: Store, office: Office, by: str, **asked: object) -> list[tuple[str, list[str]]]:
    words = {seq: text for text, seq in office.items()}
    register = GroupedRegister(store, CommitmentFilter(**asked), by, today=TODAY, order="text")  # type: ignore[arg-type]
    return [(one.name, [words[seq] for seq in one.seqs]) for one in register.groups]


def test_groups_read_as_an_office_says_them(store: Store, office: Office) -> None:
    assert shown(store, office, "region") == [
        ("Kabupaten Tuban", ["data", "gudang"]),
        ("Kabupaten Gresik", ["data"]),
        ("Tanpa wilayah", ["kirab", "lama", "tim"]),
    ]
    assert shown(store, office, "meeting", text="gudang") == [("Rakor Dua, 16 Oktober 2024", ["gudang"])]
    assert shown(store, office, "week", state="terbuka")[:2] == [
        ("14 Oktober 2024 s.d. 20 Oktober 2024", ["data"]),
        ("21 Oktober 2024 s.d. 27 Oktober 2024", ["gudang", "tim"]),
    ]


def test_every_day_of_the_calendar_counts_what_its_list_shows(store: Store, office: Office) -> None:
    for asked in (CommitmentFilter(), CommitmentFilter(state="terbuka"), CommitmentFilter(due_from=day(0))):
        found = due_days(store, asked, day(-30), day(30), today=TODAY)
        for one in (day(offset) for offset in range(-30, 31)):
            listed = commitment_list(store, on_day(asked, one), today=TODAY).count()
            assert listed == (found[one].total if one in found else 0)


def test_the_calendar_tells_late_from_soon_later_internal_and_done(store: Store, office: Office) -> None:
    found = due_days(store, CommitmentFilter(), day(-30), day(30), today=TODAY)
    assert found == {
        day(-1): DueDay(late=1, soon=0, later=0, internal=0, done=1),
        day(3): DueDay(late=0, soon=1, later=0, internal=1, done=0),
        day(20): DueDay(late=0, soon=0, later=1, internal=0, done=0),
    }
