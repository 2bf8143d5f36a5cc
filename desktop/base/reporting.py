"""Periods something is reported for again and again: a day, a week, a month, each under its own short name.

`2024-10-03` is a day, `2024-W40` a week of ISO 8601 (Monday to Sunday), `2024-10` a month.
"""

from __future__ import annotations

from datetime import date, timedelta

from desktop.base.dates import MONTHS, medium_date

_LENGTHS = {10: "harian", 8: "mingguan", 7: "bulanan"}


def period_of(day: date, repeats: str) -> str:
    """The period a day is in, for something `harian`, `mingguan` or `bulanan`."""
    if repeats == "harian":
        return day.isoformat()
    if repeats == "mingguan":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return f"{day:%Y-%m}"


def repeats_of(period: str | None) -> str | None:
    """How often something with such a period is reported; None without one."""
    return _LENGTHS[len(period)] if period else None


def period_words(period: str) -> str:
    """A period as one says it: `3 Oktober 2024`, `minggu ke-41 (7 s.d. 13 Oktober 2024)`, `Oktober 2024`."""
    if len(period) == 10:
        return medium_date(date.fromisoformat(period))
    if len(period) == 8:
        year, week = int(period[:4]), int(period[6:])
        first = date.fromisocalendar(year, week, 1)
        last = first + timedelta(days=6)
        begins = medium_date(first).removesuffix(f" {last.year}")
        if first.month == last.month:
            begins = str(first.day)
        return f"minggu ke-{week} ({begins} s.d. {medium_date(last)})"
    return f"{MONTHS[int(period[5:]) - 1]} {period[:4]}"
