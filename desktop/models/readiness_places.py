"""The places of the checklists in force: what is asked of which region, and what it takes to reckon how it stands.

Items, regions and institutions go by their local numbers here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from desktop.base.reporting import how_often
from desktop.models.fields import DayField, IdField
from desktop.models.report_that_counts import Institutions, Report
from desktop.models.score import MULTIPLIED, need_of
from desktop.models.store import Store
from desktop.models.words import INTERNAL_BASIS

Place = tuple[int, int]
"""An item and a region."""
_AT_ONCE = 400
_ID, _DAY = IdField(), DayField()

_IN_FORCE = (
    "(SELECT newest.id FROM checklist_template newest WHERE newest.topic_id = topic.id "
    "AND newest.state = 'berlaku' AND NOT newest.deleted ORDER BY newest.version DESC, newest.seq DESC LIMIT 1)"
)
ASKED_OF = {
    "for_regency": ("kabupaten", "kota"),
    "for_province": ("provinsi",),
    "for_working_area": ("wilayah_kerja",),
}
"""The columns of an item that ask it of all regions of some kinds; besides it is asked of those it names."""
_BY_KIND = " OR ".join(
    f"region.kind IN ({', '.join(map(repr, kinds))}) AND item.{column}" for column, kinds in ASKED_OF.items()
)
_ASKED = (
    "SELECT DISTINCT item.seq AS item, region.seq AS region, item.responsible FROM checklist_item item "
    "JOIN checklist_template template ON template.id = item.template_id "
    "JOIN topic ON topic.id = template.topic_id "
    "JOIN topic_region ON topic_region.topic_id = topic.id AND NOT topic_region.deleted "
    "JOIN region ON region.id = topic_region.region_id "
    f"WHERE {{scope}} AND NOT item.deleted AND template.id = {_IN_FORCE} AND ({_BY_KIND} "
    "OR EXISTS (SELECT 1 FROM checklist_item_region named WHERE named.item_id = item.id "
    "AND named.region_id = region.id AND NOT named.deleted))"
)
_KEPT = "SELECT item, region FROM readiness_standing WHERE institution = 0 AND {scope}"
_ITEM_NUMBERS = "item IN (SELECT seq FROM checklist_item WHERE id IN ({ids}))"
_REGION_NUMBERS = "region IN (SELECT seq FROM region WHERE id IN ({ids}))"
_MULTIPLIED = f"target_kind IN ({', '.join(map(repr, MULTIPLIED))})"


class _Scope(NamedTuple):
    """Which places are meant: as they are asked, and as they are kept."""

    asked: str
    kept: str


_OF_ITEM = _Scope("item.id IN ({ids})", _ITEM_NUMBERS)
_OF_REGION = _Scope("region.id IN ({ids})", _REGION_NUMBERS)
_OF_TOPIC = _Scope("topic.id IN ({ids})", "topic IN (SELECT seq FROM topic WHERE id IN ({ids}))")
_OF_FIGURE = _Scope(
    f"region.id IN ({{ids}}) AND item.{_MULTIPLIED}",
    f"{_REGION_NUMBERS} AND item IN (SELECT seq FROM checklist_item WHERE {_MULTIPLIED})",
)
_REPLACED = (  # a draft is written for days; only another version in force concerns anybody
    "SELECT template.topic_id FROM checklist_template template JOIN topic ON topic.id = template.topic_id "
    f"WHERE template.id IN ({{ids}}) AND {_IN_FORCE} IS DISTINCT FROM ("
    "SELECT item.template_id FROM readiness_standing standing "
    "JOIN checklist_item item ON item.seq = standing.item WHERE standing.topic = topic.seq LIMIT 1)"
)
_BY_RECORD = {
    "checklist_item": (_OF_ITEM, "{ids}"),
    "checklist_item_region": (_OF_ITEM, "SELECT item_id FROM checklist_item_region WHERE id IN ({ids})"),
    "due_override": (_OF_ITEM, "SELECT item_id FROM due_override WHERE id IN ({ids})"),
    "region": (_OF_REGION, "{ids}"),
    "topic_region": (_OF_REGION, "SELECT region_id FROM topic_region WHERE id IN ({ids})"),
    "region_figure": (_OF_FIGURE, "SELECT region_id FROM region_figure WHERE id IN ({ids})"),
    "checklist_template": (_OF_TOPIC, _REPLACED),
}
"""The places a record of a table concerns, and the ids by which they are meant."""
CONCERNED = frozenset({*_BY_RECORD, "institution", "institution_region"})

_ITEMS = (
    "SELECT item.seq, topic.seq, category.seq, item.responsible, item.target_kind, item.target_value, "
    "item.evidence IS NOT NULL, item.weight, item.order_no, item.repeats, item.unit, item.text, item.due_offset, "
    "item.due_basis FROM checklist_item item "
    "JOIN checklist_template template ON template.id = item.template_id "
    "JOIN topic ON topic.id = template.topic_id "
    "JOIN checklist_category category ON category.id = item.category_id WHERE item.seq IN ({ids})"
)
_FIGURES = (  # the one that counts comes last
    "SELECT region.seq, figure.kind, figure.value FROM region_figure figure "
    "JOIN region ON region.id = figure.region_id WHERE region.seq IN ({ids}) AND NOT figure.deleted "
    "ORDER BY figure.as_of IS NOT NULL, figure.as_of, figure.seq"
)
_OWN_DAYS = (
    "SELECT item.seq, region.seq, own.due_on, own.due_basis FROM due_override own "
    "JOIN checklist_item item ON item.id = own.item_id JOIN region ON region.id = own.region_id "
    "WHERE item.seq IN ({ids}) AND NOT own.deleted ORDER BY own.seq"
)
_REPORTS = (
    "WITH place (item, region) AS (VALUES {places}) "
    "SELECT place.item, place.region, told.seq, teller.seq, told.period, told.as_of, told.state, told.value, "
    "told.measure, told.evidence_received FROM place "
    "{then} checklist_item item ON item.seq = place.item "
    "{then} checklist_item version ON version.thread_id = item.thread_id "
    "{then} region ON region.seq = place.region "
    "{then} assessment told ON told.item_id = version.id AND told.region_id = region.id AND NOT told.deleted "
    "LEFT JOIN institution teller ON teller.id = told.institution_id"
)


class Item(NamedTuple):
    """What an item asks, as far as it counts."""

    number: int
    topic: int
    category: int
    responsible: str
    target_kind: str
    target: float | None
    needs_evidence: bool
    weight: float
    order_no: int
    often: str | None
    due_offset: int | None
    due_basis: str


class Facts:
    """What some places are reckoned from, read at once; the days of their own only when they are asked for."""

    def __init__(self, store: Store, places: Collection[Place]) -> None:
        self._store = store
        items = sorted({item for item, _ in places})
        self.items = {row[0]: _item(row) for row in _rows(store, _ITEMS, items)}
        self._figures: dict[tuple[int, str], float] = {}
        if any(item.target_kind in MULTIPLIED for item in self.items.values()):
            found = _rows(store, _FIGURES, sorted({region for _, region in places}))
            self._figures = {(region, kind): value for region, kind, value in found}

    @cached_property
    def _own_days(self) -> dict[Place, tuple[Any, str]]:
        found = _rows(self._store, _OWN_DAYS, sorted(self.items))
        return {(item, region): (day, basis) for item, region, day, basis in found}

    def need(self, item: Item, region: int) -> float | None:
        """How many things a region needs for an item."""
        figure = self._figures.get((region, MULTIPLIED.get(item.target_kind, "")))
        return need_of(item.target_kind, item.target, figure)

    def promised(self, item: Item, region: int) -> tuple[int | None, int | None]:
        """The day with an outside basis, in days from the topic's day or by itself."""
        own_day, basis = self._own_days.get((item.number, region), (None, item.due_basis))
        if basis == INTERNAL_BASIS:
            return None, None
        return (item.due_offset, None) if own_day is None else (None, day_number(own_day))


def _item(row: tuple[Any, ...]) -> Item:
    repeats, unit, text = row[9:12]
    return Item._make((*row[:9], how_often(repeats, unit, text), *row[12:]))


def every_place(store: Store) -> set[Place]:
    """All that is asked."""
    return {(item, region) for item, region, _ in store.rows(_ASKED.replace("{scope}", "1 = 1"))}


def concerned(
    store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]
) -> tuple[set[Place], set[Place]]:
    """The places a change of what is asked concerns, as they are now and as they are kept."""
    asked: set[Place] = set()
    kept: set[Place] = set()
    meant = [(scope, owners, touched.get(table, ())) for table, (scope, owners) in _BY_RECORD.items()]
    meant += [
        (_OF_ITEM, "{ids}", former.get("checklist_item", ())),
        (_OF_REGION, "{ids}", former.get("region", ())),
    ]
    for scope, owners, records in meant:
        for part in parts(records):
            asked.update(_places(store, _ASKED, scope.asked.format(ids=owners), part))
            kept.update(_places(store, _KEPT, scope.kept.format(ids=owners), part))
    moved = _of_institutions(store, touched, former)
    return asked | _still_asked(store, moved - asked), kept | moved


def _still_asked(store: Store, places: set[Place]) -> set[Place]:
    """Those of some places that are asked now: an action may take an item away and who answers for it at once."""
    items = sorted({item for item, _ in places})
    found = (_places(store, _ASKED, "item.seq IN ({ids})", part) for part in parts(items))
    return places.intersection(chain.from_iterable(found))


def _places(store: Store, sql: str, scope: str, ids: Collection[Any]) -> Iterator[Place]:
    return ((row[0], row[1]) for row in _rows(store, sql.replace("{scope}", scope), ids))


_SERVING = "SELECT institution_id FROM institution_region WHERE id IN ({ids})"
_NAMES = "SELECT seq, name, short_name FROM institution WHERE id IN ({ids}) AND NOT deleted"
_SERVED = (
    "SELECT institution.seq, region.seq FROM institution_region served "
    "JOIN institution ON institution.id = served.institution_id JOIN region ON region.id = served.region_id "
    "WHERE served.institution_id IN ({ids}) AND NOT served.deleted"
)
_WORDS = (
    "SELECT DISTINCT item.responsible FROM checklist_item item "
    "JOIN checklist_template template ON template.id = item.template_id "
    f"JOIN topic ON topic.id = template.topic_id WHERE template.id = {_IN_FORCE} AND NOT item.deleted"
)
_THEIRS = (
    "SELECT item, region, institution FROM readiness_standing "
    "WHERE institution IN (SELECT seq FROM institution WHERE id IN ({ids}))"
)
_WORDED = _ASKED.replace("{scope}", "item.responsible IN ({ids})")


def _of_institutions(
    store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]]
) -> set[Place]:
    """The places for which somebody else is responsible than is kept."""
    ids = {*touched.get("institution", ()), *former.get("institution", ())}
    for part in parts(touched.get("institution_region", ())):
        ids.update(_id(one) for (one,) in _rows(store, _SERVING, part))
    if not ids:
        return set()
    kept = {row for part in parts(ids) for row in _rows(store, _THEIRS, part)}
    some = Institutions(
        [row for part in parts(ids) for row in _rows(store, _NAMES, part)],
        [row for part in parts(ids) for row in _rows(store, _SERVED, part)],
    )
    meant = [words for (words,) in store.rows(_WORDS) if any(some.named(words))]
    wanted = {
        (item, region, one)
        for part in parts(meant)
        for item, region, words in _rows(store, _WORDED, part)
        for one in some.responsible(words, region)
    }
    return {(item, region) for item, region, _ in wanted ^ kept}


def reports_on(store: Store, places: Collection[Place]) -> dict[Place, list[Report]]:
    """Everything reported on these places, on any version of their items."""
    found: dict[Place, list[Report]] = defaultdict(list)
    marks = ", ".join([f"({store.mark}, {store.mark})"] * len(places))
    values = [number for place in places for number in place]
    for row in store.rows(in_order(store, _REPORTS).replace("{places}", marks), values):
        found[row[0], row[1]].append(Report._make((*row[2:5], day_number(row[5]), row[6:])))
    return found


def day_number(value: Any) -> int:
    """The number of a day as the driver gives it."""
    day = _DAY.python_value(value)
    assert day is not None
    return day.toordinal()


def _id(value: Any) -> UUID:
    found = _ID.python_value(value)
    assert found is not None
    return found


def in_order(store: Store, sql: str) -> str:
    """A statement whose tables SQLite takes in the order they stand in ({then}): it knows no sizes."""
    return sql.replace("{then}", "CROSS JOIN" if store.engine == "sqlite" else "JOIN")


_T = TypeVar("_T")


def parts(things: Iterable[_T]) -> Iterator[list[_T]]:
    """Some hundred at a time, for one statement."""
    listed = list(things)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]


def _rows(store: Store, sql: str, ids: Collection[Any]) -> list[tuple[Any, ...]]:
    if not ids:
        return []
    marks = ", ".join([store.mark] * len(ids))
    return store.rows(sql.replace("{ids}", marks), tuple(ids) * sql.count("{ids}"))
