"""Where an item of a checklist is asked, and who answers for it there; of drafts too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from peewee import fn

from desktop.models.queries.checklist import KINDS_IN_ORDER
from desktop.models.queries.typed import ID, live, typed
from desktop.models.readiness_places import ASKED_OF
from desktop.models.report_that_counts import Institutions
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import (
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    Institution,
    Region,
    TopicRegion,
)


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A region of the topic in which an item is asked, with the institutions that answer for it there."""

    region_id: UUID
    region: str
    institutions: tuple[str, ...]


_NAMED = ChecklistItemRegion.select(ChecklistItemRegion.seq).where(
    ChecklistItemRegion.item_id == ChecklistItem.id, ChecklistItemRegion.region_id == Region.id,
    live(ChecklistItemRegion),
)  # fmt: skip
_ASKED = reduce(
    or_,
    (Region.kind.in_(kinds) & (getattr(ChecklistItem, column) == True) for column, kinds in ASKED_OF.items()),  # noqa: E712 - SQL
    fn.EXISTS(_NAMED),
)
_PLACES = Statement(
    lambda: (
        ChecklistItem.select(Region.id, Region.name, Region.seq, ChecklistItem.responsible)
        .join(ChecklistTemplate, on=(ChecklistItem.template_id == ChecklistTemplate.id))
        .join_from(ChecklistTemplate, TopicRegion, on=(TopicRegion.topic_id == ChecklistTemplate.topic_id))
        .join_from(TopicRegion, Region, on=((TopicRegion.region_id == Region.id) & _ASKED))
        .where(ChecklistItem.id == param("item"), live(TopicRegion), live(Region))
        .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq)
    )
)
_INSTITUTIONS = Statement(
    lambda: (
        Institution.select(Institution.seq, Institution.name)
        .where(live(Institution))
        .order_by(Institution.protocol_rank, Institution.seq)
    )
)
_RESPONSIBLE, _RELATED = (
    Statement(
        lambda column=column: (  # type: ignore[misc]
            ChecklistItem.select(column).where(live(ChecklistItem), column.is_null(False)).distinct()
        )
    )
    for column in (ChecklistItem.responsible, ChecklistItem.related)
)


def asked_places(store: Store, item: UUID) -> list[AskedPlace]:
    """The regions of the topic in which an item is asked, in the office's order."""
    known, names = Institutions.read(store), _INSTITUTIONS.rows(store)
    found = []
    for row in _PLACES.rows(store, item=item):
        region, name, number, words = typed(row, (ID, None, None, None))
        responsible = frozenset(known.responsible(words, number))
        found.append(AskedPlace(region, name, tuple(title for one, title in names if one in responsible)))
    return found


def words_used(store: Store, *, related: bool = False) -> list[str]:
    """How those who answer for items, or the related ones, are called in all checklists, each once, by name."""
    rows = (_RELATED if related else _RESPONSIBLE).rows(store)
    return sorted({words for (words,) in rows if words}, key=str.casefold)
