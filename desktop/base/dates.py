"""Indonesian dates and times, the same on every laptop: names are kept here, never taken from the system.

Windows often has no `id_ID` locale, and the spellings are official: Jumat, Februari, November.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from desktop.base.errors import InvalidInput

HOME_ZONE = "Asia/Jakarta"

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAYS_SHORT = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

_ZONE_LABELS = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Ujung_Pandang": "WITA",
    "Asia/Jayapura": "WIT",
}
_RELATIVE_DAYS = {"kemarin": -1, "hari ini": 0, "besok": 1, "lusa": 2}
# Old and foreign spellings people type or paste from spreadsheets.
_OTHER_MONTHS = {
    "pebruari": 2, "peb": 2, "march": 3, "may": 5, "agt": 8, "ags": 8, "agust": 8, "aug": 8, "august": 8,
    "sept": 9, "oct": 10, "october": 10, "nop": 11, "nopember": 11, "dec": 12, "december": 12,
    "january": 1, "february": 2, "june": 6, "july": 7,
}  # fmt: skip
MONTH_NUMBERS = (
    {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name.lower(): number for number, name in enumerate(MONTHS_SHORT, 1)}
    | _OTHER_MONTHS
)
DAY_NUMBERS = (
    {name.lower(): number for number, name in enumerate(DAYS)}
    | {name.lower(): number for number, name in enumerate(DAYS_SHORT)}
    | {"jum'at": 4, "jumaat": 4, "ahad": 6}
)
# Not compiled here, where every start comes by: few type a date in its first second, and `re` keeps what it did.
_DAY_NAME = r"([a-z']+)\s*,?\s+(?=\d)"
_YEAR_FIRST = r"(?a:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))"
_DAY_FIRST = r"(?a:(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]+)\.?(?:\s*[-/. ,]\s*(\d{4}|\d{2}))?)"
_CLOCK = r"(?a:(\d{1,2})(?:\s*[.:]\s*(\d{2}))?(?:[.:]00)?|(\d{2})(\d{2}))"
_ZONE_WORD = r"\s*\b(wib|wita|wit)\b\.?$"

_DATE_ADVICE = "Tulis misalnya 26/9/2024, 26 September 2024, besok, atau hari ini."
_TIME_ADVICE = "Tulis misalnya 09.00 atau 9."


def long_date(day: date) -> str:
    """A date as official letters write it: `Kamis, 26 September 2024`."""
    return f"{DAYS[day.weekday()]}, {medium_date(day)}"


def medium_date(day: date) -> str:
    """A date without the name of the day: `26 September 2024`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A date for narrow columns: `Kam, 26 Sep 2024`."""
    return f"{DAYS_SHORT[day.weekday()]}, {day.day} {MONTHS_SHORT[day.month - 1]} {day.year}"


def brief_date(day: date, beside: date | None = None) -> str:
    """A date where its year is told nearby: `26 Sep`; with the year where `beside` is of another one."""
    year = "" if beside is None or beside.year == day.year else f" {day.year}"
    return f"{day.day} {MONTHS_SHORT[day.month - 1]}{year}"


def numeric_date(day: date) -> str:
    """A date for the narrowest columns: `26-9-2024`."""
    return f"{day.day}-{day.month}-{day.year}"


def zone_label(zone: str, on: date | None = None) -> str:
    """What a time zone is called here: WIB, WITA or WIT; abroad its distance from UTC on that day."""
    known = _ZONE_LABELS.get(zone)
    if known is not None:
        return known
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # five milliseconds, and hardly anybody is abroad

    moment = datetime.combine(on or date(2024, 1, 1), time(12))
    try:
        offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
    except (ZoneInfoNotFoundError, ValueError):
        return zone
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f".{rest:02d}" if rest else "")


def clock_text(clock: time, zone: str | None = HOME_ZONE, on: date | None = None) -> str:
    """A time of day with its zone: `09.00 WIB`; without zone just `09.00`."""
    digits = f"{clock.hour:02d}.{clock.minute:02d}"
    return digits if zone is None else f"{digits} {zone_label(zone, on)}"


def time_span(start: time | None, end: time | None, zone: str = HOME_ZONE, on: date | None = None) -> str | None:
    """When a meeting runs: `09.00 WIB s.d. selesai`, `09.00–12.00 WIB`; None when nothing is known."""
    if start is None:
        return None if end is None else f"s.d. {clock_text(end, zone, on)}"
    if end is None:
        return f"{clock_text(start, zone, on)} s.d. selesai"
    return f"{clock_text(start, None)}–{clock_text(end, zone, on)}"


def days_until(event: date, today: date) -> int:
    """How many days are left; negative when the event has passed."""
    return (event - today).days


def countdown_text(event: date, today: date, label: str = "Hari H") -> str:
    """How far the event is: `H-62` before, the label itself on the day, `H+3` after."""
    left = days_until(event, today)
    if left == 0:
        return label
    return f"H-{left}" if left > 0 else f"H+{-left}"


def parse_date(text: str, today: date, field: str = "date") -> date:
    """The date somebody typed; a year left out means the one nearest to today.

    Raises InvalidInput with the reason in Indonesian.
    """
    typed = " ".join(text.replace("’", "'").lower().split())
    if not typed:
        raise InvalidInput(field, "Tanggal belum diisi.", _DATE_ADVICE)
    if typed in _RELATIVE_DAYS:
        return today + timedelta(days=_RELATIVE_DAYS[typed])
    named, typed = _take_day_name(text, typed, field)
    if found := re.fullmatch(_YEAR_FIRST, typed):
        day = _real_date(int(found[1]), int(found[2]), int(found[3]), field)
    elif found := re.fullmatch(_DAY_FIRST, typed):
        month = _month_number(found[2], field)
        day = _with_year(int(found[1]), month, found[3], today, field)
    else:
        raise InvalidInput(field, f"“{text.strip()}” bukan tanggal yang dikenal.", _DATE_ADVICE)
    if named is not None and day.weekday() != named:
        raise InvalidInput(
            field,
            f"{medium_date(day)} adalah hari {DAYS[day.weekday()]}, bukan {DAYS[named]}.",
            "Periksa tanggalnya.",
        )
    return day


def parse_time(text: str, field: str = "time") -> time:
    """The time of day somebody typed: `9.00`, `09:00`, `0900`, `9`, `09.00 WIB`.

    Raises InvalidInput with the reason in Indonesian.
    """
    typed = re.sub(_ZONE_WORD, "", " ".join(text.lower().removeprefix("pukul").removeprefix("jam").split()))
    found = re.fullmatch(_CLOCK, typed)
    if not typed:
        raise InvalidInput(field, "Jam belum diisi.", _TIME_ADVICE)
    if found is None:
        raise InvalidInput(field, f"“{text.strip()}” bukan jam yang dikenal.", _TIME_ADVICE)
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    if hour > 23 or minute > 59:
        raise InvalidInput(field, f"Jam {hour:02d}.{minute:02d} tidak ada.", "Jam ditulis 00.00 sampai 23.59.")
    return time(hour, minute)


def _take_day_name(text: str, typed: str, field: str) -> tuple[int | None, str]:
    found = re.match(_DAY_NAME, typed)
    if found is None:
        return None, typed
    if found[1] not in DAY_NUMBERS:
        raise InvalidInput(field, f"“{text.strip()}” bukan tanggal yang dikenal.", _DATE_ADVICE)
    return DAY_NUMBERS[found[1]], typed[found.end() :]


def _month_number(word: str, field: str) -> int:
    number = int(word) if word.isdigit() else MONTH_NUMBERS.get(word, 0)
    if not 1 <= number <= 12:
        kind = "Bulan ke-" if word.isdigit() else "Bulan "
        raise InvalidInput(field, f"{kind}{word} tidak ada.", _DATE_ADVICE)
    return number


def _with_year(day: int, month: int, year: str | None, today: date, field: str) -> date:
    if year is not None:
        return _real_date(int(year) + (2000 if len(year) == 2 else 0), month, day, field)
    around = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        try:
            around.append(date(candidate, month, day))
        except ValueError:
            continue
    if around:
        return min(around, key=lambda near: abs(near - today))
    return _real_date(today.year, month, day, field)


def _real_date(year: int, month: int, day: int, field: str) -> date:
    if not 1900 <= year <= 2199:
        raise InvalidInput(field, f"Tahun {year} di luar jangkauan.", "Tulis tahun antara 1900 dan 2199.")
    if not 1 <= month <= 12:
        raise InvalidInput(field, f"Bulan ke-{month} tidak ada.", _DATE_ADVICE)
    try:
        return date(year, month, day)
    except ValueError:
        year_text = f" {year}" if month == 2 and day == 29 else ""
        message = f"Tanggal {day} {MONTHS[month - 1]}{year_text} tidak ada."
        raise InvalidInput(field, message, "Periksa tanggalnya.") from None
