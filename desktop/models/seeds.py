"""Founds a new office with what the program ships: regions, institutions, the Pilkada 2024 topic, its checklist.

Everything shipped has a fixed id (UUIDv5 of its official code, relations of their two ends), so that two
laptops founded apart never own two "Kabupaten Tuban".
"""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from desktop.base.paths import resources
from desktop.models import identity, shipped_topics
from desktop.models.fixed_ids import fixed_id
from desktop.models.journal import Write, writing
from desktop.models.shipped_topics import Row, read_list, require_known
from desktop.models.store import Store
from desktop.models.tables import (
    Institution,
    InstitutionRegion,
    OfficeProfile,
    Position,
    Region,
    RegionFigure,
    Topic,
    TopicRegion,
    WorkingArea,
    WorkingAreaRegion,
)
from desktop.models.topic_plan import insert_plan
from desktop.models.words import FIGURE_KINDS

__all__ = ["PILKADA", "example_meeting_file", "fixed_id", "found_office", "insert_institutions", "item_id"]

_HOME_INSTITUTION = "bakorwil-bojonegoro"
PILKADA = shipped_topics.PILKADA.key
_ELECTION_FIGURES = ("voters", "polling_stations")


def found_office(store: Store) -> UUID:
    """Fill an empty database with what every office starts from; returns the office's id."""
    office = fixed_id("office", _HOME_INSTITUTION)
    store.office = office
    with store.transaction():
        identity.found_office(store, office)
        with writing(store, "office.found", by="Rakor") as write:
            _regions(write, read_list("regions.csv"), read_list("working_areas.csv"))
            _figures(write, read_list("region_figures_2024.csv"))
            insert_institutions(write, read_list("institutions.csv"))
            _pilkada(write)
            _profile(write)
    return office


def example_meeting_file() -> Path:
    """The meeting of 26 September 2024, as far as it was reported."""
    return resources() / "seed" / "rakor_2024_09_26.json"


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
    require_known(FIGURE_KINDS, _ELECTION_FIGURES)
    write.insert_rows(
        RegionFigure,
        ("region_id", "kind", "value", "basis", "source"),
        figures,
        [fixed_id("region_figure", region, kind, "2024") for region, kind, *_ in figures],
    )


def insert_institutions(write: Write, rows: list[Row]) -> None:
    """Add institutions under their fixed ids, with their regions and the post of their leaders."""
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


def _pilkada(write: Write) -> None:
    shipped = shipped_topics.PILKADA
    topic = fixed_id("topic", shipped.key)
    write.insert(
        Topic, topic, name=shipped.name, event_label=shipped.event_label, event_date=shipped.event_date,
        description=shipped.description, state="open",
    )  # fmt: skip
    write.insert_rows(
        TopicRegion,
        ("topic_id", "region_id"),
        [(topic, one) for one in shipped.region_ids],
        [fixed_id("topic_region", topic, one) for one in shipped.region_ids],
    )
    insert_plan(write, topic, shipped_topics.plan_of(shipped), _pilkada_id)


def _pilkada_id(kind: str, *codes: object) -> UUID:
    before = {"stage": (PILKADA,), "checklist_template": (PILKADA, 1), "checklist_item": (PILKADA, 1)}
    return fixed_id(kind, *before.get(kind, ()), *codes)


def item_id(code: str) -> UUID:
    """The id of an item of the shipped checklist, by its code such as LOG-23."""
    return fixed_id("checklist_item", PILKADA, 1, code)


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
