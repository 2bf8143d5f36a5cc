from __future__ import annotations

from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.dates import (
    MONTHS,
    brief_date,
    clock_text,
    countdown_text,
    days_until,
    long_date,
    medium_date,
    parse_date,
    parse_time,
    short_date,
    time_span,
    zone_label,
)
from desktop.base.errors import InvalidInput

TODAY = date(2024, 9, 26)
DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def test_dates_read_as_in_official_letters():
    assert long_date(TODAY) == "Kamis, 26 September 2024"
    assert medium_date(date(2024, 11, 7)) == "7 November 2024"
    assert short_date(date(2025, 2, 7)) == "Jum, 7 Feb 2025"
    assert long_date(date(2025, 2, 7)) == "Jumat, 7 Februari 2025"


def test_narrow_places_name_the_year_only_where_it_is_another_one():
    day = date(2024, 9, 26)
    assert [brief_date(day), brief_date(day, date(2024, 1, 1)), brief_date(day, date(2025, 1, 1))] == [
        "26 Sep", "26 Sep", "26 Sep 2024",
    ]  # fmt: skip


def test_zones_carry_their_indonesian_names():
    labels = [zone_label(zone) for zone in ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")]
    assert labels == ["WIB", "WIB", "WITA", "WIT"]


def test_a_zone_abroad_shows_its_distance_on_that_day():
    assert zone_label("Europe/Amsterdam", date(2024, 7, 1)) == "UTC+2"
    assert zone_label("Europe/Amsterdam", date(2024, 12, 1)) == "UTC+1"
    assert zone_label("Asia/Kolkata") == "UTC+5.30"
    assert zone_label("America/St_Johns", date(2024, 12, 1)) == "UTC-3.30"


def test_a_meeting_tells_when_it_runs():
    assert clock_text(time(9), "Asia/Makassar") == "09.00 WITA"
    assert time_span(time(9), None) == "09.00 WIB s.d. selesai"
    assert time_span(time(9), time(12)) == "09.00–12.00 WIB"
    assert time_span(None, time(12)) == "s.d. 12.00 WIB"
    assert time_span(None, None) is None


@pytest.mark.parametrize(
    "typed",
    [
        "26/9/24", "26-09-2024", "26.9.2024", "26 sep 2024", "26 Sept. 2024", "26 SEPTEMBER 2024", "2024-09-26",
        "Kamis, 26 September 2024", "kam 26/9/24", "  26   September\u00a02024 ", "26/9", "26 sep", "hari ini",
    ],
)  # fmt: skip
def test_a_date_is_understood_as_people_write_it(typed):
    assert parse_date(typed, TODAY) == TODAY


def test_days_near_today_are_understood_by_name():
    assert parse_date("besok", TODAY) == date(2024, 9, 27)
    assert parse_date("Lusa", TODAY) == date(2024, 9, 28)
    assert parse_date("kemarin", TODAY) == date(2024, 9, 25)


def test_old_and_foreign_month_names_are_understood():
    for typed, month in [("1 Pebruari 2024", 2), ("1 Nopember 2024", 11), ("1 Aug 2024", 8), ("1 Oct 2024", 10)]:
        assert parse_date(typed, TODAY).month == month
    assert parse_date("Jum’at, 27 September 2024", TODAY) == date(2024, 9, 27)


def test_a_year_left_out_is_the_nearest_one():
    assert parse_date("5 Jan", date(2024, 12, 20)) == date(2025, 1, 5)
    assert parse_date("20/12", date(2025, 1, 5)) == date(2024, 12, 20)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("31 November 2024", "Tanggal 31 November tidak ada."),
        ("31/11", "Tanggal 31 November tidak ada."),
        ("29/2/2023", "Tanggal 29 Februari 2023 tidak ada."),
        ("26/13/2024", "Bulan ke-13 tidak ada."),
        ("26 foo 2024", "Bulan foo tidak ada."),
        ("Jumat, 26 September 2024", "26 September 2024 adalah hari Kamis, bukan Jumat."),
        ("26/9/1824", "Tahun 1824 di luar jangkauan."),
        ("minggu depan", "“minggu depan” bukan tanggal yang dikenal."),
        (" ", "Tanggal belum diisi."),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_the_reason(typed, reason):
    with pytest.raises(InvalidInput) as refused:
        parse_date(typed, TODAY, field="due_date")
    assert refused.value.message == reason
    assert refused.value.field == "due_date"


@given(DATES)
def test_every_date_we_print_is_read_back(day):
    for text in (long_date(day), medium_date(day), short_date(day), day.isoformat(), f"{day:%d/%m/%Y}"):
        assert parse_date(text, TODAY) == day


@given(st.text(max_size=20))
def test_no_text_makes_date_or_time_stumble(text):
    for parse in (lambda: parse_date(text, TODAY), lambda: parse_time(text)):
        with suppress(InvalidInput):
            parse()


@pytest.mark.parametrize(
    ("typed", "clock"),
    [("9.00", time(9)), ("09:00", time(9)), ("9", time(9)), ("0930", time(9, 30)), ("pukul 13.30 WIB", time(13, 30)),
     ("09.00\u00a0wita", time(9)), ("23:59:00", time(23, 59))],
)  # fmt: skip
def test_a_time_is_understood_as_people_write_it(typed, clock):
    assert parse_time(typed) == clock


@pytest.mark.parametrize("typed", ["24.00", "9.60", "9.7", "pagi", "", "²"])
def test_a_time_that_cannot_be_is_refused(typed):
    with pytest.raises(InvalidInput):
        parse_time(typed)


def test_the_countdown_runs_through_the_day_itself():
    event = date(2024, 11, 27)
    assert countdown_text(event, TODAY) == "H-62"
    assert countdown_text(event, event, "Hari Pemungutan Suara") == "Hari Pemungutan Suara"
    assert countdown_text(event, event + timedelta(days=3)) == "H+3"
    assert days_until(event, TODAY) == 62


def test_official_month_spellings():
    assert {"Februari", "November", "Agustus", "Oktober", "Desember"} <= set(MONTHS)
