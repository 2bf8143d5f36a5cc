"""The accountant's list of a meeting for its paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from desktop.documents.accounting_content import AccountingContent, AccountingLine
from desktop.models.queries.accounting import accounting_items
from desktop.models.store import Store
from desktop.services.accounting import USUAL, as_kept
from desktop.services.papers.meeting import head_of


def accounting_content(
    store: Store, meeting: UUID, *, typed: Mapping[str, Any] | None = None
) -> AccountingContent:
    """The list as it was ticked; where there is none yet, the usual one to be ticked by hand.

    `typed` are fields of one line, with its `id`, that are not kept yet.
    """
    head, typing = head_of(store, meeting), dict(typed or {})
    changed, values = typing.pop("id", None), as_kept(typing)
    kept = tuple(
        AccountingLine(one.text, one.done, one.note or "")
        for row in accounting_items(store, meeting)
        for one in (replace(row, **values) if row.id == changed else row,)
    )
    return AccountingContent(
        head.title, head.held_on, head.place, kept or tuple(AccountingLine(text) for text in USUAL)
    )
