"""When and by what something was last noted on this laptop: the seats of a meeting, an action, a field."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from desktop.models.fields import IdField, InstantField, JsonField
from desktop.models.store import Store

_ID, _INSTANT, _JSON = IdField(), InstantField(), JsonField()
_NEXT = timedelta(milliseconds=1)  # moments are kept to the millisecond


def last_done(store: Store, action: str, record: UUID) -> datetime | None:
    """When an action of a kind last changed a record here, if it ever did."""
    row = store.one(
        "SELECT max(action.done_at) FROM change JOIN action ON action.seq = change.action_seq "
        f"WHERE change.record_id = {store.mark} AND action.name = {store.mark}",
        (record, action),
    )
    return _INSTANT.python_value(row[0]) if row else None


def fields_last_changed_by(store: Store, action: str, record: UUID) -> set[str]:
    """The fields of a record that no other action changed since an action of this kind did."""
    rows = store.rows(
        'SELECT action.name, change."after" FROM change JOIN action ON action.seq = change.action_seq '
        f"WHERE change.record_id = {store.mark} ORDER BY change.seq",
        (record,),
    )
    last = {field: name for name, after in rows for field in _JSON.python_value(after) or ()}
    return {field for field, name in last.items() if name == action}


def last_noted(store: Store, meeting: UUID, fields: Collection[str]) -> dict[UUID, datetime]:
    """The moment each seat's `fields` last changed since it was put on the list, by seat.

    Taking a change back is a change too. Of one seat a later change always has a later moment, even where the
    computer's clock was set back in between.
    """
    rows = store.rows(
        'SELECT change.record_id, action.done_at, change."after" FROM participant '
        "JOIN change ON change.record_id = participant.id JOIN action ON action.seq = change.action_seq "
        f"WHERE participant.meeting_id = {store.mark} AND participant.deleted = {store.mark} ORDER BY change.seq",
        (meeting, False),
    )
    found: dict[UUID, datetime] = {}
    for record, done_at, after in rows:
        one, at = _ID.python_value(record), _INSTANT.python_value(done_at)
        if one is None or at is None or not _JSON.python_value(after).keys() & set(fields):
            continue
        found[one] = max(at, found[one] + _NEXT) if one in found else at
    return found
