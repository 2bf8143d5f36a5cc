"""Periods something is reported for again and again, each under its own short name.

`2024-10-03` is a day, `2024-W40` a week of ISO 8601 (Monday to Sunday), `2024-W39-40` two weeks, the odd one
first (the 53rd of a long year stands alone), `2024-10` a month.
"""

from __future__ import annotations

from datetime import date

from desktop.base.dates import MONTHS, medium_date

PERIOD_LENGTHS = {"harian": 10, "mingguan": 8, "dua_mingguan": 11, "bulanan": 7}
"""How many letters the name of such a period has; those of one kind stand in their order as texts."""
_LAST_WEEK = 53
_MARKS = (
    ("dua_mingguan", ("dua_mingguan", "dua mingguan", "2 minggu", "dua minggu")),
    ("harian", ("harian", "hari")),
    ("mingguan", ("mingguan", "minggu")),
    ("bulanan", ("bulanan", "bulan")),
)


def how_often(repeats: str | None, unit: str | None = None, text: str = "") -> str | None:
    """How often something is reported, `harian`, `mingguan`, `dua_mingguan` or `bulanan`; None where only once.

    It is told by the first of its words that say it: how it repeats, its unit (`laporan/hari`), its text
    ("mingguan"); weekly where none does.
    """
    if not repeats:
        return None
    unit_words = (unit or "").casefold().rpartition("/")[2]
    for words in (repeats.casefold(), unit_words):
        for name, marks in _MARKS:
            if any(words == mark for mark in marks):
                return name
    told = text.casefold()
    return next((name for name, marks in _MARKS if marks[0] in told), "mingguan")


def period_of(day: date, repeats: str) -> str:
    """The period a day is in, for something `harian`, `mingguan`, `dua_mingguan` or `bulanan`."""
    if repeats == "harian":
        return day.isoformat()
    if repeats == "bulanan":
        return f"{day:%Y-%m}"
    year, week, _ = day.isocalendar()
    if repeats == "mingguan":
        return f"{year:04}-W{week:02}"
    first = week - (week + 1) % 2
    return f"{year:04}-W{first:02}-{min(first + 1, _LAST_WEEK):02}"


def repeats_of(period: str | None) -> str | None:
    """How often something with such a period is reported; None without one."""
    return next(name for name, length in PERIOD_LENGTHS.items() if length == len(period)) if period else None


def period_words(period: str) -> str:
    """A period as one says it: `3 Oktober 2024`, `minggu ke-41 (7 s.d. 13 Oktober 2024)`, `Oktober 2024`."""
    if len(period) == 10:
        return medium_date(date.fromisoformat(period))
    if len(period) == 7:
        return f"{MONTHS[int(period[5:]) - 1]} {period[:4]}"
    year, week, last_week = int(period[:4]), int(period[6:8]), int(period[9:] or period[6:8])
    first = date.fromisocalendar(year, week, 1)
    last = date.fromisocalendar(year, last_week, 7)
    begins = medium_date(first).removesuffix(f" {last.year}")
    if first.month == last.month:
        begins = str(first.day)
    weeks = f"minggu ke-{week}" + (f" dan {last_week}" if last_week > week else "")
    return f"{weeks} ({begins} s.d. {medium_date(last)})"


def is_period(text: str, repeats: str) -> bool:
    """Whether a text names a period of something reported so often."""
    try:
        if len(text) == 10:
            day = date.fromisoformat(text)
        elif len(text) == 7:
            day = date(int(text[:4]), int(text[5:]), 1)
        else:
            day = date.fromisocalendar(int(text[:4]), int(text[6:8]), 1)
    except ValueError:
        return False
    return period_of(day, repeats) == text
