"""The whole directory as an import compares with it: read once, whatever the number of rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from desktop.base.folding import fold
from desktop.models.queries.redirects import present_ids
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.statements import Statement
from desktop.models.store import Store
from desktop.models.tables import Institution, Person, Position, Redirect, Region, Tenure


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What is kept of a person."""

    name: str
    rank: str | None
    identity_number: str | None
    phone: str | None
    email: str | None


@dataclass(slots=True)
class DirectorySnapshot:
    """The directory on a day; `*_words` hold every spelling, those of merged records too."""

    people: dict[UUID, KnownPerson] = field(default_factory=dict)
    people_words: list[tuple[str, UUID]] = field(default_factory=list)
    institutions: dict[UUID, str] = field(default_factory=dict)
    institution_words: list[tuple[str, UUID]] = field(default_factory=list)
    short_names: dict[UUID, str | None] = field(default_factory=dict)
    regions: dict[str, UUID] = field(default_factory=dict)
    positions: dict[tuple[UUID, str], UUID] = field(default_factory=dict)
    titles: dict[UUID, tuple[UUID, str]] = field(default_factory=dict)
    leading: dict[UUID, UUID] = field(default_factory=dict)
    holders: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    posts: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def read(cls, store: Store, day: date) -> DirectorySnapshot:
        """Everything live, with the holders of the day."""
        found = cls()
        for row in _PEOPLE.rows(store):
            one, *rest = typed(row, (ID, None, None, None, None, None))
            found.people[one] = KnownPerson(*rest)
            found.people_words.append((rest[0], one))
        for row in _INSTITUTIONS.rows(store):
            one, name, short = typed(row, (ID, None, None))
            found.institutions[one], found.short_names[one] = name, short
            found.institution_words += [(name, one), *([(short, one)] if short else [])]
        found.regions = {fold(name): typed((one,), (ID,))[0] for one, name in _REGIONS.rows(store)}
        found._read_posts(store, day)
        found.people_words += _merged(store, "person")
        found.institution_words += _merged(store, "institution")
        return found

    def _read_posts(self, store: Store, day: date) -> None:
        for row in _POSITIONS.rows(store):
            one, owner, title, leads = typed(row, (ID, ID, None, None))
            self.positions.setdefault((owner, fold(title)), one)
            self.titles[one] = (owner, title)
            if leads:
                self.leading.setdefault(owner, one)
        for row in _TENURES.rows(store):
            person, position, start, end = typed(row, (ID, ID, DAY, DAY))
            if position in self.titles and (start or date.min) <= day <= (end or date.max):
                self.holders[position].add(person)
                self.posts[person].add(position)

    def institutions_of(self, person: UUID) -> set[UUID]:
        """Where a person holds a post on the day."""
        return {self.titles[post][0] for post in self.posts.get(person, ())}


_PEOPLE = Statement(
    lambda: Person.select(
        Person.id, Person.name, Person.rank, Person.identity_number, Person.phone, Person.email
    ).where(live(Person)).order_by(Person.seq)
)  # fmt: skip
_INSTITUTIONS = Statement(
    lambda: (
        Institution.select(Institution.id, Institution.name, Institution.short_name)
        .where(live(Institution))
        .order_by(Institution.seq)
    )
)
_REGIONS = Statement(lambda: Region.select(Region.id, Region.name).where(live(Region)))
_POSITIONS = Statement(
    lambda: (
        Position.select(Position.id, Position.institution_id, Position.title, Position.leads)
        .where(live(Position))
        .order_by(Position.seq)
    )
)
_TENURES = Statement(
    lambda: Tenure.select(Tenure.person_id, Tenure.position_id, Tenure.starts_on, Tenure.ends_on).where(
        live(Tenure)
    )
)


def _former(table: str, named: type[Person] | type[Institution]) -> Statement:
    """The names of what was merged into another record."""
    return Statement(
        lambda: (
            named.select(named.id, named.name)
            .join(Redirect, on=(Redirect.old_id == named.id))
            .where(live(Redirect), Redirect.table_name == table)
        )
    )


_FORMER = {"person": _former("person", Person), "institution": _former("institution", Institution)}


def _merged(store: Store, table: str) -> list[tuple[str, UUID]]:
    rows = [(typed((one,), (ID,))[0], name) for one, name in _FORMER[table].rows(store)]
    now = present_ids(store, table, [one for one, _ in rows])
    return [(name, now[one]) for one, name in rows if one in now]
