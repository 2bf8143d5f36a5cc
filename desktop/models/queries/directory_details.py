"""One institution with its posts, one person with what they held, and where a record is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.fields import RefField
from desktop.models.queries.attendance import office_words
from desktop.models.queries.children import count_children
from desktop.models.queries.directory import acting_words, with_holder
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import RECORDS, Institution, InstitutionRegion, Person, Position, Region, Tenure


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A post of an institution and who holds it on the day asked for."""

    id: UUID
    seq: int
    title: str
    leads: bool
    protocol_rank: int
    tenure_id: UUID | None
    holder_id: UUID | None
    holder: str | None
    acting: str | None
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class InstitutionDetail:
    """An institution with the regions it serves, in the office's order, and its posts."""

    id: UUID
    seq: int
    name: str
    short_name: str | None
    kind: str
    level: str
    leader_title: str | None
    protocol_rank: int
    positions: tuple[PositionRow, ...]
    regions: tuple[tuple[UUID, str], ...]


def _institution_query() -> Any:
    query = Institution.select(
        Institution.id, Institution.seq, Institution.name, Institution.short_name, Institution.kind,
        Institution.level, Institution.leader_title, Institution.protocol_rank,
        Position.id, Position.seq, Position.title, Position.leads, Position.protocol_rank,
        Tenure.id, Person.id, Person.name, Tenure.acting, Tenure.starts_on, Tenure.ends_on,
    ).join(
        Position, JOIN.LEFT_OUTER, on=((Position.institution_id == Institution.id) & live(Position))
    )  # fmt: skip
    return (
        with_holder(query, param("on"))
        .where(Institution.id == param("institution"), live(Institution))
        .order_by(Position.leads.desc(), Position.protocol_rank, Position.seq)
    )


_INSTITUTION = Statement(_institution_query)
_INSTITUTION_TYPES = (ID, None, None, None, None, None, None, None)
_POSITION_TYPES = (ID, None, None, None, None, ID, ID, None, None, DAY, DAY)
_REGIONS = Statement(
    lambda: (
        InstitutionRegion.select(Region.id, Region.name)
        .join(Region, on=(InstitutionRegion.region_id == Region.id))
        .where(InstitutionRegion.institution_id == param("institution"), live(InstitutionRegion))
        .order_by(Region.order_no, Region.seq)
    )
)


def institution_detail(store: Store, institution: UUID, on: date) -> InstitutionDetail | None:
    """An institution with its posts and their holders on a day; None where there is none."""
    rows = _INSTITUTION.rows(store, institution=institution, on=on)
    if not rows:
        return None
    own = typed(rows[0][:8], _INSTITUTION_TYPES)
    posts = [typed(row[8:], _POSITION_TYPES) for row in rows if row[8] is not None]
    regions = [tuple(typed(row, (ID, None))) for row in _REGIONS.rows(store, institution=institution)]
    positions = tuple(PositionRow(*[*one[:3], bool(one[3]), *one[4:]]) for one in posts)
    return InstitutionDetail(*[*own, positions, tuple(regions)])


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A post somebody holds or held."""

    id: UUID
    seq: int
    person_id: UUID
    person: str
    position_id: UUID
    title: str
    leads: bool
    institution_id: UUID
    institution: str
    acting: str
    starts_on: date | None
    ends_on: date | None

    @property
    def words(self) -> str:
        """The post as its holder bears it: "Pjs. Bupati Tuban"."""
        return acting_words(self.acting, office_words(self.title, self.institution, self.leads))

    def covers(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """A person with everything they hold or held, the latest first."""

    id: UUID
    seq: int
    name: str
    rank: str | None
    identity_kind: str
    identity_number: str | None
    phone: str | None
    email: str | None
    note: str | None
    tenures: tuple[TenureRow, ...]


_PERSON = Statement(
    lambda: Person.select(
        Person.id, Person.seq, Person.name, Person.rank, Person.identity_kind, Person.identity_number,
        Person.phone, Person.email, Person.note,
    ).where(Person.id == param("person"), live(Person))
)  # fmt: skip
_PERSON_TYPES = (ID, None, None, None, None, None, None, None, None)


def _tenure_query() -> Any:
    return (
        Tenure.select(
            Tenure.id, Tenure.seq, Person.id, Person.name, Position.id, Position.title, Position.leads,
            Institution.id, Institution.name, Tenure.acting, Tenure.starts_on, Tenure.ends_on,
        )
        .join(Person, on=(Tenure.person_id == Person.id))
        .join_from(Tenure, Position, on=(Tenure.position_id == Position.id))
        .join_from(Position, Institution, on=(Position.institution_id == Institution.id))
        .where(live(Tenure))
        .order_by(Tenure.starts_on.desc(nulls="LAST"), Tenure.seq.desc())
    )  # fmt: skip


_OF_PERSON = Statement(lambda: _tenure_query().where(Tenure.person_id == param("key")))
_OF_POSITION = Statement(lambda: _tenure_query().where(Tenure.position_id == param("key")))
_TENURE_TYPES = (ID, None, ID, None, ID, None, None, ID, None, None, DAY, DAY)


def person_detail(store: Store, person: UUID) -> PersonDetail | None:
    """A person with their posts; None where there is none."""
    row = _PERSON.one(store, person=person)
    if row is None:
        return None
    return PersonDetail(*[*typed(row, _PERSON_TYPES), tuple(_tenures(store, _OF_PERSON, person))])


def tenures_of_position(store: Store, position: UUID) -> list[TenureRow]:
    """Everybody who holds or held a post, the latest first."""
    return _tenures(store, _OF_POSITION, position)


def _tenures(store: Store, statement: Statement, key: UUID) -> list[TenureRow]:
    found = [typed(row, _TENURE_TYPES) for row in statement.rows(store, key=key)]
    return [TenureRow(*[*one[:6], bool(one[6]), *one[7:]]) for one in found]


def uses(store: Store, table: str, record: UUID, own: frozenset[str] = frozenset()) -> dict[str, int]:
    """How many live rows of each table point to a record, without the tables in `own`, which go with it."""
    found: dict[str, int] = {}
    for name, model in RECORDS.items():
        if name in own:
            continue
        fields = model._meta.fields.items()
        columns = [key for key, one in fields if isinstance(one, RefField) and one.to == table]
        count = sum(count_children(store, name, column, record) for column in columns)
        if count:
            found[name] = count
    return found
