"""Forum Rapat: the day the next meeting would usually be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.series import next_day

_TODAY = date(2024, 9, 26)  # a Thursday


@pytest.mark.parametrize(
    ("days", "expected", "rhythm"),
    [
        ([date(2024, 9, 12), date(2024, 9, 19)], date(2024, 9, 26), "tiap minggu, Kamis"),
        ([date(2024, 8, 29), date(2024, 9, 12)], date(2024, 9, 26), "tiap 2 minggu, Kamis"),
        ([date(2024, 7, 11), date(2024, 8, 8), date(2024, 9, 12)], date(2024, 10, 10), "tiap bulan, Kamis kedua"),
        ([date(2024, 7, 25), date(2024, 8, 29)], date(2024, 9, 26), "tiap bulan, Kamis terakhir"),
        # One that was put off by a day does not change the rhythm, its weekday counts as the last one's.
        ([date(2024, 8, 1), date(2024, 8, 8), date(2024, 8, 16), date(2024, 8, 22)], date(2024, 9, 26),
         "tiap minggu, Kamis"),
    ],
)  # fmt: skip
def test_the_next_day_follows_the_rhythm_of_the_last_ones(days: list[date], expected: date, rhythm: str) -> None:
    assert next_day(days, _TODAY) == (expected, rhythm)


def test_one_meeting_shows_no_rhythm() -> None:
    assert next_day([_TODAY], _TODAY) is None
    assert next_day([], _TODAY) is None


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=2, max_size=9, unique=True))
def test_a_proposal_is_the_last_ones_weekday_after_it_and_not_in_the_past(days: list[date]) -> None:
    found = next_day(days, _TODAY)
    assert found is not None
    assert found.day > max(days)
    assert found.day >= _TODAY
    assert found.day.weekday() == max(days).weekday()
    assert next_day([*days, max(days) - timedelta(days=1)], _TODAY) is not None
