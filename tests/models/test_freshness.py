"""How old a report may be before it is asked for again, by the nearness of the topic's day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.models.freshness import longest_age, needs_confirmation

EVENT = date(2024, 11, 27)


@pytest.mark.parametrize(
    ("days_before", "age"), [(62, 30), (31, 30), (30, 7), (8, 7), (7, 1), (1, 1), (0, 1), (-10, 1)]
)
def test_the_nearer_the_day_the_fresher(days_before: int, age: int) -> None:
    today = EVENT - timedelta(days=days_before)
    assert longest_age(EVENT, today) == age
    assert not needs_confirmation(today - timedelta(days=age), EVENT, today)
    assert needs_confirmation(today - timedelta(days=age + 1), EVENT, today)


def test_without_a_day_a_report_stays_fresh_for_a_month() -> None:
    assert longest_age(None, EVENT) == 30
