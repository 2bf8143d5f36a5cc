"""A sitting at the place Rapat, with the example meeting or a new one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from desktop.base.settings import Settings
from desktop.exchange.meeting_file import read_meeting
from desktop.models import seeds
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.meeting_import import import_meeting
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
def example(session: Session) -> UUID:
    """The meeting of 26 September 2024."""
    found = import_meeting(session.desk, read_meeting(seeds.example_meeting_file().read_bytes())).meeting
    assert found is not None
    return found


@pytest.fixture
def meeting(session: Session) -> UUID:
    """A new meeting without anything in it."""
    return create_meeting(session.desk, title="Rapat Koordinasi Banjir", held_on=date(2024, 10, 3))[0]
