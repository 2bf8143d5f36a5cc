"""Kesiapan: what is reported on checklist items. Reports are only added; the newest one counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput, NotFound
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.readiness_items import Told, reports_of_day
from desktop.models.tables import Assessment
from desktop.models.words import READINESS_STATES
from desktop.services import rules
from desktop.services.desk import Desk

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

    A place of which the same was reported already about the same day is left alone.
    """
    checked = _checked({"as_of": today(), **values, "state": state})
    with writing(desk.store, "readiness.assess", by=desk.user) as write:
        wanted = list(dict.fromkeys(places))
        told = reports_of_day(desk.store, wanted, checked["as_of"])
        if len(told) < len(wanted):  # a report on something deleted would be seen nowhere
            raise NotFound("Butir atau wilayah ini sudah dihapus.", "Muat ulang halaman ini.")
        new = [place for place in wanted if not _said_already(told[place], checked)]
        write.insert_rows(
            Assessment, ("item_id", "region_id", *checked), [(*place, *checked.values()) for place in new]
        )
        return write.finish()


def _said_already(told: Sequence[Told], values: Mapping[str, Any]) -> bool:
    """Whether the newest report of the day says the same; of an institution, its own newest."""
    institution = values.get("institution_id")
    latest = next((one for one in told if institution in (None, one.institution_id)), None)
    return latest is not None and all(getattr(latest, name) == values.get(name) for name in _COMPARED)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "state", "Status kesiapan")
    rules.one_of(found, "state", READINESS_STATES, "Status kesiapan")
    rules.required(found, "as_of", "Posisi data per tanggal")
    _not_ahead(found["as_of"])
    _sound_number(found)
    return found


def _not_ahead(as_of: date) -> None:
    if rules.is_ahead(as_of):
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
