"""Catat Rapat: what is said, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.base.errors import ChangedMeanwhile, InvalidInput
from desktop.models import drafts
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.children import count_children, next_order
from desktop.models.queries.records import fields_of
from desktop.models.tables import Statement as Said
from desktop.models.words import STATEMENT_KINDS
from desktop.services import rules
from desktop.services.belonging import require_own_parts, require_stay
from desktop.services.desk import Desk
from desktop.services.ordering import move

_TOLD = 80  # letters of a line that is quoted


def add_statement(
    desk: Desk, meeting: UUID, *, kind: str, text: str, draft: str | None = None, **values: Any
) -> tuple[UUID, ChangeSet]:
    """Keep a line; `draft` names the place it was typed in, whose draft is dropped with it."""
    with writing(desk.store, "statement.add", by=desk.user) as write:
        one = insert_statement(write, meeting, kind=kind, text=text, **values)
        if draft is not None:
            drafts.forget(desk.store, draft)
        return one, write.finish()


def insert_statement(write: Write, meeting: UUID, *, kind: str, text: str, **values: Any) -> UUID:
    """The same inside an open transaction."""
    checked = _checked({**values, "kind": kind, "text": text})
    require_own_parts(write.store, meeting, checked)
    order = next_order(write.store, Said, "meeting_id", meeting)
    return write.insert(Said, meeting_id=meeting, order_no=order, said_at=write.done_at, **checked)


def update_statement(
    desk: Desk, statement: UUID, *, draft: str | None = None, was: Mapping[str, Any] | None = None, **values: Any
) -> ChangeSet:
    """Correct a line, its kind or its speaker; `draft` as in `add_statement`.

    `was` are the values that were corrected: what still stands as in them is left to others, and ChangedMeanwhile
    is raised where somebody else changed the same.
    """
    checked = _checked(values)
    with writing(desk.store, "statement.update", by=desk.user) as write:
        if was is not None:
            checked = {name: value for name, value in checked.items() if name not in was or value != was[name]}
            _require_as_it_was(write, statement, was, checked)
        require_stay(desk.store, "statement", statement, checked)
        write.update(Said, statement, **checked)
        if draft is not None:
            drafts.forget(desk.store, draft)
        return write.finish()


def _require_as_it_was(write: Write, statement: UUID, was: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    now = fields_of(write.store, "statement", statement)
    if any(name in was and now[name] not in (was[name], value) for name, value in wanted.items()):
        words = now["text"] if len(now["text"]) <= _TOLD else f"{now['text'][:_TOLD].rstrip()}…"
        raise ChangedMeanwhile(
            f"Catatan ini sudah diubah orang lain: “{words}”.",
            "Tekan Enter sekali lagi untuk memakai tulisan Anda, atau Esc untuk membiarkan yang itu.",
        )


def move_statement(desk: Desk, statement: UUID, to: int, **values: Any) -> ChangeSet:
    """Put a line at another place (0 first) among all lines of its meeting.

    `values` may put it under another point of the agenda in the same step (`agenda_item_id`).
    """
    checked = _checked(values)
    with writing(desk.store, "statement.move", by=desk.user) as write:
        meeting = fields_of(desk.store, "statement", statement)["meeting_id"]
        require_stay(desk.store, "statement", statement, checked)
        move(write, Said, "meeting_id", meeting, statement, to)
        write.update(Said, statement, **checked)
        return write.finish()


def delete_statement(desk: Desk, statement: UUID) -> ChangeSet:
    """Take a line away; refused while a follow-up points to it."""
    with writing(desk.store, "statement.delete", by=desk.user) as write:
        if count_children(desk.store, "commitment", "statement_id", statement):
            raise InvalidInput(
                "text", "Catatan ini sudah menjadi tindak lanjut.", "Hapus tindak lanjutnya lebih dulu."
            )
        write.delete(Said, statement)
        return write.finish()


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "text", "Catatan")
    rules.required(found, "kind", "Jenis catatan")
    rules.one_of(found, "kind", STATEMENT_KINDS, "Jenis catatan")
    return found
