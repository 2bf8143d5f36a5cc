"""Batas waktu wilayah: another day by which one region is to be ready with an item, always with its source."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.asked_places import asked_places
from desktop.models.queries.due_overrides import due_overrides
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import DueOverride
from desktop.models.words import DUE_BASES
from desktop.services import rules
from desktop.services.desk import Desk

_LONGEST = 300


def add_override(
    desk: Desk, item: UUID, region: UUID, *, due_on: date | None, due_basis: str | None, source: str
) -> tuple[UUID, ChangeSet]:
    """Note the day that holds for one region; refused where one is noted already, or without a source."""
    values = _checked({"region_id": region, "due_on": due_on, "due_basis": due_basis, "source": source})
    with writing(desk.store, "checklist.override", by=desk.user) as write:
        _require_asked(desk.store, item, region)
        _require_only(desk.store, item, region)
        return write.insert(DueOverride, item_id=item, **values), write.finish()


def update_override(desk: Desk, override: UUID, **values: Any) -> ChangeSet:
    """Change `region_id`, `due_on`, what the day rests on (`due_basis`) or where it comes from (`source`)."""
    checked = _checked(values)
    with writing(desk.store, "checklist.override", by=desk.user) as write:
        now = fields_of(desk.store, "due_override", override)
        if "region_id" in checked:
            _require_asked(desk.store, now["item_id"], checked["region_id"])
            _require_only(desk.store, now["item_id"], checked["region_id"], besides=override)
        write.update(DueOverride, override, **checked)
        return write.finish()


def remove_override(desk: Desk, override: UUID) -> ChangeSet:
    """Let the item's own day hold for the region again."""
    with writing(desk.store, "checklist.override_remove", by=desk.user) as write:
        write.delete(DueOverride, override)
        return write.finish()


def _require_asked(store: Store, item: UUID, region: UUID) -> None:
    """Raise InvalidInput where the item is only written yet, or not asked in the region."""
    template = fields_of(store, "checklist_item", item)["template_id"]
    if fields_of(store, "checklist_template", template)["state"] == "konsep":
        raise InvalidInput(
            "region_id", "Konsep belum ditanyakan kepada siapa pun.", "Catat setelah versinya berlaku."
        )
    if all(place.region_id != region for place in asked_places(store, item)):
        raise InvalidInput("region_id", "Butir ini tidak ditanyakan di wilayah ini.", "Pilih wilayah lain.")


def _require_only(store: Store, item: UUID, region: UUID, besides: UUID | None = None) -> None:
    if any(one.region_id == region and one.id != besides for one in due_overrides(store, item)):
        raise InvalidInput(
            "region_id", "Wilayah ini sudah mempunyai batas waktu sendiri.", "Ubah batas waktu yang sudah ada."
        )


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    for field, title in (
        ("region_id", "Wilayah"), ("due_on", "Batas waktu"), ("due_basis", "Dasar"), ("source", "Sumber"),
    ):  # fmt: skip
        rules.required(found, field, title)
    rules.one_of(found, "due_basis", DUE_BASES, "Dasar batas waktu")
    if len(found.get("source") or "") > _LONGEST:
        raise InvalidInput("source", f"Paling banyak {_LONGEST} huruf.", "Pendekkan sumbernya.")
    return found
