"""Days, weeks and months something is reported for, also where a week is of two years."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.base.reporting import how_often, is_period, period_of, period_words, repeats_of


@pytest.mark.parametrize(
    ("day", "repeats", "period", "words"),
    [
        (date(2024, 10, 3), "harian", "2024-10-03", "3 Oktober 2024"),
        (date(2024, 10, 3), "mingguan", "2024-W40", "minggu ke-40 (30 September s.d. 6 Oktober 2024)"),
        (date(2024, 10, 9), "mingguan", "2024-W41", "minggu ke-41 (7 s.d. 13 Oktober 2024)"),
        (date(2024, 12, 31), "mingguan", "2025-W01", "minggu ke-1 (30 Desember 2024 s.d. 5 Januari 2025)"),
        (
            date(2024, 9, 26),
            "dua_mingguan",
            "2024-W39-40",
            "minggu ke-39 dan 40 (23 September s.d. 6 Oktober 2024)",
        ),
        (
            date(2024, 10, 3),
            "dua_mingguan",
            "2024-W39-40",
            "minggu ke-39 dan 40 (23 September s.d. 6 Oktober 2024)",
        ),
        (date(2021, 1, 1), "dua_mingguan", "2020-W53-53", "minggu ke-53 (28 Desember 2020 s.d. 3 Januari 2021)"),
        (date(2024, 10, 31), "bulanan", "2024-10", "Oktober 2024"),
    ],
)
def test_a_day_belongs_to_its_period(day: date, repeats: str, period: str, words: str) -> None:
    assert period_of(day, repeats) == period
    assert repeats_of(period) == repeats
    assert period_words(period) == words
    assert repeats_of(None) is None
    assert is_period(period, repeats)


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("2024-10-03", "mingguan"), ("2024-W40", "harian"), ("2024-W54", "mingguan"), ("2024-13", "bulanan"),
        ("2024-W40-41", "dua_mingguan"), ("2024-02-30", "harian"), ("", "harian"), ("Oktober", "bulanan"),
    ],
)  # fmt: skip
def test_what_names_no_such_period_is_none(text: str, repeats: str) -> None:
    assert not is_period(text, repeats)


@pytest.mark.parametrize(
    ("words", "often"),
    [
        ((None, "laporan/hari", "Laporan harian"), None),
        (("", None, ""), None),
        (("bulanan", "laporan/hari", ""), "bulanan"),
        (("berkala", "kegiatan/hari", "Rapat mingguan"), "harian"),
        (("berkala", "hari", ""), "harian"),
        (("berkala", "kali/minggu", ""), "mingguan"),
        (("berkala", "laporan/2 minggu", ""), "dua_mingguan"),
        (("berkala", "% perkara", ""), "mingguan"),
        (("berkala", None, "Laporan situasi harian"), "harian"),
    ],
)
def test_how_often_is_told_by_the_words_of_an_item(
    words: tuple[str | None, str | None, str], often: str | None
) -> None:
    assert how_often(*words) == often
