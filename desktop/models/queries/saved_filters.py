"""The filters somebody keeps for a list, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.models.fields import JsonField
from desktop.models.queries.typed import ID, live, typed
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import SavedFilter

_JSON = JsonField()


@dataclass(frozen=True, slots=True)
class SavedFilterRow:
    """A filter under its name; `content` is what the list's own page makes of it."""

    id: UUID
    name: str
    content: Mapping[str, Any]


_OF_PLACE = Statement(
    lambda: (
        SavedFilter.select(SavedFilter.id, SavedFilter.name, SavedFilter.content)
        .where(SavedFilter.place == param("place"), live(SavedFilter))
        .order_by(SavedFilter.order_no, SavedFilter.seq)
    )
)


def saved_filters(store: Store, place: str) -> list[SavedFilterRow]:
    """The filters kept for a list."""
    return [SavedFilterRow(*typed(row, (ID, None, _JSON))) for row in _OF_PLACE.rows(store, place=place)]
