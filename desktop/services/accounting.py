"""Kelengkapan SPJ: the accountant's list for a meeting; what is known to be there is proposed, never ticked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.accounting import accounting_items
from desktop.models.queries.attachments import files_of
from desktop.models.queries.children import live_children, next_order
from desktop.models.queries.records import fields_of
from desktop.models.store import Store
from desktop.models.tables import AccountingItem
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.ordering import move

USUAL = (
    "Surat undangan",
    "Daftar hadir peserta bertanda tangan",
    "Daftar hadir panitia bertanda tangan",
    "Daftar hadir narasumber bertanda tangan",
    "Notula bertanda tangan",
    "Dokumentasi foto",
    "Bahan paparan",
    "Kuitansi dan nota konsumsi",
    "Kuitansi honorarium narasumber",
)
"""What is usually wanted; a proposal to be changed, for each office's accountant wants something else."""

_WORDS = {
    "daftar hadir": "daftar_hadir",
    "undangan": "undangan",
    "notula": "notula",
    "notulen": "notula",
    "foto": "foto",
    "dokumentasi": "foto",
    "paparan": "bahan",
}


def start_from_usual(desk: Desk, meeting: UUID) -> ChangeSet:
    """Put the usual lines on an empty list, none of them ticked; refused where lines stand already."""
    with writing(desk.store, "accounting.usual", by=desk.user) as write:
        if live_children(desk.store, AccountingItem, "meeting_id", meeting):
            raise InvalidInput("text", "Daftarnya sudah berisi.", "Hapus barisnya bila ingin mulai lagi.")
        for order, text in enumerate(USUAL, start=1):
            write.insert(AccountingItem, meeting_id=meeting, order_no=order, text=text, done=False)
        return write.finish()


def add_accounting_item(desk: Desk, meeting: UUID, text: str) -> tuple[UUID, ChangeSet]:
    """Add a line at the end."""
    checked = _checked({"text": text})
    with writing(desk.store, "accounting.add", by=desk.user) as write:
        order = next_order(write.store, AccountingItem, "meeting_id", meeting)
        one = write.insert(AccountingItem, meeting_id=meeting, order_no=order, done=False, **checked)
        return one, write.finish()


def update_accounting_item(desk: Desk, item: UUID, **values: Any) -> ChangeSet:
    """Change a line: its words, its tick, its remark."""
    checked = _checked(values)
    with writing(desk.store, "accounting.update", by=desk.user) as write:
        write.update(AccountingItem, item, **checked)
        return write.finish()


def move_accounting_item(desk: Desk, item: UUID, to: int) -> ChangeSet:
    """Put a line at another place (0 first)."""
    with writing(desk.store, "accounting.move", by=desk.user) as write:
        meeting = fields_of(desk.store, "accounting_item", item)["meeting_id"]
        move(write, AccountingItem, "meeting_id", meeting, item, to)
        return write.finish()


def delete_accounting_item(desk: Desk, item: UUID) -> ChangeSet:
    """Take a line away."""
    with writing(desk.store, "accounting.delete", by=desk.user) as write:
        write.delete(AccountingItem, item)
        return write.finish()


def tick_known(desk: Desk, meeting: UUID) -> ChangeSet:
    """Tick the lines whose paper is among the files of the meeting; only when the user asks."""
    known = known_papers(desk.store, meeting)
    with writing(desk.store, "accounting.known", by=desk.user) as write:
        for one in accounting_items(desk.store, meeting):
            if not one.done and one.id in known:
                write.update(AccountingItem, one.id, done=True)
        return write.finish()


def known_papers(store: Store, meeting: UUID) -> Mapping[UUID, str]:
    """The lines for which a file of the meeting seems to be what is wanted, with its name."""
    names: dict[str, list[str]] = defaultdict(list)
    for file in files_of(store, meeting):
        if file.kind != "notula" or file.is_signed:
            names[file.kind].append(file.name)
    found = {}
    for one in accounting_items(store, meeting):
        words = fold(one.text)
        kind = next((kind for word, kind in _WORDS.items() if word in words), "")
        if names[kind]:
            found[one.id] = names[kind].pop(0)  # one scan is not the list of participants and of the committee too
    return found


def as_kept(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a line that are being typed, as they would be kept; without those that would be refused."""
    return rules.passing(_checked, typed)


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "text", "Kelengkapan")
    return found
