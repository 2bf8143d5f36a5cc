"""Whether a draft can be put in force: what is missing or does not fit, each with the place it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.queries.checklist_versions import CategoryRow, VersionItem, categories, version_items
from desktop.models.score import MULTIPLIED
from desktop.models.store import Store
from desktop.services.checklists.targets import COUNTED, bare_unit

_NAMED_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a draft cannot be put in force; `place` is the item or category, `field` what is to be filled there."""

    place: UUID | None
    field: str
    message: str


def faults(store: Store, template: UUID) -> list[Fault]:
    """Everything that keeps a draft from being put in force, in the order of the list."""
    groups, items = categories(store, template), version_items(store, template)
    if not items and not groups:
        return [Fault(None, "version", "Daftar periksa ini belum berisi butir.")]
    return [*_of_categories(groups, items), *(fault for item in items for fault in _of_item(item))]


def require_sound(store: Store, template: UUID) -> None:
    """Raise InvalidInput naming the first faults of a draft."""
    found = faults(store, template)
    if found:
        told = " ".join(one.message for one in found[:_NAMED_AT_ONCE])
        more = len(found) - _NAMED_AT_ONCE
        advice = f"Masih ada {more} hal lain; perbaiki semuanya dulu." if more > 0 else "Perbaiki dulu."
        raise InvalidInput(found[0].field, told, advice)


def _of_categories(groups: list[CategoryRow], items: list[VersionItem]) -> Iterator[Fault]:
    filled = {item.category_id for item in items}
    for group in groups:
        if group.id not in filled:
            yield Fault(group.id, "name", f"Kategori “{group.name}” belum berisi butir.")


def _of_item(item: VersionItem) -> Iterator[Fault]:
    if not item.responsible:
        yield Fault(item.id, "responsible", f"{item.code}: penanggung jawab belum diisi.")
    if not (item.for_regency or item.for_province or item.for_working_area or item.regions):
        yield Fault(item.id, "for_regency", f"{item.code}: belum ditentukan untuk wilayah mana.")
    if item.target_kind in COUNTED and item.target_value is None:
        yield Fault(item.id, "target_value", f"{item.code}: angka targetnya belum diisi.")
    if item.target_kind in MULTIPLIED and bare_unit(item.target_kind, item.unit) is None:
        yield Fault(item.id, "unit", f"{item.code}: satuan targetnya belum diisi.")
    if item.target_kind == "teks" and not item.target:
        yield Fault(item.id, "target_text", f"{item.code}: keterangan targetnya belum diisi.")
