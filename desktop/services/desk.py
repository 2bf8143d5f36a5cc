"""The desk somebody works at: the open data, and whose name stands beside the changes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """What every service needs: the open office data and the name of who is working."""

    store: Store
    user: str
