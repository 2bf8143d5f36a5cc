"""Forum Rapat: a series of meetings, and the day its next one would usually be."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import NamedTuple
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import Write
from desktop.models.queries.office import forums
from desktop.models.tables import Forum
from desktop.services import rules

_DAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ORDINALS = ("pertama", "kedua", "ketiga", "keempat")
_LAST_ONES = 6
_MONTHLY = (26, 36)  # days between two meetings that are called monthly


class Proposal(NamedTuple):
    """The day a next meeting would usually be, and why in words: `tiap 2 minggu, Kamis`."""

    day: date
    rhythm: str


def next_day(days: Sequence[date], today: date) -> Proposal | None:
    """The next day of a series by the rhythm of its last meetings, not before today.

    `days` in any order; None where fewer than two show no rhythm.
    """
    last_ones = sorted(set(days))[-_LAST_ONES:]
    if len(last_ones) < 2:
        return None
    gap = median((later - before).days for before, later in pairwise(last_ones))
    if _MONTHLY[0] <= gap <= _MONTHLY[1]:
        return _monthly(last_ones, today)
    weeks = max(1, round(gap / 7))
    last, step = last_ones[-1], timedelta(weeks=weeks)
    day = last + step
    while day < today:
        day += step
    often = "tiap minggu" if weeks == 1 else f"tiap {weeks} minggu"
    return Proposal(day, f"{often}, {_DAY_NAMES[last.weekday()]}")


def forum_named(write: Write, name: str) -> UUID:
    """The series of that name, made when there is none."""
    values = rules.cleaned({"name": name})
    rules.required(values, "name", "Nama forum")
    wanted = fold(values["name"])
    for row in forums(write.store):
        if fold(row.name) == wanted:
            return row.id
    if len(values["name"]) > 300:
        raise InvalidInput("forum", "Nama forum terlalu panjang.", "Pendekkan namanya.")
    return write.insert(Forum, name=values["name"])


def _monthly(days: Sequence[date], today: date) -> Proposal:
    last = days[-1]
    at_end = len(days) > 1 and all(day.day > monthrange(day.year, day.month)[1] - 7 for day in days)
    turn = min((last.day - 1) // 7, 3)
    day = last
    while day <= last or day < today:
        day = _in_month(_next_month(day), last.weekday(), None if at_end else turn)
    which = "terakhir" if at_end else _ORDINALS[turn]
    return Proposal(day, f"tiap bulan, {_DAY_NAMES[last.weekday()]} {which}")


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _in_month(first: date, weekday: int, turn: int | None) -> date:
    """The weekday of a month for the `turn`th time (0 first), or for the last time."""
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    if turn is not None:
        return day + timedelta(weeks=turn)
    while (day + timedelta(weeks=1)).month == first.month:
        day += timedelta(weeks=1)
    return day
