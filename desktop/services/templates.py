"""Templat rapat: keep a meeting's data, agenda, seats and order of ceremony under a name."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.preparation import TemplateRow, meeting_templates
from desktop.models.store import Store
from desktop.models.tables import MeetingTemplate
from desktop.services import rules
from desktop.services.desk import Desk
from desktop.services.meeting_pattern import Pattern, from_json, pattern_of, to_json


def save_template(desk: Desk, meeting: UUID, name: str) -> tuple[UUID, ChangeSet]:
    """Keep a meeting as a template of that name."""
    with writing(desk.store, "template.save", by=desk.user) as write:
        values = _named(desk.store, name)
        template = write.insert(MeetingTemplate, **values, content=to_json(pattern_of(desk.store, meeting)))
        return template, write.finish()


def rename_template(desk: Desk, template: UUID, name: str) -> ChangeSet:
    """Call a template something else."""
    with writing(desk.store, "template.save", by=desk.user) as write:
        write.update(MeetingTemplate, template, **_named(desk.store, name, template))
        return write.finish()


def delete_template(desk: Desk, template: UUID) -> ChangeSet:
    """Take a template away; meetings made from it stay as they are."""
    with writing(desk.store, "template.delete", by=desk.user) as write:
        write.delete(MeetingTemplate, template)
        return write.finish()


def template_pattern(row: TemplateRow) -> Pattern:
    """What a template lends to a new meeting."""
    return from_json(f"templat {row.name}", row.content)


def _named(store: Store, name: str, own: UUID | None = None) -> dict[str, Any]:
    values = rules.cleaned({"name": name})
    rules.required(values, "name", "Nama templat")
    if any(fold(row.name) == fold(values["name"]) for row in meeting_templates(store) if row.id != own):
        raise InvalidInput("name", f"Templat “{values['name']}” sudah ada.", "Pilih nama lain.")
    return values
