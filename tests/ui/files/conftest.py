"""A sitting with a meeting, for the files that belong to it."""

from __future__ import annotations

from tests.ui.meetings.conftest import meeting, session

__all__ = ["meeting", "session"]
