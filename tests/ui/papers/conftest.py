"""A sitting with an empty office, and papers to be printed and saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.base.settings import Settings
from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.content import OfficeProfile
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.ui.bus import ChangeBus
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    """One child process for the tests of a file."""
    with WorkerClient() as started:
        yield started


@pytest.fixture
def session(sqlite_store: Store, tmp_path: Path, bus: ChangeBus, worker: WorkerClient) -> Session:
    return Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json"), bus)


def sheet(guests: int) -> tuple[Any, ...]:
    """An attendance sheet as the worker takes it."""
    rows = tuple(SheetRow(f"Arwana {number}", "Kepala Seksi", "Dinas Contoh") for number in range(guests))
    content = AttendanceSheetContent("Rapat", None, groups=(SheetGroup("", rows),))
    return "attendance-sheet", content, OfficeProfile()
