"""What belongs to a topic: meetings by themselves or by their forum, follow-ups by themselves or by their meeting.

The write door judges by the same rule (`desktop.models.closed`).
"""

from __future__ import annotations

from typing import Any

from desktop.models.queries.typed import live
from desktop.models.tables import Commitment, Forum, Meeting


def held_for_topic(topic: Any, meeting: Any = Meeting) -> Any:
    """The condition that a meeting belongs to a topic (an id or a `param`), itself or by its forum."""
    forums = Forum.select(Forum.id).where(Forum.topic_id == topic, live(Forum))
    return (meeting.topic_id == topic) | (meeting.topic_id.is_null() & meeting.forum_id.in_(forums))


def in_topic(topic: Any) -> Any:
    """The condition that a follow-up belongs to a topic (an id or a `param`), itself or by its meeting."""
    held = Meeting.alias("held")
    meetings = held.select(held.id).where(held_for_topic(topic, held))
    theirs = Commitment.topic_id.is_null() & Commitment.meeting_id.in_(meetings)
    return (Commitment.topic_id == topic) | theirs
