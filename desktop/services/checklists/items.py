"""Categories and items of a draft: added, written, ordered, taken away; each is one deed with one undo."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import isfinite
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput, NotFound
from desktop.models.fixed_ids import fixed_id
from desktop.models.identity import new_id
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.checklist_versions import VersionItem, categories, version_items
from desktop.models.queries.children import children_values, live_children, next_order
from desktop.models.queries.records import fields_of
from desktop.models.queries.typed import ID, live
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import ChecklistCategory, ChecklistItem, ChecklistItemRegion
from desktop.models.words import DUE_BASES, TARGET_KINDS
from desktop.services import rules
from desktop.services.checklists.draft import require_draft, require_draft_part
from desktop.services.checklists.targets import bare_unit, kept_target, sound_number
from desktop.services.desk import Desk
from desktop.services.ordering import move
from desktop.services.removal import delete_with_children

_LONGEST = {
    "code": 20,
    "name": 120,
    "text": 2000,
    "responsible": 200,
    "related": 300,
    "unit": 60,
    "target_text": 200,
    "evidence": 500,
}
_CODES = Statement(  # asked for each of a thousand items that come from Excel
    lambda: ChecklistItem.select(ChecklistItem.id, ChecklistItem.code).where(
        ChecklistItem.template_id == param("template"), live(ChecklistItem)
    )
)
_TITLES = {"code": "Kode", "name": "Nama kategori", "text": "Butir"}
_FARTHEST = 3000  # days from the topic's day
_TARGET = ("target_kind", "target_value", "target_text", "unit")
_NEW = {
    "related": None, "for_regency": True, "for_province": False, "for_working_area": False, "repeats": None,
    "due_offset": None, "due_basis": "proposed", "evidence": None, "weight": 1.0,
}  # fmt: skip


def add_category(desk: Desk, template: UUID, name: str) -> tuple[UUID, ChangeSet]:
    """Add a category at the end of a draft."""
    with writing(desk.store, "checklist.category", by=desk.user) as write:
        return insert_category(write, template, name), write.finish()


def insert_category(write: Write, template: UUID, name: str) -> UUID:
    """The same within an action that goes on."""
    require_draft(write.store, template)
    found = _own_name(write.store, template, name)
    order = next_order(write.store, ChecklistCategory, "template_id", template)
    return write.insert(ChecklistCategory, template_id=template, name=found, order_no=order)


def rename_category(desk: Desk, category: UUID, name: str) -> ChangeSet:
    """Call a category by another name."""
    with writing(desk.store, "checklist.category", by=desk.user) as write:
        template = require_draft_part(desk.store, "checklist_category", category)["template_id"]
        write.update(ChecklistCategory, category, name=_own_name(desk.store, template, name, besides=category))
        return write.finish()


def move_category(desk: Desk, category: UUID, step: int) -> ChangeSet:
    """Put a category so many places further down, with all its items."""
    with writing(desk.store, "checklist.move", by=desk.user) as write:
        template = require_draft_part(desk.store, "checklist_category", category)["template_id"]
        place = live_children(desk.store, ChecklistCategory, "template_id", template).index(category)
        move(write, ChecklistCategory, "template_id", template, category, place + step)
        return write.finish()


def remove_category(desk: Desk, category: UUID) -> ChangeSet:
    """Take a category away with the items in it."""
    with writing(desk.store, "checklist.remove", by=desk.user) as write:
        require_draft_part(desk.store, "checklist_category", category)
        for item in live_children(desk.store, ChecklistItem, "category_id", category):
            delete_item(write, item)
        write.delete(ChecklistCategory, category)
        return write.finish()


def add_item(desk: Desk, category: UUID, text: str, **values: Any) -> tuple[UUID, ChangeSet]:
    """Add an item at the end of a category; its code goes on from the last one there unless it is given.

    `values` are as `update_item` takes them; what is not given is as for the item above it, or the usual.
    """
    with writing(desk.store, "checklist.add", by=desk.user) as write:
        return _append(write, category, {**values, "text": text}), write.finish()


def add_items(desk: Desk, category: UUID, texts: Sequence[str]) -> tuple[list[UUID], ChangeSet]:
    """The same for several texts; one undo takes all of them back."""
    with writing(desk.store, "checklist.add", by=desk.user) as write:
        return [_append(write, category, {"text": text}) for text in texts], write.finish()


def _append(write: Write, category: UUID, values: dict[str, Any]) -> UUID:
    template = require_draft_part(write.store, "checklist_category", category)["template_id"]
    known = version_items(write.store, template)
    above = [one for one in known if one.category_id == category]
    name = next(one.name for one in categories(write.store, template) if one.id == category)
    usual = {
        "code": _next_code(known, above, name),
        "responsible": above[-1].responsible if above else "",
        "target_kind": "ya",
    }
    return insert_item(write, template, category, {**usual, **values})


def insert_item(
    write: Write, template: UUID, category: UUID, values: dict[str, Any], item: UUID | None = None
) -> UUID:
    """Add an item to a draft within an action that goes on; with `item` one that was taken away comes back."""
    found = checked_item(values)
    rules.required({"code": None, **found}, "code", "Kode")
    _require_own_code(write.store, template, found["code"], besides=item)
    regions = found.pop("regions", ())
    target = _target(found, "ya", None, None, None)
    order = next_order(write.store, ChecklistItem, "category_id", category)
    made = item or new_id()
    columns = {
        **_NEW, **found, **target, "template_id": template, "category_id": category, "order_no": order,
    }  # fmt: skip
    columns["responsible"] = columns.get("responsible") or ""
    write.ensure(ChecklistItem, made, **columns, **({} if item else {"thread_id": made}))
    _set_regions(write, made, regions)
    return made


def update_item(desk: Desk, item: UUID, **values: Any) -> ChangeSet:
    """Change an item of a draft.

    `values` by name: `code`, `text`, `responsible`, `related`, `for_regency`, `for_province`, `for_working_area`,
    `regions` (ids of those named), `target_kind`, `target_value`, `target_text` (of a target that is described),
    `unit` (bare), `repeats`, `due_offset` (days from the topic's day), `due_basis`, `evidence`, `weight`,
    `category_id`. Raises InvalidInput naming the field.
    """
    with writing(desk.store, "checklist.item", by=desk.user) as write:
        require_draft_part(desk.store, "checklist_item", item)
        change_item(write, item, values)
        return write.finish()


def change_item(write: Write, item: UUID, values: dict[str, Any]) -> None:
    """The same within an action that goes on."""
    now = fields_of(write.store, "checklist_item", item)
    found = checked_item(values)
    if "code" in found:
        _require_own_code(write.store, now["template_id"], found["code"], besides=item)
    regions = found.pop("regions", None)
    if any(name in found for name in _TARGET):
        kind = now["target_kind"]
        found |= _target(found, kind, now["target_value"], now["target"], bare_unit(kind, now["unit"]))
    if "responsible" in found:
        found["responsible"] = found["responsible"] or ""
    if "category_id" in found and found["category_id"] != now["category_id"]:
        _require_own_category(write.store, now["template_id"], found["category_id"])
        found["order_no"] = next_order(write.store, ChecklistItem, "category_id", found["category_id"])
    write.update(ChecklistItem, item, **found)
    if regions is not None:
        _set_regions(write, item, regions)


def move_item(desk: Desk, item: UUID, step: int) -> ChangeSet:
    """Put an item one place up (-1) or down (1); beyond the end of its category into the next one."""
    with writing(desk.store, "checklist.move", by=desk.user) as write:
        now = require_draft_part(desk.store, "checklist_item", item)
        category = now["category_id"]
        siblings = live_children(desk.store, ChecklistItem, "category_id", category)
        place = siblings.index(item) + step
        if 0 <= place < len(siblings):
            move(write, ChecklistItem, "category_id", category, item, place)
            return write.finish()
        order = [one.id for one in categories(desk.store, now["template_id"])]
        beside = order.index(category) + step
        if 0 <= beside < len(order):
            write.update(ChecklistItem, item, category_id=order[beside])
            last = len(live_children(desk.store, ChecklistItem, "category_id", order[beside]))
            move(write, ChecklistItem, "category_id", order[beside], item, 0 if step > 0 else last)
        return write.finish()


def remove_items(desk: Desk, items: Sequence[UUID]) -> ChangeSet:
    """Take items of a draft away; what was reported on the same items of earlier versions stays with those."""
    with writing(desk.store, "checklist.remove", by=desk.user) as write:
        for item in items:
            require_draft_part(desk.store, "checklist_item", item)
            delete_item(write, item)
        return write.finish()


def delete_item(write: Write, item: UUID) -> None:
    """The same within an action that goes on."""
    delete_with_children(write, ChecklistItem, item, ((ChecklistItemRegion, "item_id"),))


def number_through(write: Write, template: UUID) -> None:
    """Number the items of a version in the order in which they are read, over all categories."""
    items = children_values(write.store, ChecklistItem, "template_id", template, ("id", "order_no"))
    numbers = dict(items)
    for number, one in enumerate(version_items(write.store, template)):
        if numbers[one.id] != number:
            write.update(ChecklistItem, one.id, order_no=number)


# Checks


def checked_item(values: dict[str, Any]) -> dict[str, Any]:
    """The values of an item, each checked by itself; raises InvalidInput naming the field."""
    found = rules.cleaned(values)
    for field, title in _TITLES.items():
        rules.required(found, field, title)
    for field, most in _LONGEST.items():
        if len(found.get(field) or "") > most:
            raise InvalidInput(field, f"Paling banyak {most} huruf.", "Pendekkan isiannya.")
    rules.one_of(found, "target_kind", TARGET_KINDS, "Jenis target")
    rules.one_of(found, "due_basis", DUE_BASES, "Dasar batas waktu")
    offset = found.get("due_offset")
    if offset is not None and abs(offset) > _FARTHEST:
        raise InvalidInput("due_offset", "Terlalu jauh dari hari pelaksanaan.", "Tulis misalnya -30 untuk H-30.")
    if "weight" in found:
        weight = found["weight"]
        if weight is None or not isfinite(weight) or not 0 < weight <= 100:
            raise InvalidInput("weight", "Bobot harus lebih dari 0, paling banyak 100.", "Bobot yang lazim 1.")
        found["weight"] = float(weight)
    return found


def _target(
    found: dict[str, Any], kind: str, number: float | None, words: str | None, unit: str | None
) -> dict[str, Any]:
    """The columns of the target that is meant, the named parts in place of the present ones; takes those out."""
    meant = found.pop("target_kind", None) or kind
    number = sound_number(meant, found.pop("target_value", number))
    return kept_target(meant, number, found.pop("target_text", words), found.pop("unit", unit))


def sound_category(name: str) -> str:
    """The name of a category as it can be kept; raises InvalidInput."""
    found: str = checked_item({"name": name})["name"]
    return found


def _own_name(store: Store, template: UUID, name: str, besides: UUID | None = None) -> str:
    found = sound_category(name)
    if any(one.name.casefold() == found.casefold() and one.id != besides for one in categories(store, template)):
        raise InvalidInput("name", f"Kategori “{found}” sudah ada.", "Pakai nama lain.")
    return found


def _require_own_code(store: Store, template: UUID, code: str, besides: UUID | None) -> None:
    wanted = code.casefold()
    same = [one for one, other in _CODES.rows(store, template=template) if other.casefold() == wanted]
    if any(ID.python_value(one) != besides for one in same):
        raise InvalidInput("code", f"Kode {code} sudah dipakai butir lain.", "Pakai kode lain.")


def _require_own_category(store: Store, template: UUID, category: UUID) -> None:
    if all(one.id != category for one in categories(store, template)):
        raise NotFound("Kategori ini tidak ada dalam versi ini.", "Muat ulang halaman ini.")


def _set_regions(write: Write, item: UUID, regions: Sequence[UUID]) -> None:
    there = dict(children_values(write.store, ChecklistItemRegion, "item_id", item, ("region_id", "id")))
    for region, row in there.items():
        if region not in regions:
            write.delete(ChecklistItemRegion, row)
    for region in regions:
        if region not in there:
            one = fixed_id("checklist_item_region", item, region)
            write.ensure(ChecklistItemRegion, one, item_id=item, region_id=region)


def _next_code(known: Sequence[VersionItem], above: Sequence[VersionItem], category: str) -> str:
    """The code after the highest of its kind in the category: LOG-29 after LOG-28."""
    parted = [found for one in above if (found := re.fullmatch(r"(.*?)(\d+)", one.code))]
    kinds = Counter(found[1] for found in parted)
    letters = re.sub(r"[^A-Z]", "", category.upper())[:3] or "BTR"
    beginning = kinds.most_common(1)[0][0] if kinds else f"{letters}-"
    taken = {one.code.casefold() for one in known}
    number = max((int(found[2]) for found in parted if found[1] == beginning), default=0) + 1
    while (code := f"{beginning}{number:02}").casefold() in taken:
        number += 1
    return code
