"""A sitting three days before the day of voting, at the place Kendala."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.base import clock
from desktop.base.settings import Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.ui.bus import ChangeBus
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient


@pytest.fixture(autouse=True)
def the_hour() -> Iterator[clock.HeldClock]:
    """The twenty-fourth of November 2024, 14.12 in Bojonegoro."""
    with clock.frozen(datetime(2024, 11, 24, 7, 12, tzinfo=UTC)) as held:
        yield held


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus) -> Iterator[Session]:
    """What a page is given; the worker starts only when something is asked of it."""
    with WorkerClient() as worker:
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)
