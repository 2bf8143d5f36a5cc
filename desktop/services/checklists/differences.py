"""What a draft changes against the version it was made from, and how that is said in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.models.queries.checklist_versions import VersionItem, version_items
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.services.checklists.copying import copied_id

_WORDS = {
    "category": "kategori",
    "code": "kode",
    "text": "butir",
    "responsible": "penanggung jawab",
    "related": "instansi terkait",
    "for_regency": "cakupan",
    "for_province": "cakupan",
    "for_working_area": "cakupan",
    "regions": "cakupan",
    "target_kind": "target",
    "target": "target",
    "target_value": "target",
    "unit": "satuan",
    "repeats": "periode",
    "due_offset": "batas waktu",
    "due_basis": "dasar batas waktu",
    "evidence": "bukti",
    "weight": "bobot",
}
_QUESTION = frozenset({"butir", "target", "satuan", "bukti"})


@dataclass(frozen=True, slots=True)
class Changed:
    """An item that is other than before; `words` are what of it."""

    item: VersionItem
    before: VersionItem
    words: tuple[str, ...]

    @property
    def asks_other(self) -> bool:
        """Whether the question itself changed, so that a report given before may not answer it any more."""
        return not _QUESTION.isdisjoint(self.words)


@dataclass(frozen=True, slots=True)
class Differences:
    """What is new, changed and gone."""

    new: tuple[VersionItem, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[VersionItem, ...] = ()

    @property
    def sentence(self) -> str:
        """`3 butir baru, 2 butir diubah, 1 butir dihapus.`"""
        counts = ((self.new, "baru"), (self.changed, "diubah"), (self.removed, "dihapus"))
        said = [f"{len(found)} butir {word}" for found, word in counts if found]
        return f"{', '.join(said)}." if said else "Tidak ada butir yang berubah."


def differences(store: Store, template: UUID) -> Differences:
    """What a draft changes; all its items are new where it was made from nothing."""
    base = fields_of(store, "checklist_template", template)["based_on_id"]
    before = {copied_id(template, one.id): one for one in version_items(store, base)} if base else {}
    now = {one.id: one for one in version_items(store, template)}
    changed = [
        Changed(one, before[key], words)
        for key, one in now.items()
        if key in before and (words := changed_words(before[key], one))
    ]
    return Differences(
        tuple(one for key, one in now.items() if key not in before),
        tuple(changed),
        tuple(one for key, one in before.items() if key not in now),
    )


def changed_words(before: VersionItem, now: VersionItem) -> tuple[str, ...]:
    """What of an item is other than before, in words, each once."""
    found = (words for name, words in _WORDS.items() if getattr(before, name) != getattr(now, name))
    return tuple(dict.fromkeys(found))
