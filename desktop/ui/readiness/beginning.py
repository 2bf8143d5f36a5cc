"""What the next report on an item begins from, so that only what changed has to be written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from desktop.models.queries.item_reports import ReportRow
from desktop.models.queries.readiness_items import ItemRow
from desktop.services.readiness_values import goal_of, typed_value


def next_report(
    item: ItemRow, reports: Sequence[ReportRow], period: str | None, noted_on: date | None
) -> dict[str, Any]:
    """State, value, note and evidence as a form shows them, from the report that counts.

    Of an item that repeats from the entry of its `period`, else from nothing: what was true of last week is not
    yet true of this one. A note is of its day: with `noted_on` it is begun anew on another one.
    """
    last: ItemRow | ReportRow | None = item
    if period is not None:
        last = next((one for one in reports if one.period == period), None)
    if last is None or last.state is None:
        return {"state": None, "value": "", "note": None, "evidence_received": False}
    return {
        "state": last.state,
        "value": typed_value(last.value, last.measure, last.value_text, goal_of(item)),
        "note": last.note if noted_on in (None, last.as_of) else None,
        "evidence_received": last.evidence_received,
    }
