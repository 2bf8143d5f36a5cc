"""One line names a guest; the commas of academic titles belong to the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.meetings.guest_line import read_guest


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("Bagus Pratama", ("Bagus Pratama", "", "")),
        ("Bagus Pratama, Lurah", ("Bagus Pratama", "Lurah", "")),
        ("Bagus Pratama, Lurah, Kelurahan Kepatihan", ("Bagus Pratama", "Lurah", "Kelurahan Kepatihan")),
        ("Dr. Sekar Ayu, S.STP., M.Si., Camat, Kecamatan Kota", ("Dr. Sekar Ayu, S.STP., M.Si.", "Camat", "Kecamatan Kota")),
        ("Bagus, SH, MM, Kabag Ops, Polres", ("Bagus, SH, MM", "Kabag Ops", "Polres")),
        ("dr. Dewi, Sp.PD., RSUD", ("dr. Dewi, Sp.PD.", "RSUD", "")),
        ("Bagus, KPU", ("Bagus", "KPU", "")),
        ("Bagus, , Dinas Perhubungan", ("Bagus", "Dinas Perhubungan", "")),
        ("Bagus, Staf, Bagian Umum, Setda", ("Bagus", "Staf", "Bagian Umum, Setda")),
    ],
)  # fmt: skip
def test_a_line_is_read_as_name_post_and_institution(line: str, guest: tuple[str, str, str]) -> None:
    assert read_guest(line) == guest


@given(st.lists(st.text(alphabet="abcdefghij ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_nothing_typed_is_lost(parts: list[str]) -> None:
    assert ", ".join(filter(None, read_guest(", ".join(parts)))) == ", ".join(parts)
