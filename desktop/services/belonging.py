"""What is noted of a meeting points only to what belongs to that meeting, and stays while it is pointed to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.queries.directory_details import uses
from desktop.models.queries.records import fields_of
from desktop.models.store import Store

_PARTS = {
    "agenda_item_id": ("agenda_item", "Acara"),
    "speaker_id": ("participant", "Pembicara"),
    "presenter_id": ("participant", "Penyaji"),
    "statement_id": ("statement", "Catatan"),
}
_USE_WORDS = {"statement": "catatan", "commitment": "tindak lanjut", "agenda_item": "acara"}


def require_own_parts(store: Store, meeting: UUID | None, values: Mapping[str, Any]) -> None:
    """Raise InvalidInput when agenda item, speaker, presenter or statement are those of another meeting."""
    for field, (table, what) in _PARTS.items():
        part = values.get(field)
        if part is not None and fields_of(store, table, part)["meeting_id"] != meeting:
            raise InvalidInput(field, f"{what} ini dari rapat lain.", "Pilih yang tercatat pada rapat ini.")


def require_stay(store: Store, table: str, record: UUID, values: Mapping[str, Any]) -> None:
    """The same for a change of a record, which itself stays in its meeting."""
    if not values.keys() & {"meeting_id", *_PARTS}:
        return
    meeting = fields_of(store, table, record)["meeting_id"]
    if values.get("meeting_id", meeting) != meeting:
        raise InvalidInput("meeting_id", "Isian ini tidak dapat pindah ke rapat lain.", "Catat pada rapat itu.")
    require_own_parts(store, meeting, values)


def used_by(store: Store, table: str, record: UUID) -> str:
    """What points to a record, such as "3 catatan dan 1 tindak lanjut"; "" where nothing does."""
    found = uses(store, table, record)
    return " dan ".join(f"{count} {_USE_WORDS.get(name, 'isian lain')}" for name, count in found.items())
