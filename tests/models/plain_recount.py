"""How ready a topic is, counted plainly from all records in memory: what the matrix must come to, however it is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from desktop.base.reporting import PERIOD_LENGTHS, how_often
from desktop.models.freshness import needs_confirmation
from desktop.models.queries.readiness import Cell, Matrix
from desktop.models.score import MULTIPLIED, Answer, Tally, applies, need_of, tally
from desktop.models.store import Store
from desktop.models.tables import RECORDS
from desktop.models.words import INTERNAL_BASIS

Row = dict[str, Any]
Key = tuple[UUID, UUID]
"""A row of the matrix, a region or an institution, and a category."""


@dataclass
class Counted:
    """What a cell comes to, without its worst item."""

    tally: Tally = field(default_factory=Tally)
    updated_on: date | None = None
    to_confirm: int = 0
    late: int = 0


class Recount:
    """All records a matrix follows from, read once; nothing of what is kept beside them."""

    def __init__(self, store: Store, topic: UUID) -> None:
        read = {name: list(_rows(store, name)) for name in _READ}
        self._topic = next(one for one in read["topic"] if one["id"] == topic)
        own = [one for one in read["checklist_template"] if _lives(one) and one["topic_id"] == topic]
        in_force = [one for one in own if one["state"] == "berlaku"]
        newest = max(in_force, key=lambda one: (one["version"], one["seq"]), default=None)
        self._threads = {one["id"]: one["thread_id"] for one in read["checklist_item"]}
        self._items = [
            one for one in read["checklist_item"]
            if _lives(one) and newest is not None and one["template_id"] == newest["id"]
        ]  # fmt: skip
        self._named = {(one["item_id"], one["region_id"]) for one in filter(_lives, read["checklist_item_region"])}
        taking_part = {
            one["region_id"] for one in read["topic_region"] if _lives(one) and one["topic_id"] == topic
        }
        self._regions = [one for one in read["region"] if one["id"] in taking_part]
        self._figures = sorted(
            filter(_lives, read["region_figure"]),
            key=lambda one: (one["as_of"] is not None, one["as_of"] or date.min, one["seq"]),
        )
        self._own_days = sorted(filter(_lives, read["due_override"]), key=lambda one: one["seq"])
        self._institutions = [one for one in read["institution"] if _lives(one)]
        self._serves = {
            (one["institution_id"], one["region_id"]) for one in filter(_lives, read["institution_region"])
        }
        self._told: defaultdict[tuple[UUID, UUID], list[Row]] = defaultdict(list)
        for one in filter(_lives, read["assessment"]):
            self._told[self._threads[one["item_id"]], one["region_id"]].append(one)

    def by_region(self, today: date, until: date = date.max) -> dict[Key, Counted]:
        """Each cell of regions and categories, from reports that speak of days up to `until`."""
        found: defaultdict[Key, Counted] = defaultdict(Counted)
        for item, region in self._places():
            reports = self._reports(item, region, until)
            answers = [one["id"] for one in self._responsible(item, region)]
            own = [one for one in reports if one["institution_id"] in (None, *answers)]
            self._count(
                found[region["id"], item["category_id"]], item, region, _newest(item, own or reports), today
            )
        return dict(found)

    def by_institution(self, today: date) -> dict[Key, Counted]:
        """The same of institutions and categories."""
        found: defaultdict[Key, Counted] = defaultdict(Counted)
        for item, region in self._places():
            for one in self._responsible(item, region):
                own = [told for told in self._reports(item, region) if told["institution_id"] == one["id"]]
                self._count(found[one["id"], item["category_id"]], item, region, _newest(item, own), today)
        return dict(found)

    def _places(self) -> Iterable[tuple[Row, Row]]:
        kinds = {"kabupaten": "for_regency", "kota": "for_regency", "provinsi": "for_province",
                 "wilayah_kerja": "for_working_area"}  # fmt: skip
        for item in self._items:
            for region in self._regions:
                kind = kinds.get(region["kind"])
                if (kind and item[kind]) or (item["id"], region["id"]) in self._named:
                    yield item, region

    def _reports(self, item: Row, region: Row, until: date = date.max) -> list[Row]:
        return [one for one in self._told[item["thread_id"], region["id"]] if one["as_of"] <= until]

    def _responsible(self, item: Row, region: Row) -> list[Row]:
        words = item["responsible"].lower()
        if not words:
            return []
        beginning = words.replace(" kabupaten/kota", "")
        return [
            one for one in self._institutions
            if words in (one["name"].lower(), (one["short_name"] or "").lower())
            or (
                (one["id"], region["id"]) in self._serves
                and (one["name"].lower() == beginning or one["name"].lower().startswith(f"{beginning} "))
            )
        ]  # fmt: skip

    def _count(self, cell: Counted, item: Row, region: Row, told: Row | None, today: date) -> None:
        kind = MULTIPLIED.get(item["target_kind"])
        figures = [
            one["value"] for one in self._figures if (one["region_id"], one["kind"]) == (region["id"], kind)
        ]
        need = need_of(item["target_kind"], item["target_value"], figures[-1] if figures else None)
        asked = (item["target_value"], item["evidence"] is not None, item["weight"])
        answer = Answer(None, None, *asked, need=need)
        if told is not None:
            answer = Answer(told["state"], told["value"], *asked, told["measure"], need, told["evidence_received"])
            cell.updated_on = max(cell.updated_on or told["as_of"], told["as_of"])
        cell.tally += tally(answer)
        if told is None or not applies(answer):
            return
        event = self._topic["event_date"]
        cell.to_confirm += needs_confirmation(told["as_of"], event, today)
        day, basis = self._due(item, region, event)
        unready = told["state"] in ("belum_siap", "sebagian")
        cell.late += unready and basis != INTERNAL_BASIS and day is not None and day < today

    def _due(self, item: Row, region: Row, event: date | None) -> tuple[date | None, str]:
        own = [one for one in self._own_days if (one["item_id"], one["region_id"]) == (item["id"], region["id"])]
        if own:
            return own[-1]["due_on"], own[-1]["due_basis"]
        offset = item["due_offset"]
        day = None if event is None or offset is None else event + timedelta(days=offset)
        return day, item["due_basis"]


def cells_of(found: Matrix) -> dict[Key, Counted]:
    """What a matrix says, in the same form; cells that ask nothing are left out."""
    return {
        (head.id, category.id): _counted(cell)
        for head, row in zip(found.regions, found.cells, strict=True)
        for category, cell in zip(found.categories, row, strict=True)
        if not cell.is_empty
    }


def _counted(cell: Cell) -> Counted:
    return Counted(cell.tally, cell.updated_on, cell.to_confirm, cell.late)


def _newest(item: Row, reports: Iterable[Row]) -> Row | None:
    length = PERIOD_LENGTHS.get(how_often(item["repeats"], item["unit"], item["text"]) or "")
    return max(
        reports,
        key=lambda one: (one["period"] if len(one["period"] or "") == length else "", one["as_of"], one["seq"]),
        default=None,
    )


def _lives(row: Row) -> bool:
    return not row["deleted"]


_READ = (
    "topic", "topic_region", "region", "region_figure", "institution", "institution_region", "checklist_template",
    "checklist_item", "checklist_item_region", "due_override", "assessment",
)  # fmt: skip


def _rows(store: Store, table: str) -> Iterable[Row]:
    fields = RECORDS[table]._meta.sorted_fields
    listed = ", ".join(f'"{one.name}"' for one in fields)
    for row in store.rows(f'SELECT {listed} FROM "{table}"'):
        yield {one.name: one.python_value(value) for one, value in zip(fields, row, strict=True)}
