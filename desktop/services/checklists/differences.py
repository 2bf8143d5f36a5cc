"""What a draft changes against the version it was made from, and how that is said in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.models.queries.checklist_versions import VersionItem, categories, version_items
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.checklists.columns import cell_changes, cells_of
from desktop.services.checklists.copying import copied_category, copied_id

_QUESTION = frozenset({"text", "target_kind", "target", "unit", "evidence"})


@dataclass(frozen=True, slots=True)
class Changed:
    """An item that is other than before; `changes` are in words, by the key of the column."""

    item: VersionItem
    before: VersionItem
    changes: Mapping[str, str]

    @property
    def asks_other(self) -> bool:
        """Whether the question itself changed, so that a report given before may not answer it any more."""
        return not _QUESTION.isdisjoint(self.changes)


@dataclass(frozen=True, slots=True)
class Differences:
    """What is new, changed and gone, and how many categories have another name."""

    new: tuple[VersionItem, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[VersionItem, ...] = ()
    renamed: int = 0

    @property
    def sentence(self) -> str:
        """`3 butir baru, 2 butir diubah, 1 butir dihapus.`"""
        counts = ((self.new, "baru"), (self.changed, "diubah"), (self.removed, "dihapus"))
        said = [f"{len(found)} butir {word}" for found, word in counts if found]
        if self.renamed:
            said.append(f"{self.renamed} kategori berganti nama")
        return f"{', '.join(said)}." if said else "Tidak ada butir yang berubah."


def differences(store: Store, template: UUID) -> Differences:
    """What a draft changes; all its items are new where it was made from nothing."""
    base = fields_of(store, "checklist_template", template)["based_on_id"]
    before = {copied_id(template, one.id): one for one in version_items(store, base)} if base else {}
    now = {one.id: one for one in version_items(store, template)}
    changed = [
        Changed(one, before[key], changes)
        for key, one in now.items()
        if key in before and (changes := _changes(template, before[key], one))
    ]
    old = {copied_category(template, one.id): one.name for one in categories(store, base)} if base else {}
    return Differences(
        tuple(one for key, one in now.items() if key not in before),
        tuple(changed),
        tuple(one for key, one in before.items() if key not in now),
        sum(old.get(one.id, one.name) != one.name for one in categories(store, template)),
    )


def _changes(template: UUID, before: VersionItem, now: VersionItem) -> dict[str, str]:
    """What of an item is other than before; that its category is called otherwise is no change of the item."""
    stood, stands = cells_of(before), cells_of(now)
    if copied_category(template, before.category_id) == now.category_id:
        stands.pop("category")
    return cell_changes(stood, stands)
