"""Kesiapan: what is reported on checklist items. Reports are only added; the newest one counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput, NotFound
from desktop.base.quantities import MOST
from desktop.base.reporting import is_period, period_of
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.item_reports import Place, Told, ToldOfDay, repeats_of_items, reports_of_day
from desktop.models.store import Store
from desktop.models.tables import Assessment
from desktop.models.words import MEASURES, READINESS_STATES
from desktop.services import rules
from desktop.services.desk import Desk

_KEPT = (
    "state", "value", "measure", "value_text", "evidence_received", "note", "institution_id", "meeting_id",
    "as_of", "period", "source", "form_id",
)  # fmt: skip
_COMPARED = ("state", "value", "measure", "value_text", "evidence_received", "note", "period")


def assess(desk: Desk, item: UUID, region: UUID, *, state: str, **values: Any) -> ChangeSet:
    """Add a report on one item for one region.

    The item need not be asked of the region: a figure reported for the province as a whole is kept for it, and
    stands in no cell of the matrix. `values` may hold `as_of` (the day it speaks of, default today), `value`,
    `measure` (a word of `words.MEASURES`: what the value counts; without it the unit of the item's target),
    `value_text`, `evidence_received`, `period` (of an item that repeats, default that of `as_of`), `note`,
    `institution_id`, `meeting_id`, `source` and `form_id`. Raises InvalidInput naming the field that cannot be
    kept.
    """
    return assess_many(desk, [(item, region)], state=state, **values)


def assess_many(desk: Desk, places: Iterable[tuple[UUID, UUID]], *, state: str, **values: Any) -> ChangeSet:
    """Add the same report on many (item, region) in one deed; one undo takes all of them back.

    A place of which the same was reported already about the same day is left alone.
    """
    wanted = dict.fromkeys(places)
    checked = checked_report({**values, "state": state})
    with writing(desk.store, "readiness.assess", by=desk.user) as write:
        insert_reports(write, dict.fromkeys(wanted, checked))
        return write.finish()


def insert_reports(
    write: Write, reports: Mapping[Place, Mapping[str, Any]], told: Mapping[Place, ToldOfDay] | None = None
) -> None:
    """Add reports of one day that were checked, each on its place, within a greater action.

    One that says what was said already about that day is left out. A figure for the province or the area as a
    whole needs a source. `told` is what was told of the day, where that was read already. Raises NotFound for a
    place that is gone, InvalidInput for an item of a draft.
    """
    if not reports:
        return
    (day,) = {one["as_of"] for one in reports.values()}
    if told is None:
        told = reports_of_day(write.store, reports, day)
    if len(told) < len(reports):  # a report on something deleted would be seen nowhere
        raise NotFound("Butir atau wilayah ini sudah dihapus.", "Muat ulang halaman ini.")
    if any(one.of_draft for one in told.values()):  # it would count at once when the draft comes into force
        raise InvalidInput(
            "item_id", "Butir ini dari konsep daftar periksa, yang belum ditanyakan.", "Berlakukan dulu versinya."
        )
    if any(told[place].of_whole and not one.get("source") for place, one in reports.items()):
        raise InvalidInput(
            "source", "Sumber wajib untuk angka keseluruhan.", "Tulis dari mana angkanya, misalnya SILOG."
        )
    periods = {
        period: periods_of(write.store, {item for item, _ in reports}, day, period)
        for period in {one.get("period") for one in reports.values()}
    }
    rows = []
    for (item, region), one in reports.items():
        values = {**one, "period": periods[one.get("period")].get(item)}
        if not _said_already(told[item, region].reports, values):
            rows.append((item, region, *(values.get(name) for name in _KEPT)))
    write.insert_rows(Assessment, ("item_id", "region_id", *_KEPT), rows)


def periods_of(store: Store, items: Collection[UUID], day: date, period: str | None = None) -> dict[UUID, str]:
    """The period a report on each of these items is for, the one given or that of its day; only where they repeat.

    Raises InvalidInput at "period" where the one given is none of an item's.
    """
    repeats = repeats_of_items(store, items)
    if period and not all(is_period(period, often) for often in repeats.values()):
        raise InvalidInput(
            "period", f"“{period}” bukan periode laporan butir ini.", "Pilih hari, minggu, atau bulannya."
        )
    return {item: period or period_of(day, often) for item, often in repeats.items()}


def _said_already(told: Sequence[Told], values: Mapping[str, Any]) -> bool:
    """Whether the newest report of the day says the same; of an institution, its own newest."""
    institution = values.get("institution_id")
    latest = next((one for one in told if institution in (None, one.institution_id)), None)
    return latest is not None and all(getattr(latest, name) == values.get(name) for name in _COMPARED)


def checked_report(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a report says, as it is kept; raises InvalidInput naming the field that cannot be."""
    found = rules.cleaned({"as_of": today(), **values})
    rules.required(found, "state", "Status kesiapan")
    rules.one_of(found, "state", READINESS_STATES, "Status kesiapan")
    rules.required(found, "as_of", "Posisi data per tanggal")
    _not_ahead(found["as_of"])
    rules.one_of(found, "measure", MEASURES, "Satuan capaian")
    found["evidence_received"] = bool(found.get("evidence_received")) or found["state"] == "siap_bukti"
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
        values["measure"] = None  # it says what a number counts
        return
    values["value"] = float(value)
    if not isfinite(values["value"]) or values["value"] < 0:
        raise InvalidInput("value", "Capaian harus angka nol atau lebih.", "Tulis misalnya 95 atau 1.250.")
    if values["value"] > MOST:
        raise InvalidInput("value", "Capaian ini terlalu besar.", "Periksa angkanya, barangkali dua sel menyatu.")
