"""What a line of notes may name: every institution with its regions, every post with who holds it that day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peewee import JOIN

from desktop.models.queries.directory import with_holder
from desktop.models.queries.typed import DAY, ID, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Institution, InstitutionRegion, Meeting, Person, Position, Region, Topic


@dataclass(frozen=True, slots=True)
class ServedInstitution:
    """An institution with the regions it serves."""

    id: UUID
    name: str
    short_name: str | None
    level: str
    regions: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """A post with its institution and its holder on the day."""

    id: UUID
    title: str
    leads: bool
    institution_id: UUID
    institution: str
    short_name: str | None
    holder: str | None


_INSTITUTIONS = Statement(
    lambda: (
        Institution.select(Institution.id, Institution.name, Institution.short_name, Institution.level)
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
_OFFICES = Statement(
    lambda: (
        with_holder(
            Position.select(
                Position.id, Position.title, Position.leads, Institution.id, Institution.name,
                Institution.short_name, Person.name,
            ).join(Institution, on=(Position.institution_id == Institution.id)),
            param("on"),
        )
        .where(live(Position), live(Institution))
        .order_by(Institution.protocol_rank, Position.leads.desc(), Position.protocol_rank, Position.seq)
    )
)  # fmt: skip
_REGIONS = Statement(
    lambda: Region.select(Region.id, Region.name).where(live(Region)).order_by(Region.order_no, Region.seq)
)
_EVENT = Statement(
    lambda: (
        Meeting.select(Topic.event_date)
        .join(Topic, JOIN.INNER, on=(Meeting.topic_id == Topic.id))
        .where(Meeting.id == param("meeting"), live(Topic))
    )
)


def institutions_with_regions(store: Store) -> list[ServedInstitution]:
    """All institutions in protocol order."""
    served: dict[UUID, list[UUID]] = defaultdict(list)
    for institution, region in _SERVED.rows(store):
        served[_id(institution)].append(_id(region))
    return [
        ServedInstitution(one := _id(raw), name, short_name, level, tuple(served[one]))
        for raw, name, short_name, level in _INSTITUTIONS.rows(store)
    ]


def offices_on(store: Store, on: date) -> list[OfficeRow]:
    """All posts in protocol order with their holders on a day."""
    return [
        OfficeRow(_id(one), title, bool(leads), _id(institution), name, short_name, holder)
        for one, title, leads, institution, name, short_name, holder in _OFFICES.rows(store, on=on)
    ]


def regions_in_order(store: Store) -> list[tuple[UUID, str]]:
    """All regions in the office's own order."""
    return [(_id(one), name) for one, name in _REGIONS.rows(store)]


def event_date(store: Store, meeting: UUID) -> date | None:
    """The Hari H of the meeting's topic."""
    row = _EVENT.one(store, meeting=meeting)
    return DAY.python_value(row[0]) if row else None


def _id(value: object) -> UUID:
    found = ID.python_value(value)
    assert found is not None
    return found
