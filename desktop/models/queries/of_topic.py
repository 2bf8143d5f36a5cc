"""What belongs to a topic: meetings by themselves or by their forum, follow-ups by themselves or by their meeting.

The write door judges by the same rule (`desktop.models.closed`).
"""

from __future__ import annotations

from typing import Any

from desktop.models.queries.typed import live
from desktop.models.statements import param
from desktop.models.tables import Commitment, Forum, Meeting


def held_for_topic(named: str = "topic", meeting: Any = Meeting) -> Any:
    """The condition that a meeting belongs to the topic `param(named)`, itself or by its forum."""
    forums = Forum.select(Forum.id).where(Forum.topic_id == param(named), live(Forum))
    return (meeting.topic_id == param(named)) | (meeting.topic_id.is_null() & meeting.forum_id.in_(forums))


def in_topic(named: str = "topic") -> Any:
    """The condition that a follow-up belongs to the topic `param(named)`, itself or by its meeting."""
    held = Meeting.alias("held")
    meetings = held.select(held.id).where(held_for_topic(named, held))
    theirs = Commitment.topic_id.is_null() & Commitment.meeting_id.in_(meetings)
    return (Commitment.topic_id == param(named)) | theirs
