"""What a version of a checklist that is or was in force asks stands still, also where something is taken back.

The services refuse to edit such a version (`services.checklists.draft`). Taking back an edit that was made while
it was a draft would change it all the same, and taking back that it was put in force would leave what was reported
on it, or made of it since, on a draft that is asked of nobody: `undo` asks here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from desktop.base.errors import ChangedMeanwhile
from desktop.models.readiness_places import parts
from desktop.models.store import Store

_TEMPLATES: Mapping[str, str] = {
    "checklist_category": "SELECT template_id FROM checklist_category WHERE id IN ({ids})",
    "checklist_item": "SELECT template_id FROM checklist_item WHERE id IN ({ids})",
    "checklist_item_region": "SELECT item.template_id FROM checklist_item item "
    "JOIN checklist_item_region named ON named.item_id = item.id WHERE named.id IN ({ids})",
}
_ASKED = "SELECT id FROM checklist_template WHERE state = 'berlaku' AND NOT deleted AND id IN ({templates})"
_OWN_ITEMS = "SELECT id FROM checklist_item WHERE template_id = template.id"
_USES = (
    f"SELECT 1 FROM assessment used WHERE used.item_id IN ({_OWN_ITEMS})",
    f"SELECT 1 FROM commitment_checklist_item used WHERE used.item_id IN ({_OWN_ITEMS})",
    f"SELECT 1 FROM issue used WHERE used.item_id IN ({_OWN_ITEMS})",
    "SELECT 1 FROM readiness_snapshot used WHERE used.template_id = template.id",
)
_USED = (
    "SELECT 1 FROM checklist_template template WHERE state = 'konsep' AND NOT deleted AND id IN ({ids}) AND ("
    + " OR ".join(f"EXISTS ({one} AND NOT used.deleted)" for one in _USES)
    + ")"
)


def require_standing(store: Store, taken_back: Iterable[tuple[str, UUID]]) -> None:
    """Raise ChangedMeanwhile where records that were just taken back change what was asked, or leave it unasked.

    An action that put a version in force takes its own edits back with it.
    """
    touched: defaultdict[str, list[UUID]] = defaultdict(list)
    for table, one in taken_back:
        touched[table].append(one)
    own = touched.get("checklist_template", [])
    if own and _found(store, _USED, own):
        raise ChangedMeanwhile(
            "Pemberlakuan versi ini tidak dapat diurungkan karena sudah ada laporan, tindak lanjut, kendala, atau "
            "posisi yang memakainya.",
            "Susun versi baru untuk mengubah daftar periksanya.",
        )
    for table, templates in _TEMPLATES.items():
        asked = _found(store, _ASKED.replace("{templates}", templates), touched.get(table, ()))
        if asked - {_key(store, one) for one in own}:
            raise ChangedMeanwhile(
                "Perubahan ini tidak dapat diurungkan karena versi daftar periksanya sudah berlaku.",
                "Susun versi baru untuk mengubahnya.",
            )


def _found(store: Store, sql: str, ids: Iterable[UUID]) -> set[object]:
    found: set[object] = set()
    for part in parts(ids):
        marks = ", ".join([store.mark] * len(part))
        found.update(row[0] for row in store.rows(sql.replace("{ids}", marks), part))
    return found


def _key(store: Store, one: UUID) -> object:
    """An id as the driver gives it."""
    return one.bytes if store.engine == "sqlite" else one
