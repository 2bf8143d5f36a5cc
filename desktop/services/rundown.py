"""Susunan acara: what the MC announces, with lengths and who does it; a paper of its own beside the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import live_children, next_order
from desktop.models.queries.records import fields_of
from desktop.models.tables import RundownItem
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.ordering import move

USUAL = (
    ("Pembukaan oleh pembawa acara", 5),
    ("Menyanyikan lagu Indonesia Raya", 5),
    ("Pembacaan doa", 5),
    ("Laporan panitia", 10),
    ("Sambutan dan arahan pimpinan, sekaligus membuka rapat", 15),
    ("Paparan dan diskusi", 60),
    ("Penutup", 5),
)
"""The usual lines of a ceremony with their minutes."""

_LONGEST = 24 * 60


def add_rundown_line(desk: Desk, meeting: UUID, *, title: str, **values: Any) -> tuple[UUID, ChangeSet]:
    """Add a line at the end."""
    checked = _checked({**values, "title": title})
    with writing(desk.store, "rundown.add", by=desk.user) as write:
        return _append(write, meeting, checked), write.finish()


def add_rundown_lines(desk: Desk, meeting: UUID, titles: Sequence[str]) -> ChangeSet:
    """Add several lines at the end; one undo takes all of them back."""
    checked = [_checked({"title": title}) for title in titles]
    with writing(desk.store, "rundown.add", by=desk.user) as write:
        for values in checked:
            _append(write, meeting, values)
        return write.finish()


def start_from_usual(desk: Desk, meeting: UUID) -> ChangeSet:
    """Put the usual lines on an empty list; refused where lines stand already."""
    with writing(desk.store, "rundown.usual", by=desk.user) as write:
        if live_children(desk.store, RundownItem, "meeting_id", meeting):
            raise InvalidInput(
                "title", "Susunan acara sudah berisi.", "Hapus barisnya bila ingin mulai dari pola."
            )
        for title, minutes in USUAL:
            _append(write, meeting, {"title": title, "planned_minutes": minutes})
        return write.finish()


def update_rundown_line(desk: Desk, line: UUID, **values: Any) -> ChangeSet:
    """Change a line: its words, length, who does it, a time of its own."""
    checked = _checked(values)
    with writing(desk.store, "rundown.update", by=desk.user) as write:
        write.update(RundownItem, line, **checked)
        return write.finish()


def move_rundown_line(desk: Desk, line: UUID, to: int) -> ChangeSet:
    """Put a line at another place (0 first)."""
    with writing(desk.store, "rundown.move", by=desk.user) as write:
        meeting = fields_of(desk.store, "rundown_item", line)["meeting_id"]
        move(write, RundownItem, "meeting_id", meeting, line, to)
        return write.finish()


def delete_rundown_line(desk: Desk, line: UUID) -> ChangeSet:
    """Take a line away."""
    with writing(desk.store, "rundown.delete", by=desk.user) as write:
        write.delete(RundownItem, line)
        return write.finish()


def _append(write: Write, meeting: UUID, values: dict[str, Any]) -> UUID:
    order = next_order(write.store, RundownItem, "meeting_id", meeting)
    return write.insert(RundownItem, meeting_id=meeting, order_no=order, **values)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "title", "Acara")
    minutes = found.get("planned_minutes")
    if minutes is not None and not 0 < minutes <= _LONGEST:
        raise InvalidInput("planned_minutes", "Lama acara harus antara 1 menit dan 24 jam.", "Periksa angkanya.")
    return found
