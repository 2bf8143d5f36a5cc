"""Tables of this copy that follow from the records; the write door brings them up to date in its transaction.

Each module here has `CONCERNED` (the tables it follows from), `refresh`, and `stale` (how many of its rows no
longer follow, with the words for it).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from desktop.models import commitment_standing, person_words, readiness_standing, search_lines
from desktop.models.search_sources import BY_TABLE
from desktop.models.store import Store


class Kept(Protocol):
    """What such a module offers."""

    CONCERNED: frozenset[str]
    TABLE: str
    """The records its rows stand for."""
    STALE: str
    """The words for rows that do not follow any more, with `{}` for how many."""

    def refresh(
        self, store: Store, touched: Mapping[str, Collection[UUID]], former: Mapping[str, Collection[UUID]], /
    ) -> None:
        """Write anew whatever these records, by table, concern; `former` are those a touched one belonged to."""

    def stale(self, store: Store, /) -> int:
        """How many rows do not follow from the records any more."""


KEPT: tuple[Kept, ...] = (person_words, commitment_standing, readiness_standing, search_lines)
"""All of them, in the order in which they are brought up to date."""

BELONGING = {
    "tenure": ("person_id",),
    "addressee": ("commitment_id",),
    "progress_report": ("commitment_id",),
    "reminder": ("commitment_id",),
    "attachment": ("commitment_id", "progress_report_id"),
    "region_figure": ("region_id",),
    "topic_region": ("region_id",),
    "institution_region": ("institution_id",),
    "checklist_item_region": ("item_id",),
    "due_override": ("item_id",),
}
"""Columns by which a record belongs to another; what it belonged to before a change is told to `refresh`."""


WORDED = search_lines.CONCERNED
"""Tables of which it is told apart which new records have words."""


def worded(
    table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], ids: Sequence[UUID]
) -> Iterable[UUID]:
    """Those of new records of such a table that can be searched for at all."""
    source = BY_TABLE.get(table)
    return ids if source is None else source.worded(columns, rows, ids)


def refresh(
    store: Store,
    touched: Mapping[str, Collection[UUID]],
    former: Mapping[str, Collection[UUID]],
    worded: Mapping[str, Collection[UUID]],
) -> None:
    """Bring up to date what these changes concern; `worded` leaves out new records that have no words."""
    for one in KEPT:
        concerned = worded if one is search_lines else touched
        if one.CONCERNED & concerned.keys():
            one.refresh(store, concerned, former)


def fill_new(store: Store) -> None:
    """Fill what is empty and takes more than SQL: for a database just brought up to date."""
    for one in (commitment_standing, readiness_standing, search_lines):
        one.fill(store)
