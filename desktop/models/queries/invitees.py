"""Whom an invitation reaches: leaders' posts, their holders on a day, institutions by region and kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peewee import fn

from desktop.models.queries.attendance import office_words
from desktop.models.queries.directory import with_holder
from desktop.models.queries.own_office import home_area
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Institution, InstitutionRegion, Person, Position, Region, WorkingAreaRegion


@dataclass(frozen=True, slots=True)
class Office:
    """A post with its institution and its holder on the day asked for."""

    position_id: UUID
    institution_id: UUID
    words: str
    leads: bool
    person_id: UUID | None
    person: str | None


_OFFICES = Statement(
    lambda: (
        with_holder(
            Position.select(
                Position.id,
                Institution.id,
                Position.title,
                Institution.name,
                Position.leads,
                Person.id,
                Person.name,
            ).join(Institution, on=(Position.institution_id == Institution.id)),
            param("day"),
        )
        .where(live(Position), live(Institution))
        .order_by(Position.protocol_rank, Position.seq)
    )
)


def offices(store: Store, on: date) -> dict[UUID, Office]:
    """Every post of the directory with its holder on a day, by post, the highest first."""
    found = {}
    for row in _OFFICES.rows(store, day=on):
        post, owner, title, name, leads, person, holder = typed(row, (ID, ID, None, None, None, ID, None))
        found[post] = Office(post, owner, office_words(title, name, bool(leads)), bool(leads), person, holder)
    return found


def leaders(posts: Iterable[Office]) -> dict[UUID, Office]:
    """The leader's post of each institution that has one, by institution; of two the higher."""
    found: dict[UUID, Office] = {}
    for post in posts:
        if post.leads:
            found.setdefault(post.institution_id, post)
    return found


@dataclass(frozen=True, slots=True)
class InstitutionPlace:
    """An institution with the regions it serves, in the order in which the office names them."""

    id: UUID
    name: str
    kind: str
    regions: tuple[UUID, ...]
    level: str


_INSTITUTIONS = Statement(
    lambda: (
        Institution.select(Institution.id, Institution.name, Institution.kind, Institution.level)
        .where(live(Institution))
        .order_by(Institution.protocol_rank, Institution.seq)
    )
)
_SERVED = Statement(
    lambda: (
        InstitutionRegion.select(InstitutionRegion.institution_id, InstitutionRegion.region_id)
        .join(Region, on=(InstitutionRegion.region_id == Region.id))
        .where(live(InstitutionRegion), live(Region))
        .order_by(Region.order_no, Region.seq)
    )
)


def institution_places(store: Store) -> list[InstitutionPlace]:
    """All institutions by protocol rank, each with its regions."""
    served: dict[UUID, list[UUID]] = {}
    for row in _SERVED.rows(store):
        institution, region = typed(row, (ID, ID))
        served.setdefault(institution, []).append(region)
    rows = (typed(row, (ID, None, None, None)) for row in _INSTITUTIONS.rows(store))
    return [
        InstitutionPlace(one, name, kind, tuple(served.get(one, ())), level) for one, name, kind, level in rows
    ]


_REGIONS = Statement(
    lambda: (
        Region.select(
            Region.id,
            Region.name,
            Region.kind,
            WorkingAreaRegion.select(fn.MIN(WorkingAreaRegion.order_no)).where(
                WorkingAreaRegion.region_id == Region.id,
                WorkingAreaRegion.working_area_id == param("area"),
                live(WorkingAreaRegion),
            ),
        )
        .where(live(Region), Region.kind != "wilayah_kerja")
        .order_by(Region.order_no, Region.seq)
    )
)


@dataclass(frozen=True, slots=True)
class RegionPlace:
    """A region; `home` says whether it belongs to the office's own working area."""

    id: UUID
    name: str
    home: bool
    kind: str


def region_places(store: Store) -> list[RegionPlace]:
    """The regions: those of the office's working area first, in its order."""
    area = home_area(store) or UUID(int=0)
    rows = [typed(row, (ID, None, None, None)) for row in _REGIONS.rows(store, area=area)]
    rows.sort(key=lambda row: (row[3] is None, row[3] or 0))
    return [RegionPlace(one, name, place is not None, kind) for one, name, kind, place in rows]
