"""How a checklist is put into words beside its fields: targets, days, who answers where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from desktop.base.dates import long_date
from desktop.base.day_offsets import day_at, offset_text
from desktop.base.numbers import grouped
from desktop.models.queries.asked_places import AskedPlace
from desktop.models.queries.checklist_versions import VersionItem
from desktop.models.queries.region_figures import Figure
from desktop.models.queries.regions import RegionRow
from desktop.models.score import MULTIPLIED
from desktop.models.words import FIGURE_KINDS
from desktop.services.checklists.targets import need_words
from desktop.services.readiness_words import PROVISIONAL
from desktop.ui.readiness.wording import short_region

translate = QCoreApplication.translate
_MOST_NAMES = 4


def target_words(item: VersionItem) -> str:
    """What is aimed at, in short: `2 botol/TPS`, `100 % TPS`, `Ya/tidak`."""
    if item.target_kind == "ya":
        return translate("ChecklistWording", "Ya/tidak")
    return f"{item.target} {item.unit or ''}".strip()


def due_words(item: VersionItem) -> str:
    """Until when, in short: `H-30`; "" where no day is set."""
    return "" if item.due_offset is None else offset_text(item.due_offset)


def due_day_words(offset: int | None, event: date | None) -> str:
    """The day that is meant, where the topic has one: `H-30: Senin, 28 Oktober 2024`."""
    if offset is None:
        return translate("ChecklistWording", "Tanpa batas waktu.")
    day = day_at(event, offset)
    if day is None:
        return translate("ChecklistWording", "Tanggalnya mengikuti setelah hari pelaksanaan topik ditentukan.")
    return f"{offset_text(offset)}: {long_date(day)}"


def need_lines(item: VersionItem, places: Sequence[AskedPlace], known: Mapping[UUID, RegionRow]) -> str:
    """What a multiplied target makes in the first region with a figure, and where none is known."""
    if item.target_kind not in MULTIPLIED or item.target_value is None:
        return ""
    kind = MULTIPLIED[item.target_kind]
    figures = [(place.region, _figure(known.get(place.region_id), kind)) for place in places]
    without = [short_region(region) for region, figure in figures if figure is None]
    said = [
        need_words(item.target_kind, item.target_value, item.unit, figure.value, short_region(region))
        + (f" ({figure.basis}, {PROVISIONAL})" if figure.is_provisional else "")
        for region, figure in figures
        if figure is not None
    ][:1]
    if without:
        words = translate("ChecklistWording", "Belum ada angka {what}: {where}")
        said.append(words.format(what=FIGURE_KINDS[kind], where=named(without)))
    return "\n".join(said)


def _figure(region: RegionRow | None, kind: str) -> Figure | None:
    if region is None:
        return None
    return region.polling_stations if kind == "polling_stations" else region.voters


def answering_lines(places: Sequence[AskedPlace]) -> str:
    """Who answers for an item in the regions of the topic, and where nobody does."""
    if not places:
        return translate("ChecklistWording", "Tidak ditanyakan di wilayah topik ini.")
    found = list(dict.fromkeys(name for place in places for name in place.institutions))
    nowhere = [short_region(place.region) for place in places if not place.institutions]
    if not found:
        return translate("ChecklistWording", "Tidak ada instansi yang cocok.")
    words = translate("ChecklistWording", "{count} instansi: {names}")
    said = words.format(count=grouped(len(found)), names=named(found)) if len(found) > 1 else found[0]
    if nowhere:
        words = translate("ChecklistWording", "Tidak ada instansi yang cocok di {where}.")
        return f"{said}\n{words.format(where=named(nowhere))}"
    return said


def named(names: Sequence[str]) -> str:
    """Some names in a line, the rest as a number: `A, B, C, D, dan 3 lainnya`."""
    if len(names) <= _MOST_NAMES + 1:
        return ", ".join(names)
    words = translate("ChecklistWording", "{names}, dan {count} lainnya")
    return words.format(names=", ".join(names[:_MOST_NAMES]), count=grouped(len(names) - _MOST_NAMES))
