"""The items behind a cell of the readiness matrix, and what was reported on one of them before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN

from desktop.models.fields import BoolField
from desktop.models.queries.checklist import (
    KINDS_IN_ORDER,
    LATEST,
    asked_of_region,
    latest_report,
    newest_template,
)
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.score import Answer, applies
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import (
    Assessment,
    ChecklistCategory,
    ChecklistItem,
    Institution,
    Meeting,
    Region,
    Topic,
    TopicRegion,
)
from desktop.models.words import NO_REPORT, READINESS_STATES

_YES = BoolField()
INTERNAL_BASIS = "proposed"
"""The due basis nobody outside the office agreed to: it makes nothing late and is not printed."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item in one region: what must be ready, who answers for it, until when, and its latest report.

    `state` to `source` are None without a report; `value` is in the unit of `target_value`.
    """

    item_id: UUID
    region_id: UUID
    region: str
    category: str
    code: str
    text: str
    responsible: str
    related: str | None
    target: str
    target_value: float | None
    unit: str | None
    repeats: str | None
    due_on: date | None
    due_basis: str
    evidence: str | None
    weight: float
    state: str | None
    value: float | None
    value_text: str | None
    note: str | None
    institution_id: UUID | None
    institution: str | None
    as_of: date | None
    source: str | None

    @property
    def answer(self) -> Answer:
        """What the score sees of it."""
        return Answer(self.state, self.value, self.target_value, self.evidence is not None, self.weight)

    @property
    def state_words(self) -> str:
        """Its state as one says it."""
        return NO_REPORT if self.state is None else READINESS_STATES[self.state]

    def is_late(self, today: date) -> bool:
        """Whether it was reported as not ready and a day with an outside basis has passed.

        Without a report nothing is known, so nothing is late; an internal date makes nothing late.
        """
        return (
            self.state in ("belum_siap", "sebagian")
            and applies(self.answer)
            and self.due_basis != INTERNAL_BASIS
            and self.due_on is not None
            and self.due_on < today
        )


def _items_query(*conditions: Any) -> Statement:
    return Statement(
        lambda: TopicRegion.select(
            ChecklistItem.id, Region.id, Region.name, ChecklistCategory.name, ChecklistItem.code,
            ChecklistItem.text, ChecklistItem.responsible, ChecklistItem.related, ChecklistItem.target,
            ChecklistItem.target_value, ChecklistItem.unit, ChecklistItem.repeats, Topic.event_date,
            ChecklistItem.due_offset, ChecklistItem.due_basis, ChecklistItem.evidence, ChecklistItem.weight,
            LATEST.state, LATEST.value, LATEST.value_text, LATEST.note, LATEST.institution_id,
            Institution.name, LATEST.as_of, LATEST.source,
        )
        .join(Topic, on=(TopicRegion.topic_id == Topic.id))
        .join_from(TopicRegion, Region, on=(TopicRegion.region_id == Region.id))
        .join_from(Region, ChecklistItem, on=asked_of_region())
        .join_from(ChecklistItem, ChecklistCategory, on=(ChecklistItem.category_id == ChecklistCategory.id))
        .join_from(ChecklistItem, LATEST, JOIN.LEFT_OUTER, on=(LATEST.seq == latest_report()))
        .join_from(LATEST, Institution, JOIN.LEFT_OUTER, on=(LATEST.institution_id == Institution.id))
        .where(
            TopicRegion.topic_id == param("topic"), live(TopicRegion), live(Region), live(ChecklistItem),
            live(ChecklistCategory), ChecklistItem.template_id == newest_template(), *conditions,
        )
        .order_by(
            ChecklistCategory.order_no, ChecklistItem.order_no, KINDS_IN_ORDER, Region.order_no, Region.seq
        )
    )  # fmt: skip


_OF_REGION, _OF_CATEGORY = Region.id == param("region"), ChecklistItem.category_id == param("category")
_ITEMS = {
    (False, False): _items_query(),
    (True, False): _items_query(_OF_REGION),
    (False, True): _items_query(_OF_CATEGORY),
    (True, True): _items_query(_OF_REGION, _OF_CATEGORY),
}
_TYPES = (ID, ID, *(None,) * 10, DAY, *(None,) * 8, ID, None, DAY, None)


def items(store: Store, topic: UUID, region: UUID | None = None, category: UUID | None = None) -> list[ItemRow]:
    """The items of a region and category, of all where one is None, with their latest reports."""
    asked = _ITEMS[region is not None, category is not None]
    return [_item_row(row) for row in asked.rows(store, topic=topic, region=region, category=category)]


def _item_row(row: tuple[Any, ...]) -> ItemRow:
    values = typed(row, _TYPES)
    event, offset = values[12:14]
    values[12:14] = [None if event is None or offset is None else event + timedelta(days=offset)]
    return ItemRow(*values)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report on an item; `counts` marks the one that stands in the matrix."""

    id: UUID
    state: str
    value: float | None
    value_text: str | None
    note: str | None
    institution_id: UUID | None
    institution: str | None
    as_of: date
    meeting: str | None
    source: str | None
    counts: bool


_HISTORY = Statement(
    lambda: Assessment.select(
        Assessment.id, Assessment.state, Assessment.value, Assessment.value_text, Assessment.note,
        Assessment.institution_id, Institution.name, Assessment.as_of, Meeting.title, Assessment.source,
        Assessment.seq == latest_report(),
    )
    .join(Institution, JOIN.LEFT_OUTER, on=(Assessment.institution_id == Institution.id))
    .join_from(Assessment, Meeting, JOIN.LEFT_OUTER, on=(Assessment.meeting_id == Meeting.id))
    .join_from(Assessment, ChecklistItem, on=(Assessment.item_id == ChecklistItem.id))
    .join_from(Assessment, Region, on=(Assessment.region_id == Region.id))
    .where(Assessment.item_id == param("item"), Assessment.region_id == param("region"), live(Assessment))
    .order_by(Assessment.as_of.desc(), Assessment.seq.desc())
)  # fmt: skip


def history(store: Store, item: UUID, region: UUID) -> list[ReportRow]:
    """Everything reported on an item in a region, newest first."""
    types = (ID, None, None, None, None, ID, None, DAY, None, None, _YES)
    return [ReportRow(*typed(row, types)) for row in _HISTORY.rows(store, item=item, region=region)]


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says, as far as saying it again would add nothing."""

    state: str
    value: float | None
    value_text: str | None
    note: str | None
    institution_id: UUID | None


Place = tuple[UUID, UUID]
"""An item and a region."""


def reports_of_day(store: Store, places: Collection[Place], day: date) -> dict[Place, list[Told]]:
    """What was reported on each place about a day, newest first; a place that is gone is missing."""
    if not places:
        return {}
    items_, regions = (list(dict.fromkeys(ends)) for ends in zip(*places, strict=True))
    query = (
        ChecklistItem.select(
            ChecklistItem.id, Region.id, Assessment.state, Assessment.value, Assessment.value_text,
            Assessment.note, Assessment.institution_id,
        )
        .join(Region, on=Region.id.in_(regions))
        .join_from(
            ChecklistItem, Assessment, JOIN.LEFT_OUTER,
            on=(
                (Assessment.item_id == ChecklistItem.id) & (Assessment.region_id == Region.id)
                & (Assessment.as_of == day) & live(Assessment)
            ),
        )
        .where(ChecklistItem.id.in_(items_), live(ChecklistItem), live(Region))
        .order_by(Assessment.seq.desc())
    )  # fmt: skip
    found: dict[Place, list[Told]] = {}
    for row in store.rows(*compiled_once(store, query)):
        item, region, *told = typed(row, (ID, ID, None, None, None, None, ID))
        reports = found.setdefault((item, region), [])
        if told[0] is not None:
            reports.append(Told(*told))
    return {place: found[place] for place in places if place in found}
