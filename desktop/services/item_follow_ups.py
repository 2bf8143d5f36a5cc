"""From readiness items that are not ready to follow-ups: who answers for them there, until when, all filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from desktop.base.errors import NotFound
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.issue_items import IssueItem, issue_item
from desktop.models.queries.issue_links import institutions_of_region
from desktop.models.queries.readiness_items import ItemRow, regions_of_item
from desktop.models.queries.records import fields_of, id_of, seq_of
from desktop.models.report_that_counts import Institutions
from desktop.models.store import Store
from desktop.models.words import INTERNAL_BASIS
from desktop.services.commitments import To, insert_commitment
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

Place = tuple[UUID, UUID]
"""An item and a region."""
_SOURCES = {INTERNAL_BASIS: "internal", "agreed": "disepakati"}
"""What the day of a follow-up rests on (`words.DUE_SOURCES`), by that of its item; a schedule for the others."""


class _Due(NamedTuple):
    """A day, what it rests on, and who agreed to it where it is the region's own."""

    day: date | None = None
    source: str | None = None
    note: str | None = None


def who_answers(store: Store, item: IssueItem, region: UUID | None, known: Institutions | None = None) -> list[To]:
    """Who answers for a readiness item in a region, of two Polres both, in the order of protocol.

    They are those whose reports on it count (`report_that_counts`); words where the directory knows nobody so.
    `known` are the institutions of the office, where they were read already.
    """
    institutions = known or Institutions.read(store)
    if region is None:
        numbers = sorted(institutions.named(item.responsible)[0])
        ranks: list[UUID] = []
    else:
        numbers = institutions.responsible(item.responsible, seq_of(store, "region", region))
        ranks = [one for one, _, _ in institutions_of_region(store, region)]
    found = [id_of(store, "institution", number) for number in numbers]
    found.sort(key=lambda one: ranks.index(one) if one in ranks else len(ranks))
    return [To(institution_id=one) for one in found] or [To(label=item.responsible)]


def follow_ups_of_items(desk: Desk, places: Iterable[Place]) -> tuple[list[UUID], ChangeSet]:
    """Make follow-ups of items that are not ready, each in a region: one an item, to those who answer for it.

    Several regions of an item are one follow-up with an addressee each, told through the item's own words ("KPU
    kabupaten/kota"); a region that has another day than the others gets its own. A day the office only proposed
    stays an internal one. What the item asks for as evidence is the indicator. Raises NotFound where an item is
    not asked of a region any more.
    """
    by_item: dict[UUID, list[UUID]] = {}
    for item, region in dict.fromkeys(places):
        by_item.setdefault(item, []).append(region)
    with writing(desk.store, "readiness.follow_up", by=desk.user) as write:
        made = []
        known = Institutions.read(desk.store)
        for item, regions in by_item.items():
            asked = issue_item(desk.store, item)
            if asked is None:
                raise NotFound("Butir kesiapan ini sudah dihapus.", "Muat ulang halaman ini.")
            require_open_topic(desk.store, asked.topic_id)
            rows = {row.region_id: row for row in regions_of_item(desk.store, asked.topic_id, item)}
            by_day: dict[_Due, list[UUID]] = {}
            for region in regions:
                by_day.setdefault(_due(asked, rows.get(region)), []).append(region)
            made += [_insert(write, asked, together, due, known) for due, together in by_day.items()]
        return made, write.finish()


def _insert(write: Write, item: IssueItem, regions: Sequence[UUID], due: _Due, known: Institutions) -> UUID:
    to = list(dict.fromkeys(one for region in regions for one in who_answers(write.store, item, region, known)))
    if len(regions) > 1 and len(to) > 1:
        to = [To(one.institution_id, label=one.label, via=item.responsible) for one in to]
    return insert_commitment(
        write, kind="permintaan", text=item.text, to=to, regions=regions, items=[item.id], topic_id=item.topic_id,
        due_date=due.day, due_source=due.source, due_note=due.note, indicator=_evidence(write.store, item),
    )  # fmt: skip


def _evidence(store: Store, item: IssueItem) -> str | None:
    """By what one sees that it is done: what the item asks for as evidence."""
    return fields_of(store, "checklist_item", item.id)["evidence"]  # type: ignore[no-any-return]


def _due(item: IssueItem, row: ItemRow | None) -> _Due:
    """By when a region is to be ready with an item, its own day where it has one, and what that rests on."""
    if row is None:
        raise NotFound(
            f"{item.code} tidak diminta dari wilayah ini dalam daftar periksa yang berlaku.",
            "Muat ulang halaman ini.",
        )
    if row.due_on is None:
        return _Due()
    source = _SOURCES.get(row.due_basis, "jadwal")
    return _Due(row.due_on, source, None if source == "internal" else row.due_source)
