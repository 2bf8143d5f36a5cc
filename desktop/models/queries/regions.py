"""Wilayah: regions in the office's order, working areas and their members, figures with their sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from peewee import JOIN, Value, fn

from desktop.base.folding import fold
from desktop.models.queries.region_figures import Figure, figure_that_counts
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Commitment,
    CommitmentRegion,
    Region,
    RegionFigure,
    WorkingArea,
    WorkingAreaRegion,
)


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region with its figures; `areas` names the working areas it belongs to."""

    id: UUID
    seq: int
    code: str
    name: str
    kind: str
    areas: str | None
    voters: Figure | None
    polling_stations: Figure | None


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A working area and how many regions it has; `region_id` is the region that stands for the whole."""

    id: UUID
    name: str
    region_id: UUID
    members: int


_Voters, _Stations = RegionFigure.alias("voters"), RegionFigure.alias("stations")


def _region_query() -> Any:
    areas = (
        WorkingAreaRegion.select(fn.STRING_AGG(WorkingArea.name, ", ").order_by(WorkingArea.order_no))
        .join(WorkingArea, on=(WorkingAreaRegion.working_area_id == WorkingArea.id))
        .where(WorkingAreaRegion.region_id == Region.id, live(WorkingAreaRegion), live(WorkingArea))
    )
    return (
        Region.select(
            Region.id, Region.seq, Region.code, Region.name, Region.kind, areas,
            _Voters.value, _Voters.basis, _Voters.source, _Voters.as_of, _Stations.value, _Stations.basis,
            _Stations.source, _Stations.as_of,
        )
        .join(_Voters, JOIN.LEFT_OUTER, on=(_Voters.seq == figure_that_counts(Region.id, "voters")))
        .join_from(
            Region, _Stations, JOIN.LEFT_OUTER,
            on=(_Stations.seq == figure_that_counts(Region.id, "polling_stations")),
        )
        .where(live(Region))
    )  # fmt: skip


_ALL = Statement(lambda: _region_query().order_by(Region.order_no, Region.seq))
_MEMBERS = Statement(
    lambda: (
        _region_query()
        .join_from(Region, WorkingAreaRegion, on=(WorkingAreaRegion.region_id == Region.id))
        .where(WorkingAreaRegion.working_area_id == param("area"), live(WorkingAreaRegion))
        .order_by(WorkingAreaRegion.order_no, Region.order_no)
    )
)


def regions(store: Store) -> list[RegionRow]:
    """All regions in the office's own order, working areas as wholes at the end."""
    return [_region(row) for row in _ALL.rows(store)]


def area_members(store: Store, area: UUID) -> list[RegionRow]:
    """The regions of a working area, in its own order."""
    return [_region(row) for row in _MEMBERS.rows(store, area=area)]


def _region(row: tuple[Any, ...]) -> RegionRow:
    own = typed(row[:6], (ID, None, None, None, None, None))
    return RegionRow(*[*own, _figure(row[6:10]), _figure(row[10:14])])


def _figure(values: tuple[Any, ...]) -> Figure | None:
    return None if values[0] is None else Figure(*typed(values, (None, None, None, DAY)))


_AREAS = Statement(
    lambda: (
        WorkingArea.select(
            WorkingArea.id,
            WorkingArea.name,
            WorkingArea.region_id,
            WorkingAreaRegion.select(fn.COUNT(WorkingAreaRegion.seq)).where(
                WorkingAreaRegion.working_area_id == WorkingArea.id, live(WorkingAreaRegion)
            ),
        )
        .where(live(WorkingArea))
        .order_by(WorkingArea.order_no, WorkingArea.seq)
    )
)


def working_areas(store: Store) -> list[AreaRow]:
    """The working areas in their order."""
    return [AreaRow(*typed(row, (ID, None, ID, None))) for row in _AREAS.rows(store)]


@cache
def _found(words: int, limit: int) -> Statement:
    spaced = Value(" ").concat(Region.search_text)
    return Statement(
        lambda: (
            _region_query()
            .where(*(spaced.ilike(param(f"word{place}")) for place in range(words)))
            .where(Region.kind != "wilayah_kerja")
            .order_by(Region.order_no, Region.seq)
            .limit(limit)
        )
    )


def search_regions(store: Store, text: str, limit: int = 20) -> list[RegionRow]:
    """Regions in whose name or code every typed word begins a word."""
    words = fold(text).split()[:8]
    slots = {f"word{place}": f"% {word}%" for place, word in enumerate(words)}
    return [_region(row) for row in _found(len(words), limit).rows(store, **slots)]


def _of_commitments() -> Any:
    return (
        CommitmentRegion.select(CommitmentRegion.commitment_id, Region.name)
        .join(Region, on=(CommitmentRegion.region_id == Region.id))
        .where(live(CommitmentRegion), live(Region))
        .order_by(Region.order_no, Region.seq)
    )


_OF_COMMITMENTS = Statement(_of_commitments)
_OF_MEETING = Statement(
    lambda: (
        _of_commitments()
        .join_from(CommitmentRegion, Commitment, on=(CommitmentRegion.commitment_id == Commitment.id))
        .where(Commitment.meeting_id == param("meeting"), live(Commitment))
    )
)


def regions_of_commitments(store: Store, meeting: UUID | None = None) -> dict[UUID, list[str]]:
    """The names of the regions each follow-up of a meeting or of all concerns; those without any are left out."""
    rows = _OF_COMMITMENTS.rows(store) if meeting is None else _OF_MEETING.rows(store, meeting=meeting)
    found: dict[UUID, list[str]] = {}
    for row in rows:
        one, name = typed(row, (ID, None))
        found.setdefault(one, []).append(name)
    return found
