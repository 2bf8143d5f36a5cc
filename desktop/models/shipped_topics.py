"""The topics the program brings along: an election and a flood season, each a description and two lists (CSV).

Nothing here is in force by itself: an office begins a topic with one of them and changes it as it likes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.base.errors import DataTrouble
from desktop.base.paths import resources
from desktop.base.reporting import how_often
from desktop.models.fixed_ids import fixed_id
from desktop.models.topic_plan import ItemPlan, StagePlan, TopicPlan
from desktop.models.words import DUE_BASES

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class ShippedTopic:
    """A topic as shipped; `files` ends the names of its lists, `regions` are codes, `institutions` brings some."""

    key: str
    name: str
    event_label: str
    event_date: date | None
    description: str
    checklist: str
    files: str
    regions: tuple[str, ...]
    brings_institutions: bool = False

    @property
    def region_ids(self) -> tuple[UUID, ...]:
        """The regions that take part, by their fixed ids."""
        return tuple(fixed_id("region", code) for code in self.regions)


_HOME = ("35.22", "35.23", "35.24", "35.25", "35.17", "35.18", "35.16", "35.76")
PILKADA = ShippedTopic(
    key="pilkada-2024",
    name="Pilkada Serentak 2024",
    event_label="Hari H",
    event_date=date(2024, 11, 27),
    description="Kesiapan delapan kabupaten/kota di wilayah kerja menuju pemungutan suara serentak.",
    checklist="Daftar periksa Pilkada 2024",
    files="pilkada_2024",
    regions=("35", *_HOME, "wilker.2"),
)
FLOOD = ShippedTopic(
    key="banjir-bengawan-solo-2024",
    name="Siaga Banjir Bengawan Solo 2024/2025",
    event_label="Awal Musim Hujan",
    event_date=None,  # the office takes it from BMKG's forecast of its season
    description=(
        "Kesiapan menghadapi luapan Bengawan Solo, dari Ngawi di hulu sampai Gresik di hilir. Tanggalnya diisi "
        "menurut prakiraan awal musim hujan BMKG; semua batas waktu adalah acuan internal kantor."
    ),
    checklist="Daftar periksa siaga banjir",
    files="banjir_bengawan_solo",
    regions=("35", "35.22", "35.23", "35.24", "35.25", "35.21", "wilker.2"),
    brings_institutions=True,
)
SHIPPED = {one.key: one for one in (PILKADA, FLOOD)}


def plan_of(topic: ShippedTopic) -> TopicPlan:
    """The stages and the checklist of a shipped topic.

    Raises DataTrouble for a word the program cannot name on screen and paper; the database would take it.
    """
    rows = read_list(f"checklist_{topic.files}.csv")
    require_known(DUE_BASES, [row["due_basis"] for row in rows])
    stages = read_list(f"stages_{topic.files}.csv")
    return TopicPlan(topic.checklist, tuple(map(_stage, stages)), tuple(map(_item, rows)))


def read_list(name: str) -> list[Row]:
    """The rows of a shipped list, by the names of their columns."""
    with (resources() / "seed" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def require_known(known: Mapping[str, str], written: Iterable[str]) -> None:
    """Raise DataTrouble for a word the program cannot name."""
    unknown = sorted(set(written) - known.keys())
    if unknown:
        raise DataTrouble(
            f"Data awal memuat istilah yang tidak dikenal: {', '.join(unknown)}.", "Pasang ulang program Rakor."
        )


def target_kind(target: str, unit: str) -> str:
    """What an item asks for (`words.TARGET_KINDS`), told by how its target and unit are written."""
    if target == "ya":
        return "ya"
    if _number(target) is None:
        return "teks"
    if unit.startswith("%"):
        return "persen"
    return "per_tps" if unit.endswith("/TPS") else "jumlah"


def _stage(row: Row) -> StagePlan:
    return StagePlan(
        row["code"], row["name"], _day(row["start"]), _day(row["end"]), row["lead_institution"] or None,
        row["confidence"] or None,
    )  # fmt: skip


def _item(row: Row) -> ItemPlan:
    scopes = [scope.strip() for scope in row["scope"].split(";")]
    return ItemPlan(
        category=row["category"],
        code=row["code"],
        text=row["text"],
        responsible=row["responsible"],
        related=row["related"] or None,
        for_regency="kabupaten/kota" in scopes,
        for_province="provinsi" in scopes,
        for_working_area="wilayah kerja" in scopes,
        target=row["target"],
        target_value=_number(row["target"]),
        unit=row["unit"] or None,
        repeats=how_often(row["repeats"], row["unit"], row["text"]),
        due_offset=_offset(row["due"]),
        due_basis=row["due_basis"],
        evidence=row["evidence"] or None,
        confidence=row["confidence"] or None,
        weight=1.0,
        target_kind=target_kind(row["target"], row["unit"]),
        regions=tuple(fixed_id("region", one) for one in scopes if re.fullmatch(r"\d\d(\.\d\d)?", one)),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


def _offset(text: str) -> int | None:
    """Days from the event: "H-30" → -30, "H" → 0, "H+12" → 12."""
    found = re.fullmatch(r"H([+-]\d+)?", text)
    return int(found[1] or 0) if found else None
