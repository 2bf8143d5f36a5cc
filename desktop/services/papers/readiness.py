"""The readiness of a topic as it goes on paper: the matrix in counts, then what was reported, row by row.

The paper leaves the office: it tells what was reported and how old it is, never what is late, and due dates only
where others set them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import NotFound
from desktop.base.places import safe_file_name
from desktop.documents import readiness_content as paper
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.meetings import meeting_head
from desktop.models.queries.readiness import Cell, Head, Worst
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.readiness_shown import INSTITUTIONS, REGIONS, InstitutionPlace, Shown, shown_matrix
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.words import INSTITUTION_LEVELS, TO_CONFIRM
from desktop.services.readiness_words import (
    PROVISIONAL,
    amount_words,
    event_words,
    freshness_words,
    outside_due_words,
    shown_lines,
    worst_state_words,
)

MATRICES = ((REGIONS, "Wilayah menurut kategori"), (INSTITUTIONS, "Instansi menurut kategori"))
"""What the rows of the paper's matrix can be."""
SCORES = ((True, "Jumlah dan skor"), (False, "Jumlah saja"))
"""What its cells can say."""
WHOLE, MATRIX_ONLY = "whole", "matrix"
EXTENTS = ((WHOLE, "Matriks dan semua butir"), (MATRIX_ONLY, "Hanya matriks"))
"""How much of it is wanted: all that was reported, or the one page with the matrix."""


def readiness_content(
    store: Store, meeting: UUID, *, matrix: str = REGIONS, scores: bool = True, extent: str = WHOLE
) -> paper.ReadinessContent:
    """The readiness of the topic of a meeting, of a closed one as it was closed; NotFound without a topic.

    `matrix` is one of MATRICES, `scores` one of SCORES, `extent` one of EXTENTS.
    """
    head = meeting_head(store, meeting)
    if head is None or head.topic_id is None:
        raise NotFound("Rapat ini belum punya topik koordinasi.", "Pilih topiknya di Persiapan.")
    values = fields_of(store, "topic", head.topic_id)
    topic = TopicRow(head.topic_id, values["name"], values["event_label"], values["event_date"])
    day = values["closed_on"] or today()
    return topic_readiness(store, topic, day, Shown(matrix), scores=scores, extent=extent)


def topic_readiness(
    store: Store, topic: TopicRow, day: date, shown: Shown, *, scores: bool = True, extent: str = WHOLE
) -> paper.ReadinessContent:
    """The same of a topic as it stands on a day, with what is looked at as its rows."""
    by_institution = shown.rows == INSTITUTIONS
    seen = shown_matrix(store, topic.id, shown, day)
    found = seen.matrix
    whole = extent == WHOLE
    told = _told(store, topic.id, found.regions, by_institution=by_institution) if whole else {}
    tasks = {one.code: one.responsible for of_row in told.values() for one in of_row}
    groups = [_group(seen.places.get(head.id)) for head in found.regions]
    if len(set(groups)) == len(groups):  # a heading above each row would say what its name says
        groups = [""] * len(groups)
    rows = [
        _row(_sums(head.name, cells, total), total.worst if whole else None, tasks, group)
        for head, cells, total, group in zip(found.regions, found.cells, found.by_region, groups, strict=True)
    ]
    all_rows = "Semua instansi" if by_institution else "Semua wilayah"
    return paper.ReadinessContent(
        title=topic.name,
        as_of=day,
        categories=tuple(one.name for one in found.categories),
        rows=tuple(rows),
        total=_sums(all_rows, found.by_category, found.total) if rows else None,
        groups=_groups(found.regions, told, day, by_institution=by_institution),
        heading="KESIAPAN INSTANSI" if by_institution else "KESIAPAN WILAYAH",
        event=event_words(topic, day),
        scope="".join(shown_lines(store, shown)),
        by_institution=by_institution,
        rule=freshness_words(topic.event_date, day),
        scores=scores,
    )


def topic_readiness_title(topic: TopicRow) -> str:
    """What the register of papers calls it."""
    return f"Kesiapan {topic.name}"


def topic_readiness_file_name(topic: TopicRow, day: date, extent: str = WHOLE) -> str:
    """What it is saved as: `2024-10-04_Kesiapan_Pilkada-Serentak-2024.pdf`; less than the whole says so."""
    part = "" if extent == WHOLE else dict(EXTENTS)[extent]
    return safe_file_name(f"{day:%Y-%m-%d}", "Kesiapan", part, topic.name, suffix=".pdf")


def _told(
    store: Store, topic: UUID, rows: Sequence[Head], *, by_institution: bool
) -> Mapping[UUID, list[ItemRow]]:
    """What was reported of each row: of a region what counts there, of an institution what it reported itself."""
    if by_institution:
        found = {row.id: items(store, topic, institution=row.id) for row in rows}
    else:
        found = {row.id: [] for row in rows}
        for one in items(store, topic):
            found.setdefault(one.region_id, []).append(one)
    return {row: [one for one in of_row if one.state] for row, of_row in found.items()}


def _sums(name: str, cells: Sequence[Cell], total: Cell) -> paper.ReadinessSums:
    return paper.ReadinessSums(name, tuple(map(_cell, cells)), _cell(total), total.updated_on)


def _row(
    sums: paper.ReadinessSums, worst: Worst | None, tasks: Mapping[str, str], group: str
) -> paper.ReadinessRow:
    weakest = None
    if worst is not None:
        weakest = paper.WeakestItem(worst.text, worst_state_words(worst), tasks.get(worst.code, ""))
    return paper.ReadinessRow(sums.name, sums.cells, sums.total, sums.updated_on, weakest, group)


def _cell(cell: Cell) -> paper.ReadinessCell | None:
    if cell.is_empty:
        return None
    counted = cell.tally
    return paper.ReadinessCell(
        counted.ready, counted.applicable, counted.reported, counted.percent, cell.to_confirm
    )


def _group(place: InstitutionPlace | None) -> str:
    """Under which heading an institution stands: its region, or its level."""
    if place is None:
        return ""
    return place.regions[0].name if place.is_local else INSTITUTION_LEVELS.get(place.level, "")


def _groups(
    rows: Sequence[Head], told: Mapping[UUID, list[ItemRow]], day: date, *, by_institution: bool
) -> tuple[paper.ReadinessGroup, ...]:
    return tuple(
        paper.ReadinessGroup(
            row.name,
            tuple(
                _item(one, day, one.region if by_institution else one.institution or "") for one in told[row.id]
            ),
        )
        for row in rows
        if told.get(row.id)
    )


def _item(one: ItemRow, day: date, beside: str) -> paper.ReadinessItem:
    value = amount_words(one)
    if one.is_provisional and value:
        value = f"{value} ({PROVISIONAL})"
    marks = (TO_CONFIRM.lower(),) if one.needs_confirmation(day) else ()
    return paper.ReadinessItem(
        one.category, one.text, one.state_words, value, beside, one.note or "", outside_due_words(one), one.as_of,
        marks,
    )  # fmt: skip
