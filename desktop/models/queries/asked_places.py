"""Where an item of a checklist is asked, and who answers for it there; of drafts too."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from peewee import JOIN

from desktop.models.queries.checklist import KINDS_IN_ORDER, asked_of_region, is_responsible
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ChecklistItem, ChecklistTemplate, Institution, Region, TopicRegion


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A region of the topic in which an item is asked, with the institutions that answer for it there."""

    region_id: UUID
    region: str
    institutions: tuple[str, ...]


_PLACES = Statement(
    lambda: ChecklistItem.select(Region.id, Region.name, Institution.name)
    .join(ChecklistTemplate, on=(ChecklistItem.template_id == ChecklistTemplate.id))
    .join_from(ChecklistTemplate, TopicRegion, on=(TopicRegion.topic_id == ChecklistTemplate.topic_id))
    .join_from(TopicRegion, Region, on=((TopicRegion.region_id == Region.id) & asked_of_region()))
    .join_from(Region, Institution, JOIN.LEFT_OUTER, on=(live(Institution) & is_responsible(Institution.id)))
    .where(ChecklistItem.id == param("item"), live(TopicRegion), live(Region))
    .order_by(KINDS_IN_ORDER, Region.order_no, Region.seq, Institution.protocol_rank, Institution.seq)
)  # fmt: skip
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
    found: dict[UUID, tuple[str, list[str]]] = {}
    for row in _PLACES.rows(store, item=item):
        region, name, institution = typed(row, (ID, None, None))
        named = found.setdefault(region, (name, []))[1]
        if institution is not None:
            named.append(institution)
    return [AskedPlace(region, name, tuple(named)) for region, (name, named) in found.items()]


def words_used(store: Store, *, related: bool = False) -> list[str]:
    """How those who answer for items, or the related ones, are called in all checklists, each once, by name."""
    rows = (_RELATED if related else _RESPONSIBLE).rows(store)
    return sorted({words for (words,) in rows if words}, key=str.casefold)
