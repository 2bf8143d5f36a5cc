"""Kesimpulan: what the meetings of a period concluded, line by line."""

from __future__ import annotations

from typing import Any

from peewee import fn

from desktop.base.folding import fold
from desktop.models.listing import Listing, View, Where
from desktop.models.queries.scope import Scope
from desktop.models.statements import text_of
from desktop.models.store import Store
from desktop.models.tables import Meeting, Statement

KIND = "kesimpulan"

_OF = Meeting.alias("of_line")


def _of_meeting(column: Any) -> Any:
    return fn.COALESCE(_OF.select(column).where(_OF.id == Statement.meeting_id), None)


CONCLUSION_LIST = View(
    Statement,
    columns={
        "meeting": Meeting.seq,
        "held_on": text_of(Meeting.held_on),
        "title": Meeting.title,
        "number": Meeting.minutes_number,
        "state": Meeting.state,
        "security": Meeting.security,
        "text": Statement.text,
    },
    orders={
        "held_on": (_of_meeting(_OF.held_on), _of_meeting(_OF.seq), Statement.order_no * -1, Statement.seq * -1)
    },
    joins=lambda query: query.join(Meeting, on=(Statement.meeting_id == Meeting.id)),
)
"""Conclusions with their meeting; descending by day those of one meeting stay in their order."""


def conclusion_list(store: Store, scope: Scope, text: str = "") -> Listing:
    """The conclusions of the meetings of a scope, the newest meeting first, those cancelled left out.

    Each word searched for must stand in the conclusion or in its meeting's own words.
    """
    where: Where = (
        Statement.kind == KIND,
        Statement.meeting_id.in_(_meetings(*scope.meetings(), ~Meeting.cancelled)),
    )
    for word in fold(text).split():
        in_meeting = Statement.meeting_id.in_(_meetings(Meeting.search_text.contains(word)))
        where += (Statement.search_text.contains(word) | in_meeting,)
    return Listing(store, CONCLUSION_LIST, order="held_on", descending=True, where=where)


def _meetings(*conditions: Any) -> Any:
    return Meeting.select(Meeting.id).where(*conditions)
