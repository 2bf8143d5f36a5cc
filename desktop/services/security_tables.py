"""The two tables of the gambaran pengamanan, line by line: screen, workbook and paper show these and no other.

A line is a region, below it its kecamatan; then the sum of the working area, and what was told of the province and
the working area as a whole, which is never added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from desktop.models.personnel_need import Classes, Need, Span, need
from desktop.models.security import (
    DistrictPicture,
    PlanReport,
    RegionPicture,
    RolledUp,
    SecurityPicture,
    StationReport,
)
from desktop.models.words import FORCES
from desktop.services import security_words as words

Cell = str | int | date | None
Level = Literal["region", "sum", "district", "total", "whole", "part"]

STATION_COLUMNS = (
    "Wilayah", "Kurang rawan", "Rawan", "Sangat rawan", "Jumlah", "TPS wilayah", "Jenis data", "Keterangan",
    "Posisi data", "Dilaporkan oleh", "Sumber",
)  # fmt: skip
PERSONNEL_COLUMNS = (
    "Wilayah", "Kebutuhan Polri", "Rencana Polri", "Selisih Polri", "Kebutuhan linmas", "Rencana linmas",
    "Selisih linmas", "TNI", "Lainnya", "Posisi data", "Sumber",
)  # fmt: skip
AREA = "Wilayah kerja"
ALL = "Semua wilayah"
DISTRICTS_TOGETHER = "Jumlah kecamatan"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its cells by column, and whom it is about; `district` as in the reports."""

    level: Level
    cells: tuple[Cell, ...]
    region_id: UUID | None = None
    district: str | None = None

    @property
    def name(self) -> str:
        """Whom it is about, in words."""
        return str(self.cells[0])


def station_lines(picture: SecurityPicture) -> list[Line]:
    """Polling stations by class."""
    lines: list[Line] = []
    for one in picture.regions:
        lines.append(_station_region(one))
        if one.differs:
            lines.append(_station_sum(one))
        lines += (_station_district(one, each) for each in one.districts)
    for name, together in _rolled_up(picture):
        lines.append(Line("total", _station_total(name, together)))
    lines += (_station_region(one, level="whole") for one in picture.wholes)
    return lines


def personnel_lines(picture: SecurityPicture) -> list[Line]:
    """Personnel planned against needed."""
    lines: list[Line] = []
    for one in picture.regions:
        lines.append(_personnel_region(one, picture))
        lines += (_personnel_district(one, each, picture) for each in one.districts)
    for name, together in _rolled_up(picture):
        lines.append(Line("total", _personnel_total(name, together, picture)))
    for one in picture.wholes:
        lines.append(Line("whole", (one.name, *[None] * (len(PERSONNEL_COLUMNS) - 1)), one.id))
        lines += (_part(one, plan) for plan in one.plans)
    return lines


def _rolled_up(picture: SecurityPicture) -> Iterator[tuple[str, RolledUp]]:
    """The office's working area, and all regions together where others take part as well."""
    for name, regions in ((AREA, picture.area), (ALL, picture.regions)):
        if regions and (name == AREA or len(regions) > len(picture.area)):
            yield f"{name} ({words.so_many_regions(len(regions))})", picture.rolled_up(regions)


# Polling stations


def _station_region(one: RegionPicture, level: Level = "region") -> Line:
    told = words.unclassified(one)
    if one.is_summed:
        told = f"{told}; {words.coverage(one)}"
    elif one.differs:
        told = f"{told}; berbeda dengan jumlah kecamatan"
    reports = [one.own] if one.own else [each.stations for each in one.districts if each.stations]
    return Line(
        level,
        (
            one.name, *_classes(one.classes), one.stations.value if one.stations else None,
            words.figure_kind(one.stations), told, one.as_of, *_tellers(reports),
        ),
        one.id,
    )  # fmt: skip


def _station_sum(one: RegionPicture) -> Line:
    reports = [each.stations for each in one.districts if each.stations]
    oldest = min(each.as_of for each in reports)
    told = (*_classes(one.district_sum), None, "", words.coverage(one), oldest, *_tellers(reports))
    return Line("sum", (DISTRICTS_TOGETHER, *told), one.id)


def _station_district(region: RegionPicture, one: DistrictPicture) -> Line:
    told = one.stations
    if told is None:
        cells: tuple[Cell, ...] = (*_classes(None), None, "", words.NOTHING_TOLD, None, "", "")
    else:
        cells = (*_classes(told.classes), None, "", told.note or "", told.as_of, *_tellers([told]))
    return Line("district", (one.name, *cells), region.id, one.name)


def _station_total(name: str, found: RolledUp) -> tuple[Cell, ...]:
    kind = "" if found.counted == found.regions else words.area_coverage(found.counted, found.regions)
    told = words.rolled_up_difference(found)
    return (name, *_classes(found.classes), found.stations, kind, told, None, "", "")


def _classes(found: Classes | None) -> tuple[Cell, ...]:
    return (found.low, found.medium, found.high, found.total) if found else (None, None, None, None)


def _tellers(reports: Sequence[StationReport]) -> tuple[Cell, Cell]:
    return _once(one.institution for one in reports), _once(one.source for one in reports)


# Personnel


def _personnel_region(one: RegionPicture, picture: SecurityPicture) -> Line:
    found = {force: planned for force in FORCES if (planned := one.planned(force))}
    counts = {force: planned.count for force, planned in found.items()}
    partial = [
        f"{FORCES[force]} dari {planned.districts} kecamatan"
        for force, planned in found.items()
        if planned.districts
    ]
    sources = _once([*(planned.source for planned in found.values()), *partial])
    oldest = min((planned.as_of for planned in found.values()), default=None)
    cells = _compared(one.need(picture.patterns), counts)
    return Line("region", (one.name, *cells, oldest, sources), one.id)


def _personnel_district(region: RegionPicture, one: DistrictPicture, picture: SecurityPicture) -> Line:
    counts = {force: plan.planned for force, plan in one.plans.items()}
    needed = need(one.stations.classes, picture.patterns) if one.stations else None
    oldest = min((plan.as_of for plan in one.plans.values()), default=None)
    sources = _once(plan.source for plan in one.plans.values())
    cells = [cell if cell != words.NO_PLAN else "" for cell in _compared(needed, counts)]
    return Line("district", (one.name, *cells, oldest, sources), region.id, one.name)


def _compared(needed: Need | None, planned: dict[str, int]) -> tuple[Cell, ...]:
    police, linmas = planned.get("polri"), planned.get("linmas")
    police_needed, linmas_needed = _spans(needed)
    return (
        _span(police_needed), police, words.gap(police, police_needed),
        _span(linmas_needed), linmas, words.gap(linmas, linmas_needed),
        planned.get("tni"), planned.get("lainnya"),
    )  # fmt: skip


def _personnel_total(name: str, found: RolledUp, picture: SecurityPicture) -> tuple[Cell, ...]:
    """The sums; one of only some regions says of how many ("460 (1/8)")."""
    members = picture.area if name.startswith(AREA) else picture.regions

    def so_many(count: int | str | None, known: int) -> Cell:
        if count is None or known == found.regions:
            return count
        number = words.count(count) if isinstance(count, int) else count
        return f"{number} ({known}/{found.regions})"

    def planned(force: str) -> Cell:
        return so_many(found.planned.get(force), found.planning.get(force, 0))

    police, linmas = _spans(found.need)
    return (
        name,
        so_many(_span(police), found.needing), planned("polri"), _short(members, picture, "polri"),
        so_many(_span(linmas), found.needing), planned("linmas"), _short(members, picture, "linmas"),
        planned("tni"), planned("lainnya"), None, "",
    )  # fmt: skip


def _short(members: Iterable[RegionPicture], picture: SecurityPicture, force: str) -> str:
    """In how many regions fewer are planned than the pattern asks at least; what one has more is not another's."""
    lacking = [
        (needed.police if force == "polri" else needed.linmas).short_of(planned.count).least > 0
        for one in members
        if (planned := one.planned(force)) and (needed := one.need(picture.patterns))
    ]
    return words.short_in(sum(lacking), len(lacking))


def _part(whole: RegionPicture, plan: PlanReport) -> Line:
    columns = {"polri": 2, "linmas": 5, "tni": 7, "lainnya": 8}
    cells: list[Cell] = [None] * len(PERSONNEL_COLUMNS)
    cells[0], cells[columns[plan.force]] = words.part(plan), plan.planned
    cells[-2:] = plan.as_of, plan.source
    return Line("part", tuple(cells), whole.id, plan.district)


def _spans(found: Need | None) -> tuple[Span | None, Span | None]:
    return (found.police, found.linmas) if found else (None, None)


def _span(found: Span | None) -> int | str | None:
    if found is None:
        return None
    return found.least if found.least == found.most else words.span(found)


def _once(texts: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))
