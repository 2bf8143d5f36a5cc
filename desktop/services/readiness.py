"""Kesiapan: what is reported on checklist items. Reports are only added; the newest one counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from math import isfinite
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.readiness_items import history
from desktop.models.queries.records import fields_of
from desktop.models.tables import Assessment
from desktop.models.words import READINESS_STATES
from desktop.services import rules
from desktop.services.desk import Desk

_AHEAD = timedelta(days=1)  # a report dated tomorrow is a laptop in another zone; later is a typing error
_COMPARED = ("state", "value", "value_text", "note")


def assess(desk: Desk, item: UUID, region: UUID, *, state: str, **values: Any) -> ChangeSet:
    """Add a report on one item for one region.

    `values` may hold `as_of` (the day it speaks of, default today), `value` (in the unit of the item's target),
    `value_text`, `note`, `institution_id`, `meeting_id`, `period` and `source`. Raises InvalidInput naming the
    field that cannot be kept.
    """
    return assess_many(desk, [(item, region)], state=state, **values)


def assess_many(desk: Desk, places: Iterable[tuple[UUID, UUID]], *, state: str, **values: Any) -> ChangeSet:
    """Add the same report on many (item, region) in one deed; one undo takes all of them back.

    A place whose newest report says exactly the same about the same day is left alone.
    """
    checked = _checked({"as_of": today(), **values, "state": state})
    with writing(desk.store, "readiness.assess", by=desk.user) as write:
        for item, region in dict.fromkeys(places):
            if not _said_already(write, item, region, checked):
                write.insert(Assessment, item_id=item, region_id=region, **checked)
        return write.finish()


def _said_already(write: Write, item: UUID, region: UUID, values: dict[str, Any]) -> bool:
    fields_of(write.store, "checklist_item", item)  # a report on something deleted would be seen nowhere
    fields_of(write.store, "region", region)
    latest = next(iter(history(write.store, item, region)), None)
    if latest is None or latest.as_of != values["as_of"]:
        return False
    same_source = values.get("institution_id") in (None, latest.institution_id)
    return same_source and all(getattr(latest, name) == values.get(name) for name in _COMPARED)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "state", "Status kesiapan")
    rules.one_of(found, "state", READINESS_STATES, "Status kesiapan")
    rules.required(found, "as_of", "Posisi data per tanggal")
    _not_ahead(found["as_of"])
    _sound_number(found)
    return found


def _not_ahead(as_of: date) -> None:
    if as_of > today() + _AHEAD:
        raise InvalidInput(
            "as_of", "Posisi data tidak boleh di masa depan.", "Tulis tanggal keadaan yang dilaporkan."
        )


def _sound_number(values: dict[str, Any]) -> None:
    value = values.get("value")
    if value is None:
        return
    values["value"] = float(value)
    if not isfinite(values["value"]) or values["value"] < 0:
        raise InvalidInput("value", "Capaian harus angka nol atau lebih.", "Tulis misalnya 95 atau 1.250.")
