"""What was reported on readiness items: all of one in a region, and what was told about a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from peewee import JOIN

from desktop.base.reporting import how_often
from desktop.models.fields import BoolField
from desktop.models.queries.checklist import WHOLE_KINDS, asked_of_region, same_thread
from desktop.models.queries.typed import DAY, ID, live, typed
from desktop.models.readiness_places import day_number
from desktop.models.report_that_counts import Institutions, Report, counting
from desktop.models.statements import Statement, compiled_once, param
from desktop.models.store import Store
from desktop.models.tables import Assessment, ChecklistItem, ChecklistTemplate, Institution, Meeting, Region

_YES = BoolField()


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
    measure: str | None
    evidence_received: bool
    period: str | None
    counts: bool


_HISTORY = Statement(
    lambda: ChecklistItem.select(
        Assessment.id, Assessment.state, Assessment.value, Assessment.value_text, Assessment.note,
        Assessment.institution_id, Institution.name, Assessment.as_of, Meeting.title, Assessment.source,
        Assessment.measure, Assessment.evidence_received, Assessment.period, Assessment.seq, Institution.seq,
        Region.seq, ChecklistItem.responsible, ChecklistItem.repeats, ChecklistItem.unit, ChecklistItem.text,
    )
    .join(Region, on=(Region.id == param("region")))
    .join_from(
        ChecklistItem, Assessment,
        on=(Assessment.item_id.in_(same_thread()) & (Assessment.region_id == Region.id) & live(Assessment)),
    )
    .join_from(Assessment, Institution, JOIN.LEFT_OUTER, on=(Assessment.institution_id == Institution.id))
    .join_from(Assessment, Meeting, JOIN.LEFT_OUTER, on=(Assessment.meeting_id == Meeting.id))
    .where(ChecklistItem.id == param("item"))
    .order_by(Assessment.as_of.desc(), Assessment.seq.desc())
)  # fmt: skip
_REPORT_TYPES = (ID, None, None, None, None, ID, None, DAY, None, None, None, _YES, None, None)


def history(store: Store, item: UUID, region: UUID) -> list[ReportRow]:
    """Everything reported on an item in a region, on any version of it, newest first."""
    rows = _HISTORY.rows(store, item=item, region=region)
    if not rows:
        return []
    place, responsible, *words = rows[0][15:]
    told = [Report(row[13], row[14], row[12], day_number(row[7])) for row in rows]
    own = Institutions.read(store).responsible(responsible, place) if any(one.teller for one in told) else ()
    counts = counting(told, how_often(*words), own)
    return [ReportRow(*typed((*row[:13], row[13] == counts.number), _REPORT_TYPES)) for row in rows if counts]


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says, as far as saying it again would add nothing."""

    state: str
    value: float | None
    value_text: str | None
    note: str | None
    institution_id: UUID | None
    measure: str | None
    evidence_received: bool
    period: str | None


Place = tuple[UUID, UUID]
"""An item and a region."""


@dataclass(slots=True)
class ToldOfDay:
    """What was reported on a place about a day, newest first; `of_whole` where the item is not asked of the
    province or the area, so that a report there is a figure for all its regions together; `of_draft` where its
    version is asked of nobody yet.
    """

    of_whole: bool
    of_draft: bool
    reports: list[Told] = field(default_factory=list)


_TOLD_TYPES = (ID, ID, _YES, _YES, None, None, None, None, ID, None, _YES, None)


def reports_of_day(store: Store, places: Collection[Place], day: date) -> dict[Place, ToldOfDay]:
    """What was reported on each place about a day; a place that is gone is missing."""
    if not places:
        return {}
    items_, regions = (list(dict.fromkeys(ends)) for ends in zip(*places, strict=True))
    query = (
        ChecklistItem.select(
            ChecklistItem.id, Region.id, Region.kind.in_(WHOLE_KINDS) & ~asked_of_region(),
            ChecklistTemplate.state == "konsep", Assessment.state, Assessment.value, Assessment.value_text,
            Assessment.note, Assessment.institution_id, Assessment.measure, Assessment.evidence_received,
            Assessment.period,
        )
        .join(Region, on=Region.id.in_(regions))
        .join_from(ChecklistItem, ChecklistTemplate, on=(ChecklistItem.template_id == ChecklistTemplate.id))
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
    found: dict[Place, ToldOfDay] = {}
    for row in store.rows(*compiled_once(store, query)):
        item, region, of_whole, of_draft, *told = typed(row, _TOLD_TYPES)
        of_day = found.setdefault((item, region), ToldOfDay(of_whole, of_draft))
        if told[0] is not None:
            of_day.reports.append(Told(*told))
    return {place: found[place] for place in places if place in found}


def repeats_of_items(store: Store, items: Collection[UUID]) -> dict[UUID, str]:
    """How often those of these items are told that repeat (`base.reporting.how_often`)."""
    query = ChecklistItem.select(
        ChecklistItem.id, ChecklistItem.repeats, ChecklistItem.unit, ChecklistItem.text
    ).where(ChecklistItem.id.in_(items), ChecklistItem.repeats.is_null(False))
    found = (typed(row, (ID, None, None, None)) for row in store.rows(*compiled_once(store, query)))
    return {one: often for one, *words in found if (often := how_often(*words)) is not None}
