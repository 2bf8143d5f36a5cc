"""Finding directory records by the words people use: names, offices, and groups such as "KPU kabupaten/kota"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.base.folding import fold
from desktop.models.queries.attendance import office_words
from desktop.models.queries.checklist import newest_template
from desktop.models.queries.own_office import home_area
from desktop.models.queries.typed import ID, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    ChecklistItem,
    Forum,
    Institution,
    InstitutionRegion,
    Person,
    Position,
    Region,
    Topic,
    WorkingAreaRegion,
)

_KINDS_OF_GROUPS = {
    "kpu kabupaten kota": "kpu",
    "bawaslu kabupaten kota": "bawaslu",
    "polres": "polri",
    "kodim": "tni",
    "pemerintah kabupaten kota": "pemerintah",
    "pejabat pemerintahan kabupaten kota": "pemerintah",
}
"""The kind of institution of each group, by the group's folded words: those of all regions of the working area."""

_WHOLE_AREA = ("se wilayah kerja", "se wilker")


def group_kind(words: str) -> str | None:
    """The kind of institution a group's words mean, None when they are no group."""
    folded = fold(words)
    for ending in _WHOLE_AREA:
        folded = folded.removesuffix(ending).strip()
    return _KINDS_OF_GROUPS.get(folded)


def _named(table: Any, name: Any) -> Statement:
    return Statement(lambda: table.select(table.id, name).where(live(table)).order_by(table.seq))


_INSTITUTIONS, _SHORT = _named(Institution, Institution.name), _named(Institution, Institution.short_name)
_PEOPLE, _TOPICS, _FORUMS = _named(Person, Person.name), _named(Topic, Topic.name), _named(Forum, Forum.name)
_REGIONS = _named(Region, Region.name)
_POSITIONS = Statement(
    lambda: (
        Position.select(Position.id, Position.institution_id, Position.title, Institution.name, Position.leads)
        .join(Institution, on=(Position.institution_id == Institution.id))
        .where(live(Position), live(Institution))
    )
)
_MEMBERS = Statement(
    lambda: Institution.select(Institution.id, Institution.name)
    .join(InstitutionRegion, on=(InstitutionRegion.institution_id == Institution.id))
    .join_from(
        InstitutionRegion, WorkingAreaRegion, on=(WorkingAreaRegion.region_id == InstitutionRegion.region_id)
    )
    .where(
        live(Institution), live(InstitutionRegion), live(WorkingAreaRegion), Institution.level == "kabupaten",
        Institution.kind == param("kind"), WorkingAreaRegion.working_area_id == param("area"),
    )
    .order_by(WorkingAreaRegion.order_no, Institution.protocol_rank, Institution.seq)
)  # fmt: skip
_ITEMS = Statement(
    lambda: ChecklistItem.select(ChecklistItem.code, ChecklistItem.id).where(
        live(ChecklistItem), ChecklistItem.template_id == newest_template()
    )
)


@dataclass(slots=True)
class Lookup:
    """The directory by words, read once: for an import, which asks for many names."""

    institutions: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    topics: dict[str, UUID] = field(default_factory=dict)
    forums: dict[str, UUID] = field(default_factory=dict)
    regions: dict[str, UUID] = field(default_factory=dict)
    positions: dict[tuple[UUID, str], UUID] = field(default_factory=dict)
    offices: dict[str, tuple[UUID, UUID]] = field(default_factory=dict)

    @classmethod
    def read(cls, store: Store) -> Lookup:
        """Everything that has a name now; of two alike the older counts."""
        found = cls(
            institutions=_by_words(store, _SHORT) | _by_words(store, _INSTITUTIONS),
            people=_by_words(store, _PEOPLE),
            topics=_by_words(store, _TOPICS),
            forums=_by_words(store, _FORUMS),
            regions=_by_words(store, _REGIONS),
        )
        for one, institution, title, name, leads in _POSITIONS.rows(store):
            position, owner = _id(one), _id(institution)
            found.positions[owner, fold(title)] = position
            found.offices[fold(office_words(title, name, bool(leads)))] = (position, owner)
        return found


def group_members(store: Store, words: str) -> dict[UUID, str]:
    """The institutions a group's words mean in the office's working area, by id with their names.

    Each once, in the order of the regions; empty when the words are no group.
    """
    kind, area = group_kind(words), home_area(store)
    if kind is None or area is None:
        return {}
    return {_id(one): name for one, name in _MEMBERS.rows(store, kind=kind, area=area)}


def checklist_items(store: Store, topic: UUID) -> dict[str, UUID]:
    """The items of a topic's newest checklist, by code."""
    return {code: _id(one) for code, one in _ITEMS.rows(store, topic=topic)}


def _by_words(store: Store, statement: Statement) -> dict[str, UUID]:
    return {fold(name): _id(one) for one, name in reversed(statement.rows(store)) if name}


def _id(value: Any) -> UUID:
    found = ID.python_value(value)
    assert found is not None
    return found
