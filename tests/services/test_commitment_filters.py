"""What a filter of the register says: every field in words, and on paper nothing that accuses or is internal."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from desktop.base.folding import fold
from desktop.models.identity import new_id
from desktop.models.queries.commitment_filter import LATE, NO_INSTITUTION, CommitmentFilter
from desktop.models.queries.lookup import Lookup
from desktop.models.store import Store
from desktop.services.commitment_filters import ATTENTION_WORDS, USUAL, is_internal, said, scope_lines
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting

TODAY = date(2024, 10, 10)


def words(store: Store, **asked: object) -> list[str]:
    return [one.words for one in said(store, CommitmentFilter(**asked))]  # type: ignore[arg-type]


def test_records_are_called_by_their_names(sqlite_store: Store) -> None:
    known = Lookup.read(sqlite_store)
    kpu, tuban = known.institutions[fold("KPU Provinsi Jawa Timur")], known.regions[fold("Kabupaten Tuban")]
    meeting, _ = create_meeting(Desk(sqlite_store, "Uji"), title="Rakor Banjir", held_on=date(2024, 10, 3))
    assert words(sqlite_store, institution=kpu, part="terbuka", region=tuban, meeting=meeting) == [
        "Instansi: KPU Provinsi Jawa Timur (bagiannya belum selesai)",
        "Wilayah: Kabupaten Tuban",
        "Rapat: Rakor Banjir, 3 Oktober 2024",
    ]
    assert words(sqlite_store, region=new_id()) == ["Wilayah: yang sudah dihapus"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2024, 10, 1), date(2024, 10, 31), "1 Oktober 2024 s.d. 31 Oktober 2024"),
        (date(2024, 10, 1), date(2024, 10, 1), "1 Oktober 2024"),
        (date(2024, 10, 1), None, "mulai 1 Oktober 2024"),
        (None, date(2024, 10, 31), "s.d. 31 Oktober 2024"),
    ],
)
def test_a_span_of_days_is_one_thing(sqlite_store: Store, first: date, last: date, told: str) -> None:
    assert words(sqlite_store, due_from=first, due_until=last) == [f"Batas waktu: {told}"]


def test_every_field_is_told_and_can_be_taken_away_by_what_is_told(sqlite_store: Store) -> None:
    one, nothing = new_id(), CommitmentFilter()
    asked = CommitmentFilter(
        institution=one, part="selesai", standing="proses", without="wilayah", related=one, region=one, topic=one, meeting=one, forum=one, issue=one,
        item=one, kind="arahan", held_from=TODAY, held_until=TODAY, due_from=TODAY, due_until=TODAY, due_source="tanpa", silent=True, unreported=True,
        escalated=True, survived=True, evidence=False,
    )  # fmt: skip
    told = [name for each in said(sqlite_store, asked) for name in each.fields]
    assert sorted([*told, "state", "text"]) == sorted(field.name for field in fields(asked))
    assert replace(asked, **{name: getattr(nothing, name) for name in told}) == nothing


def test_a_paper_that_leaves_calls_nobody_late(sqlite_store: Store) -> None:
    late = CommitmentFilter(state="terlambat")
    assert scope_lines(sqlite_store, late, TODAY, internal=False) == (
        "Belum selesai, batas waktu sebelum 10 Oktober 2024",
    )
    assert scope_lines(sqlite_store, late, TODAY, internal=True) == ("Terlambat",)
    for asked in (CommitmentFilter(standing=LATE), CommitmentFilter(without=NO_INSTITUTION, part=LATE)):
        (told,) = scope_lines(sqlite_store, asked, TODAY, internal=False)
        assert "terlambat" not in told.lower()
        assert "batas waktu sebelum 10 Oktober 2024" in told


def test_what_picks_by_the_offices_own_matters_is_internal() -> None:
    assert is_internal(CommitmentFilter(due_source="internal"))
    assert all(is_internal(CommitmentFilter(**{field: True})) for field in ATTENTION_WORDS)  # type: ignore[arg-type]
    assert not is_internal(CommitmentFilter(state="terlambat", kind="arahan", evidence=True))


def test_the_filters_offered_can_be_kept_and_have_names_of_their_own() -> None:
    assert len({name for name, _ in USUAL}) == len(USUAL)
    assert all(CommitmentFilter.from_plain(asked.to_plain()) == asked for _, asked in USUAL)
