"""Days as places from left to right, and labels above them that do not lie on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from desktop.base.dates import MONTHS_SHORT

_WEEK, _SHORTEST_MONTH = 7, 28
_BESIDE = timedelta(days=3)  # of free room at both ends of a scale
_NEAR = timedelta(days=60)  # today is shown beside the days when it is no farther from them


def span_of(known: Iterable[date], today: date) -> tuple[date, date] | None:
    """The first and last day worth showing, with today where it is near; None while no day is known."""
    days = list(known)
    if not days:
        return None
    first, last = min(days), max(days)
    if first - _NEAR <= today <= last + _NEAR:
        first, last = min(first, today), max(last, today)
    return first - _BESIDE, last + _BESIDE


@dataclass(frozen=True, slots=True)
class DayScale:
    """From the first day to the last; `per_day` pixels a day, the first day at `left`."""

    first: date
    last: date
    left: float
    per_day: float

    @property
    def width(self) -> float:
        """How wide all days are together."""
        return self.per_day * ((self.last - self.first).days + 1)

    def place(self, day: date) -> float:
        """Where a day begins."""
        return self.left + self.per_day * (day - self.first).days

    def middle(self, day: date) -> float:
        """The middle of a day, where a mark for it stands."""
        return self.place(day) + self.per_day / 2

    def months(self) -> Iterator[date]:
        """The first days of the months that begin within the scale, and the first day of the scale itself."""
        yield self.first
        month = self.first.replace(day=1)
        while (month := _next_month(month)) <= self.last:
            yield month

    def month_names(self, room: float) -> list[tuple[date, str]]:
        """What is written at the beginnings of months that are at least `room` wide, else of years.

        A year stands beside the first name and each January.
        """
        firsts = [day for day in self.months() if day.day == 1] or [self.first]
        if self.per_day * _SHORTEST_MONTH < room:
            return [(day, str(day.year)) for day in firsts if day.month == 1]
        years = {firsts[0], *(day for day in firsts if day.month == 1)}
        return [
            (day, f"{MONTHS_SHORT[day.month - 1]} {day.year}" if day in years else MONTHS_SHORT[day.month - 1])
            for day in firsts
        ]

    def weeks(self) -> Iterator[date]:
        """The Mondays within the scale."""
        monday = self.first + timedelta(days=-self.first.weekday() % _WEEK)
        while monday <= self.last:
            yield monday
            monday += timedelta(days=_WEEK)


class Label(NamedTuple):
    """Something to be written beside a line at `place`; `before` where it had better stand at the left of it."""

    place: float
    width: float
    before: bool = False


class Spot(NamedTuple):
    """Where a label is written: its row from the top, and its left edge."""

    row: int
    left: float


def spots(labels: Sequence[Label], left: float, right: float) -> list[Spot]:
    """A place for each label, beside its line and between the edges where it fits, in as few rows as it takes.

    Labels are served in the order given; none lies on another.
    """
    taken: list[list[tuple[float, float]]] = []
    found = []
    for label in labels:
        sides = (
            [label.place - label.width, label.place] if label.before else [label.place, label.place - label.width]
        )
        within = [side for side in sides if left <= side and side + label.width <= right]
        spot = _free_spot(taken, within or [max(left, right - label.width)], label.width)
        if spot.row == len(taken):
            taken.append([])
        taken[spot.row].append((spot.left, spot.left + label.width))
        found.append(spot)
    return found


def _free_spot(taken: Sequence[Sequence[tuple[float, float]]], sides: Sequence[float], width: float) -> Spot:
    for row, spans in enumerate(taken):
        for side in sides:
            if all(side >= end or side + width <= start for start, end in spans):
                return Spot(row, side)
    return Spot(len(taken), sides[0])


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
