"""The register filtered by state: who still has something to do, what is late, what is done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.models.journal import writing
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.commitments import addressees_said
from desktop.models.queries.register import COMMITMENT_LIST, commitment_count, commitment_list
from desktop.models.store import Store
from desktop.models.tables import Addressee, Commitment

TODAY = date(2024, 10, 4)


def add(store: Store, text: str, *states: str, **values: Any) -> None:
    """A follow-up with one addressee for each state."""
    with writing(store, "commitment.create", by="Uji") as write:
        one = write.insert(Commitment, order_no=0, kind="permintaan", text=text, **values)
        write.insert_rows(
            Addressee,
            ("commitment_id", "order_no", "label", "state"),
            [(one, number, f"Dinas {number}", state) for number, state in enumerate(states)],
        )


@pytest.fixture
def register(store: Store) -> Store:
    """Follow-ups in every state, promised for a past day, a near one, or for internal use only."""
    past, near = date(2024, 10, 1), date(2024, 10, 9)
    add(store, "nobody named", due_date=past, due_source="disepakati")
    add(store, "one of two finished", "selesai_laporan", "proses", due_date=near, due_source="jadwal")
    add(store, "internal day", "belum", due_date=past, due_source="internal")
    add(store, "finished late", "selesai_bukti", due_date=past, due_source="disepakati")
    add(store, "given up", "dihentikan")
    return store


def texts(store: Store, state: str) -> set[str]:
    listing = commitment_list(store, CommitmentFilter(state=state), today=TODAY)
    return {row[2] for row in listing.head()}


def test_open_are_those_somebody_has_not_finished_and_those_for_nobody(register: Store) -> None:
    assert texts(register, "terbuka") == {"nobody named", "one of two finished", "internal day"}


def test_done_are_those_nobody_has_to_do_any_more(register: Store) -> None:
    assert texts(register, "selesai") == {"finished late", "given up"}


def test_late_is_only_what_was_promised_and_is_not_finished(register: Store) -> None:
    assert texts(register, "terlambat") == {"nobody named"}


@pytest.mark.parametrize(("days", "found"), [(-1, False), (0, True), (7, True), (8, False)])
def test_near_are_promised_days_from_today_to_the_seventh_after_it(store: Store, days: int, found: bool) -> None:
    add(store, "promised", "proses", due_date=TODAY + timedelta(days=days), due_source="jadwal")
    add(store, "internal", "proses", due_date=TODAY + timedelta(days=days), due_source="internal")
    add(store, "finished", "selesai_laporan", due_date=TODAY + timedelta(days=days), due_source="jadwal")
    assert texts(store, "due_soon") == ({"promised"} if found else set())


def test_the_counters_agree_with_the_lists(register: Store) -> None:
    count = commitment_count(register, today=TODAY)
    assert (count.total, count.open, count.late, count.soon) == (5, 3, 1, 1)
    assert texts(register, "due_soon") == {"one of two finished"}


def test_a_group_counts_once_where_addressees_are_shortened_and_is_named_once_in_full(store: Store) -> None:
    with writing(store, "commitment.create", by="Uji") as write:
        one = write.insert(Commitment, order_no=0, kind="permintaan", text="Kirim data", meeting_id=None)
        write.insert_rows(
            Addressee,
            ("commitment_id", "order_no", "label", "via", "state"),
            [
                (one, number, label, via, "belum")
                for number, (label, via) in enumerate(
                    [("KPU A", "KPU kabupaten"), ("KPU B", "KPU kabupaten"), ("Polda", None), ("Bawaslu", None)]
                )
            ],
        )
    (row,) = commitment_list(store, today=TODAY).head()
    named = dict(zip(COMMITMENT_LIST.names, row, strict=True))
    assert (named["addressees"], named["said"]) == (4, 3)
    assert addressees_said(store, [row[0]]) == {row[0]: ["KPU kabupaten", "Polda", "Bawaslu"]}
