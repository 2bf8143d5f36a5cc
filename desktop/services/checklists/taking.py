"""Takes a checklist from Excel into the draft: one transaction, one undo; taken in twice it changes nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.exchange.sheets import Table
from desktop.models.journal import ChangeSet, Write, writing
from desktop.models.queries.checklist_versions import ChecklistVersion, categories, draft_of, version_in_force
from desktop.models.store import Store
from desktop.services.checklists.copying import copied_id
from desktop.services.checklists.items import change_item, delete_item, insert_category, insert_item
from desktop.services.checklists.judging import judge
from desktop.services.checklists.plan import CHANGED, NEW, ChecklistPlan
from desktop.services.checklists.versions import begin_draft
from desktop.services.desk import Desk


def version_to_change(store: Store, topic: UUID) -> ChecklistVersion | None:
    """What a file is compared with: the draft, else the version in force, of which a draft is made."""
    return draft_of(store, topic) or version_in_force(store, topic)


def take_checklist(desk: Desk, topic: UUID, table: Table, *, remove_missing: bool = False) -> ChangeSet:
    """Keep the rows that are new or changed, in the draft or in a new one; wrong rows are left out.

    Items the file does not hold are taken away only with `remove_missing`. Nothing to keep writes nothing. Raises
    InvalidInput where the file is no checklist.
    """
    with writing(desk.store, "checklist.import", by=desk.user) as write:
        version = version_to_change(desk.store, topic)
        plan = judge(desk.store, version, table)
        if plan.problem:
            raise InvalidInput("file", plan.problem)
        if plan.to_keep or (remove_missing and plan.missing):
            _keep(write, topic, version, plan, remove_missing=remove_missing)
        return write.finish()


def _keep(
    write: Write, topic: UUID, version: ChecklistVersion | None, plan: ChecklistPlan, *, remove_missing: bool
) -> None:
    is_draft = version is not None and version.is_draft
    template = version.id if version is not None and is_draft else begin_draft(write, topic)

    def own(item: UUID) -> UUID:
        return item if is_draft else copied_id(template, item)

    if remove_missing:  # first, so that their codes are free
        for item in plan.missing:
            delete_item(write, own(item.id))
    groups = {one.name.casefold(): one.id for one in categories(write.store, template)}
    rows = [row for row in plan.rows if row.verdict in (CHANGED, NEW)]
    for row in sorted(
        rows, key=lambda row: row.verdict == NEW
    ):  # a code that is given up may be taken by a new item
        values: dict[str, Any] = dict(row.values)
        if (name := values.pop("category", None)) is not None:
            if name.casefold() not in groups:
                groups[name.casefold()] = insert_category(write, template, name)
            values["category_id"] = groups[name.casefold()]
        if row.verdict == CHANGED and row.item is not None:
            change_item(write, own(row.item), values)
        else:
            insert_item(write, template, values.pop("category_id"), values, row.item)
