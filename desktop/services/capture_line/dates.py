"""The date after an exclamation mark: `!25`, `!25 nov`, `!jumat`, `!akhir bulan`, `!H-7`.

Everything is reckoned from the meeting's day, not from today: minutes are often finished the day after. What is
meant lies after that day (`!hari ini` excepted).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.base.dates import DAY_NUMBERS, MONTH_NUMBERS, MONTHS, medium_date

Basis = Literal["disepakati", "jadwal"]


@dataclass(frozen=True, slots=True)
class Due:
    """A date as it was read: up to where it reaches in the line, the day, and what should be said about it.

    Without a day nothing was meant that exists; `warning` says why and the words stay in the text.
    """

    end: int
    day: date | None
    basis: Basis = "disepakati"
    warning: str = ""


_APOSTROPHES = str.maketrans("’‘`´ʼ", "'''''")
_END = r"(?![^\W_])(?![.,/:-]\d)"  # neither inside a word nor before the rest of a number: !1.000, !25-30
_NAMES = "|".join(sorted(map(re.escape, DAY_NUMBERS), key=len, reverse=True))
_MONTH_NAMES = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
_WORDS: dict[str, Callable[[date], date]] = {
    "hari ini": lambda on: on,
    "besok": lambda on: on + timedelta(days=1),
    "lusa": lambda on: on + timedelta(days=2),
    "minggu depan": lambda on: on + timedelta(days=7),
    "pekan depan": lambda on: on + timedelta(days=7),
    "akhir bulan": lambda on: _last_of_month(on),
}
_FORMS = re.compile(
    rf"""(?xai)
    (?P<words> {"|".join(word.replace(" ", "[ ]+") for word in _WORDS)} ) {_END}
    | (?P<name> {_NAMES} ) {_END}
    | (?P<day> \d{{1,2}} ) (?: [ ]* [/-] [ ]* (?P<month> \d{{1,2}} ) | [ ]+ (?P<named> {_MONTH_NAMES} ) )
        (?: (?: [ ]* [/-] [ ]* | [ ]+ ) (?P<year> \d{{4}} | \d{{2}}(?=[\s,.;:)]|$) ) )? {_END}
    | (?P<number> \d{{1,2}} ) {_END}
    | \+ [ ]? (?P<later> \d{{1,3}} ) {_END}
    | h (?: [ ]? (?P<sign> [+-] ) [ ]? (?P<offset> \d{{1,3}} ) )? {_END}
    """
)
_A_YEAR_ON = 366


def read_due(text: str, start: int, on: date, event: date | None = None) -> Due | None:
    """The date that begins at `start`; None when there is none, so that "Segera!" stays a word.

    `on` is the meeting's day, `event` the topic's Hari H.
    """
    found = _FORMS.match(text.translate(_APOSTROPHES), start)
    if found is None:
        return None
    end = found.end()
    if found["words"]:
        return Due(end, _WORDS[" ".join(found["words"].lower().split())](on))
    if found["name"]:
        ahead = (DAY_NUMBERS[found["name"].lower()] - on.weekday()) % 7 or 7
        return Due(end, on + timedelta(days=ahead))
    if found["day"]:
        month = int(found["month"]) if found["month"] else MONTH_NUMBERS[found["named"].lower()]
        return _calendar_day(end, int(found["day"]), month, found["year"], on)
    if found["number"]:
        return _day_number(end, int(found["number"]), on)
    if found["later"]:
        days = int(found["later"])
        return Due(end, on + timedelta(days=days)) if days else None
    return _from_event(end, int(found["offset"] or 0) * (-1 if found["sign"] == "-" else 1), event)


def _last_of_month(on: date) -> date:
    """The last day of the month; on that day itself the last one of the next."""
    last = on.replace(day=monthrange(on.year, on.month)[1])
    return last if last > on else _last_of_month(on + timedelta(days=1))


def _day_number(end: int, day: int, on: date) -> Due:
    """The nearest month that has such a day."""
    if not 1 <= day <= 31:
        return Due(end, None, warning=f"Tanggal {day} tidak ada; dibiarkan sebagai teks.")
    year, month = on.year, on.month
    while True:
        if day <= monthrange(year, month)[1] and (found := date(year, month, day)) > on:
            return Due(end, found)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _calendar_day(end: int, day: int, month: int, year: str | None, on: date) -> Due:
    """A day and month: in the year given, else the nearest in which it exists."""
    if not 1 <= month <= 12:
        return Due(end, None, warning=f"Bulan ke-{month} tidak ada; dibiarkan sebagai teks.")
    longest = 29 if month == 2 else monthrange(2024, month)[1]
    years = range(on.year, on.year + 9)  # among eight years running there is a leap year, 2100 or not
    if year is not None:
        written = int(year) + (2000 if len(year) == 2 else 0)
        longest, years = (monthrange(written, month)[1] if written else 0), range(written, written + 1)
    if not 1 <= day <= longest:
        told = f"{day} {MONTHS[month - 1]}" + (f" {years[0]}" if year is not None else "")
        return Due(end, None, warning=f"Tanggal {told} tidak ada; dibiarkan sebagai teks.")
    days = (date(one, month, day) for one in years if day <= monthrange(one, month)[1])
    found = next(one for one in days if year is not None or one > on)
    return Due(end, found, warning=_strange(found, on))


def _strange(day: date, on: date) -> str:
    """What should be looked at twice."""
    if (day - on).days > _A_YEAR_ON:
        return f"{medium_date(day)} lebih dari setahun lagi."
    return f"{medium_date(day)} sudah lewat pada hari rapat." if day < on else ""


def _from_event(end: int, days: int, event: date | None) -> Due:
    if event is None:
        return Due(end, None, "jadwal", "Topik rapat ini belum punya tanggal Hari H; dibiarkan sebagai teks.")
    return Due(end, event + timedelta(days=days), "jadwal")
