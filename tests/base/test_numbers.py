from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import InvalidInput
from desktop.base.numbers import grouped, parse_integer, parse_number, percent, plain, share


def test_thousands_are_apart():
    assert grouped(1026363) == "1.026.363"
    assert grouped(-1026363.5, 1) == "-1.026.363,5"
    assert grouped(-0.001) == "0"


def test_halves_are_rounded_as_people_round():
    assert grouped(2.675, 2) == "2,68"
    assert grouped(0.5) == "1"


def test_percentages():
    assert percent(78.8) == "78,80%"
    assert percent(78.8, 0) == "79%"
    assert percent(None) == "–"
    assert share(30, 38) == "79%"
    assert share(1, 0) == "–"


def test_no_more_decimals_than_needed():
    assert [plain(78.5), plain(1000), plain(100.0)] == ["78,5", "1.000", "100"]


def test_a_number_of_any_length_is_written():
    assert plain(1e27) == "1" + ".000" * 9
    assert len(plain(1e308)) == 309 + 102


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.026.363", "1026363"), ("1026363", "1026363"), ("1 026 363", "1026363"), ("1,026,363", "1026363"),
        ("78,5", "78.5"), ("78.5", "78.5"), ("1.026", "1026"), ("1.026,5", "1026.5"), ("1,026.5", "1026.5"),
        ("0.125", "0.125"), ("95 persen", "95"), ("95%", "95"), ("Rp1.000.000,00", "1000000"), ("-3", "-3"),
        ("−3", "-3"), (" 1.026\u00a0", "1026"),
    ],
)  # fmt: skip
def test_a_number_is_understood_as_people_write_it(typed, number):
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "%", "abc", "1..2", "1.0.3", "1,00,000", "12 34", "1e5", "NaN", "٣", "9" * 40]
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(InvalidInput):
        parse_number(typed)


def test_a_fraction_is_no_whole_number():
    assert parse_integer("1.250") == 1250
    with pytest.raises(InvalidInput, match="bilangan bulat"):
        parse_integer("12,5")


@given(st.integers(-(10**15), 10**15))
def test_every_whole_number_we_print_is_read_back(number):
    assert parse_number(grouped(number)) == number


@given(st.decimals(-(10**9), 10**9, places=2))
def test_every_fraction_we_print_is_read_back(number):
    assert parse_number(grouped(number, 2)) == number
    assert parse_number(plain(number)) == number
