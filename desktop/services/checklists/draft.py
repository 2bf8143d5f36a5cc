"""Only a draft is edited: what is in force, or was, stays as it is."""

from __future__ import annotations

from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.models.queries.records import RecordFields, fields_of
from desktop.models.store import Store


def require_draft(store: Store, template: UUID) -> RecordFields:
    """The fields of a draft; raises InvalidInput for a version that is or was in force."""
    found = fields_of(store, "checklist_template", template)
    if found["state"] != "konsep":
        raise InvalidInput(
            "version",
            f"Versi {found['version']} sudah berlaku, jadi isinya tidak berubah lagi.",
            "Pakai Susun Versi Baru untuk mengubahnya.",
        )
    return found


def require_draft_part(store: Store, table: str, record: UUID) -> RecordFields:
    """The same for a category or an item of one."""
    found = fields_of(store, table, record)
    require_draft(store, found["template_id"])
    return found
