"""The readiness of a whole: what its regions reported, item by item, beside what was reported for all of it.

The two are never mixed: a figure reported for the province says nothing of its regions, and the score is that of
the regions' own reports together (`score.Tally`), never a mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from uuid import UUID

from desktop.models.queries.readiness_items import ItemRow, items, reported_for_the_whole
from desktop.models.queries.wholes import PROVINCE, Whole, wholes
from desktop.models.score import Tally, applies, tally
from desktop.models.store import Store


@dataclass(frozen=True, slots=True)
class RolledUp:
    """What the regions of a whole reported on an item, or on all items of a category together.

    `asked` regions must be ready with it (for a category: items times regions), `reported` of them said how it
    stands. `amount` things of `need` add up where every report counts things, else None; `need` leaves out
    `unsized` regions, whose need is unknown, and is `provisional` where figures that are not final make it up.
    """

    tally: Tally
    amount: float | None
    need: float | None
    unsized: int
    provisional: bool
    newest: date | None
    oldest: date | None
    to_confirm: int
    late: int

    @property
    def asked(self) -> int:
        """How often it is asked and applies."""
        return self.tally.applicable

    @property
    def reported(self) -> int:
        """How often somebody said how it stands."""
        return self.tally.reported


@dataclass(frozen=True, slots=True)
class RolledItem:
    """An item: what the regions add up to, and what was reported for the whole, then for the province it is in."""

    item: ItemRow
    regions: RolledUp
    told: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class RolledCategory:
    """A category with its items in the order of the checklist."""

    id: UUID
    name: str
    regions: RolledUp
    items: tuple[RolledItem, ...]


@dataclass(frozen=True, slots=True)
class Rollup:
    """A whole in a topic: `regions` of it take part."""

    whole: Whole
    regions: int
    total: RolledUp
    categories: tuple[RolledCategory, ...]


def rollup(store: Store, topic: UUID, whole: Whole, today: date) -> Rollup:
    """How ready the taking-part regions of a whole are, on a day."""
    members = {one.id for one in whole.members}
    every = items(store, topic)
    told = _told(store, topic, whole, every)
    rows: dict[UUID, list[ItemRow]] = {}  # by thread, in the order of the checklist
    for one in every:
        if one.region_id in members or one.region_id == whole.region_id:
            rows.setdefault(one.thread_id, []).append(one)
    for one in (reports[0] for reports in told.values()):
        if one.region_id == whole.region_id:  # told of the whole though asked of none of its regions
            rows.setdefault(one.thread_id, [one])
    by_category: dict[UUID, list[RolledItem]] = {}
    for thread, found in rows.items():
        asked = [one for one in found if one.region_id in members]
        rolled = RolledItem(found[0], _added(asked, today), tuple(told.get(thread, ())))
        by_category.setdefault(found[0].category_id, []).append(rolled)
    theirs = [one for one in every if one.region_id in members]
    categories = []
    for category, inner in by_category.items():
        together = _added([one for one in theirs if one.category_id == category], today)
        categories.append(RolledCategory(category, inner[0].item.category, together, tuple(inner)))
    taking_part = {one.region_id for one in theirs}
    return Rollup(whole, len(taking_part), _added(theirs, today), tuple(categories))


def _told(store: Store, topic: UUID, whole: Whole, every: Sequence[ItemRow]) -> dict[UUID, list[ItemRow]]:
    """By thread what was reported for the whole, and for the province of a working area, as for each as one."""
    members = {one.id for one in whole.members}
    others = [one for one in wholes(store) if one.kind == PROVINCE and one.region_id != whole.region_id]
    above = [one.region_id for one in others if members & {each.id for each in one.members}]
    found: dict[UUID, list[ItemRow]] = {}
    for region in (whole.region_id, *above):
        asked = [one for one in every if one.region_id == region and one.state is not None]
        for one in (*asked, *reported_for_the_whole(store, topic, region)):
            found.setdefault(one.thread_id, []).append(one)
    return found


def _added(rows: Sequence[ItemRow], today: date) -> RolledUp:
    applying = [one for one in rows if applies(one.answer)]
    reported = [one for one in applying if one.state is not None]
    days = [one.as_of for one in reported if one.as_of is not None]
    counted = [_amount(one) for one in reported]
    things = [one for one in counted if one is not None]
    one_item = len({one.thread_id for one in rows}) == 1  # things of different kinds are not added up
    needs = [one.need for one in applying if one.need is not None]
    return RolledUp(
        tally=reduce(Tally.__add__, (tally(one.answer) for one in rows), Tally()),
        amount=sum(things) if one_item and things and len(things) == len(counted) else None,
        need=sum(needs) if one_item and needs else None,
        unsized=len(applying) - len(needs),
        provisional=any(one.is_provisional for one in applying),
        newest=max(days, default=None),
        oldest=min(days, default=None),
        to_confirm=sum(one.needs_confirmation(today) for one in reported),
        late=sum(one.is_late(today) for one in reported),
    )


def _amount(one: ItemRow) -> float | None:
    """How many things a report counts; None where it counts none, or gives only a percentage."""
    if one.measure == "jumlah" or (one.measure is None and one.target_kind == "jumlah"):
        return one.value
    return None
