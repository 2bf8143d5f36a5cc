"""Proper names for the files of a meeting."""

from __future__ import annotations

from uuid import UUID

from desktop.base.places import safe_file_name
from desktop.models.store import Store
from desktop.services.papers.meeting import head_of


def meeting_file_name(store: Store, meeting: UUID, what: str, ending: str) -> str:
    """`2024-09-26_Undangan_Rakor-Pilkada.ics`; without `what` day and title alone."""
    head = head_of(store, meeting)
    return safe_file_name(f"{head.held_on:%Y-%m-%d}", what, head.title, suffix=ending)
