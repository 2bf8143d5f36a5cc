"""Spans of days as an office counts them: a month, a quarter, a year, or from one day to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.base.dates import MONTHS, medium_date

_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included; the ends may be given either way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        first, last = sorted((self.first, self.last))
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    @property
    def words(self) -> str:
        """`September 2024`, `Triwulan III Tahun 2024`, `Tahun 2024`, or the two days."""
        first, year = self.first, self.first.year
        if self == month(first):
            return f"{MONTHS[first.month - 1]} {year}"
        if self == quarter(first):
            return f"Triwulan {_QUARTERS[(first.month - 1) // 3]} Tahun {year}"
        if self == whole_year(first):
            return f"Tahun {year}"
        if first == self.last:
            return medium_date(first)
        return f"{medium_date(first)} s.d. {medium_date(self.last)}"


def month(day: date) -> Period:
    """The month a day is in."""
    return _months(day.year, day.month, 1)


def quarter(day: date) -> Period:
    """The quarter a day is in."""
    return _months(day.year, day.month - (day.month - 1) % 3, 3)


def whole_year(day: date) -> Period:
    """The year a day is in."""
    return _months(day.year, 1, 12)


def _months(year: int, first: int, count: int) -> Period:
    after = first + count
    return Period(date(year, first, 1), date(year + after // 13, (after - 1) % 12 + 1, 1) - timedelta(days=1))


def usual_periods(today: date) -> Mapping[str, Period]:
    """The periods asked for most, seen from a day: `bulan_ini`, `bulan_lalu`, and so on."""
    this_month, this_quarter, this_year = month(today), quarter(today), whole_year(today)
    return {
        "bulan_ini": this_month,
        "bulan_lalu": month(_day_before(this_month)),
        "triwulan_ini": this_quarter,
        "triwulan_lalu": quarter(_day_before(this_quarter)),
        "tahun_ini": this_year,
        "tahun_lalu": whole_year(_day_before(this_year)),
    }


def _day_before(period: Period) -> date:
    return period.first - timedelta(days=1)
