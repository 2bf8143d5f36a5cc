"""Gambaran pengamanan as plain values: reports on polling stations and personnel, and what stands for a region.

Reports are dated and never changed. Of each region, and of each kecamatan, the newest counts: by the day it speaks
of, then by entry. Where a region itself was not reported on, its kecamatan stand for it together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from desktop.models.personnel_need import Classes, Need, Pattern, need, summed
from desktop.models.queries.region_figures import Figure

PLACES = ("kabupaten", "kota")
"""The kinds of regions whose kecamatan are told of; the others are told of as a whole."""


@dataclass(frozen=True, slots=True)
class StationReport:
    """Polling stations by class, as somebody told of a region, or of the kecamatan `district`."""

    id: UUID
    region_id: UUID
    district: str | None
    classes: Classes
    as_of: date
    institution_id: UUID | None
    institution: str | None
    source: str
    note: str | None


@dataclass(frozen=True, slots=True)
class PlanReport:
    """How many of a force (`words.FORCES`) are planned.

    `district` is a kecamatan of a kabupaten or kota; of the province or the working area it says which part is
    meant ("Polda", "seluruh personel"), because there no kecamatan is told of.
    """

    id: UUID
    region_id: UUID
    district: str | None
    force: str
    planned: int
    as_of: date
    source: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Planned:
    """How many are planned in a region; `districts` is how many kecamatan they were summed from, 0 for none."""

    count: int
    as_of: date
    source: str
    districts: int = 0


@dataclass(frozen=True, slots=True)
class DistrictPicture:
    """A kecamatan: its newest reports."""

    name: str
    stations: StationReport | None = None
    plans: Mapping[str, PlanReport] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegionPicture:
    """A region with the newest reports on it and on its kecamatan.

    `stations` is how many polling stations it has, `district_count` how many kecamatan, where somebody told.
    """

    id: UUID
    name: str
    kind: str
    in_area: bool
    stations: Figure | None = None
    district_count: Figure | None = None
    own: StationReport | None = None
    districts: tuple[DistrictPicture, ...] = ()
    plans: tuple[PlanReport, ...] = ()

    @property
    def district_sum(self) -> Classes | None:
        """The kecamatan together; None where none was reported on."""
        told = [one.stations.classes for one in self.districts if one.stations]
        return summed(told) if told else None

    @property
    def districts_told(self) -> int:
        """How many kecamatan were reported on."""
        return sum(one.stations is not None for one in self.districts)

    @property
    def classes(self) -> Classes | None:
        """What stands for the region: what was told of it, else its kecamatan together."""
        return self.own.classes if self.own else self.district_sum

    @property
    def is_summed(self) -> bool:
        """Whether the kecamatan stand for the region."""
        return self.own is None and self.districts_told > 0

    @property
    def differs(self) -> bool:
        """Whether its kecamatan together say something else than what was told of the region."""
        return self.own is not None and self.districts_told > 0 and self.district_sum != self.own.classes

    @property
    def as_of(self) -> date | None:
        """The day of what stands for the region; of several kecamatan the oldest, for the sum is no newer."""
        if self.own:
            return self.own.as_of
        return min((one.stations.as_of for one in self.districts if one.stations), default=None)

    @property
    def unclassified(self) -> int | None:
        """How many polling stations have no class; below zero where more have one than there are, None unknown."""
        if self.classes is None or self.stations is None:
            return None
        return self.stations.value - self.classes.total

    def planned(self, force: str) -> Planned | None:
        """How many of a force are planned: what was told of the region, else of its kecamatan together."""
        own = next((one for one in self.plans if one.force == force), None)
        if own is not None:
            return Planned(own.planned, own.as_of, own.source)
        parts = [one.plans[force] for one in self.districts if force in one.plans]
        if not parts:
            return None
        sources = "; ".join(dict.fromkeys(one.source for one in parts))
        return Planned(sum(one.planned for one in parts), min(one.as_of for one in parts), sources, len(parts))

    def need(self, patterns: Mapping[str, Pattern]) -> Need | None:
        """What its polling stations need."""
        return need(self.classes, patterns)


@dataclass(frozen=True, slots=True)
class RolledUp:
    """Several regions together: of each sum, how many of `regions` are in it.

    Where both numbers are known (`compared`), so many stations have no class (`unclassified`), and so many more
    have one than there are (`beyond`): what one region has too many fills no gap of another.
    """

    regions: int
    classes: Classes | None
    told: int
    stations: int | None
    counted: int
    unclassified: int
    beyond: int
    compared: int
    need: Need | None
    needing: int
    planned: Mapping[str, int]
    planning: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SecurityPicture:
    """A topic's kabupaten and kota, what was told of the province and working area as a whole, the patterns."""

    regions: tuple[RegionPicture, ...] = ()
    wholes: tuple[RegionPicture, ...] = ()
    patterns: Mapping[str, Pattern] = field(default_factory=dict)

    @property
    def area(self) -> tuple[RegionPicture, ...]:
        """The regions of the office's working area."""
        return tuple(one for one in self.regions if one.in_area)

    def rolled_up(self, regions: Sequence[RegionPicture]) -> RolledUp:
        """Some of the regions together; what was told of a whole is never among them."""
        told = [one.classes for one in regions if one.classes]
        counted = [one.stations.value for one in regions if one.stations]
        both = [one.unclassified for one in regions if one.unclassified is not None]
        needs = [found for one in regions if (found := one.need(self.patterns))]
        plans = {
            force: [plan.count for one in regions if (plan := one.planned(force))]
            for force in {one.force for region in regions for one in _all_plans(region)}
        }
        return RolledUp(
            len(regions),
            summed(told) if told else None,
            len(told),
            sum(counted) if counted else None,
            len(counted),
            sum(one for one in both if one > 0),
            sum(-one for one in both if one < 0),
            len(both),
            sum(needs, Need()) if needs else None,
            len(needs),
            {force: sum(counts) for force, counts in plans.items()},
            {force: len(counts) for force, counts in plans.items()},
        )


def _all_plans(region: RegionPicture) -> list[PlanReport]:
    return [*region.plans, *(plan for one in region.districts for plan in one.plans.values())]
