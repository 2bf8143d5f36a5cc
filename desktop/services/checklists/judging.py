"""Judges a checklist that comes from Excel row by row against the version it is taken into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.base.numbers import grouped
from desktop.exchange.sheets import Header, Row, Sheet, Table, find_header
from desktop.exchange.sheets.cells import clean
from desktop.exchange.sheets.shapes import letter_of
from desktop.models.queries.checklist_versions import ChecklistVersion, VersionItem, version_items
from desktop.models.queries.regions import regions
from desktop.models.store import Store
from desktop.models.words import DUE_BASES, REPEATS
from desktop.services.checklists.columns import (
    HEADINGS,
    TITLES,
    CellValue,
    cell_changes,
    cells_of,
    read_kind,
    read_number,
    read_offset,
    read_scope,
    read_word,
)
from desktop.services.checklists.copying import copied_id
from desktop.services.checklists.items import checked_item, sound_category
from desktop.services.checklists.plan import CHANGED, NEW, SAME, WRONG, ChecklistPlan, JudgedRow
from desktop.services.checklists.targets import COUNTED, sound_number
from desktop.services.region_names import RegionNames

_KEYS = {fold(one.title): one.key for one in HEADINGS}
_NEEDED = ("code", "text")
_MOST_ROWS = 5_000  # a window waits for them
_SCOPE = ("for_regency", "for_province", "for_working_area", "regions")
_SHOWN = {"scope": _SCOPE, "target": ("target_value", "target_text"), "due": ("due_offset",)}


def judge(store: Store, version: ChecklistVersion | None, table: Table) -> ChecklistPlan:
    """What would become of each row; without a `version` all are new."""
    sheet, header, columns = _list_in(table)
    missing = [TITLES[key] for key in _NEEDED if key not in columns.values()]
    if missing:
        what = " dan ".join(f"“{title}”" for title in missing)
        return ChecklistPlan(
            table.source,
            problem=f"Berkas ini tidak memuat kolom {what}. Pakai berkas hasil ekspor daftar periksa.",
        )
    filled = list(_filled(sheet, header, columns))
    if len(filled) > _MOST_ROWS:
        return ChecklistPlan(
            table.source,
            problem=f"Berkas ini berisi {grouped(len(filled))} baris, jauh lebih banyak daripada daftar periksa "
            f"mana pun (paling banyak {grouped(_MOST_ROWS)}). Hapus baris yang bukan butir.",
        )
    base = _Base.read(store, version)
    rows = tuple(_judged(base, row, columns) for row in filled)
    named = {row.item for row in rows}
    named |= {base.codes[key].id for row in rows if (key := row.code.casefold()) in base.codes}
    left = tuple(one for one in base.codes.values() if one.id not in named)
    return ChecklistPlan(table.source, rows, left)


@dataclass(slots=True)
class _Base:
    """What rows are compared with: regions, items by code, those taken out of the draft; and what was read.

    `seen` and `meant` are the rows of the codes and of the items that came before.
    """

    regions: RegionNames[UUID]
    codes: dict[str, VersionItem] = field(default_factory=dict)
    gone: dict[str, UUID] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    meant: dict[UUID, int] = field(default_factory=dict)
    category: str = ""

    @classmethod
    def read(cls, store: Store, version: ChecklistVersion | None) -> _Base:
        known = regions(store)
        found = cls(RegionNames(((one.id, one.name) for one in known), ((one.id, one.code) for one in known)))
        if version is None:
            return found
        found.codes = {one.code.casefold(): one for one in version_items(store, version.id)}
        if version.is_draft and version.based_on_id is not None:
            there = {one.id for one in found.codes.values()}
            before = version_items(store, version.based_on_id)
            ids = {one.code.casefold(): copied_id(version.id, one.id) for one in before}
            found.gone = {code: one for code, one in ids.items() if one not in there}
        return found


def _list_in(table: Table) -> tuple[Sheet, Header, dict[int, str]]:
    """The sheet with most of the columns, where it begins, and which of its columns is what."""
    found = []
    for sheet in table.sheets:
        header = find_header(sheet, {*_KEYS, "no"})
        keys = {one.index: key for one in header.columns if (key := _KEYS.get(fold(one.title)))}
        found.append((sheet, header, keys))
    return max(found, key=lambda one: len(one[2]))


def _filled(sheet: Sheet, header: Header, columns: Mapping[int, str]) -> Iterable[Row]:
    for row in sheet.rows:
        if row.number > header.row and any(row.cell(index) for index in columns):
            yield row


def _judged(base: _Base, row: Row, columns: Mapping[int, str]) -> JudgedRow:
    said = {key: row.cell(index) for index, key in columns.items()}
    base.category = said.get("category") or base.category
    code, text = said["code"], said["text"]
    try:
        known = _known(base, row.number, said)
        if known is not None and base.meant.setdefault(known.id, row.number) != row.number:
            raise InvalidInput(
                "former_code", f"Butir ini sudah ada di baris {base.meant[known.id]}.", "Periksa kode lamanya."
            )
        values = _values(base, said, known)
    except InvalidInput as fault:
        where = next((index for index, key in columns.items() if fault.field in (key, *_SHOWN.get(key, ()))), None)
        place = "" if where is None else f"{letter_of(where)}{row.number}, {TITLES[columns[where]]}"
        item = base.codes.get(code.casefold())
        return JudgedRow(
            row.number,
            WRONG,
            code,
            text,
            item=item.id if item else None,
            place=place,
            reason=str(fault),
            said=said,
        )
    if known is None:
        return JudgedRow(row.number, NEW, code, text, values, base.gone.get(code.casefold()))
    changed = _changed(known, values)
    told = tuple(_told(known, said, changed).values())
    return JudgedRow(row.number, CHANGED if changed else SAME, code, text, changed, known.id, told)


def _known(base: _Base, number: int, said: Mapping[str, str]) -> VersionItem | None:
    """The item a row is about, by its former code where it gives one; None for a new one."""
    code, former = said["code"].casefold(), said.get("former_code", "").casefold()
    if not code:
        raise InvalidInput("code", "Kode belum diisi.", "Tulis kode butir, misalnya LOG-03.")
    if code in base.seen:
        raise InvalidInput("code", f"Kode ini sudah ada di baris {base.seen[code]}.", "Pakai kode lain.")
    base.seen[code] = number
    if not former or former == code or (former not in base.codes and code in base.codes):  # given anew already
        return base.codes.get(code)
    if former not in base.codes:
        raise InvalidInput("former_code", "Kode lama ini tidak ada dalam versi ini.", "Periksa kode lamanya.")
    if code in base.codes:
        raise InvalidInput("code", "Kode ini dipakai butir lain dalam versi ini.", "Pakai kode lain.")
    return base.codes[former]


def _values(base: _Base, said: Mapping[str, str], known: VersionItem | None) -> dict[str, Any]:
    """What a row says, as `update_item` takes it; columns that are not there say nothing."""
    found: dict[str, Any] = {
        key: said[key] for key in ("code", "text", "responsible", "related", "evidence") if key in said
    }
    if not said["text"]:
        raise InvalidInput("text", "Butir belum diisi.", "Tulis apa yang harus siap.")
    if "scope" in said:
        found |= read_scope(said["scope"], base.regions)
    found |= _target(said, known)
    if "repeats" in said:
        found["repeats"] = read_word(said["repeats"], REPEATS, "repeats")
    if "due" in said:
        found["due_offset"] = read_offset(said["due"])
    if said.get("due_basis"):
        found["due_basis"] = read_word(said["due_basis"], DUE_BASES, "due_basis")
    if "weight" in said:
        number = read_number(said["weight"], "weight", small=True)
        found["weight"] = 1.0 if number is None else number
    checked = checked_item(found)
    if said.get("category") or known is None:
        if not base.category:
            raise InvalidInput("category", "Kategori belum diisi.", "Tulis kelompok butir ini.")
        checked["category"] = sound_category(base.category)
    return checked


def _target(said: Mapping[str, str], known: VersionItem | None) -> dict[str, Any]:
    if "target_kind" not in said and known is None:
        return {"target_kind": "ya"}
    kind = read_kind(said["target_kind"]) if "target_kind" in said else known.target_kind if known else "ya"
    found: dict[str, Any] = {"target_kind": kind}
    if "target" in said and kind in COUNTED:
        found["target_value"] = sound_number(kind, _number(kind, said["target"]))
    elif "target" in said and kind == "teks":
        found["target_text"] = said["target"]
    if "unit" in said and kind != "ya":
        found["unit"] = said["unit"]
    return found


def _number(kind: str, text: str) -> float | None:
    return read_number(text, "target", small=kind != "jumlah")


def _changed(known: VersionItem, values: Mapping[str, Any]) -> dict[str, Any]:
    """Of the values those that are other than the item's."""
    now = _present(known)
    return {name: value for name, value in values.items() if not _alike(now[name], value)}


def _told(known: VersionItem, said: Mapping[str, str], changed: Mapping[str, Any]) -> dict[str, str]:
    """What changes, column by column; a number as it was understood."""
    columns = {key for key in said if key in changed or not changed.keys().isdisjoint(_SHOWN.get(key, ()))}
    now: dict[str, CellValue] = {key: said[key] or None for key in columns}
    for key, name in (("target", "target_value"), ("weight", "weight")):
        if key in now and changed.get(name) is not None:
            now[key] = changed[name]
    return cell_changes(cells_of(known), now)


def _present(item: VersionItem) -> dict[str, Any]:
    cells = cells_of(item)
    counted = item.target_kind in COUNTED
    return {
        "code": item.code, "category": item.category, "text": item.text, "responsible": item.responsible,
        "related": item.related, "for_regency": item.for_regency, "for_province": item.for_province,
        "for_working_area": item.for_working_area, "regions": {one for one, _ in item.regions},
        "target_kind": item.target_kind, "target_value": item.target_value if counted else None,
        "target_text": None if counted else cells["target"], "unit": cells["unit"], "repeats": item.repeats,
        "due_offset": item.due_offset, "due_basis": item.due_basis, "evidence": item.evidence,
        "weight": item.weight,
    }  # fmt: skip


def _alike(now: Any, given: Any) -> bool:
    """Whether a cell says what is there; texts as they can be seen in a cell."""
    if isinstance(now, set):
        return now == set(given)
    if isinstance(now, str) or isinstance(given, str):
        return _seen(now) == _seen(given)
    return bool(now == given)


def _seen(text: str | None) -> str:
    return " ".join(clean(text or "").split())
