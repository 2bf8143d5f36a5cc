"""Typing that is not stored yet: kept safe while it goes on, found again after an end without warning."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desktop.models import drafts
from desktop.services.desk import Desk


def keep_draft(desk: Desk, place: str, content: dict[str, Any]) -> datetime:
    """Keep what is being typed at a place (such as "capture:<meeting>"); returns the moment it was safe."""
    return drafts.keep(desk.store, place, content)


def recall_draft(desk: Desk, place: str) -> dict[str, Any] | None:
    """What was being typed at a place, None where nothing was."""
    return drafts.recall(desk.store, place)


def drop_draft(desk: Desk, place: str) -> None:
    """Forget typing that was discarded."""
    drafts.forget(desk.store, place)
