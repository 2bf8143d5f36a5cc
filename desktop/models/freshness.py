"""How old a report may be: the nearer the topic's day, the fresher.

An answer that is older keeps its value and is marked "perlu dikonfirmasi".
"""

from __future__ import annotations

from datetime import date, timedelta

_FAR, _NEAR, _AT_HAND = 30, 7, 1  # days a report stays fresh
_NEAR_FROM, _AT_HAND_FROM = 30, 7  # from H-30, and from H-7 on


def longest_age(event_date: date | None, today: date) -> int:
    """How many days old a report may be: 30 until H-31 and without a day, 7 from H-30, 1 from H-7 on."""
    if event_date is None:
        return _FAR
    left = (event_date - today).days
    if left > _NEAR_FROM:
        return _FAR
    return _NEAR if left > _AT_HAND_FROM else _AT_HAND


def begins_at(event_date: date | None, today: date) -> int | None:
    """How many days before the topic's day the age of today began to hold: 30 or 7; None while it is far."""
    return {_NEAR: _NEAR_FROM, _AT_HAND: _AT_HAND_FROM}.get(longest_age(event_date, today))


def oldest_fresh(event_date: date | None, today: date) -> date:
    """The earliest day a report may speak of without being asked for again."""
    return today - timedelta(days=longest_age(event_date, today))


def needs_confirmation(as_of: date, event_date: date | None, today: date) -> bool:
    """Whether a report on this day has become too old."""
    return as_of < oldest_fresh(event_date, today)
