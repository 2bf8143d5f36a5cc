"""A sitting after the day of voting, with the meeting of 26 September 2024."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from desktop.base import clock
from desktop.base.settings import Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, example: UUID) -> Iterator[Session]:
    """What a dialog is given; the worker starts only when something is asked of it."""
    moment = datetime(2024, 12, 20, 2, tzinfo=UTC)
    with WorkerClient() as worker, clock.frozen(moment):
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"))
