"""Columns that follow from others: how a record is ordered and found. The write door fills them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.base.folding import fold, sort_key

_ORDER = {
    "region": "name",
    "working_area": "name",
    "institution": "name",
    "position": "title",
    "person": "name",
    "topic": "name",
    "forum": "name",
    "meeting": "title",
    "commitment": "text",
    "invitation_group": "name",
    "meeting_template": "name",
    "saved_filter": "name",
}
_SEARCH = {
    "region": ("code", "name"),
    "institution": ("name", "short_name", "leader_title"),
    "position": ("title",),
    "person": ("name", "identity_number"),
    "meeting": ("title", "place", "purpose", "invitation_number", "minutes_number"),
    "statement": ("text", "code"),
    "commitment": ("text", "code", "indicator", "due_note"),
    "checklist_item": ("code", "text", "responsible"),
    "issue": ("text", "field", "source", "handling"),
}
_SORT_LENGTH = 160  # letters of a long text that decide its place


def sources(table: str) -> frozenset[str]:
    """The columns of a table that others follow from."""
    order = _ORDER.get(table)
    return frozenset(_SEARCH.get(table, ())) | ({order} if order else frozenset())


def columns(table: str) -> tuple[str, ...]:
    """The derived columns of a table."""
    return (("sort_key",) if table in _ORDER else ()) + (("search_text",) if table in _SEARCH else ())


def derive(table: str, row: Mapping[str, Any]) -> dict[str, str]:
    """The derived values of one row."""
    found: dict[str, str] = {}
    if table in _ORDER:
        found["sort_key"] = sort_key((row.get(_ORDER[table]) or "")[:_SORT_LENGTH])
    if table in _SEARCH:
        found["search_text"] = fold(" ".join(str(row[name]) for name in _SEARCH[table] if row.get(name)))
    return found
