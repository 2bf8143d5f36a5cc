"""Kalimat siap pakai: what minutes say again and again, put into the line with two keys.

An office without sentences of its own is offered the usual ones. They become its own, to be changed, with the
first change of the list; until then nothing is written.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.text_blocks import TextBlockRow, kept_text_blocks
from desktop.models.seeds import fixed_id
from desktop.models.store import Store
from desktop.models.tables import TextBlock
from desktop.services import rules
from desktop.services.desk import Desk

_USUAL = (
    ("buka", "Rapat dibuka", "Rapat dibuka oleh … pada pukul …"),
    ("latar", "Latar belakang", "Rapat ini menindaklanjuti … perihal …"),
    ("arahan", "Arahan pimpinan", "Pimpinan rapat memberikan arahan agar …"),
    ("paparan", "Paparan", "Disampaikan paparan mengenai …"),
    ("lapor", "Laporan instansi", "Dilaporkan bahwa …"),
    ("usul", "Usul", "Diusulkan agar …"),
    ("sepakat", "Disepakati", "Disepakati bahwa …"),
    ("tindak", "Menindaklanjuti", "Menindaklanjuti hal tersebut, … akan …"),
    ("data", "Permintaan data", "Seluruh instansi diminta menyampaikan data … paling lambat …"),
    ("koordinasi", "Koordinasi lanjutan", "Akan dilakukan koordinasi lanjutan antara … dan …"),
    ("berikut", "Rapat berikutnya", "Rapat berikutnya direncanakan pada …"),
    ("tutup", "Rapat ditutup", "Rapat ditutup pukul … oleh …"),
)
_LABEL_WORDS = 4


def text_blocks(store: Store) -> list[TextBlockRow]:
    """The sentences to choose from: the office's own, else the usual ones."""
    return kept_text_blocks(store) or [
        TextBlockRow(fixed_id("text_block", code), label, text) for code, label, text in _USUAL
    ]


def add_text_block(desk: Desk, *, text: str, label: str = "") -> tuple[UUID, ChangeSet]:
    """Add a sentence at the end; without a `label` its first words are its name."""
    checked = _checked({"text": text})
    checked["label"] = label.strip() or " ".join(checked["text"].split()[:_LABEL_WORDS])
    with writing(desk.store, "text_block.add", by=desk.user) as write:
        order = len(_own(write)) + 1
        return write.insert(TextBlock, order_no=order, **checked), write.finish()


def update_text_block(desk: Desk, block: UUID, **values: Any) -> ChangeSet:
    """Change a sentence or its name."""
    checked = _checked(values)
    with writing(desk.store, "text_block.update", by=desk.user) as write:
        _own(write)
        write.update(TextBlock, block, **checked)
        return write.finish()


def move_text_block(desk: Desk, block: UUID, to: int) -> ChangeSet:
    """Put a sentence at another place (0 first)."""
    with writing(desk.store, "text_block.move", by=desk.user) as write:
        order = [one for one in _own(write) if one != block]
        order.insert(max(0, min(to, len(order))), block)
        for number, one in enumerate(order, start=1):
            write.update(TextBlock, one, order_no=number)
        return write.finish()


def delete_text_block(desk: Desk, block: UUID) -> ChangeSet:
    """Take a sentence off the list; when none is left the usual ones are offered again."""
    with writing(desk.store, "text_block.delete", by=desk.user) as write:
        _own(write)
        write.delete(TextBlock, block)
        return write.finish()


def _own(write: Write) -> list[UUID]:
    """The office's own sentences in their order; the usual ones become its own where it has none."""
    kept = [row.id for row in kept_text_blocks(write.store)]
    if kept:
        return kept
    for number, (code, label, text) in enumerate(_USUAL, start=1):
        one = fixed_id("text_block", code)
        write.ensure(TextBlock, one, label=label, text=text, order_no=number)
        kept.append(one)
    return kept


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    if found.get("text"):
        found["text"] = found["text"].replace("...", "…")  # three dots are what a keyboard has
    rules.required(found, "text", "Kalimat")
    rules.required(found, "label", "Nama kalimat")
    return found
