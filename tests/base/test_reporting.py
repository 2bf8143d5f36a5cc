"""Days, weeks and months something is reported for, also where a week is of two years."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.base.reporting import period_of, period_words, repeats_of


@pytest.mark.parametrize(
    ("day", "repeats", "period", "words"),
    [
        (date(2024, 10, 3), "harian", "2024-10-03", "3 Oktober 2024"),
        (date(2024, 10, 3), "mingguan", "2024-W40", "minggu ke-40 (30 September s.d. 6 Oktober 2024)"),
        (date(2024, 10, 9), "mingguan", "2024-W41", "minggu ke-41 (7 s.d. 13 Oktober 2024)"),
        (date(2024, 12, 31), "mingguan", "2025-W01", "minggu ke-1 (30 Desember 2024 s.d. 5 Januari 2025)"),
        (date(2024, 10, 31), "bulanan", "2024-10", "Oktober 2024"),
    ],
)
def test_a_day_belongs_to_its_period(day: date, repeats: str, period: str, words: str) -> None:
    assert period_of(day, repeats) == period
    assert repeats_of(period) == repeats
    assert period_words(period) == words
    assert repeats_of(None) is None
