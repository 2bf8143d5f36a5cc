"""How ready a topic's regions and institutions are, as sheets of a workbook: both matrices and the items behind.

A line a cell, so that every number is one that can be filtered and added up; totals stand among them and say so.
Due dates are only those of others than this office.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.places import safe_file_name
from desktop.exchange.workbook import SheetColumn, SheetHead
from desktop.exchange.workbook.shapes import Cells
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.readiness import Cell
from desktop.models.queries.readiness_items import ItemRow, items
from desktop.models.queries.readiness_shown import INSTITUTIONS, REGIONS, Shown, shown_matrix
from desktop.models.score import tally
from desktop.models.store import Store
from desktop.models.words import TO_CONFIRM
from desktop.services.readiness_words import (
    PROVISIONAL,
    amount_words,
    event_words,
    freshness_words,
    in_order,
    outside_due_words,
    reasons,
    shown_lines,
    worst_state_words,
)

Sheet = tuple[SheetHead, list[Cells]]

_ALL_CATEGORIES = "Semua kategori"
_ROWS = {REGIONS: ("Wilayah", "Semua wilayah"), INSTITUTIONS: ("Instansi", "Semua instansi")}
_COUNTS = (
    SheetColumn("Kategori", 24),
    SheetColumn("Siap", 8),
    SheetColumn("Berlaku", 9),
    SheetColumn("Dilaporkan", 11),
    SheetColumn("Skor (%)", 9),
    SheetColumn("Cakupan (%)", 12),
    SheetColumn(TO_CONFIRM, 13),
    SheetColumn("Lewat batas waktu", 13),
    SheetColumn("Butir yang paling perlu perhatian", 50),
    SheetColumn("Keadaannya", 16),
    SheetColumn("Laporan terakhir", 13),
)
_ITEMS = (
    SheetColumn("Wilayah", 24),
    SheetColumn("Kategori", 22),
    SheetColumn("Kode", 9),
    SheetColumn("Butir", 54),
    SheetColumn("Penanggung jawab", 24),
    SheetColumn("Batas waktu", 26),
    SheetColumn("Kebutuhan", 12),
    SheetColumn("Dasar kebutuhan", 14),
    SheetColumn("Keadaan dan sebabnya", 44),
    SheetColumn("Isian", 18),
    SheetColumn("Skor (%)", 9),
    SheetColumn("Posisi data", 12),
    SheetColumn(TO_CONFIRM, 12),
    SheetColumn("Instansi pelapor", 28),
    SheetColumn("Catatan", 40),
    SheetColumn("Sumber", 24),
)


def readiness_sheets(store: Store, topic: TopicRow, shown: Shown, day: date) -> list[Sheet]:
    """Both matrices, the institutions as they are looked at, and all items, as they stand on a day.

    What is looked at comes first. The heads say of which topic and day they are, by which rule answers grow old,
    and which institutions were left out.
    """
    lines = tuple(filter(None, (event_words(topic, day), freshness_words(topic.event_date, day) + ".")))
    by_region = _sheet(store, topic, Shown(), day, lines)
    institutions = shown if shown.rows == INSTITUTIONS else Shown(INSTITUTIONS)
    filtered = (*lines, *shown_lines(store, institutions))
    by_institution = _sheet(store, topic, institutions, day, filtered)
    matrices = [by_region, by_institution] if shown.rows == REGIONS else [by_institution, by_region]
    return [*matrices, _items_sheet(store, topic, day, lines)]


def readiness_file_name(topic: str, day: date) -> str:
    """What the workbook is called: `2024-10-04 Kesiapan Pilkada Serentak 2024.xlsx`."""
    return safe_file_name(f"{day:%Y-%m-%d}", f"Kesiapan {topic}", suffix=".xlsx")


def named_cells(store: Store, topic: UUID, shown: Shown, day: date) -> Iterator[tuple[str, str, Cell]]:
    """Every cell where something is asked with the names of its row and category, totals included."""
    _, all_rows = _ROWS[shown.rows]
    found = shown_matrix(store, topic, shown, day).matrix
    columns = [*(head.name for head in found.categories), _ALL_CATEGORIES]
    rows = [*zip((head.name for head in found.regions), found.cells, found.by_region, strict=True),
            (all_rows, found.by_category, found.total)]  # fmt: skip
    for name, cells, total in rows:
        for column, cell in zip(columns, (*cells, total), strict=True):
            if not cell.is_empty:
                yield name, column, cell


def _sheet(store: Store, topic: TopicRow, shown: Shown, day: date, lines: Sequence[str]) -> Sheet:
    name, _ = _ROWS[shown.rows]
    title = f"Kesiapan {topic.name}: {name} menurut kategori"
    head = SheetHead(name, title, (SheetColumn(name, 30), *_COUNTS), (*lines, _as_of(day)))
    cells = named_cells(store, topic.id, shown, day)
    return head, [(row, category, *_counts(cell)) for row, category, cell in cells]


def _counts(cell: Cell) -> Cells:
    counted, worst = cell.tally, cell.worst
    coverage = 100 * counted.reported // counted.applicable if counted.applicable else None
    return (
        counted.ready,
        counted.applicable,
        counted.reported,
        counted.percent,
        coverage,
        cell.to_confirm,
        cell.late,
        f"{worst.code} {worst.text}" if worst else None,
        worst_state_words(worst) if worst else None,
        cell.updated_on,
    )


def _items_sheet(store: Store, topic: TopicRow, day: date, lines: Sequence[str]) -> Sheet:
    head = SheetHead("Butir", f"Butir Kesiapan {topic.name}", _ITEMS, (*lines, _as_of(day)))
    found = items(store, topic.id)
    regions: dict[UUID, list[ItemRow]] = {}
    for item in found:
        regions.setdefault(item.region_id, []).append(item)
    return head, [_item(item, day) for of_region in regions.values() for item in in_order(of_region, day)]


def _item(item: ItemRow, day: date) -> Cells:
    return (
        item.region,
        item.category,
        item.code,
        item.text,
        item.responsible,
        outside_due_words(item) or None,
        item.need,
        f"{item.need_basis} ({PROVISIONAL})" if item.is_provisional else item.need_basis,
        "; ".join(reasons(item, day)),
        amount_words(item) or None,
        tally(item.answer).percent,
        item.as_of,
        "ya" if item.needs_confirmation(day) else None,
        item.institution,
        item.note,
        item.source,
    )


def _as_of(day: date) -> str:
    return f"Posisi data per {medium_date(day)}"
