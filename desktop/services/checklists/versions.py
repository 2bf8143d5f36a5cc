"""Versions of a checklist: begun, written as a draft, put in force, given up.

A version in force is never edited, so that every report stays with the question it answered. What was reported on
an item still counts for the item of a later version that shares its thread.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import InvalidInput
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.checklist_versions import ChecklistVersion, draft_of, version_in_force, versions
from desktop.models.queries.records import fields_of
from desktop.models.tables import (
    ChecklistCategory,
    ChecklistItem,
    ChecklistItemRegion,
    ChecklistTemplate,
    DueOverride,
)
from desktop.services import rules
from desktop.services.checklists.checking import require_sound
from desktop.services.checklists.copying import copy_content, copy_overrides
from desktop.services.checklists.draft import require_draft
from desktop.services.checklists.items import number_through
from desktop.services.desk import Desk
from desktop.services.removal import delete_with_children

_LONGEST = 200
_CHILDREN = (
    (ChecklistItem, "template_id", ((ChecklistItemRegion, "item_id"), (DueOverride, "item_id"))),
    (ChecklistCategory, "template_id"),
)


def draft_version(desk: Desk, topic: UUID) -> tuple[UUID, ChangeSet]:
    """Begin a new version of a topic's checklist as a draft: a copy of that in force, empty where there is none.

    Raises InvalidInput while another draft is being written.
    """
    with writing(desk.store, "checklist.draft", by=desk.user) as write:
        return begin_draft(write, topic), write.finish()


def begin_draft(write: Write, topic: UUID) -> UUID:
    """The same within an action that goes on."""
    if (draft := draft_of(write.store, topic)) is not None:
        raise InvalidInput(
            "version", f"Konsep versi {draft.version} sudah ada.", "Teruskan konsep itu, atau buang lebih dulu."
        )
    based = version_in_force(write.store, topic)
    name = based.name if based else f"Daftar periksa {fields_of(write.store, 'topic', topic)['name']}"
    made = write.insert(
        ChecklistTemplate, topic_id=topic, name=name[:_LONGEST], version=_next(write, topic),
        state="konsep", based_on_id=based.id if based else None,
    )  # fmt: skip
    if based is not None:
        copy_content(write, based.id, made)
    return made


def rename_version(desk: Desk, template: UUID, name: str) -> ChangeSet:
    """Call the checklist of a draft by another name."""
    found = _checked({"name": name})
    with writing(desk.store, "checklist.rename", by=desk.user) as write:
        require_draft(desk.store, template)
        write.update(ChecklistTemplate, template, **found)
        return write.finish()


def put_in_force(desk: Desk, template: UUID, ask_anew: Collection[UUID] = (), note: str = "") -> ChangeSet:
    """Let a draft be the version that counts from today on; `note` says why, such as the meeting it was agreed in.

    `ask_anew` are items of it whose question changed so much that a new report is wanted; what was reported before
    goes on counting for all others. Raises InvalidInput naming what is not sound yet. Dates agreed with single
    regions go over to the items that are still asked.
    """
    why = _checked({"note": note})
    with writing(desk.store, "checklist.force", by=desk.user) as write:
        draft = require_draft(desk.store, template)
        require_sound(desk.store, template)
        for item in ask_anew:
            write.update(ChecklistItem, item, thread_id=item)
        before = version_in_force(desk.store, draft["topic_id"])
        if before is not None and draft["based_on_id"] == before.id:
            copy_overrides(write, before.id, template)
        number_through(write, template)
        number = max(draft["version"], before.version + 1 if before else 1)
        write.update(ChecklistTemplate, template, state="berlaku", in_force_on=today(), version=number, **why)
        return write.finish()


def discard_draft(desk: Desk, template: UUID) -> ChangeSet:
    """Give up a draft with all that was written in it; the version in force stays as it is."""
    with writing(desk.store, "checklist.discard", by=desk.user) as write:
        require_draft(desk.store, template)
        delete_with_children(write, ChecklistTemplate, template, _CHILDREN)
        return write.finish()


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    found = rules.cleaned(values)
    rules.required(found, "name", "Nama daftar periksa")
    for field, value in found.items():
        if len(value or "") > _LONGEST:
            raise InvalidInput(field, f"Paling banyak {_LONGEST} huruf.", "Pendekkan isiannya.")
    return found


def _next(write: Write, topic: UUID) -> int:
    known: list[ChecklistVersion] = versions(write.store, topic)
    return max((one.version for one in known), default=0) + 1
