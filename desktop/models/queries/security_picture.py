"""Reads the gambaran pengamanan of a topic, and what was reported before.

Everything here is classified Terbatas: only the part Pengamanan of Kesiapan, its own paper and its own workbook
ask for it, never what is shared (`tests/services/test_security_kept_apart.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.base.folding import fold
from desktop.models.personnel_need import Classes, Pattern
from desktop.models.queries.checklist import KINDS_IN_ORDER
from desktop.models.queries.own_office import home_area
from desktop.models.queries.region_figures import figures_that_count
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.security import (
    PLACES,
    DistrictPicture,
    PlanReport,
    RegionPicture,
    SecurityPicture,
    StationReport,
)
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Institution,
    PersonnelPattern,
    PersonnelPlan,
    Region,
    StationRisk,
    TopicRegion,
    WorkingAreaRegion,
)
from desktop.models.words import FORCES


def security_picture(store: Store, topic: UUID) -> SecurityPicture:
    """The picture as it stands, the regions in the office's order."""
    stations, plans = station_reports(store, topic), plan_reports(store, topic)
    figures = figures_that_count(store)
    found = [
        RegionPicture(
            one, name, kind, bool(member),
            figures.get((one, "polling_stations")), figures.get((one, "districts")),
            _first(stations, one), _districts(stations, plans, one) if kind in PLACES else (),
            _own_plans(plans, one, named=kind not in PLACES),
        )
        for one, name, kind, member in (
            typed(row, (ID, None, None, None)) for row in _REGIONS.rows(store, topic=topic, area=home_area(store))
        )
    ]  # fmt: skip
    return SecurityPicture(
        tuple(one for one in found if one.kind in PLACES),
        tuple(one for one in found if one.kind not in PLACES),
        {risk: Pattern(*values) for risk, *values in _PATTERNS.rows(store, topic=topic)},
    )


def station_reports(store: Store, topic: UUID, region: UUID | None = None) -> list[StationReport]:
    """All reports on polling stations of a topic, or of a region in it, the newest first."""
    types = (ID, ID, None, None, None, None, DAY, ID, None, None, None)
    rows = (typed(row, types) for row in _STATIONS.rows(store, topic=topic))
    return [
        StationReport(one, of, district, Classes(low, medium, high), *told)
        for one, of, district, low, medium, high, *told in rows
        if region in (None, of)
    ]


def plan_reports(store: Store, topic: UUID, region: UUID | None = None) -> list[PlanReport]:
    """All that was told of personnel for a topic, or for a region in it, the newest first."""
    types = (ID, ID, None, None, None, DAY, None, None)
    found = (PlanReport(*typed(row, types)) for row in _PLANS.rows(store, topic=topic))
    return [one for one in found if region in (None, one.region_id)]


def station_history(store: Store, topic: UUID, region: UUID, district: str | None) -> list[StationReport]:
    """All reports on a region, or on a kecamatan of it, the newest first."""
    sought = district_key(district)
    return [
        one for one in station_reports(store, topic, region) if district_key(one.district) == sought
    ]  # fmt: skip


def plan_history(store: Store, topic: UUID, region: UUID, district: str | None = None) -> list[PlanReport]:
    """All that was told of personnel planned for a region, or for a part of it, the newest first."""
    sought = district_key(district)
    return [one for one in plan_reports(store, topic, region) if district_key(one.district) == sought]


def district_key(name: str | None) -> str:
    """By what a kecamatan is known again, however it is written; "" for the region itself."""
    return fold(name or "")


def _newest_first(table: Any) -> tuple[Any, Any]:
    return (table.as_of.desc(), table.seq.desc())


_STATIONS = Statement(
    lambda: (
        StationRisk.select(
            StationRisk.id, StationRisk.region_id, StationRisk.district, StationRisk.low, StationRisk.medium,
            StationRisk.high, StationRisk.as_of, StationRisk.institution_id, Institution.name, StationRisk.source,
            StationRisk.note,
        )
        .join(Institution, JOIN.LEFT_OUTER, on=(StationRisk.institution_id == Institution.id))
        .where(StationRisk.topic_id == param("topic"), live(StationRisk))
        .order_by(*_newest_first(StationRisk))
    )
)  # fmt: skip
_PLANS = Statement(
    lambda: (
        PersonnelPlan.select(
            PersonnelPlan.id, PersonnelPlan.region_id, PersonnelPlan.district, PersonnelPlan.force,
            PersonnelPlan.planned, PersonnelPlan.as_of, PersonnelPlan.source, PersonnelPlan.note,
        )
        .where(PersonnelPlan.topic_id == param("topic"), live(PersonnelPlan))
        .order_by(*_newest_first(PersonnelPlan))
    )
)  # fmt: skip
_PATTERNS = Statement(
    lambda: (
        PersonnelPattern.select(
            PersonnelPattern.risk, PersonnelPattern.police, PersonnelPattern.stations_from,
            PersonnelPattern.stations_to, PersonnelPattern.linmas_from, PersonnelPattern.linmas_to,
            PersonnelPattern.source,
        )
        .where(PersonnelPattern.topic_id == param("topic"), live(PersonnelPattern))
        .order_by(PersonnelPattern.seq)
    )
)  # fmt: skip
_REGIONS = Statement(
    lambda: (
        TopicRegion.select(Region.id, Region.name, Region.kind, WorkingAreaRegion.seq)
        .join(Region, on=(TopicRegion.region_id == Region.id))
        .join_from(
            Region, WorkingAreaRegion, JOIN.LEFT_OUTER,
            on=(
                (WorkingAreaRegion.region_id == Region.id)
                & (WorkingAreaRegion.working_area_id == param("area"))
                & live(WorkingAreaRegion)
            ),
        )
        .where(TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region))
        .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
    )
)  # fmt: skip


def _first(reports: Iterable[StationReport], region: UUID) -> StationReport | None:
    return next((one for one in reports if one.region_id == region and not one.district), None)


def _districts(
    stations: Iterable[StationReport], plans: Iterable[PlanReport], region: UUID
) -> tuple[DistrictPicture, ...]:
    names: dict[str, str] = {}
    newest: dict[str, StationReport] = {}
    planned: dict[str, dict[str, PlanReport]] = {}
    for told in stations:
        if told.region_id == region and told.district:
            newest.setdefault(district_key(told.district), told)
            names.setdefault(district_key(told.district), told.district)
    for plan in plans:
        if plan.region_id == region and plan.district:
            planned.setdefault(district_key(plan.district), {}).setdefault(plan.force, plan)
            names.setdefault(district_key(plan.district), plan.district)
    return tuple(
        DistrictPicture(name, newest.get(key), planned.get(key, {})) for key, name in sorted(names.items())
    )


def _own_plans(plans: Iterable[PlanReport], region: UUID, *, named: bool) -> tuple[PlanReport, ...]:
    """The newest of each force told of a region, with `named` also of each named part of it."""
    found: dict[tuple[str, str], PlanReport] = {}
    for one in plans:
        if one.region_id == region and (named or not one.district):
            found.setdefault((one.force, district_key(one.district)), one)
    in_order = list(FORCES)
    return tuple(sorted(found.values(), key=lambda one: (in_order.index(one.force), one.district or "")))
