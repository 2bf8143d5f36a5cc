"""The accountant's list of a meeting for its paper."""

from __future__ import annotations

from uuid import UUID

from desktop.documents.accounting_content import AccountingContent, AccountingLine
from desktop.models.queries.accounting import accounting_items
from desktop.models.store import Store
from desktop.services.accounting import USUAL
from desktop.services.papers.meeting import head_of


def accounting_content(store: Store, meeting: UUID) -> AccountingContent:
    """The list as it was ticked; where there is none yet, the usual one to be ticked by hand."""
    head = head_of(store, meeting)
    kept = tuple(AccountingLine(one.text, one.done, one.note or "") for one in accounting_items(store, meeting))
    return AccountingContent(
        head.title, head.held_on, head.place, kept or tuple(AccountingLine(text) for text in USUAL)
    )
