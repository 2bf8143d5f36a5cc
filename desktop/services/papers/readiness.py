"""The readiness of a topic as it goes on paper: the matrix in counts, then what was reported, region by region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.dates import countdown_text, medium_date
from desktop.base.errors import NotFound
from desktop.base.numbers import plain
from desktop.documents import readiness_content as paper
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.readiness import Cell, matrix
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.records import fields_of
from desktop.models.score import applies
from desktop.models.store import Store

_READY = ("siap", "siap_bukti")


def readiness_content(store: Store, meeting: UUID) -> paper.ReadinessContent:
    """The readiness of the topic of a meeting, of a closed one as it was closed; NotFound without a topic."""
    head = meeting_head(store, meeting)
    if head is None or head.topic_id is None:
        raise NotFound("Rapat ini belum punya topik koordinasi.", "Pilih topiknya di Persiapan.")
    values = fields_of(store, "topic", head.topic_id)
    topic = TopicRow(head.topic_id, values["name"], values["event_label"], values["event_date"])
    day = values["closed_on"] or today()
    found, reported = matrix(store, topic.id), [one for one in items(store, topic.id) if one.state]
    done = [one for one in reported if one.state in _READY and applies(one.answer)]
    ready = Counter((one.region_id, one.category) for one in done)
    return paper.ReadinessContent(
        title=topic.name,
        as_of=day,
        categories=tuple(one.name for one in found.categories),
        rows=tuple(
            paper.ReadinessRow(
                region.name,
                tuple(
                    _cell(cell, ready[region.id, category.name])
                    for category, cell in zip(found.categories, cells, strict=True)
                ),
                total.tally.reported,
                total.tally.applicable,
                total.tally.percent,
                total.updated_on,
                _weakest(region.id, total, reported),
            )
            for region, cells, total in zip(found.regions, found.cells, found.by_region, strict=True)
        ),
        regions=_by_region(reported),
        event=event_words(topic, day),
    )


def _cell(cell: Cell, ready: int) -> paper.ReadinessCell | None:
    if cell.is_empty:
        return None
    return paper.ReadinessCell(ready, cell.tally.applicable, cell.tally.reported, cell.tally.percent)


def _weakest(region: UUID, total: Cell, reported: Sequence[ItemRow]) -> paper.WeakestItem | None:
    if total.worst is None:
        return None
    code = total.worst.code
    one = next(one for one in reported if one.region_id == region and one.code == code)
    # What is said to be ready holds a region back only where its evidence has not come.
    state = f"{one.state_words}, bukti belum diterima" if one.state in _READY else one.state_words
    return paper.WeakestItem(one.text, state, one.responsible)


def _by_region(reported: Sequence[ItemRow]) -> tuple[paper.ReadinessRegion, ...]:
    names = dict.fromkeys(one.region for one in reported)
    return tuple(
        paper.ReadinessRegion(name, tuple(_item(one) for one in reported if one.region == name)) for name in names
    )


def _item(one: ItemRow) -> paper.ReadinessItem:
    value = one.value_text or ("" if one.value is None else f"{plain(one.value)} {one.unit or ''}".strip())
    return paper.ReadinessItem(
        one.category, one.text, one.state_words, value, one.institution or "", one.note or ""
    )


def event_words(topic: TopicRow, day: date) -> str:
    """A topic's day and how far it is: `Hari H 27 November 2024 (H-3)`; "" where it has none."""
    if topic.event_date is None:
        return ""
    counted = countdown_text(topic.event_date, day, topic.event_label)
    return f"{topic.event_label} {medium_date(topic.event_date)} ({counted})"
