"""Spans of days are whole months, quarters and years, and are called so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.periods import Period, month, quarter, usual_periods, whole_year

DAYS = st.dates(date(1901, 1, 1), date(2198, 12, 31))


@given(DAYS)
def test_a_day_is_within_its_month_quarter_and_year_each_within_the_next(day: date) -> None:
    spans = [month(day), quarter(day), whole_year(day)]
    assert all(one.first <= day <= one.last for one in spans)
    assert [one.first for one in spans] == sorted((one.first for one in spans), reverse=True)
    assert [one.last for one in spans] == sorted(one.last for one in spans)


@given(DAYS)
def test_what_was_last_ends_the_day_before_what_is_now(day: date) -> None:
    usual = usual_periods(day)
    for now, last in (("bulan_ini", "bulan_lalu"), ("triwulan_ini", "triwulan_lalu"), ("tahun_ini", "tahun_lalu")):
        assert usual[last].last + timedelta(days=1) == usual[now].first


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), "Februari 2024"),
        (date(2024, 12, 1), date(2024, 12, 31), "Desember 2024"),
        (date(2024, 7, 1), date(2024, 9, 30), "Triwulan III Tahun 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "Tahun 2024"),
        (date(2024, 9, 26), date(2024, 9, 26), "26 September 2024"),
        (date(2024, 9, 1), date(2024, 9, 29), "1 September 2024 s.d. 29 September 2024"),
    ],
)
def test_a_period_is_called_by_its_usual_name(first: date, last: date, words: str) -> None:
    assert Period(first, last).words == words


def test_ends_given_the_other_way_round_are_the_same_period() -> None:
    assert Period(date(2024, 9, 30), date(2024, 9, 1)) == month(date(2024, 9, 10))
