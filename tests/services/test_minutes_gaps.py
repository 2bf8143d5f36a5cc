"""The assistant lists what is missing and nothing else."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting, update_meeting
from desktop.services.minutes_gaps import minutes_gaps


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "Uji")


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def words(desk: Desk, meeting: UUID) -> list[str]:
    return [gap.words for gap in minutes_gaps(desk.store, meeting)]


def test_an_empty_meeting_lacks_everything_but_a_number(desk: Desk) -> None:
    empty = create_meeting(desk, title="Rakor Uji", held_on=date(2024, 10, 3))[0]
    found = words(desk, empty)
    assert found == [
        "Waktu mulai rapat belum diisi.", "Tempat rapat belum diisi.", "Acara rapat belum ditulis.",
        "Pencatat rapat belum dipilih.", "Pimpinan rapat belum tercatat hadir.", "Belum ada yang tercatat hadir.",
        "Kata pembukaan belum ditulis.", "Pembahasan masih kosong.", "Kesimpulan rapat belum dicatat.",
        "Penutup belum ditulis.",
    ]  # fmt: skip


def test_what_was_filled_in_is_no_gap_any_more(desk: Desk, meeting: UUID) -> None:
    before = words(desk, meeting)
    assert "Penutup belum ditulis." in before
    update_meeting(desk, meeting, closing="Rapat ditutup.", starts_at=time(9))
    assert set(before) - set(words(desk, meeting)) == {"Penutup belum ditulis.", "Waktu mulai rapat belum diisi."}


def test_every_gap_leads_somewhere(desk: Desk, meeting: UUID) -> None:
    tabs = {gap.tab for gap in minutes_gaps(desk.store, meeting)}
    assert tabs <= {"preparation", "attendance", "capture", "followup", "minutes"}


def test_a_number_used_twice_is_pointed_out(desk: Desk, meeting: UUID) -> None:
    other = create_meeting(desk, title="Rakor Lain", held_on=date(2024, 10, 3))[0]
    for one in (other, meeting):
        update_meeting(desk, one, minutes_number="005/12/2024", minutes_date=date(2024, 10, 4))
    assert words(desk, meeting)[0] == "Nomor 005/12/2024 sudah dipakai notula “Rakor Lain”, 3 Oktober 2024."


def test_a_number_comes_with_its_date(desk: Desk, meeting: UUID) -> None:
    update_meeting(desk, meeting, minutes_number="005/12/2024")
    assert words(desk, meeting)[0] == "Nomor notula belum disertai tanggal."
