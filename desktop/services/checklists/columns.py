"""The columns of a checklist as an Excel file: what each is called, what it holds, and how it is read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.base.day_offsets import offset_text, parse_offsets
from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.base.numbers import parse_number, plain
from desktop.models.queries.checklist_versions import VersionItem
from desktop.models.words import DUE_BASES, REPEATS, TARGET_KINDS
from desktop.services.checklists.targets import COUNTED, bare_unit
from desktop.services.region_names import RegionNames

CellValue = str | float | None
_MOST_SAID = 60  # letters of a text that is named in passing
REGENCIES, PROVINCE, AREA = "kabupaten/kota", "provinsi", "wilayah kerja"
_SCOPES = {REGENCIES: "for_regency", PROVINCE: "for_province", AREA: "for_working_area"}
_KINDS = {fold(words): kind for kind, words in TARGET_KINDS.items()} | {
    "ya": "ya", "persen": "persen", "per tps": "per_tps", "per pemilih": "per_pemilih", "teks": "teks",
}  # fmt: skip
_THREE_DECIMALS = re.compile(r"\d{1,3}\.\d{3}")


def _listed(words: Mapping[str, str]) -> str:
    return ", ".join(words.values())


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: the field of an item, its title, its width in characters, what it holds, and an example."""

    key: str
    title: str
    width: float
    about: str
    example: str


HEADINGS = (
    Heading("code", "Kode", 10, "Pengenal butir, tidak boleh sama dalam satu versi. Wajib diisi.", "LOG-03"),
    Heading("former_code", "Kode lama", 10, "Diisi hanya bila kode butir diganti: kode sebelumnya.", ""),
    Heading("category", "Kategori", 18, "Kelompok butir. Kosong: sama dengan baris di atasnya.", "Logistik"),
    Heading("text", "Butir", 52, "Apa yang harus siap. Wajib diisi.", "Kotak suara diterima"),
    Heading("responsible", "Penanggung jawab", 24, "Jenis instansi yang melapor.", "KPU Kabupaten/Kota"),
    Heading("related", "Instansi terkait", 22, "Instansi lain yang ikut; boleh kosong.", "Polres"),
    Heading(
        "scope", "Cakupan wilayah", 22,
        f"Untuk wilayah mana: {REGENCIES}, {PROVINCE}, {AREA}, atau nama wilayah; dipisah titik koma.",
        f"{PROVINCE}; {REGENCIES}",
    ),
    Heading("target_kind", "Jenis target", 16, f"Salah satu: {_listed(TARGET_KINDS)}.", "Jumlah per TPS"),
    Heading("target", "Target", 12, "Angka; pada Keterangan: kalimat; pada Ya/tidak: kosong.", "2"),
    Heading("unit", "Satuan", 14, "Yang dihitung, tanpa “per TPS” atau “%”.", "botol"),
    Heading("repeats", "Periode", 13, f"Laporan berkala: {_listed(REPEATS)}; kosong bila sekali.", ""),
    Heading("due", "Batas waktu", 11, "Hari terhadap hari pelaksanaan: H-30, H, H+12; boleh kosong.", "H-30"),
    Heading("due_basis", "Dasar batas waktu", 20, f"Salah satu: {_listed(DUE_BASES)}.", "Acuan internal"),
    Heading("evidence", "Bukti yang diperlukan", 28, "Kosong bila tidak perlu bukti.", "BAST; foto"),
    Heading("weight", "Bobot", 7, "Lebih dari 0; yang lazim 1.", "1"),
)  # fmt: skip
TITLES: Mapping[str, str] = {one.key: one.title for one in HEADINGS}


def cells_of(item: VersionItem) -> dict[str, CellValue]:
    """What stands in the columns for an item."""
    return {
        "code": item.code,
        "former_code": None,
        "category": item.category,
        "text": item.text,
        "responsible": item.responsible or None,
        "related": item.related,
        "scope": scope_words(item) or None,
        "target_kind": TARGET_KINDS[item.target_kind],
        "target": _number(item) if item.target_kind in COUNTED else _described(item),
        "unit": bare_unit(item.target_kind, item.unit),
        "repeats": REPEATS.get(item.repeats or "", item.repeats),
        "due": None if item.due_offset is None else offset_text(item.due_offset),
        "due_basis": None if item.due_offset is None else DUE_BASES[item.due_basis],
        "evidence": item.evidence,
        "weight": item.weight,
    }


def cell_changes(before: Mapping[str, CellValue], now: Mapping[str, CellValue]) -> dict[str, str]:
    """The columns in which two rows differ, each in words: `Target: 2 → 2,5`; those not in `now` are left out."""
    return {
        key: f"{TITLES[key]}: {_said(before[key])} → {_said(now[key])}"
        for key in TITLES
        if key in now and before[key] != now[key]
    }


def _said(value: CellValue) -> str:
    if isinstance(value, float | int):
        return plain(value, 6)
    words = " ".join((value or "").split()) or "kosong"
    return words if len(words) <= _MOST_SAID else f"{words[:_MOST_SAID]}…"


def _number(item: VersionItem) -> str | float | None:
    """A count with thousandths as words, for as a number it would be read as thousands."""
    value = item.target_value
    if value is not None and item.target_kind == "jumlah" and round(value, 2) != value:
        return plain(value, 6)
    return value


def _described(item: VersionItem) -> str | None:
    return (item.target or None) if item.target_kind == "teks" else None


def scope_words(item: VersionItem) -> str:
    """For which regions an item is: `provinsi; kabupaten/kota; Kabupaten Gresik`."""
    kinds = [words for words, field in _SCOPES.items() if getattr(item, field)]
    return "; ".join([*kinds, *(name for _, name in item.regions)])


def read_scope(text: str, regions: RegionNames[UUID]) -> dict[str, object]:
    """The regions a cell names; raises InvalidInput for one that is unknown, or can be two."""
    found: dict[str, object] = dict.fromkeys(_SCOPES.values(), False)
    named: list[UUID] = []
    for words in (part.strip() for part in re.split(r"[;,\n]", text)):
        if words.casefold() in _SCOPES:
            found[_SCOPES[words.casefold()]] = True
        elif len(meant := regions.meant(words)) == 1:
            named += meant
        elif meant:
            raise InvalidInput("scope", f"“{words}” dapat berarti kabupaten atau kota.", "Tulis lengkap.")
        elif words:
            raise InvalidInput(
                "scope",
                f"“{words}” bukan wilayah yang dikenal.",
                f"Tulis {REGENCIES}, {PROVINCE}, atau nama wilayah.",
            )
    return {**found, "regions": tuple(dict.fromkeys(named))}


def read_kind(text: str) -> str:
    """The kind of target a cell names."""
    if (kind := _KINDS.get(fold(text))) is None:
        said = f"Jenis target “{text}” tidak dikenal." if text else "Jenis target belum diisi."
        raise InvalidInput("target_kind", said, f"Tulis salah satu: {_listed(TARGET_KINDS)}.")
    return kind


def read_number(text: str, field: str, *, small: bool = False) -> float | None:
    """The number in a cell; None where it is empty.

    A spreadsheet gives `1.025` for a number and for one with thousands apart: where only `small` ones make sense
    it is a little more than one.
    """
    if small and _THREE_DECIMALS.fullmatch(text):
        return float(text)
    return float(parse_number(text, field)) if text else None


def read_word(text: str, words: Mapping[str, str], field: str) -> str | None:
    """The stored word a cell names, or the cell itself where it holds one; None where it is empty."""
    if not text:
        return None
    found = next((key for key, name in words.items() if fold(text) in (fold(name), fold(key))), None)
    if found is None:
        raise InvalidInput(
            field, f"{TITLES[field]} “{text}” tidak dikenal.", f"Tulis salah satu: {_listed(words)}."
        )
    return found


def read_offset(text: str) -> int | None:
    """The days from the topic's day a cell names; None where it is empty."""
    if not text:
        return None
    try:
        (found,) = parse_offsets(text, "due")
    except (InvalidInput, ValueError) as fault:
        raise InvalidInput(
            "due", f"“{text}” bukan hari terhadap H.", "Tulis misalnya H-30, H, atau H+12."
        ) from fault
    return found
