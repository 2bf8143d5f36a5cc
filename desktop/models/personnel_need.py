"""How many police and linmas the polling stations of a place need, by the pattern of each class.

Pola pengamanan ("2 Polri : 8–10 TPS : 16–20 linmas", `domain.md` 4b) gives ranges, so what is needed is a range
too. Each class is counted by itself and rounded up: so many stations make at least `stations / stations_to` and at
most `stations / stations_from` groups of police, and linmas stand at each station. Nothing here says that a
pattern is right; it is whatever the office wrote down, with its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.models.words import STATION_RISKS


@dataclass(frozen=True, slots=True)
class Classes:
    """Polling stations by how vulnerable they are; None where nobody told how many are of a class."""

    low: int | None = None
    medium: int | None = None
    high: int | None = None

    @property
    def by_risk(self) -> dict[str, int | None]:
        """The same by the words of `words.STATION_RISKS`."""
        return dict(zip(STATION_RISKS, (self.low, self.medium, self.high), strict=True))

    @property
    def total(self) -> int:
        """How many stations were classified."""
        return sum(filter(None, (self.low, self.medium, self.high)))


def summed(parts: Iterable[Classes]) -> Classes:
    """The classes of several places together; a class no place told of stays unknown."""
    columns = zip(*((one.low, one.medium, one.high) for one in parts), strict=True)
    return Classes(*(_sum_of_known(column) for column in columns))


def _sum_of_known(values: Iterable[int | None]) -> int | None:
    known = [one for one in values if one is not None]
    return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class Pattern:
    """So many police guard so many stations of a class, together with so many linmas."""

    police: int
    stations_from: int
    stations_to: int
    linmas_from: int
    linmas_to: int
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """At least and at most so many people."""

    least: int = 0
    most: int = 0

    def __add__(self, other: Span) -> Span:
        return Span(self.least + other.least, self.most + other.most)

    def short_of(self, planned: int) -> Span:
        """How many are lacking where so many are planned; none by the end of the span they suffice for."""
        return Span(max(self.least - planned, 0), max(self.most - planned, 0))


@dataclass(frozen=True, slots=True)
class Need:
    """What the polling stations that were classified need."""

    police: Span = Span()
    linmas: Span = Span()

    def __add__(self, other: Need) -> Need:
        return Need(self.police + other.police, self.linmas + other.linmas)


def need(classes: Classes | None, patterns: Mapping[str, Pattern]) -> Need | None:
    """What these stations need; None where nothing was told of them, or a class that has some has no pattern."""
    if classes is None:
        return None
    counted = {risk: count for risk, count in classes.by_risk.items() if count}
    if not counted.keys() <= patterns.keys():
        return None
    return sum((_of_class(count, patterns[risk]) for risk, count in counted.items()), Need())


def _of_class(stations: int, pattern: Pattern) -> Need:
    groups = (_up(stations, pattern.stations_to), _up(stations, pattern.stations_from))
    linmas = (
        _up(stations * pattern.linmas_from, pattern.stations_from),
        _up(stations * pattern.linmas_to, pattern.stations_to),
    )
    return Need(Span(*(pattern.police * count for count in groups)), Span(min(linmas), max(linmas)))


def _up(part: int, whole: int) -> int:
    return -(-part // whole)
