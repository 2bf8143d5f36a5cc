"""Instansi & Pejabat: what pickers find while a name is typed, and groups such as "KPU se-wilayah kerja"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from peewee import JOIN, SQL, NodeList, Value, fn

from desktop.base.folding import fold
from desktop.models.person_words import SEARCH_TABLE, WORD_INDEX, match_words
from desktop.models.queries.attendance import office_words
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    Institution,
    Person,
    Position,
    Tenure,
)
from desktop.models.words import ACTING

_MOST_WORDS = 8


def held_on(tenure: Any, day: Any) -> Any:
    """The condition that a tenure covers a day; where its start or end is unknown nothing limits it."""
    started = tenure.starts_on.is_null() | (tenure.starts_on <= day)
    not_ended = tenure.ends_on.is_null() | (tenure.ends_on >= day)
    return live(tenure) & started & not_ended


_Other = Tenure.alias("other")


def with_holder(query: Any, day: Any) -> Any:
    """Join each post's holder on a day; of two, the one who came last (a Plh. for the head on leave)."""
    last = (
        _Other.select(_Other.seq)
        .where(_Other.position_id == Position.id, held_on(_Other, day))
        .order_by(_Other.starts_on.desc(nulls="LAST"), _Other.seq.desc())
        .limit(1)
    )
    return query.join_from(Position, Tenure, JOIN.LEFT_OUTER, on=(Tenure.seq == last)).join_from(
        Tenure, Person, JOIN.LEFT_OUTER, on=(Tenure.person_id == Person.id)
    )


def acting_words(acting: str | None, office: str) -> str:
    """An office as its holder bears it: "Pjs. Bupati Tuban"."""
    return f"{ACTING.get(acting or '', '')} {office}".strip()


def office_text() -> Any:
    """The folded words of a post and its institution."""
    return Position.search_text.concat(" ").concat(Institution.search_text)


@dataclass(frozen=True, slots=True)
class InstitutionHit:
    """An institution found by typing part of its name."""

    id: UUID
    words: str
    short_name: str | None
    kind: str
    level: str


@dataclass(frozen=True, slots=True)
class PositionHit:
    """A post found by typing part of its title, its institution or its holder; the holder is that of the day."""

    id: UUID
    title: str
    leads: bool
    institution_id: UUID
    institution: str
    holder_id: UUID | None
    holder: str | None
    acting: str | None

    @property
    def words(self) -> str:
        """The post as one says it: "Ketua KPU Kabupaten Tuban"."""
        return office_words(self.title, self.institution, self.leads)


class PersonHit(NamedTuple):
    """A person, once for each post held on the day; once without a post for somebody who holds none."""

    id: UUID
    name: str
    position_id: UUID | None
    title: str | None
    leads: bool
    institution_id: UUID | None
    institution: str | None
    acting: str | None

    @property
    def words(self) -> str:
        """The post held: "Pjs. Bupati Tuban", or "" for none."""
        if self.title is None or self.institution is None:
            return ""
        return acting_words(self.acting, office_words(self.title, self.institution, self.leads))


def search_institutions(store: Store, text: str, limit: int = 20) -> list[InstitutionHit]:
    """Institutions in which every typed word begins a word, in protocol order."""
    rows = _institutions_found(len(_words(text)), limit).rows(store, **_slots(text))
    return [InstitutionHit(*typed(row, _INSTITUTION_TYPES)) for row in rows]


def search_positions(store: Store, text: str, on: date, limit: int = 20) -> list[PositionHit]:
    """Posts in whose title, institution or holder on that day every typed word begins a word ("kpu tub")."""
    rows = _positions_found(len(_words(text)), limit).rows(store, on=on, **_slots(text))
    return [_position_hit(row) for row in rows]


def search_people(store: Store, text: str, on: date, limit: int = 20) -> list[PersonHit]:
    """People in whose name, posts or institutions every typed word begins a word, with the posts of that day.

    Of very many only the oldest few hundred are put in order, which letters typed further make up for.
    """
    words = _words(text)
    statement = _people_found(store.engine, limit) if words else _all_people(limit)
    rows = statement.rows(store, on=on, words=match_words(store, words))
    known = ID.python_value
    return [
        PersonHit(known(one), name, known(post), title, leads, known(place), institution, acting)  # type: ignore[arg-type]
        for one, name, post, title, leads, place, institution, acting in rows
    ]


_INSTITUTION = (Institution.id, Institution.name, Institution.short_name, Institution.kind, Institution.level)
_INSTITUTION_TYPES = (ID, None, None, None, None)
_POSITION = (
    Position.id, Position.title, Position.leads, Institution.id, Institution.name, Person.id, Person.name,
    Tenure.acting,
)  # fmt: skip
_POSITION_TYPES = (ID, None, None, ID, None, ID, None, None)
_RANKED = (Institution.protocol_rank, Position.leads.desc(), Position.protocol_rank, Position.seq)


def _position_hit(row: tuple[Any, ...]) -> PositionHit:
    return PositionHit(*typed((*row[:2], bool(row[2]), *row[3:]), _POSITION_TYPES))


def _words(text: str) -> list[str]:
    return fold(text).split()[:_MOST_WORDS]


def _slots(text: str) -> dict[str, str]:
    return {f"word{place}": f"% {word}%" for place, word in enumerate(_words(text))}


def _beginning(words: int, *texts: Any) -> list[Any]:
    """Conditions that each of so many words begins a word in one of the folded texts."""
    whole: Any = Value("")
    for text in texts:
        whole = whole.concat(" ").concat(fn.COALESCE(text, ""))
    return [whole.ilike(param(f"word{place}")) for place in range(words)]


@cache
def _institutions_found(words: int, limit: int) -> Statement:
    return Statement(
        lambda: (
            Institution.select(*_INSTITUTION)
            .where(live(Institution), *_beginning(words, Institution.search_text))
            .order_by(Institution.protocol_rank, Institution.seq)
            .limit(limit)
        )
    )


def _position_query(day: Any) -> Any:
    query = Position.select(*_POSITION).join(Institution, on=(Position.institution_id == Institution.id))
    return with_holder(query, day).where(live(Position), live(Institution))


@cache
def _positions_found(words: int, limit: int) -> Statement:
    texts = (Position.search_text, Institution.search_text, Person.search_text)
    return Statement(
        lambda: _position_query(param("on")).where(*_beginning(words, *texts)).order_by(*_RANKED).limit(limit)
    )


_VECTOR = "array_to_tsvector(array_remove(string_to_array(search_text, ' '), ''))"
_IN_ORDER = 400  # hits put in order
_FOUND = {
    "sqlite": (
        f"IN (SELECT rowid FROM {WORD_INDEX} WHERE {WORD_INDEX} MATCH",
        f"ORDER BY rowid LIMIT {_IN_ORDER})",
    ),
    "postgresql": (
        f"IN (SELECT seq FROM {SEARCH_TABLE} WHERE {_VECTOR} @@ CAST(",
        f"AS tsquery) ORDER BY seq LIMIT {_IN_ORDER})",
    ),
}


@cache
def _people_found(engine: str, limit: int) -> Statement:
    before, after = _FOUND[engine]
    return Statement(
        lambda: _people_query(limit).where(NodeList((Person.seq, SQL(before), param("words"), SQL(after))))
    )


@cache
def _all_people(limit: int) -> Statement:
    return Statement(lambda: _people_query(limit))


def _people_query(limit: int) -> Any:
    return (
        Person.select(
            Person.id, Person.name, Position.id, Position.title, fn.COALESCE(Position.leads, False),
            Institution.id, Institution.name, Tenure.acting,
        )
        .join(Tenure, JOIN.LEFT_OUTER, on=((Tenure.person_id == Person.id) & held_on(Tenure, param("on"))))
        .join(Position, JOIN.LEFT_OUTER, on=(Tenure.position_id == Position.id))
        .join(Institution, JOIN.LEFT_OUTER, on=(Position.institution_id == Institution.id))
        .where(live(Person))
        .order_by(Person.sort_key, Person.seq, Position.protocol_rank, Position.seq)
        .limit(limit)
    )  # fmt: skip
