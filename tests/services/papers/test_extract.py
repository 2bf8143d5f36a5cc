"""An extract holds what concerns its institution and nothing of any other."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base.errors import InvalidInput, NotFound
from desktop.documents.extract_content import ExtractContent
from desktop.models.queries.attendance import participants
from desktop.models.queries.commitments import commitments_of
from desktop.models.store import Store
from desktop.services.addressees import addressees_named
from desktop.services.attendance import invite
from desktop.services.capture import add_statement
from desktop.services.commitments import add_commitment, set_state
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.services.papers.catalogue import chosen_by_words, chosen_words
from desktop.services.papers.extract import extract_content, institutions_concerned

NAMES = (
    "KPU Kabupaten Tuban", "KPU Kabupaten Gresik", "Polres Mojokerto", "Polres Mojokerto Kota", "Bakorwil Bojonegoro",
)  # fmt: skip
TUBAN, GRESIK, POLRES, POLRES_KOTA, HOST = NAMES


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


def known(desk: Desk) -> dict[str, UUID]:
    found = {name: addressees_named(desk.store, name)[0].institution_id for name in NAMES}
    return {name: one for name, one in found.items() if one is not None}


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    one, _ = create_meeting(desk, title="Rakor", held_on=date(2024, 10, 3))
    invite(desk, one, [{"institution_id": institution} for institution in known(desk).values()])
    return one


def extract(desk: Desk, meeting: UUID, name: str) -> ExtractContent:
    return extract_content(desk.store, meeting, institution=known(desk)[name])


def seat(desk: Desk, meeting: UUID, name: str) -> UUID:
    return next(one.id for one in participants(desk.store, meeting) if one.institution == name)


@given(
    said=st.lists(st.integers(0, 4), max_size=4),
    concluded=st.lists(st.sets(st.integers(0, 3), max_size=2), max_size=4),
    tasks=st.lists(st.sets(st.integers(0, 4), min_size=1, max_size=3), max_size=4),
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_extract_holds_an_item_of_another_institution(
    sqlite_store: Store, said: list[int], concluded: list[set[int]], tasks: list[set[int]]
) -> None:
    desk = Desk(sqlite_store, "Uji")
    ids = known(desk)
    meeting, _ = create_meeting(desk, title="Rakor", held_on=date(2024, 10, 3))
    invite(desk, meeting, [{"institution_id": one} for one in ids.values()])
    owners: dict[str, set[str]] = {}
    for number, one in enumerate(said):
        owners[f"ucapan{number}."] = {NAMES[one]}
        add_statement(
            desk, meeting, kind="laporan", text=f"ucapan{number}.", speaker_id=seat(desk, meeting, NAMES[one])
        )
    for number, named in enumerate(concluded):
        words = " dan ".join(NAMES[one] for one in sorted(named)) or "Semua"
        owners[f"simpulan{number}."] = {NAMES[one] for one in named} or set(NAMES)
        add_statement(desk, meeting, kind="kesimpulan", text=f"{words} bekerja, simpulan{number}.")
    for number, to in enumerate(tasks):
        owners[f"tugas{number}."] = {NAMES[one] for one in to}
        addressees = [one for place in sorted(to) for one in addressees_named(desk.store, NAMES[place])]
        add_commitment(desk, kind="arahan", text=f"tugas{number}.", to=addressees, meeting_id=meeting)
    for name, one in ids.items():
        printed = str(extract_content(desk.store, meeting, institution=one))
        assert {token for token in owners if token in printed} == {
            token for token, of in owners.items() if name in of
        }


def test_a_shared_follow_up_stands_with_ones_own_state_and_no_other_addressee(desk: Desk, meeting: UUID) -> None:
    to = [one for name in (TUBAN, GRESIK) for one in addressees_named(desk.store, name)]
    add_commitment(
        desk, kind="arahan", text="Kirim data", to=to, meeting_id=meeting, due_date=date(2024, 10, 9),
        due_source="internal",
    )  # fmt: skip
    [shared] = commitments_of(desk.store, meeting)
    set_state(desk, [one.id for one in shared.addressees if one.institution == TUBAN], "proses")
    (row,) = extract(desk, meeting, TUBAN).follow_ups
    assert (row.responsible, row.related, row.status, row.due) == ((TUBAN,), (), "Dalam proses", None)
    (row,) = extract(desk, meeting, GRESIK).follow_ups
    assert row.status == "Belum ditindaklanjuti"


def test_a_conclusion_for_a_group_goes_to_its_members(desk: Desk, meeting: UUID) -> None:
    add_statement(desk, meeting, kind="kesimpulan", text="KPU kabupaten/kota menuntaskan logistik.")
    assert [len(extract(desk, meeting, name).decisions) for name in NAMES] == [1, 1, 0, 0, 0]


def test_a_conclusion_of_what_the_host_does_is_for_all(desk: Desk, meeting: UUID) -> None:
    add_statement(desk, meeting, kind="kesimpulan", text="Bakorwil Bojonegoro mengundang rapat berikutnya.")
    assert all(extract(desk, meeting, name).decisions for name in NAMES)


def test_a_conclusion_goes_to_whoever_has_a_follow_up_from_it(desk: Desk, meeting: UUID) -> None:
    concluded, _ = add_statement(desk, meeting, kind="kesimpulan", text="Data dikirim segera.")
    to = addressees_named(desk.store, GRESIK)
    add_commitment(desk, kind="arahan", text="Kirim", to=to, meeting_id=meeting, statement_id=concluded)
    assert [bool(extract(desk, meeting, name).decisions) for name in (TUBAN, GRESIK)] == [False, True]


def test_institutions_are_chosen_by_their_names_and_a_doubtful_one_lists_those_meant(
    desk: Desk, meeting: UUID
) -> None:
    chosen = chosen_by_words(desk.store, "extract", meeting, {"institution": "kabupaten tuban"})
    assert chosen == {"institution": known(desk)[TUBAN]}
    assert chosen_words(desk.store, "extract", meeting, chosen) == TUBAN
    exact = chosen_by_words(desk.store, "extract", meeting, {"institution": "polres mojokerto"})
    assert exact == {"institution": known(desk)[POLRES]}
    with pytest.raises(InvalidInput, match=f"beberapa. Yang ada: {TUBAN}, {GRESIK}."):
        chosen_by_words(desk.store, "extract", meeting, {"institution": "kpu"})
    with pytest.raises(InvalidInput, match=r"pilihan “order”\. Yang dapat dipilih: institution"):
        chosen_by_words(desk.store, "extract", meeting, {"order": "wilayah"})


def test_a_meeting_without_institutions_has_no_extract_and_says_why(desk: Desk) -> None:
    empty, _ = create_meeting(desk, title="Rakor", held_on=date(2024, 10, 3))
    assert institutions_concerned(desk.store, empty) == []
    with pytest.raises(NotFound, match="belum punya instansi"):
        extract_content(desk.store, empty)
