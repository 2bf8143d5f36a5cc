"""The steps from one schema to the next, in order; step n leads to schema n."""

from __future__ import annotations

from collections.abc import Callable

from desktop.models.migrations import (
    m0001_foundation,
    m0002_owners_and_words,
    m0003_the_meeting,
    m0004_the_papers,
    m0005_between_meetings,
    m0006_following_up,
    m0007_readiness,
)
from desktop.models.migrations.ddl import Engine, Execute

Step = Callable[[Engine, Execute], None]

STEPS: tuple[Step, ...] = (
    m0001_foundation.up,
    m0002_owners_and_words.up,
    m0003_the_meeting.up,
    m0004_the_papers.up,
    m0005_between_meetings.up,
    m0006_following_up.up,
    m0007_readiness.up,
)
LATEST = len(STEPS)
