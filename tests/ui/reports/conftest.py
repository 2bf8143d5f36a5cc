"""A sitting on the morning of the example meeting, at Laporan."""

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
def the_day() -> Iterator[clock.HeldClock]:
    with clock.frozen(datetime(2024, 9, 26, 2, 0, tzinfo=UTC)) as held:
        yield held


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    """One child process for the tests of a file."""
    with WorkerClient() as started:
        yield started


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus, worker: WorkerClient) -> Session:
    return Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)
