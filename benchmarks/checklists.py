"""A large topic for the benchmark of readiness: the 38 regions of a province, 24 categories of ten items each.

Invented, always the same, and kept in the temporary folder; 300,000 reports through the write door, and ten times
as many copied below them within the database, as the past of ten such topics.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from benchmarks.office import founded, kept
from desktop.models import opening
from desktop.models.fixed_ids import fixed_id
from desktop.models.identity import new_id
from desktop.models.journal import Write, writing
from desktop.models.store import Store
from desktop.models.tables import (
    Assessment,
    ChecklistCategory,
    ChecklistItem,
    ChecklistTemplate,
    Institution,
    InstitutionRegion,
    RegionFigure,
    Topic,
    TopicRegion,
)

CATEGORIES, ITEMS, REPORTS = 24, 10, 300_000
TOPIC = fixed_id("topic", "benchmark")
LAST_DAY = date(2024, 10, 31)
_KINDS: dict[str, float | None] = {"ya": None, "persen": 100.0, "per_tps": 2.0}
_RESPONSIBLE = ("KPU Kabupaten/Kota", "Bawaslu Kabupaten/Kota", "Polres")
_STATES = ("belum_siap", "sebagian", "sebagian", "siap", "siap_bukti", "tidak_berlaku")

Item = tuple[Any, ...]


def reported() -> Path:
    """The data folder with 300,000 reports on the topic."""
    return kept("checklists", _make)


def reported_tenfold() -> Path:
    """The same with ten times the history: 2,700,000 older reports below."""
    return kept("checklists-tenfold", _make_tenfold)


def places_of(store: Store) -> list[tuple[UUID, UUID]]:
    """Each item in each region."""
    rows = store.rows(
        "SELECT item.id, region.id FROM readiness_standing standing "
        "JOIN checklist_item item ON item.seq = standing.item JOIN region ON region.seq = standing.region "
        "JOIN topic ON topic.seq = standing.topic WHERE topic.id = ? AND standing.institution = 0 "
        "ORDER BY standing.seq",
        (TOPIC,),
    )
    return [(UUID(bytes=item), UUID(bytes=region)) for item, region in rows]


def _make(folder: Path) -> None:
    shutil.copytree(founded(), folder, dirs_exist_ok=True)
    store = opening.open_folder(folder)
    chance = random.Random("kesiapan")
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        regions = [
            UUID(bytes=one)
            for (one,) in store.rows(
                "SELECT id FROM region WHERE kind IN ('kabupaten', 'kota') AND code LIKE '35.%' ORDER BY seq"
            )
        ]
        _institutions(write, regions)
        items = _checklist(write, chance, regions)
    with writing(store, "benchmark.fill", by="Pengukur") as write:
        columns = ("item_id", "region_id", "state", "value", "measure", "evidence_received", "as_of")
        write.insert_rows(Assessment, columns, list(_reports(chance, items, regions)))
    opening.close(store)


def _institutions(write: Write, regions: list[UUID]) -> None:
    """Three of each region, as far as they are not shipped."""
    for number, region in enumerate(regions):
        for words in _RESPONSIBLE:
            name = f"{words.removesuffix(' Kabupaten/Kota')} Daerah {number + 1}"
            one = write.insert(Institution, name=name, kind="lainnya", level="kabupaten", protocol_rank=100)
            write.insert(InstitutionRegion, institution_id=one, region_id=region)


def _checklist(write: Write, chance: random.Random, regions: list[UUID]) -> list[Item]:
    write.insert(
        Topic, TOPIC, name="Topik besar", event_label="Hari H", event_date=date(2024, 11, 27), state="open"
    )
    write.insert_rows(TopicRegion, ("topic_id", "region_id"), [(TOPIC, one) for one in regions])
    for region in regions:
        write.insert(
            RegionFigure, region_id=region, kind="polling_stations", value=chance.randrange(200, 3_000),
            basis="DPT", source="Dibuat untuk pengukuran", as_of=date(2024, 9, 22),
        )  # fmt: skip
    template = write.insert(ChecklistTemplate, topic_id=TOPIC, name="Daftar", version=1, state="berlaku")
    categories = write.insert_rows(
        ChecklistCategory,
        ("template_id", "name", "order_no"),
        [(template, f"Kategori {number + 1}", number) for number in range(CATEGORIES)],
    )
    items = []
    for number in range(CATEGORIES * ITEMS):
        kind = chance.choice(tuple(_KINDS))
        one = new_id()
        items.append((one, kind))
        write.insert(
            ChecklistItem, one, template_id=template, category_id=categories[number // ITEMS], order_no=number,
            code=f"B-{number + 1}", text=f"Butir nomor {number + 1}", responsible=chance.choice(_RESPONSIBLE),
            for_regency=True, for_province=False, for_working_area=False, target=kind, target_kind=kind,
            target_value=_KINDS[kind], due_offset=-chance.randrange(60), thread_id=one,
            due_basis=chance.choice(("reported", "proposed")), evidence=chance.choice((None, "BAST")),
            weight=chance.choice((0.5, 1.0, 1.0, 2.0)),
        )  # fmt: skip
    return items


def _reports(chance: random.Random, items: list[Item], regions: list[UUID]) -> Iterator[tuple[Any, ...]]:
    places = [(item, kind, region) for item, kind in items for region in regions]
    days = REPORTS // len(places) + 1
    for number in range(REPORTS):
        item, kind, region = places[number % len(places)]
        state, value, measure = chance.choice(_STATES), None, None
        if state == "sebagian" and kind != "ya":
            measure = "persen" if kind == "persen" or chance.random() < 0.7 else "jumlah"
            value = float(chance.randrange(101 if measure == "persen" else 4_000))
        day = LAST_DAY - timedelta(days=days - number // len(places))
        yield item, region, state, value, measure, state == "siap_bukti", day


def _make_tenfold(folder: Path) -> None:
    shutil.copytree(reported(), folder, dirs_exist_ok=True)
    store = opening.open_folder(folder)
    store.database.connection().create_function("uuid4", 0, lambda: uuid4().bytes)
    copied = ", ".join(name for name in Assessment._meta.fields if name not in ("seq", "id", "as_of"))
    with store.transaction():
        (last,) = store.one("SELECT max(seq) FROM assessment") or (0,)
        for times in range(1, 10):
            store.execute(
                f"INSERT INTO assessment (id, as_of, {copied}) "
                f"SELECT uuid4(), date(as_of, '-{times * 100} days'), {copied} FROM assessment WHERE seq <= ?",
                (last,),
            )
    opening.close(store)
