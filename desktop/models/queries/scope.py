"""Which meetings a report is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.base.periods import Period
from desktop.models.queries.commitment_filter import CommitmentFilter
from desktop.models.queries.typed import listed
from desktop.models.tables import Meeting


@dataclass(frozen=True, slots=True)
class Scope:
    """The meetings of a period, of a topic, of a forum; nothing: all."""

    period: Period | None = None
    topic: UUID | None = None
    forum: UUID | None = None

    @property
    def found_by(self) -> CommitmentFilter:
        """What finds their follow-ups in the register; without a period also those of no meeting."""
        first, last = (self.period.first, self.period.last) if self.period else (None, None)
        return CommitmentFilter(held_from=first, held_until=last, topic=self.topic, forum=self.forum)

    def meetings(self) -> tuple[Any, ...]:
        """The conditions that a meeting is one of them, cancelled or not."""
        found: tuple[Any, ...] = (listed(Meeting),)
        if self.period is not None:
            found += (Meeting.held_on.between(self.period.first, self.period.last),)
        if self.topic is not None:
            found += (Meeting.topic_id == self.topic,)
        if self.forum is not None:
            found += (Meeting.forum_id == self.forum,)
        return found
