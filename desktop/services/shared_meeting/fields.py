"""Which fields travel: never contacts or personal numbers, and of attendance exactly what a mark is made of."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.models.fields import IdField
from desktop.models.queries.letters import TYPED
from desktop.models.queries.own_office import office_name
from desktop.models.store import Store
from desktop.models.tables import RECORDS

SEAT = ("meeting_id", "order_no", "role", "institution_id", "position_id", "person_id", "label", "answer")
MARK = (
    "state", "present_person_id", "present_position_id", "present_name", "present_title", "arrived_at", "left_at",
    "unreadable",
)  # fmt: skip
IN_WORDS = (
    ("present_person_id", "person", "name", "present_name"),
    ("present_position_id", "position", "title", "present_title"),
)
"""What a mark points to, where its words are found, and where they stand for a laptop without such a record."""
TRAVELS: dict[str, tuple[str, ...]] = {
    "institution": ("name", "short_name", "kind", "level", "leader_title", "protocol_rank"),
    "position": ("institution_id", "title", "leads", "protocol_rank"),
    "person": ("name", "rank"),
    "meeting": (
        "title", "held_on", "starts_at", "ends_at", "zone", "place", "purpose", "co_organiser", "cancelled",
        "security", "invitation_number", "invitation_date",
    ),
    "letter": ("meeting_id", "kind", *TYPED),
    "participant": (*SEAT, *MARK),  # without the moment: only what is noted there comes back
}  # fmt: skip
"""The fields of each table that go to the other laptop, parents before children."""
LATER = ("invitation_number", "invitation_date")
"""Fields that a file of the first version does not have."""


def to_file(table: str, values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Some values of a record as a file spells them."""
    fields = RECORDS[table]._meta.fields
    return {name: fields[name].to_json(values[name]) for name in names}


def from_file(table: str, values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """The same read back; raises ValueError, TypeError or KeyError for what is none."""
    fields = RECORDS[table]._meta.fields
    return {name: fields[name].from_json(values[name]) for name in names}


def device_of(store: Store) -> UUID:
    """This laptop, as files name it."""
    row = store.one("SELECT device FROM replica")
    found = IdField().python_value(row[0]) if row else None
    assert found is not None
    return found


def names_here(store: Store) -> tuple[str, str]:
    """The office's name and this computer's."""
    return office_name(store) or "", platform.node() or "laptop"
