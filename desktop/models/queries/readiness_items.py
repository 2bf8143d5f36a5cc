"""The items behind a cell of the readiness matrix, each in its region with the report that counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, Case

from desktop.base.day_offsets import day_at
from desktop.base.reporting import how_often
from desktop.models.fields import BoolField
from desktop.models.freshness import needs_confirmation
from desktop.models.queries.checklist import (
    KINDS_IN_ORDER,
    LATEST,
    WHOLE_KINDS,
    asked_of_region,
    newest_template,
    same_thread,
)
from desktop.models.queries.region_figures import FINAL_BASIS, figure_that_counts
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.readiness_places import day_number
from desktop.models.report_that_counts import Institutions, Report, counting
from desktop.models.score import MULTIPLIED, Answer, applies, need_of
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    ChecklistCategory,
    ChecklistItem,
    DueOverride,
    Institution,
    ReadinessStanding,
    Region,
    RegionFigure,
    Topic,
    TopicRegion,
)
from desktop.models.words import INTERNAL_BASIS, NO_REPORT, READINESS_STATES, READY_UNPROVEN

_YES = BoolField()
UNREADY = ("belum_siap", "sebagian")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item in one region: what must be ready, who answers for it, until when, and its latest report.

    `need` is how many things the region needs, None where it is unknown or none are counted; `need_basis` the kind
    of figure it was multiplied by ("DPT"). `due_source` says who agreed to a day of the region's own. `state` to
    `period` are None without a report; `measure` says what `value` counts (`score.Answer`).
    """

    item_id: UUID
    thread_id: UUID
    region_id: UUID
    region: str
    category_id: UUID
    category: str
    code: str
    text: str
    order_no: int
    responsible: str
    related: str | None
    target: str
    target_kind: str
    target_value: float | None
    unit: str | None
    repeats: str | None
    need: float | None
    need_basis: str | None
    event_date: date | None
    due_on: date | None
    due_basis: str
    due_source: str | None
    evidence: str | None
    weight: float
    state: str | None
    value: float | None
    measure: str | None
    value_text: str | None
    evidence_received: bool
    note: str | None
    institution_id: UUID | None
    institution: str | None
    as_of: date | None
    period: str | None
    source: str | None

    @property
    def answer(self) -> Answer:
        """What the score sees of it."""
        return Answer(
            self.state, self.value, self.target_value, self.evidence is not None, self.weight, self.measure,
            self.need, self.evidence_received,
        )  # fmt: skip

    @property
    def state_words(self) -> str:
        """Its state as one says it; of what is ready also that the evidence asked for is still missing."""
        if self.lacks_evidence:
            return READY_UNPROVEN
        return NO_REPORT if self.state is None else READINESS_STATES[self.state]

    @property
    def lacks_evidence(self) -> bool:
        """Whether it was reported as ready and the evidence asked for did not come."""
        return self.state == "siap" and self.evidence is not None and not self.evidence_received

    @property
    def is_provisional(self) -> bool:
        """Whether what is needed follows from figures that are not final (DPT)."""
        return self.need is not None and self.need_basis not in (None, FINAL_BASIS)

    def is_late(self, today: date) -> bool:
        """Whether it was reported as not ready and a day with an outside basis has passed.

        Without a report nothing is known, so nothing is late; an internal date makes nothing late.
        """
        return (
            self.state in UNREADY
            and applies(self.answer)
            and self.due_basis != INTERNAL_BASIS
            and self.due_on is not None
            and self.due_on < today
        )

    def needs_confirmation(self, today: date) -> bool:
        """Whether its report is older than the nearness of the topic's day allows; never what does not apply."""
        return (
            self.as_of is not None
            and applies(self.answer)
            and needs_confirmation(self.as_of, self.event_date, today)
        )


_FIGURE, _OVERRIDE = RegionFigure.alias("figure"), DueOverride.alias("override")


def _figure_multiplied() -> Any:
    """The seq of the region's figure that multiplies an item's target."""
    return figure_that_counts(Region.id, Case(ChecklistItem.target_kind, tuple(MULTIPLIED.items()), ""))


def _own_due_day() -> Any:
    """The seq of the region's own day for an item, the last one agreed to."""
    one = DueOverride.alias("one")
    return (
        one.select(one.seq)
        .where(one.item_id == ChecklistItem.id, one.region_id == Region.id, live(one))
        .order_by(one.seq.desc())
        .limit(1)
    )


def _columns(*more: Any) -> tuple[Any, ...]:
    return (
        ChecklistItem.id, ChecklistItem.thread_id, Region.id, Region.name, ChecklistCategory.id,
        ChecklistCategory.name, ChecklistItem.code, ChecklistItem.text, ChecklistItem.order_no,
        ChecklistItem.responsible, ChecklistItem.related, ChecklistItem.target, ChecklistItem.target_kind,
        ChecklistItem.target_value, ChecklistItem.unit, ChecklistItem.repeats, _FIGURE.value, _FIGURE.basis,
        Topic.event_date, ChecklistItem.due_offset, ChecklistItem.due_basis, _OVERRIDE.due_on,
        _OVERRIDE.due_basis, _OVERRIDE.source, ChecklistItem.evidence, ChecklistItem.weight, LATEST.state,
        LATEST.value, LATEST.measure, LATEST.value_text, LATEST.evidence_received, LATEST.note,
        LATEST.institution_id, Institution.name, LATEST.as_of, LATEST.period, LATEST.source, *more,
    )  # fmt: skip


def _with_facts(query: Any) -> Any:
    """The query with what the columns take besides, in the order of the checklist."""
    return (
        query.join_from(ChecklistItem, ChecklistCategory, on=(ChecklistItem.category_id == ChecklistCategory.id))
        .join_from(LATEST, Institution, JOIN.LEFT_OUTER, on=(LATEST.institution_id == Institution.id))
        .join_from(Region, _FIGURE, JOIN.LEFT_OUTER, on=(_FIGURE.seq == _figure_multiplied()))
        .join_from(Region, _OVERRIDE, JOIN.LEFT_OUTER, on=(_OVERRIDE.seq == _own_due_day()))
        .order_by(
            ChecklistCategory.order_no, ChecklistItem.order_no, KINDS_IN_ORDER, Region.order_no, Region.seq
        )
    )  # fmt: skip


def _items_query(whose: Any, *conditions: Any) -> Statement:
    return Statement(
        lambda: _with_facts(
            Topic.select(*_columns())
            .join(ReadinessStanding, on=(ReadinessStanding.topic == Topic.seq))
            .join_from(ReadinessStanding, ChecklistItem, on=(ChecklistItem.seq == ReadinessStanding.item))
            .join_from(ReadinessStanding, Region, on=(Region.seq == ReadinessStanding.region))
            .join_from(ReadinessStanding, LATEST, JOIN.LEFT_OUTER, on=(LATEST.seq == ReadinessStanding.report))
            .where(Topic.id == param("topic"), ReadinessStanding.institution == whose, *conditions)
        )
    )


_TELLER = Institution.alias("teller")
_OWN = _TELLER.select(_TELLER.seq).where(_TELLER.id == param("institution"))
_OF_REGION, _OF_CATEGORY = Region.id == param("region"), ChecklistItem.category_id == param("category")
_NARROWED: dict[tuple[bool, bool], tuple[Any, ...]] = {
    (False, False): (),
    (True, False): (_OF_REGION,),
    (False, True): (_OF_CATEGORY,),
    (True, True): (_OF_REGION, _OF_CATEGORY),
}
_ITEMS = {key: _items_query(0, *conditions) for key, conditions in _NARROWED.items()}
_OF_INSTITUTION = {key: _items_query(_OWN, *conditions) for key, conditions in _NARROWED.items()}
_OF_ITEM = ChecklistItem.id == param("item")
_REGIONS_OF_ITEM = _items_query(0, _OF_ITEM)


def _not_asked(join: str, *conditions: Any) -> Statement:
    """Items in regions they are not asked of, a row for each report; besides who and what by local numbers."""
    return Statement(
        lambda: _with_facts(
            TopicRegion.select(*_columns(Region.seq, Institution.seq, LATEST.seq))
            .join(Topic, on=(TopicRegion.topic_id == Topic.id))
            .join_from(TopicRegion, Region, on=(TopicRegion.region_id == Region.id))
            .join_from(TopicRegion, ChecklistItem, on=(ChecklistItem.template_id == newest_template()))
            .join_from(
                ChecklistItem, LATEST, join,
                on=(LATEST.item_id.in_(same_thread()) & (LATEST.region_id == Region.id) & live(LATEST)),
            )
            .where(
                TopicRegion.topic_id == param("topic"), live(TopicRegion), live(ChecklistItem),
                ~asked_of_region(), *conditions,
            )
        )
    )  # fmt: skip


_OF_WHOLE = Region.kind.in_(WHOLE_KINDS)
_WHOLE = {False: _not_asked(JOIN.INNER, _OF_WHOLE), True: _not_asked(JOIN.INNER, _OF_WHOLE, _OF_REGION)}
_WHOLES_OF_ITEM = _not_asked(JOIN.LEFT_OUTER, _OF_WHOLE, _OF_ITEM)
_TYPES = (
    *(ID, ID, ID, None, ID, *(None,) * 13, DAY, None, None, DAY),
    *(*(None,) * 8, _YES, None, ID, None, DAY, None, None),
)


def items(
    store: Store,
    topic: UUID,
    region: UUID | None = None,
    category: UUID | None = None,
    institution: UUID | None = None,
) -> list[ItemRow]:
    """The items of a region and category, of all where one is None, with the reports that count.

    With an `institution` those it is responsible for, with what it reported itself.
    """
    asked = (_ITEMS if institution is None else _OF_INSTITUTION)[region is not None, category is not None]
    found = asked.rows(store, topic=topic, region=region, category=category, institution=institution)
    return [_item_row(row) for row in found]


def reported_for_the_whole(store: Store, topic: UUID, region: UUID | None = None) -> list[ItemRow]:
    """What was reported for a region on items that are not asked of it, such as the province's own figure.

    It stands in no cell of the matrix: nothing of it is known of the single regions.
    """
    return _that_count(store, _WHOLE[region is not None].rows(store, topic=topic, region=region))


def regions_of_item(store: Store, topic: UUID, item: UUID) -> list[ItemRow]:
    """One item in each region of which it is asked, with the reports that count."""
    return [_item_row(row) for row in _REGIONS_OF_ITEM.rows(store, topic=topic, item=item)]


def wholes_of_item(store: Store, topic: UUID, item: UUID) -> list[ItemRow]:
    """The province and the working area where the item is not asked of them, with what was told of the whole."""
    return _that_count(store, _WHOLES_OF_ITEM.rows(store, topic=topic, item=item))


def _that_count(store: Store, rows: list[tuple[Any, ...]]) -> list[ItemRow]:
    """Of rows of `_not_asked` those whose reports count, one for an item and region."""
    places: dict[tuple[UUID, UUID, int], tuple[list[ItemRow], list[Report]]] = {}
    for *row, place, teller, number in rows:
        one = _item_row(tuple(row))
        found, reports = places.setdefault((one.item_id, one.region_id, place), ([], []))
        found.append(one)
        reports += [] if number is None else [Report(number, teller, one.period, day_number(one.as_of), (one,))]
    if not places:
        return []
    institutions = Institutions.read(store)
    for (_, _, place), (found, reports) in places.items():
        one = found[0]
        responsible = institutions.responsible(one.responsible, place)
        counts = counting(reports, how_often(one.repeats, one.unit, one.text), responsible)
        found[:] = [one] if counts is None else counts.rest
    return [one for (one,), _ in places.values()]


def _item_row(row: tuple[Any, ...]) -> ItemRow:
    values = typed(row, _TYPES)
    kind, target, figure, basis = *values[12:14], *values[16:18]
    event, offset, due_basis, own_day, own_basis, own_source = values[18:24]
    due = (day_at(event, offset), due_basis, None) if own_day is None else (own_day, own_basis, own_source)
    values[1], values[30] = values[1] or values[0], bool(values[30])
    values[18:24] = [event, *due]
    values[16:18] = [need_of(kind, target, figure), basis]
    return ItemRow(*values)
