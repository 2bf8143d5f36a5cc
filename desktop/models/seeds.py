"""Founds a new office with what the program ships: regions, institutions, the Pilkada 2024 topic, its checklist.

Everything shipped has a fixed id (UUIDv5 of its official code, relations of their two ends), so that two
laptops founded apart never own two "Kabupaten Tuban".
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID, uuid5

from desktop.base.errors import DataTrouble
from desktop.base.paths import resources
from desktop.models import identity
from desktop.models.journal import Write, writing
from desktop.models.store import Store
from desktop.models.tables import (
    ChecklistCategory,
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    Institution,
    InstitutionRegion,
    OfficeProfile,
    Position,
    Region,
    RegionFigure,
    Stage,
    Topic,
    TopicRegion,
    WorkingArea,
    WorkingAreaRegion,
)
from desktop.models.words import DUE_BASES, FIGURE_KINDS

_NAMESPACE = UUID("8f1c7d3e-2a54-5b0e-9c61-524b31000001")
_PROVINCE = "35"
_HOME_AREA = "Bakorwil Bojonegoro"
_HOME_INSTITUTION = "bakorwil-bojonegoro"
PILKADA = "pilkada-2024"
_EVENT = date(2024, 11, 27)
_ELECTION_FIGURES = ("voters", "polling_stations")

Row = dict[str, str]


def fixed_id(kind: str, *codes: object) -> UUID:
    """The id of something shipped, or of a relation between two records: the same on every laptop."""
    return uuid5(_NAMESPACE, ":".join([kind, *map(str, codes)]))


def found_office(store: Store) -> UUID:
    """Fill an empty database with what every office starts from; returns the office's id."""
    office = fixed_id("office", _HOME_INSTITUTION)
    store.office = office
    with store.transaction():
        identity.found_office(store, office)
        with writing(store, "office.found", by="Rakor") as write:
            _regions(write, _read("regions.csv"), _read("working_areas.csv"))
            _figures(write, _read("region_figures_2024.csv"))
            _institutions(write, _read("institutions.csv"))
            _topic(write, _read("regions.csv"), _read("stages_pilkada_2024.csv"))
            _checklist(write, _read("checklist_pilkada_2024.csv"))
            _profile(write)
    return office


def example_meeting_file() -> Path:
    """The meeting of 26 September 2024, as far as it was reported."""
    return resources() / "seed" / "rakor_2024_09_26.json"


def _read(name: str) -> list[Row]:
    with (resources() / "seed" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _regions(write: Write, regions: list[Row], areas: list[Row]) -> None:
    write.insert_rows(
        Region,
        ("code", "name", "kind", "order_no"),
        [(r["code"], r["name"], r["type"], n) for n, r in enumerate(regions)]
        + [(a["code"], f"Wilayah Kerja {a['name']}", "wilayah_kerja", 1000 + n) for n, a in enumerate(areas)],
        [fixed_id("region", r["code"]) for r in regions + areas],
    )
    area_ids = {area["name"]: fixed_id("working_area", area["code"]) for area in areas}
    write.insert_rows(
        WorkingArea,
        ("region_id", "name", "order_no"),
        [(fixed_id("region", a["code"]), a["name"], n) for n, a in enumerate(areas)],
        list(area_ids.values()),
    )
    members = [(area_ids[r["working_area"]], fixed_id("region", r["code"])) for r in regions if r["working_area"]]
    write.insert_rows(
        WorkingAreaRegion,
        ("working_area_id", "region_id", "order_no"),
        [(area, region, n) for n, (area, region) in enumerate(members)],
        [fixed_id("working_area_region", *ends) for ends in members],
    )


def _figures(write: Write, rows: list[Row]) -> None:
    figures = [
        (fixed_id("region", r["code"]), kind, int(r[kind]), r[f"{kind}_kind"], r["source"])
        for r in rows
        for kind in _ELECTION_FIGURES
    ]
    _require_known(FIGURE_KINDS, _ELECTION_FIGURES)
    write.insert_rows(
        RegionFigure,
        ("region_id", "kind", "value", "basis", "source"),
        figures,
        [fixed_id("region_figure", region, kind, "2024") for region, kind, *_ in figures],
    )


def _institutions(write: Write, rows: list[Row]) -> None:
    ids = [fixed_id("institution", r["code"]) for r in rows]
    write.insert_rows(
        Institution,
        ("name", "short_name", "kind", "level", "leader_title", "protocol_rank"),
        [
            (r["name"], r["short_name"], r["kind"], r["level"], r["leader_title"], int(r["protocol_rank"]))
            for r in rows
        ],
        ids,
    )
    served = [
        (one, fixed_id("region", code)) for one, r in zip(ids, rows, strict=True) for code in r["regions"].split()
    ]
    write.insert_rows(
        InstitutionRegion,
        ("institution_id", "region_id"),
        served,
        [fixed_id("institution_region", *ends) for ends in served],
    )
    write.insert_rows(
        Position,
        ("institution_id", "title", "leads", "protocol_rank"),
        [(one, r["leader_title"], True, int(r["protocol_rank"])) for one, r in zip(ids, rows, strict=True)],
        [fixed_id("position", r["code"], "leader") for r in rows],
    )


def _topic(write: Write, regions: list[Row], stages: list[Row]) -> None:
    topic = fixed_id("topic", PILKADA)
    write.insert(Topic, topic, name="Pilkada Serentak 2024", event_label="Hari H", event_date=_EVENT, state="open")
    taking_part = [r["code"] for r in regions if r["code"] == _PROVINCE or r["working_area"] == _HOME_AREA]
    ids = [fixed_id("region", code) for code in (*taking_part, "wilker.2")]
    write.insert_rows(
        TopicRegion,
        ("topic_id", "region_id"),
        [(topic, one) for one in ids],
        [fixed_id("topic_region", topic, one) for one in ids],
    )
    write.insert_rows(
        Stage,
        ("topic_id", "code", "name", "starts_on", "ends_on", "lead", "confidence", "order_no"),
        [
            (
                topic, s["code"], s["name"], _day(s["start"]), _day(s["end"]),
                s["lead_institution"] or None, s["confidence"] or None, n,
            )
            for n, s in enumerate(stages)
        ],
        [fixed_id("stage", PILKADA, s["code"]) for s in stages],
    )  # fmt: skip


def _checklist(write: Write, rows: list[Row]) -> None:
    _require_known(DUE_BASES, [r["due_basis"] for r in rows])
    template = fixed_id("checklist_template", PILKADA, 1)
    write.insert(
        ChecklistTemplate,
        template,
        topic_id=fixed_id("topic", PILKADA),
        name="Daftar periksa Pilkada 2024",
        version=1,
        state="berlaku",
    )
    names = list(dict.fromkeys(r["category"] for r in rows))
    categories = {name: fixed_id("checklist_category", template, name) for name in names}
    write.insert_rows(
        ChecklistCategory,
        ("template_id", "name", "order_no"),
        [(template, name, n) for n, name in enumerate(names)],
        list(categories.values()),
    )
    write.insert_rows(
        ChecklistItem,
        (
            "template_id", "category_id", "code", "text", "responsible", "related", "for_regency", "for_province",
            "for_working_area", "target", "target_value", "unit", "repeats", "due_offset", "due_basis", "evidence",
            "confidence", "weight", "order_no", "thread_id", "target_kind",
        ),
        [
            (
                template, categories[r["category"]], r["code"], r["text"], r["responsible"], r["related"] or None,
                "kabupaten/kota" in _scopes(r), "provinsi" in _scopes(r), "wilayah kerja" in _scopes(r),
                r["target"], _number(r["target"]), r["unit"] or None, r["repeats"] or None, _offset(r["due"]),
                r["due_basis"], r["evidence"] or None, r["confidence"] or None, 1.0, n, item_id(r["code"]),
                target_kind(r["target"], r["unit"]),
            )
            for n, r in enumerate(rows)
        ],
        [item_id(r["code"]) for r in rows],
    )  # fmt: skip
    named = [
        (item_id(r["code"]), fixed_id("region", scope))
        for r in rows
        for scope in _scopes(r)
        if re.fullmatch(r"\d\d(\.\d\d)?", scope)
    ]
    write.insert_rows(
        ChecklistItemRegion,
        ("item_id", "region_id"),
        named,
        [fixed_id("checklist_item_region", *ends) for ends in named],
    )


def item_id(code: str) -> UUID:
    """The id of an item of the shipped checklist, by its code such as LOG-23."""
    return fixed_id("checklist_item", PILKADA, 1, code)


def target_kind(target: str, unit: str) -> str:
    """What an item asks for (`words.TARGET_KINDS`), told by how its target and unit are written."""
    if target == "ya":
        return "ya"
    if _number(target) is None:
        return "teks"
    if unit.startswith("%"):
        return "persen"
    return "per_tps" if unit.endswith("/TPS") else "jumlah"


def _profile(write: Write) -> None:
    """The letterhead as far as it is known; what is unknown stays out until the office fills it in."""
    with (resources() / "seed" / "office_profile.json").open(encoding="utf-8") as file:
        values = json.load(file)
    write.insert(
        OfficeProfile,
        fixed_id("office_profile", _HOME_INSTITUTION),
        institution_id=fixed_id("institution", _HOME_INSTITUTION),
        working_area_id=fixed_id("working_area", "wilker.2"),
        **values,
    )


def _require_known(known: Mapping[str, str], written: Iterable[str]) -> None:
    """Raise DataTrouble for a word the program cannot name on screen and paper; the database would take it."""
    unknown = sorted(set(written) - known.keys())
    if unknown:
        raise DataTrouble(
            f"Data awal memuat istilah yang tidak dikenal: {', '.join(unknown)}.", "Pasang ulang program Rakor."
        )


def _scopes(row: Row) -> list[str]:
    return [scope.strip() for scope in row["scope"].split(";")]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


def _offset(text: str) -> int | None:
    """Days from the event: "H-30" → -30, "H" → 0, "H+12" → 12."""
    found = re.fullmatch(r"H([+-]\d+)?", text)
    return int(found[1] or 0) if found else None
