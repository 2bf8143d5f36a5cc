"""What is told of the same subject again and again: one entry a day, week or month, and those before it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from peewee import fn

from desktop.models.queries.issues import IssueRow, issue_query, issue_row
from desktop.models.statements import Statement, param
from desktop.models.store import Store
from desktop.models.tables import Issue

_OF_ITEM = (Issue.topic_id == param("topic")) & (Issue.item_id == param("item"))
_OF_FIELD = (Issue.topic_id == param("topic")) & Issue.item_id.is_null() & (Issue.field == param("field"))
_OF_NO_FIELD = (Issue.topic_id == param("topic")) & Issue.item_id.is_null() & Issue.field.is_null()


def _told_again(subject: Any, region: Any) -> Statement:
    """What is told of a subject again and again, up to a period; of a region, or of none."""
    return Statement(
        lambda: (
            issue_query(
                subject, region, fn.LENGTH(Issue.period) == param("length"), Issue.period <= param("period")
            )
            .order_by(Issue.period.desc(), Issue.seq.desc())
            .limit(param("most"))
        )
    )


_IN_REGION, _NOWHERE = Issue.region_id == param("region"), Issue.region_id.is_null()
_TOLD_AGAIN = {
    (name, placed): _told_again(subject, _IN_REGION if placed else _NOWHERE)
    for name, subject in (("item", _OF_ITEM), ("field", _OF_FIELD), ("", _OF_NO_FIELD))
    for placed in (True, False)
}


def told_again(
    store: Store,
    topic: UUID,
    period: str,
    *,
    item: UUID | None = None,
    field: str | None = None,
    region: UUID | None = None,
    most: int = 6,
) -> list[IssueRow]:
    """What was told for a period and those before it, the newest first: of one subject in one region.

    The subject is the readiness item (`item`), else the field; only periods of the same kind are meant.
    """  # fmt: skip
    named = "item" if item else "field" if field else ""
    asked = _TOLD_AGAIN[named, region is not None]
    rows = asked.rows(
        store, topic=topic, item=item, field=field, region=region, period=period, length=len(period), most=most
    )
    return [issue_row(row) for row in rows]
