"""The steps from one schema to the next, in order; step n leads to schema n."""

from __future__ import annotations

from collections.abc import Callable

from desktop.models.migrations import m0001_foundation
from desktop.models.migrations.ddl import Engine

Step = Callable[[Engine, Callable[[str], object]], None]

STEPS: tuple[Step, ...] = (m0001_foundation.up,)
LATEST = len(STEPS)
