"""The readiness matrix as it is looked at: by region or by institution, and of the institutions only some.

Screen, workbook, paper and console all ask here, so that they show the same rows in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from desktop.models.queries.checklist import KINDS_IN_ORDER
from desktop.models.queries.readiness import Head, Matrix, institution_matrix, matrix, pooled, regions_of_topic
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Institution, InstitutionRegion, Region, TopicRegion

REGIONS, INSTITUTIONS = "wilayah", "instansi"
"""What the rows of a matrix are."""
_LOCAL = ("kabupaten", "kecamatan")  # levels of institutions that belong to one or a few regions


@dataclass(frozen=True, slots=True)
class Shown:
    """What is looked at: the rows, and of institutions those of a kind and those that serve a region."""

    rows: str = REGIONS
    kind: str = ""
    region: UUID | None = None


@dataclass(frozen=True, slots=True)
class InstitutionPlace:
    """Where an institution stands among others: kind, level, and the topic's regions it serves, in their order."""

    short_name: str
    kind: str
    level: str
    regions: tuple[Head, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether it belongs to a few regions; else to the province or the working area."""
        return self.level in _LOCAL and bool(self.regions)


@dataclass(frozen=True, slots=True)
class ShownMatrix:
    """A matrix and, where its rows are institutions, what is known of each of those that could be shown."""

    matrix: Matrix
    places: Mapping[UUID, InstitutionPlace] = field(default_factory=dict)


_INSTITUTIONS = Statement(
    lambda: (
        Institution.select(
            Institution.id, Institution.name, Institution.short_name, Institution.kind, Institution.level
        )
        .where(live(Institution))
        .order_by(Institution.protocol_rank, Institution.sort_key, Institution.seq)
    )
)
_SERVED = Statement(
    lambda: (
        InstitutionRegion.select(InstitutionRegion.institution_id, Region.id, Region.name)
        .join(Region, on=(InstitutionRegion.region_id == Region.id))
        .join(TopicRegion, on=(TopicRegion.region_id == Region.id))
        .where(TopicRegion.topic_id == param("topic"), live(InstitutionRegion), live(Region), live(TopicRegion))
        .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
    )
)


def shown_matrix(store: Store, topic: UUID, shown: Shown = Shown(), today: date | None = None) -> ShownMatrix:
    """The matrix of a topic as it is looked at.

    Institutions come region by region in the office's order, each region's by protocol rank; then those of the
    working area and of the province. Totals sum up what is shown.
    """
    if shown.rows != INSTITUTIONS:
        return ShownMatrix(matrix(store, topic, today))
    whole = institution_matrix(store, topic, today)
    known = _places(store, topic)
    order = {region.id: number for number, region in enumerate(regions_of_topic(store, topic))}
    heads = [head.id for head in whole.regions]
    places = {one: known[one] for one in known if one in set(heads)}  # in protocol rank
    ranked = {one: number for number, one in enumerate(places)}
    wanted = [one for one in places if _is_wanted(places[one], shown)]
    wanted.sort(key=lambda one: (*_group(places[one], order), ranked[one]))
    return ShownMatrix(narrowed(whole, [heads.index(one) for one in wanted]), places)


def narrowed(whole: Matrix, rows: Iterable[int]) -> Matrix:
    """Some rows of a matrix in this order, with totals of their own."""
    chosen = list(rows)
    cells = tuple(whole.cells[row] for row in chosen)
    by_category = tuple(pooled(row[place] for row in cells) for place in range(len(whole.categories)))
    by_region = tuple(whole.by_region[row] for row in chosen)
    return Matrix(
        tuple(whole.regions[row] for row in chosen), whole.categories, cells, by_region, by_category,
        pooled(by_region),
    )  # fmt: skip


def _places(store: Store, topic: UUID) -> dict[UUID, InstitutionPlace]:
    served: dict[UUID, list[Head]] = {}
    for row in _SERVED.rows(store, topic=topic):
        institution, region, name = typed(row, (ID, ID, None))
        served.setdefault(institution, []).append(Head(region, name))
    found = {}
    for row in _INSTITUTIONS.rows(store):
        one, name, short, kind, level = typed(row, (ID, None, None, None, None))
        found[one] = InstitutionPlace(short or name, kind, level, tuple(served.get(one, ())))
    return found


def _is_wanted(place: InstitutionPlace, shown: Shown) -> bool:
    if shown.kind and place.kind != shown.kind:
        return False
    return shown.region is None or any(region.id == shown.region for region in place.regions)


def _group(place: InstitutionPlace, order: Mapping[UUID, int]) -> tuple[int, int]:
    """Those of one region together, then those of the working area, then those of the province."""
    if place.is_local:
        return 0, min(order.get(region.id, len(order)) for region in place.regions)
    return (1 if place.level == "wilayah" else 2), 0
