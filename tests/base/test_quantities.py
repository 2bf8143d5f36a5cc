"""Quantities as people type them into a form or a message, and as they are read."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.errors import InvalidInput
from desktop.base.quantities import Quantity, parse_quantity, quantities_in, quantity_text, typed_quantity

TYPED = {
    "95 persen": Quantity(95, 100, "%"),
    "95%": Quantity(95, 100, "%"),
    "sudah 78,5 %": Quantity(78.5, 100, "%"),
    "78.5 prosen": Quantity(78.5, 100, "%"),
    "320/400 TPS": Quantity(320, 400, "TPS"),
    "320 / 400": Quantity(320, 400),
    "1.250 dari 2.000": Quantity(1250, 2000),
    "1 250 dari 2 000 kotak suara": Quantity(1250, 2000, "kotak suara"),
    "320 TPS dari 400 TPS": Quantity(320, 400, "TPS"),
    "baru 320 kotak dari total 400": Quantity(320, 400, "kotak"),
    "95/100 %": Quantity(95, 100, "%"),
    "7 kecamatan": Quantity(7, None, "kecamatan"),
    " 320 ": Quantity(320),
    "0": Quantity(0),
    "Rp1.250.000 dari Rp2.000.000": Quantity(1_250_000, 2_000_000, "Rp"),
    "Rp 500.000,00": Quantity(500_000, None, "Rp"),
    "420 dari 400 TPS.": Quantity(420, 400, "TPS"),
    "Realisasi: 3 dari 8 KPU kab/kota": Quantity(3, 8, "KPU kab/kota"),
}


@pytest.mark.parametrize("typed", TYPED)
def test_what_people_type_is_understood(typed: str) -> None:
    assert parse_quantity(typed) == TYPED[typed]


@pytest.mark.parametrize(
    "typed",
    ["", "banyak", "sekitar 95 persen", "26/9/2024", "5 dari 0 TPS", "-3", "95 persen dari 400 TPS", "10 20",
     "1.2.3", f"3 {'x' * 41}", "3 dari 8, sisanya besok 5",
     "9" * 20],
)  # fmt: skip
def test_what_is_none_is_refused_with_what_to_do(typed: str) -> None:
    with pytest.raises(InvalidInput) as found:
        parse_quantity(typed, "cell")
    assert found.value.field == "cell"
    assert found.value.advice


def test_it_reads_as_one_says_it() -> None:
    assert quantity_text(95, 100, "%") == "95%"
    assert quantity_text(320, 400, "TPS") == "320 dari 400 TPS (80%)"
    assert quantity_text(7, None, "kecamatan") == "7 kecamatan"
    assert quantity_text(1_250_000, 2_000_000, "Rp") == "Rp1.250.000 dari Rp2.000.000 (63%)"
    assert quantity_text(None) == ""


_UNITS = st.sampled_from([None, "TPS", "kotak suara", "KPU kab/kota", "Rp"])
_AMOUNTS = st.integers(0, 10**9) | st.integers(0, 10**6).map(lambda one: one / 100)


@given(_AMOUNTS, st.none() | st.integers(1, 10**9), _UNITS)
@settings(max_examples=50)
def test_what_is_shown_to_be_changed_is_read_back_as_it_was(
    amount: float, target: int | None, unit: str | None
) -> None:
    assert parse_quantity(typed_quantity(amount, target, unit)) == Quantity(amount, target, unit)


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_no_text_is_too_strange(text: str) -> None:
    list(quantities_in(text))
    with suppress(InvalidInput):
        parse_quantity(text)


def test_in_a_message_only_shares_are_proposed() -> None:
    told = "Rapat 26/9 di KPU jam 14.05, HP 0812-3456: sudah 320 dari 400 TPS, dana 95%, 12/38 kec siap, 5 orang."
    assert list(quantities_in(told)) == [
        Quantity(320, 400, "TPS"),
        Quantity(95, 100, "%"),
        Quantity(12, 38, "kec"),
    ]
