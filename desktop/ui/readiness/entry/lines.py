"""The lines of Isi Laporan: an item in a region each, by region, by item or by institution, and which are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.models.queries.readiness import items_of_topic, regions_of_topic, responsible_institutions
from desktop.models.queries.readiness_items import UNREADY as UNREADY_STATES
from desktop.models.queries.readiness_items import (
    ItemRow,
    items,
    regions_of_item,
    reported_for_the_whole,
    wholes_of_item,
)
from desktop.models.score import applies
from desktop.models.store import Store

BY_REGION, BY_ITEM, BY_INSTITUTION = "region", "item", "institution"
UNREPORTED, TO_CONFIRM, UNREADY = "unreported", "confirm", "unready"


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a region; `whole` where what is reported is a figure for the province or the area as a whole.

    Such a figure stands in no cell of the matrix, and needs a source.
    """

    item: ItemRow
    whole: bool = False

    @property
    def place(self) -> tuple[UUID, UUID]:
        """Item and region, as services take them."""
        return self.item.item_id, self.item.region_id

    def is_among(self, filter_: str, today: date) -> bool:
        """Whether it is what a filter asks for."""
        if filter_ == UNREPORTED:
            return self.item.state is None and applies(self.item.answer) and not self.whole
        if filter_ == TO_CONFIRM:
            return self.item.needs_confirmation(today)
        return filter_ != UNREADY or self.item.state in UNREADY_STATES


def lines_of(store: Store, topic: UUID, walk: str, place: UUID | None) -> list[Line]:
    """What one walks through: the items of a region or an institution, or the regions of an item."""
    if place is None:
        return []
    if walk == BY_REGION:
        own = [Line(one) for one in items(store, topic, region=place)]
        return own + [Line(one, whole=True) for one in reported_for_the_whole(store, topic, place)]
    if walk == BY_INSTITUTION:
        return [Line(one) for one in items(store, topic, institution=place)]
    asked = [Line(one) for one in regions_of_item(store, topic, place)]
    return asked + [Line(one, whole=True) for one in wholes_of_item(store, topic, place)]


def places_of(store: Store, topic: UUID, walk: str) -> list[tuple[UUID, str]]:
    """What one can walk through on a way, by name."""
    heads = {BY_REGION: regions_of_topic, BY_ITEM: items_of_topic, BY_INSTITUTION: responsible_institutions}[walk]
    return [(one.id, one.name) for one in heads(store, topic)]


def counts(lines: Sequence[Line], today: date) -> dict[str, int]:
    """How many lines each filter would bring."""
    return {one: sum(line.is_among(one, today) for line in lines) for one in (UNREPORTED, TO_CONFIRM, UNREADY)}
