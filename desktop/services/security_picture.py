"""Gambaran pengamanan: what is reported on polling stations and personnel, all of it classified Terbatas.

Reports are only added, and the newest one counts; one that was noted by mistake is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, writing
from desktop.models.personnel_need import Classes
from desktop.models.queries.records import fields_of
from desktop.models.queries.security_picture import (
    district_key,
    plan_history,
    security_picture,
    station_reports,
)
from desktop.models.security import PLACES, RegionPicture, StationReport
from desktop.models.tables import PersonnelPlan, StationRisk
from desktop.models.words import FORCES
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.open_topic import require_open_topic

SECURITY_CLASS: Final = "TERBATAS"
"""How everything that shows this picture is marked."""
MOST = 9_999_999
"""More stations or people than any region has: beyond it somebody mistyped."""
_PREFIXES = ("kecamatan", "kec.", "kec")
_COUNTS = {"low": "Kurang rawan", "medium": "Rawan", "high": "Sangat rawan"}


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one region, or of one of its kecamatan."""

    region_id: UUID
    classes: Classes
    district: str | None = None


def report_stations(desk: Desk, topic: UUID, told: Sequence[Told], **values: Any) -> ChangeSet:
    """Add what was told of polling stations by class in regions and kecamatan; one undo takes all of it back.

    `values` are `source` (needed), `as_of` (the day it speaks of, default today), `institution_id` (who told it)
    and `note`. What was reported of that day already is left alone. Raises InvalidInput naming the field that
    cannot be kept.
    """
    checked = _checked({"as_of": today(), **values})
    with writing(desk.store, "security.stations", by=desk.user) as write:
        places = _places(desk, topic)
        that_day: dict[tuple[UUID, str], StationReport] = {}
        for known in station_reports(desk.store, topic):
            if known.as_of == checked["as_of"]:
                that_day.setdefault((known.region_id, district_key(known.district)), known)
        rows: dict[tuple[UUID, str], tuple[Any, ...]] = {}
        for one in told:
            region = _place(places, one.region_id)
            district = _district(region, one.district)
            counts = _counts(one.classes)
            key = (region.id, district_key(district))
            if not _said_already(that_day.get(key), one.classes, checked):
                rows[key] = (topic, region.id, district, *counts, *checked.values())
        write.insert_rows(
            StationRisk, ("topic_id", "region_id", "district", *_COUNTS, *checked), list(rows.values())
        )
        return write.finish()


def plan_personnel(
    desk: Desk, topic: UUID, region: UUID, force: str, planned: int | None, **values: Any
) -> ChangeSet:
    """Add how many of a force (`words.FORCES`) are planned for a region.

    `values` are `source` (needed), `as_of` (default today), `note`, and `district`: one of its kecamatan, or of
    the province or working area which part is meant. Raises InvalidInput naming the field that cannot be kept.
    """
    checked = _checked({"as_of": today(), "district": None, **values})
    given: dict[str, Any] = {"force": force or None, "planned": planned}
    rules.required(given, "force", "Kekuatan")
    rules.one_of(given, "force", FORCES, "Kekuatan")
    rules.required(given, "planned", "Jumlah personel")
    _whole_number(planned, "planned", "Jumlah personel")
    with writing(desk.store, "security.personnel", by=desk.user) as write:
        place = _place(_places(desk, topic), region)
        if place.kind in PLACES:
            checked["district"] = _district(place, checked["district"])
        if not _planned_already(desk, topic, region, {**given, **checked}):
            write.insert(PersonnelPlan, topic_id=topic, region_id=region, **given, **checked)
        return write.finish()


def withdraw_report(desk: Desk, table: str, record: UUID) -> ChangeSet:
    """Take back a report (`station_risk` or `personnel_plan`) that was noted by mistake; the one before counts."""
    tables = {"station_risk": StationRisk, "personnel_plan": PersonnelPlan}
    with writing(desk.store, "security.withdraw", by=desk.user) as write:
        require_open_topic(desk.store, fields_of(desk.store, table, record)["topic_id"])
        write.delete(tables[table], record)
        return write.finish()


def bare_district(name: str) -> str:
    """A kecamatan's name without the word before it: "Kec. Bancar" is "Bancar"."""
    words = " ".join(name.split())
    first, _, rest = words.partition(" ")
    if rest and first.lower() in _PREFIXES:
        return rest
    return words


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required({"source": None, **found}, "source", "Sumber")
    rules.required(found, "as_of", "Posisi data per tanggal")
    if rules.is_ahead(found["as_of"]):
        raise InvalidInput(
            "as_of", "Posisi data tidak boleh di masa depan.", "Tulis tanggal keadaan yang dilaporkan."
        )
    return found


def _counts(classes: Classes) -> tuple[int | None, ...]:
    counts = (classes.low, classes.medium, classes.high)
    if all(one is None for one in counts):
        raise InvalidInput("low", "Jumlah TPS belum diisi.", "Isi sekurang-kurangnya satu kelas.")
    for (field, what), count in zip(_COUNTS.items(), counts, strict=True):
        _whole_number(count, field, what)
    return counts


def _whole_number(count: int | None, field: str, what: str) -> None:
    if count is not None and not 0 <= count <= MOST:
        raise InvalidInput(field, f"{what} harus angka nol atau lebih.", "Tulis misalnya 1.250.")


def _places(desk: Desk, topic: UUID) -> dict[UUID, RegionPicture]:
    """The regions of the topic, which must be open."""
    require_open_topic(desk.store, topic)
    found = security_picture(desk.store, topic)
    return {one.id: one for one in (*found.regions, *found.wholes)}


def _place(places: dict[UUID, RegionPicture], region: UUID) -> RegionPicture:
    if region not in places:
        raise InvalidInput("region_id", "Wilayah ini tidak ikut serta dalam topik.", "Pilih wilayah dari daftar.")
    return places[region]


def _district(region: RegionPicture, typed: str | None) -> str | None:
    """A kecamatan as it was written before, else as it is written now; None for the region itself."""
    name = bare_district(typed or "")
    if not name:
        return None
    if region.kind not in PLACES:
        raise InvalidInput(
            "district", f"{region.name} dilaporkan sebagai keseluruhan.", "Pilih kabupaten atau kotanya dulu."
        )
    return _as_before(name, (one.name for one in region.districts))


def _as_before(name: str, known: Iterable[str]) -> str:
    return next((one for one in known if fold(one) == fold(name)), name)


def _planned_already(desk: Desk, topic: UUID, region: UUID, values: dict[str, Any]) -> bool:
    """Whether what counts of that day and force says the same."""
    told = plan_history(desk.store, topic, region, values["district"])
    that_day = (one for one in told if (one.force, one.as_of) == (values["force"], values["as_of"]))
    newest = next(that_day, None)
    return newest is not None and (newest.planned, newest.source, newest.note) == (
        values["planned"], values["source"], values.get("note"),
    )  # fmt: skip


def _said_already(told: StationReport | None, classes: Classes, values: dict[str, Any]) -> bool:
    """Whether what counts of that day says the same."""
    return (
        told is not None
        and told.classes == classes
        and told.source == values["source"]
        and told.institution_id == values.get("institution_id")
        and told.note == values.get("note")
    )
