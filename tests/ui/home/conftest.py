"""A sitting over a new office on the day of the first meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.base.clock import frozen
from desktop.base.settings import Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path) -> Iterator[Session]:
    """What a page is given; the worker starts only when something is asked of it."""
    with WorkerClient() as worker, frozen(datetime(2024, 9, 26, 2, tzinfo=UTC)):
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"))
