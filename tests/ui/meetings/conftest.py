"""A sitting at the place Rapat, with the example meeting or a new one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from desktop.base.settings import Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meetings import create_meeting
from desktop.ui.bus import ChangeBus
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus) -> Iterator[Session]:
    """What a page is given; the worker starts only when something is asked of it."""
    with WorkerClient() as worker:
        yield Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)


@pytest.fixture
def meeting(session: Session) -> UUID:
    """A new meeting without anything in it."""
    return create_meeting(session.desk, title="Rapat Koordinasi Banjir", held_on=date(2024, 10, 3))[0]
