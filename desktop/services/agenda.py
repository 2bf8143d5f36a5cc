"""Acara: the points of a meeting's agenda."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.children import next_order
from desktop.models.queries.records import fields_of
from desktop.models.tables import AgendaItem
from desktop.services import rules
from desktop.services.belonging import require_own_parts, require_stay, used_by
from desktop.services.desk import Desk
from desktop.services.ordering import move


def add_agenda_item(desk: Desk, meeting: UUID, *, title: str, **values: Any) -> tuple[UUID, ChangeSet]:
    """Add a point at the end of the agenda."""
    checked = _checked({**values, "title": title})
    with writing(desk.store, "agenda.add", by=desk.user) as write:
        require_own_parts(desk.store, meeting, checked)
        order = next_order(desk.store, AgendaItem, "meeting_id", meeting)
        one = write.insert(AgendaItem, meeting_id=meeting, order_no=order, **checked)
        return one, write.finish()


def add_agenda_items(desk: Desk, meeting: UUID, titles: Sequence[str]) -> ChangeSet:
    """Add several points at the end of the agenda; one undo takes all of them back."""
    checked = [_checked({"title": title}) for title in titles]
    with writing(desk.store, "agenda.add", by=desk.user) as write:
        first = next_order(desk.store, AgendaItem, "meeting_id", meeting)
        for order, values in enumerate(checked, start=first):
            write.insert(AgendaItem, meeting_id=meeting, order_no=order, **values)
        return write.finish()


def update_agenda_item(desk: Desk, item: UUID, **values: Any) -> ChangeSet:
    """Change a point of the agenda."""
    checked = _checked(values)
    with writing(desk.store, "agenda.update", by=desk.user) as write:
        _require_begun(fields_of(desk.store, "agenda_item", item).values | checked, checked)
        require_stay(desk.store, "agenda_item", item, checked)
        write.update(AgendaItem, item, **checked)
        return write.finish()


def move_agenda_item(desk: Desk, item: UUID, to: int) -> ChangeSet:
    """Put a point at another place (0 first); all are numbered anew at once."""
    with writing(desk.store, "agenda.move", by=desk.user) as write:
        meeting = fields_of(desk.store, "agenda_item", item)["meeting_id"]
        move(write, AgendaItem, "meeting_id", meeting, item, to)
        return write.finish()


def delete_agenda_item(desk: Desk, item: UUID) -> ChangeSet:
    """Take a point off the agenda; refused while something said or to be done stands under it."""
    with writing(desk.store, "agenda.delete", by=desk.user) as write:
        if found := used_by(desk.store, "agenda_item", item):
            raise InvalidInput("title", f"Acara ini memuat {found}.", "Pindahkan atau hapus isinya lebih dulu.")
        write.delete(AgendaItem, item)
        return write.finish()


def _require_begun(values: dict[str, Any], changed: dict[str, Any]) -> None:
    if changed.keys() & {"started_at", "ended_at"} and values["ended_at"] and not values["started_at"]:
        raise InvalidInput("started_at", "Waktu mulai acara ini belum ada.", "Isi waktu mulainya lebih dulu.")


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "title", "Acara")
    minutes = found.get("planned_minutes")
    if minutes is not None and not 0 < minutes <= 24 * 60:
        raise InvalidInput("planned_minutes", "Lama acara harus antara 1 menit dan 24 jam.", "Periksa angkanya.")
    return found
